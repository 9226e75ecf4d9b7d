// The facts of the ledger as filings carry them: the current value, and what it corrected with the reason that was given.
// SPDX-License-Identifier: EUPL-1.2
import type { FactEntry, LedgerFact } from '../fact.ts'
import type { FactKey } from '../fact-keys.ts'
import type { Correction, KnownFact, KnownFacts } from './value.ts'

/** `lowerBounds` names the facts whose number is "at least" that many. A fact that was taken back is not known. */
export function knownFactsOf(
  ledger: ReadonlyMap<FactKey, LedgerFact>,
  lowerBounds: ReadonlySet<FactKey> = new Set(),
): KnownFacts {
  return Object.fromEntries(
    [...ledger].flatMap(([key, fact]) => {
      const known = knownFactOf(fact, lowerBounds.has(key))
      return known ? [[key, known]] : []
    }),
  )
}

function knownFactOf({ current, struck }: LedgerFact, isAtLeast: boolean): KnownFact | null {
  const { value, source, confidence, recordedAt } = current
  if (value === null) return null
  const corrects = correctionsOf([...struck, current])
  return {
    value,
    source,
    confidence,
    recordedAt: recordedAt.toISOString(),
    ...(isAtLeast ? { isAtLeast } : {}),
    ...(corrects.length > 0 ? { corrects } : {}),
  }
}

/** Each value with the entry after it, which says why it was wrong. */
function correctionsOf(entries: readonly FactEntry[]): readonly Correction[] {
  return entries.flatMap(({ value }, index) => {
    const next = entries[index + 1]
    if (value === null || !next) return []
    return [{ value, reason: next.reason ?? '', correctedAt: next.recordedAt.toISOString() }]
  })
}
