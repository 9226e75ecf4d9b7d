// Holds a draft against everything that was told before: to the same authority, and to every other.
// SPDX-License-Identifier: EUPL-1.2
import { type FactKey, factKeys } from '../fact-keys.ts'
import { type ConflictReason, compareFacts } from './difference.ts'
import type { Chain } from './field-map.ts'
import type { KnownFact, KnownFacts } from './value.ts'

/** What a filing told an authority. */
export interface Statement {
  readonly filingId: string
  readonly authority: string
  readonly chain: Chain
  /** ISO 8601. */
  readonly sentAt: string
  readonly receipt: string | null
  readonly facts: KnownFacts
}

export interface Draft {
  readonly authority: string
  readonly chain: Chain
  /** What the draft says, from the ledger as it is now. */
  readonly facts: KnownFacts
  /** What its field map asks for. */
  readonly asked: readonly FactKey[]
}

/**
 * `contradiction`: not both can be true, and nobody said why. `taken-back`: was known, now answered "unknown".
 * `explained`: corrected since, with a reason. `update`: unknown before, a bound made exact, or other words.
 * `left-out`: told before, asked here, and no longer in the ledger.
 */
export type FindingKind = 'contradiction' | 'taken-back' | 'explained' | 'update' | 'left-out'

export interface Finding {
  readonly key: FactKey
  readonly kind: FindingKind
  readonly because: ConflictReason | null
  /** `same-chain`: an earlier stage of the same matter; the draft itself corrects it. */
  readonly relation: 'same-chain' | 'same-authority' | 'other-authority'
  readonly told: { readonly statement: Omit<Statement, 'facts'>; readonly fact: KnownFact }
  readonly draft: KnownFact | null
  /** The other authority holds what is known to be wrong: a correction to it is due. */
  readonly correctionDue: boolean
}

/** In the order of the ledger; per authority, chain and fact only the last word counts. */
export function findContradictions(draft: Draft, statements: readonly Statement[]): readonly Finding[] {
  const lastWords = lastWordsOf(statements)
  return factKeys.flatMap((key) =>
    lastWords.flatMap(({ statement, fact, of }) =>
      of === key ? compare(key, draft, { statement, fact }) : [],
    ),
  )
}

/** These wait for a person before anything is sent. */
export function needsSettling({ kind }: Finding): boolean {
  return kind === 'contradiction' || kind === 'taken-back'
}

interface LastWord {
  readonly of: FactKey
  readonly statement: Omit<Statement, 'facts'>
  readonly fact: KnownFact
}

function lastWordsOf(statements: readonly Statement[]): readonly LastWord[] {
  const words = new Map<string, LastWord>()
  const inOrder = [...statements].sort((a, b) => Date.parse(a.sentAt) - Date.parse(b.sentAt))
  for (const { facts, ...statement } of inOrder)
    for (const of of factKeys) {
      const fact = facts[of]
      if (fact) words.set(JSON.stringify([statement.authority, statement.chain, of]), { of, statement, fact })
    }
  return [...words.values()]
}

function compare(key: FactKey, draft: Draft, told: Finding['told']): readonly Finding[] {
  const own = draft.facts[key] ?? null
  const relation = relationOf(draft, told.statement)
  const finding = { key, relation, told, draft: own, because: null, correctionDue: false }
  if (!own) return draft.asked.includes(key) ? [{ ...finding, kind: 'left-out' }] : []
  const difference = compareFacts(key, own, told.fact)
  switch (difference.kind) {
    case 'same':
      return []
    case 'one-unknown':
      return [{ ...finding, kind: own.value === 'unknown' ? 'taken-back' : 'update' }]
    case 'compatible':
    case 'reworded':
      return [{ ...finding, kind: 'update' }]
    case 'conflict': {
      const { because } = difference
      if (!isExplained(key, own, told)) return [{ ...finding, because, kind: 'contradiction' }]
      return [{ ...finding, because, kind: 'explained', correctionDue: relation !== 'same-chain' }]
    }
  }
}

function relationOf(
  draft: Draft,
  { authority, chain }: Pick<Statement, 'authority' | 'chain'>,
): Finding['relation'] {
  if (authority !== draft.authority) return 'other-authority'
  return chain === draft.chain ? 'same-chain' : 'same-authority'
}

/** What was told was the ledger's value then, and was replaced afterwards for a reason that stands there. */
function isExplained(key: FactKey, own: KnownFact, { statement, fact }: Finding['told']): boolean {
  return (own.corrects ?? []).some(
    ({ value, reason, correctedAt }) =>
      reason.trim() !== '' &&
      Date.parse(correctedAt) >= Date.parse(statement.sentAt) &&
      compareFacts(key, { value, ...(fact.isAtLeast ? { isAtLeast: true } : {}) }, fact).kind === 'same',
  )
}
