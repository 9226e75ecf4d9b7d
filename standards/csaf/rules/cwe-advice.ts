// CSAF 2.1, 6.2.24 to 6.2.26: the CWE version of the day, and weaknesses that may be used for vulnerabilities.
// SPDX-License-Identifier: EUPL-1.2
import { cwecMap } from '@secvisogram/csaf-validator-lib/lib/cwec.js'
import { type JsonNode, objectAt, objectsAt, readInstant, textAt } from '../../json/index.ts'
import { finding, openDocument } from '../places.ts'
import type { CsafRule, RuleFinding } from '../rule.ts'

export const cweAdvice: readonly CsafRule[] = [
  { id: '6.2.24', check: findOutdated },
  { id: '6.2.25', check: (document) => findUsage(document, (usage) => !usage.startsWith('Allowed')) },
  { id: '6.2.26', check: (document) => findUsage(document, (usage) => usage === 'Allowed-with-Review') },
]

async function findOutdated(document: unknown): Promise<RuleFinding[]> {
  const root = openDocument(document)
  const day = root === null ? null : releaseDay(root)
  if (root === null || day === null) return []
  const newest = await newestVersionOn(day)
  return cwesOf(root)
    .filter((cwe) => textAt(cwe, 'version') !== newest)
    .map((cwe) =>
      finding(cwe, `CWE ${newest} was the newest version when the document was released`, 'version'),
    )
}

function releaseDay(root: JsonNode): string | null {
  const document = objectAt(root, 'document')
  const tracking = document === null ? null : objectAt(document, 'tracking')
  const text = tracking === null ? null : textAt(tracking, 'current_release_date')
  return (text === null ? null : readInstant(text))?.slice(0, 10) ?? null
}

/** Of the catalogues at hand, which stand newest first. */
async function newestVersionOn(day: string): Promise<string | null> {
  for (const [version, load] of cwecMap) {
    const { date } = (await load()).default
    if (date !== undefined && date <= day) return version
  }
  return null
}

/** Versions before 4.12 say nothing on usage. */
async function findUsage(document: unknown, isWrong: (usage: string) => boolean): Promise<RuleFinding[]> {
  const root = openDocument(document)
  const findings: RuleFinding[] = []
  for (const cwe of root === null ? [] : cwesOf(root)) {
    const load = cwecMap.get(textAt(cwe, 'version') ?? '')
    const weaknesses = load === undefined ? [] : (await load()).default.weaknesses
    const usage = weaknesses.find(({ id }) => id === textAt(cwe, 'id'))?.usage
    if (usage !== undefined && isWrong(usage))
      findings.push(finding(cwe, `CWE says of its use here: ${usage}`))
  }
  return findings
}

function cwesOf(root: JsonNode): JsonNode[] {
  return objectsAt(root, 'vulnerabilities').flatMap((vulnerability) => objectsAt(vulnerability, 'cwes'))
}
