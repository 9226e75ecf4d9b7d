// Marks clocks as escalated and writes it into the journal, so that no step is taken twice.
// SPDX-License-Identifier: EUPL-1.2
import type { EngineScope } from '../../../platform/database/database.ts'
import { type JournalEntry, record } from '../../../platform/journal/journal.ts'
import { type EscalationStep, markEscalated, type Obligation } from '../../obligations/index.ts'
import type { OwedAnswer } from '../mails/to-members.ts'

export type Who = EscalationStep['who']

/** Each clock reaches a step once, so the first of them names the occasion. */
export function occasionOf(who: Who, owed: readonly OwedAnswer[]): string {
  const first = Math.min(...owed.map(({ obligation }) => obligation.id))
  return `clock ${first} and ${owed.length - 1} more escalated to ${who}`
}

export async function markAll(
  scope: EngineScope,
  owed: readonly OwedAnswer[],
  step: Who,
  level: number,
  now: Date,
): Promise<void> {
  for (const { obligation } of owed)
    await markEscalated(scope, obligation.organisationId, obligation.id, level, now)
  await record(
    scope,
    owed.map(({ obligation }) => entryOf(obligation, step, now)),
  )
}

function entryOf(obligation: Obligation, step: Who, now: Date): JournalEntry {
  return {
    organisationId: obligation.organisationId,
    at: now,
    actor: 'clock',
    action: 'alert.escalated',
    objectType: 'alert',
    objectId: obligation.subjectId,
    details: { step, kind: obligation.kind },
  }
}
