// CSAF 2.1, 6.1.44 and 6.1.61: a serial number or stock keeping unit holds at most one star that is not escaped.
// SPDX-License-Identifier: EUPL-1.2
import { textsAt } from '../../json/index.ts'
import { finding, helpersOf, openDocument } from '../places.ts'
import type { CsafRule, RuleFinding } from '../rule.ts'

export const starRules: readonly CsafRule[] = [
  { id: '6.1.44', check: (document) => findStars(document, 'serial_numbers') },
  { id: '6.1.61', check: (document) => findStars(document, 'skus') },
]

function findStars(document: unknown, key: 'serial_numbers' | 'skus'): RuleFinding[] {
  const root = openDocument(document)
  if (root === null) return []
  return helpersOf(root).flatMap((helper) =>
    textsAt(helper, key).flatMap((text, index) =>
      countStars(text) > 1
        ? [finding(helper, 'more than one unescaped star is ambiguous', `${key}/${index}`)]
        : [],
    ),
  )
}

/** A star after an odd number of backslashes stands for itself. */
function countStars(text: string): number {
  return text.replaceAll(/\\[\s\S]/g, '').split('*').length - 1
}
