// CSAF 2.1, 6.2.53 and 6.3.20: ids of vulnerabilities come from systems of the registry, in the form written there.
// SPDX-License-Identifier: EUPL-1.2
import { objectsAt, textAt } from '../../json/index.ts'
import { finding, openDocument } from '../places.ts'
import type { CsafRule, RuleFinding } from '../rule.ts'

export const idAdvice: readonly CsafRule[] = [
  {
    id: '6.2.53',
    check: (document) => findIds(document, isOtherwiseWritten, 'this is not how the system writes its ids'),
  },
  { id: '6.3.20', check: (document) => findIds(document, isUnregistered, 'this system is not registered') },
]

/** The registry of vulnerability id systems (RVISC) of the CSAF committee, August 2026. */
const systems: ReadonlyMap<string, RegExp> = new Map([
  ['https://github.com/oasis-tcs/csaf', /^#[1-9]\d*$/],
  ['https://euvd.enisa.europa.eu', /^EUVD-[1-9]\d{3}-\d{4,}$/],
])

function findIds(
  document: unknown,
  isWrong: (system: string, text: string) => boolean,
  message: string,
): RuleFinding[] {
  const root = openDocument(document)
  const vulnerabilities = root === null ? [] : objectsAt(root, 'vulnerabilities')
  return vulnerabilities
    .flatMap((vulnerability) => objectsAt(vulnerability, 'ids'))
    .filter((id) => isWrong(textAt(id, 'system_name') ?? '', textAt(id, 'text') ?? ''))
    .map((id) => finding(id, message))
}

function isOtherwiseWritten(system: string, text: string): boolean {
  const pattern = systems.get(system)
  return pattern !== undefined && !pattern.test(text)
}

function isUnregistered(system: string): boolean {
  return !systems.has(system)
}
