// One dated statement about an organisation, and which of several statements counts now.
// SPDX-License-Identifier: EUPL-1.2
import type { FactKey, FactSource, FactValue } from './fact-key.ts'

export const confidences = ['measured', 'stated', 'estimated'] as const
export type Confidence = (typeof confidences)[number]

export interface Statement {
  readonly key: string
  readonly keyVersion: number
  readonly value: FactValue
  readonly source: FactSource
  /** Where exactly: a form, a decision of an authority, a list; shown beside the value. */
  readonly reference: string | null
  readonly asOf: Date
  readonly confidence: Confidence
  readonly tlp: 'TLP:CLEAR' | 'TLP:GREEN' | 'TLP:AMBER' | 'TLP:AMBER+STRICT' | 'TLP:RED'
  /** Null for what the platform read at this moment and keeps elsewhere. */
  readonly recordedAt: Date | null
  readonly recordedByName: string | null
}

export interface CurrentFact extends Statement {
  /** Older than the fact may grow, or given to an earlier wording of the question: still counts, and is asked again. */
  readonly isOld: boolean
  /** What others said of the same, the newest first; an authority's word does not hide what a rule computed. */
  readonly beside: readonly Statement[]
}

/** Null where nothing was ever said. A fact whose value is `unknown` was asked, and nobody knew. */
export type Facts = (key: string) => CurrentFact | null

/** An authority's word wins whatever its age; among the others the newest counts, then the surer. */
export function currentFact(key: FactKey, statements: readonly Statement[], now: Date): CurrentFact | null {
  const [first, ...beside] = statements.filter((one) => one.key === key.key).toSorted(byWeight)
  if (!first) return null
  return { ...first, isOld: isOld(key, first, now), beside }
}

export function factsOf(keys: readonly FactKey[], statements: readonly Statement[], now: Date): Facts {
  const byKey = Map.groupBy(statements, (one) => one.key)
  const current = new Map(
    keys.map((key) => [key.key, currentFact(key, byKey.get(key.key) ?? [], now)] as const),
  )
  return (key) => current.get(key) ?? null
}

/** The value that rules may use: none where nothing was said, or nobody knew. */
export function knownValue(facts: Facts, key: string): FactValue | null {
  const value = facts(key)?.value
  return value === undefined || value === 'unknown' ? null : value
}

function isOld(key: FactKey, statement: Statement, now: Date): boolean {
  if (statement.source === 'authority') return false
  if (statement.keyVersion < key.version) return true
  if (key.agesAfterDays === null) return false
  return now.getTime() - statement.asOf.getTime() > key.agesAfterDays * 86_400_000
}

function byWeight(a: Statement, b: Statement): number {
  return (
    Number(b.source === 'authority') - Number(a.source === 'authority') ||
    b.asOf.getTime() - a.asOf.getTime() ||
    confidences.indexOf(a.confidence) - confidences.indexOf(b.confidence) ||
    (b.recordedAt?.getTime() ?? 0) - (a.recordedAt?.getTime() ?? 0)
  )
}
