// An event is a fact that one capability announces and others act on: its name and the shape of its payload.
// SPDX-License-Identifier: EUPL-1.2
import type { EngineScope } from '../database/database.ts'

/** Payloads cross a JSON column, so they hold plain JSON only. */
export interface EventType<P extends object> {
  readonly name: string
  /** Only carries the payload's type. */
  readonly payload?: P
}

export function defineEvent<P extends object>(name: string): EventType<P> {
  return { name }
}

/** Called in the transaction that announces: for what must be true together with the change (design.md, 3.3). */
export interface ImmediateSubscription {
  readonly event: string
  readonly name: string
  readonly when: 'within-transaction'
  readonly handle: (scope: EngineScope, payload: never, now: Date) => Promise<void>
}

/** Called after commit with a batch, in a transaction of its own that also removes the events: done once or not at all. */
export interface DeferredSubscription {
  readonly event: string
  readonly name: string
  readonly when: 'after-commit'
  readonly batchSize: number
  readonly handle: (scope: EngineScope, payloads: readonly never[], now: Date) => Promise<void>
}

export type Subscription = ImmediateSubscription | DeferredSubscription

export function handleAtOnce<P extends object>(
  event: EventType<P>,
  name: string,
  handle: (scope: EngineScope, payload: P, now: Date) => Promise<void>,
): Subscription {
  return { event: event.name, name, when: 'within-transaction', handle }
}

export function handleLater<P extends object>(
  event: EventType<P>,
  name: string,
  batchSize: number,
  handle: (scope: EngineScope, payloads: readonly P[], now: Date) => Promise<void>,
): Subscription {
  return { event: event.name, name, when: 'after-commit', batchSize, handle }
}
