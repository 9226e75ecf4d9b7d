// What is asked for when something is bought: which clauses and questions fit, how much they matter, and why.
// SPDX-License-Identifier: EUPL-1.2
import type { ItemOf, Purchase as PurchaseKind } from '../catalogue/index.ts'

export type Clause = ItemOf<'clause'>
export type Touch = Clause['body']['touches'][number]
export type Phase = Clause['body']['phase']

export const touches = [
  'patient-data',
  'network',
  'remote-access',
  'clinical-service',
] as const satisfies readonly Touch[]
export const phases = ['plan', 'source', 'manage'] as const satisfies readonly Phase[]
export const touchAnswers = ['yes', 'no', 'unknown'] as const
export type TouchAnswer = (typeof touchAnswers)[number]

/** What somebody typed about a purchase; a touch that nobody answered is unknown. */
export interface PurchaseFacts {
  readonly name: string
  readonly kinds: readonly PurchaseKind[]
  readonly supplier: string | null
  readonly touches: Readonly<Record<Touch, TouchAnswer>>
}

export interface Purchase extends PurchaseFacts {
  readonly id: number
  readonly changedAt: Date
  readonly changedByName: string
}

export type Level = 'must' | 'should'

/** One clause or question of the list, with what decided. */
export interface Asked {
  readonly clause: Clause
  readonly level: Level
  readonly kinds: readonly PurchaseKind[]
  /** What it touches, as somebody said. */
  readonly touched: readonly Touch[]
  /** Nobody knows whether it touches these; so it is asked for. */
  readonly unsure: readonly Touch[]
}

export interface NotAsked {
  readonly clause: Clause
  /** Somebody left it out and said why; or nothing that it is about is touched. */
  readonly because:
    | { readonly said: string; readonly byName: string }
    | { readonly untouched: readonly Touch[] }
}

export interface AskedList {
  readonly asked: readonly Asked[]
  readonly notAsked: readonly NotAsked[]
}

export interface LeftOut {
  readonly item: string
  readonly because: string
  readonly byName: string
}

/** Clauses of other kinds of purchase are no part of it; whatever fits is asked for or listed with the reason why not. */
export function askedFor(
  purchase: PurchaseFacts,
  clauses: readonly Clause[],
  leftOut: readonly LeftOut[] = [],
): AskedList {
  const asked: Asked[] = []
  const notAsked: NotAsked[] = []
  for (const clause of inOrder(clauses)) {
    const one = askedOf(purchase, clause)
    if (one === null) continue
    const left = leftOut.find(({ item }) => item === clause.key)
    if ('untouched' in one) notAsked.push({ clause, because: one })
    else if (left) notAsked.push({ clause, because: { said: left.because, byName: left.byName } })
    else asked.push(one)
  }
  return { asked, notAsked }
}

function askedOf(
  purchase: PurchaseFacts,
  clause: Clause,
): Asked | { readonly untouched: readonly Touch[] } | null {
  const { body } = clause
  const kinds = purchase.kinds.filter((kind) => body.purchases.includes(kind))
  if (kinds.length === 0) return null
  const touched = body.touches.filter((touch) => purchase.touches[touch] === 'yes')
  const unsure = body.touches.filter((touch) => purchase.touches[touch] === 'unknown')
  if (body.touches.length > 0 && touched.length === 0 && unsure.length === 0)
    return { untouched: body.touches }
  return {
    clause,
    level: body.must ? 'must' : 'should',
    kinds,
    touched,
    unsure: touched.length > 0 ? [] : unsure,
  }
}

/** By phase, what must be before what should be. */
function inOrder(clauses: readonly Clause[]): readonly Clause[] {
  return clauses.toSorted(
    (a, b) =>
      phases.indexOf(a.body.phase) - phases.indexOf(b.body.phase) ||
      Number(b.body.must) - Number(a.body.must) ||
      a.key.localeCompare(b.key),
  )
}

export function questionsOf(asked: readonly Asked[]): readonly Asked[] {
  return asked.filter(({ clause }) => clause.body.use === 'question')
}
