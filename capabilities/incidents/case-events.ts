// Reads the entries of a case's journal as the events that its legal clocks are worked out from.
// SPDX-License-Identifier: EUPL-1.2
import { type CaseEvent, caseEventSchema } from './duties/case-event.ts'
import { inboundMoments } from './duties/moments.ts'

/** What is needed of an entry of the journal; `id` decides the order. */
export interface Entry {
  readonly id: number
  readonly at: Date
  readonly action: string
  readonly details: Readonly<Record<string, unknown>>
}

/** Subject of a decision that a duty without a filing was done, behind which its key stands. */
export const doneSubject = 'done:'

/** Entries that bear on no clock are left out; one that bears on one and cannot be read is a fault of ours and throws. */
export function caseEventsOf(entries: Iterable<Entry>): readonly CaseEvent[] {
  let profile: Record<string, unknown> = {}
  return Array.from(entries).flatMap((entry): readonly CaseEvent[] => {
    const { details, action } = entry
    if (action === 'incident.opened' || action === 'incident.profile-changed') {
      profile = { criticalEntity: 'unknown', ...profile, ...(details.profile as object | undefined) }
      return [read(entry, { kind: 'profile', ...profile })]
    }
    if (action === 'incident.fact-recorded' || action === 'incident.fact-corrected') return factOf(entry)
    if (action === 'incident.filing-sent' && details.correctsId == null)
      return [read(entry, { kind: 'filing', duty: details.duty, submittedAt: details.submittedAt })]
    if (action === 'incident.filing-void')
      return [
        read(entry, {
          kind: 'filing-void',
          duty: details.duty,
          submittedAt: details.submittedAt,
          reason: '',
        }),
      ]
    if (action !== 'incident.decided') return []
    if (details.subject === 'criticalEntity') {
      profile = { ...profile, criticalEntity: details.answer }
      return [read(entry, { kind: 'profile', ...profile })]
    }
    return decisionOf(entry)
  })
}

/** Texts are not in the journal, and no clock hangs on one. */
function factOf(entry: Entry): readonly CaseEvent[] {
  const { key, value } = entry.details
  if (value === undefined) return []
  const statement = { source: 'journal', confidence: 'likely', recordedBy: 'journal', reason: null }
  return [read(entry, { kind: 'fact', fact: { key, value, ...statement } })]
}

function decisionOf(entry: Entry): readonly CaseEvent[] {
  const { subject, answer } = entry.details
  if (subject === 'significant') return [read(entry, { kind: 'significance', answer, reason: '' })]
  if (inboundMoments.some((moment) => moment === subject))
    return [read(entry, { kind: 'inbound', moment: subject, happenedAt: answer })]
  if (typeof subject === 'string' && subject.startsWith(doneSubject))
    return [read(entry, { kind: 'filing', duty: subject.slice(doneSubject.length), submittedAt: answer })]
  return []
}

function read({ id, at }: Entry, event: Record<string, unknown>): CaseEvent {
  return caseEventSchema.parse({ number: id, at: at.toISOString(), ...event })
}
