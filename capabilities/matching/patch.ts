// Whether an item has the very fix that an advisory names ("7.2 with Fix-2307").
// SPDX-License-Identifier: EUPL-1.2
import type { ExplanationStep } from './explanation.ts'
import type { MatchableStatement } from './matchable.ts'
import { foldText, squeeze } from './text.ts'

/** "7.2 with Fix-2307": the fix counts where the advisory names it as the fix. */
export function findPatch(version: string | null, { fixes }: MatchableStatement): ExplanationStep | null {
  const text = version?.slice(0, maxVersionText) ?? ''
  const added = /\s(?:with|incl\.?|including|plus|mit|avec|con|\+)\s+(.+)$/i.exec(text)?.[1] ?? ''
  for (const word of added.split(/[\s,;()]+/)) {
    const key = squeeze(foldText(word))
    if (key.length < 4 || !/\d/.test(key)) continue
    if (fixes().some((fix) => wordsOfFix(fix).includes(key))) return { code: 'patch-named', patch: word }
  }
  return null
}

const maxVersionText = 200
const maxFixText = 10_000

function wordsOfFix(fix: string): string[] {
  const words = fix
    .slice(0, maxFixText)
    .toLowerCase()
    .split(/[\s,;()]+/)
  return words.map(squeeze)
}
