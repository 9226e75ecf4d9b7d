// The four honest ways out of a contradiction, and what follows from each.
// SPDX-License-Identifier: EUPL-1.2
import type { FactKey } from '../fact-keys.ts'
import { canonicalJson } from './canonical.ts'
import { type Finding, needsSettling } from './contradictions.ts'
import { compareFacts, type Told } from './difference.ts'
import { type FilingValue, fitsShape } from './value.ts'

export const settlementWays = ['use-earlier', 'use-draft', 'both-right', 'fix-fact'] as const
export type SettlementWay = (typeof settlementWays)[number]

/** The reason is kept with the case and goes into what is sent. */
export type Settlement =
  | { readonly way: 'use-earlier' | 'use-draft' | 'both-right'; readonly reason: string }
  | { readonly way: 'fix-fact'; readonly reason: string; readonly value: FilingValue }

/** What an action has to do; nothing here changes anything. */
export type Effect =
  | {
      readonly kind: 'correct-fact'
      readonly key: FactKey
      readonly value: FilingValue
      readonly reason: string
    }
  | { readonly kind: 'note-in-draft'; readonly key: FactKey; readonly text: string }
  | {
      readonly kind: 'prepare-correction'
      readonly filingId: string
      readonly authority: string
      readonly key: FactKey
      readonly text: string
    }

export type Settled =
  | {
      readonly allowed: true
      readonly effects: readonly Effect[]
      /** The pair of values that is settled once the effects are done, for `openFindings`. */
      readonly settles: string
    }
  | {
      readonly allowed: false
      readonly because: 'reason-missing' | 'reason-too-long' | 'value-does-not-fit' | 'nothing-to-settle'
    }

export const maxReasonCharacters = 2_000

export function settle(finding: Finding, settlement: Settlement): Settled {
  const reason = settlement.reason.trim()
  if (!needsSettling(finding)) return { allowed: false, because: 'nothing-to-settle' }
  if (reason === '') return { allowed: false, because: 'reason-missing' }
  if (reason.length > maxReasonCharacters) return { allowed: false, because: 'reason-too-long' }
  const { key, told } = finding
  switch (settlement.way) {
    case 'use-earlier':
      return done(finding, told.fact, [correctFact(key, told.fact.value, reason)])
    // Whether one value replaces the other or both stand, each reader gets the sentence; only the fact stays as it is.
    case 'use-draft':
    case 'both-right':
      return done(finding, finding.draft, [note(key, reason), ...correctionFor(finding, reason)])
    case 'fix-fact': {
      const { value } = settlement
      if (!fitsShape(key, value)) return { allowed: false, because: 'value-does-not-fit' }
      const toldIsWrong = compareFacts(key, { value }, told.fact).kind !== 'same'
      const correction = toldIsWrong ? correctionFor(finding, reason) : []
      return done(finding, { value }, [correctFact(key, value, reason), ...correction])
    }
  }
}

/** Names the two values that were settled; another value on either side is another contradiction. */
export function settlementKey(finding: Finding): string {
  return keyOf(finding, finding.draft)
}

/** What still waits for a person; a value that changed since it was settled waits anew. */
export function openFindings(findings: readonly Finding[], settled: ReadonlySet<string>): readonly Finding[] {
  return findings.filter((finding) => needsSettling(finding) && !settled.has(settlementKey(finding)))
}

function done(finding: Finding, draft: Told | null, effects: readonly Effect[]): Settled {
  return { allowed: true, effects, settles: keyOf(finding, draft) }
}

function keyOf({ key, told: { statement, fact } }: Finding, draft: Told | null): string {
  const pair = [fact, draft].map((one) => (one ? [one.value, one.isAtLeast ?? false] : null))
  return canonicalJson([key, statement.filingId, ...pair])
}

function correctFact(key: FactKey, value: FilingValue, reason: string): Effect {
  return { kind: 'correct-fact', key, value, reason }
}

function note(key: FactKey, text: string): Effect {
  return { kind: 'note-in-draft', key, text }
}

/** In its own chain the draft is the correction. */
function correctionFor({ key, relation, told }: Finding, text: string): readonly Effect[] {
  if (relation === 'same-chain') return []
  const { filingId, authority } = told.statement
  return [{ kind: 'prepare-correction', filingId, authority, key, text }]
}
