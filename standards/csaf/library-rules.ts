// Makes rules of the tests that csaf-validator-lib brings.
// SPDX-License-Identifier: EUPL-1.2
import { withOrderedRevisions } from './revision-order.ts'
import type { CsafRule, RuleFinding } from './rule.ts'

export const unexplained: RuleFinding = { instancePath: '', message: 'the document does not comply' }

interface LibraryResult {
  readonly isValid?: boolean
  readonly errors?: readonly RuleFinding[]
  readonly warnings?: readonly RuleFinding[]
  readonly infos?: readonly RuleFinding[]
}

type LibraryTest = (document: unknown) => LibraryResult | Promise<LibraryResult>

/** One rule for each function of the library's module, but for the ids that we check ourselves. */
export function libraryRules(
  tests: Readonly<Record<string, unknown>>,
  own: readonly { readonly id: string }[],
): CsafRule[] {
  return Object.entries(tests).flatMap(([name, test]) => {
    const id = name.replace(/^[a-z]+Test_/, '').replaceAll('_', '.')
    if (!isLibraryTest(test) || own.some((rule) => rule.id === id)) return []
    const prepare = id === '6.1.21' ? withOrderedRevisions : (document: unknown) => document
    return [{ id, check: async (document) => findingsOf(await test(prepare(document))) }]
  })
}

function isLibraryTest(candidate: unknown): candidate is LibraryTest {
  return typeof candidate === 'function'
}

function findingsOf({
  isValid = true,
  errors = [],
  warnings = [],
  infos = [],
}: LibraryResult): readonly RuleFinding[] {
  const findings = [...errors, ...warnings, ...infos]
  return isValid || findings.length > 0 ? findings : [unexplained]
}
