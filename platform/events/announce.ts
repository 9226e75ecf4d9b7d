// Announces events: immediate subscribers run now, the others get a row that commits with the change.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope, Scope } from '../database/database.ts'
import type { DeferredSubscription, EventType, Subscription } from './event.ts'

export interface Events {
  readonly deferred: () => readonly DeferredSubscription[]
  /** Only the engine's transactions may announce events that others answer within the same transaction. */
  announce<P extends object>(
    scope: Scope,
    event: EventType<P>,
    payloads: P | readonly P[],
    now: Date,
  ): Promise<void>
}

/** The list is filled while the application is put together, so it is read at each announcement. */
export function createEvents(subscriptions: readonly Subscription[]): Events {
  return {
    deferred: () => subscriptions.filter((subscription) => subscription.when === 'after-commit'),
    async announce(scope, event, payloads, now) {
      const list: readonly object[] = Array.isArray(payloads) ? payloads : [payloads]
      if (list.length === 0) return
      for (const subscription of subscriptions) {
        if (subscription.event !== event.name) continue
        if (subscription.when === 'after-commit') await queue(scope, subscription.name, list, now)
        // The payload's type was checked where the subscription was made for this event.
        else
          for (const payload of list)
            await subscription.handle(engineOnly(scope, event.name), payload as never, now)
      }
    },
  }
}

function engineOnly(scope: Scope, event: string): EngineScope {
  if (scope.role === 'engine') return scope
  throw new Error(
    `${event} has subscribers within the transaction and was announced by the role ${scope.role}; announce it from asEngine or asEngineFor.`,
  )
}

async function queue(
  scope: Scope,
  subscription: string,
  payloads: readonly object[],
  now: Date,
): Promise<void> {
  await sql`insert into events (subscription, payload, announced_at, not_before)
    select ${subscription}, value, ${now}, ${now} from jsonb_array_elements(${JSON.stringify(payloads)}::jsonb)`.execute(
    scope.db,
  )
}
