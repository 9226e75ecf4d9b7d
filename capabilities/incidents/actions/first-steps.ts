// Follows the steps at the scene: what was answered, what was done, and the one that is on.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { MemberScope } from '../../../platform/database/database.ts'
import { historyOf } from '../../../platform/journal/journal.ts'
import { findOrganisation } from '../../organisations/index.ts'
import type { CaseNumbers } from '../case-key.ts'
import {
  type DoneStep,
  type FirstStep,
  firstSteps,
  nextStep,
  type StepAnswers,
  type StepOutcome,
} from '../first-steps.ts'
import type { Incident } from '../incident.ts'
import { findIncident } from '../store/incidents.ts'
import { insertNote } from '../store/room.ts'
import { inRoom, noteInJournal } from './room.ts'

/** The entry of the journal that holds the ticked answers. */
export const answeredAction = 'incident.first-contact'
const stepAction = 'incident.first-step'
/** Entries; the first night of a case has some dozens. */
const maxEntries = 5_000

export interface Night {
  readonly incident: Incident
  readonly organisationName: string
  readonly timeZone: string
  readonly answers: StepAnswers
  readonly done: readonly DoneStep[]
  /** Null where nothing is left, or an officer has taken over and the current one is done. */
  readonly step: FirstStep | null
}

/** Null where there is no such case. */
export function readNight(
  context: Pick<Context, 'database'>,
  { organisationId, incidentId }: CaseNumbers,
): Promise<Night | null> {
  return context.database.asMember(organisationId, async (scope) => {
    const incident = await findIncident(scope, organisationId, incidentId)
    const organisation = await findOrganisation(scope, organisationId)
    if (!incident || !organisation) return null
    const { name: organisationName, timeZone } = organisation
    return { incident, organisationName, timeZone, ...(await standingOf(scope, incident)) }
  })
}

async function standingOf(
  scope: MemberScope,
  { organisationId, id, answeredAt }: Incident,
): Promise<Pick<Night, 'answers' | 'done' | 'step'>> {
  const object = { organisationId, objectType: 'incident', objectId: id }
  const entries = await historyOf(scope, object, maxEntries)
  const told = entries.find((entry) => entry.action === answeredAction)?.details
  // The page wrote them itself, from its own closed lists.
  const answers = (told ?? { danger: 'unknown', spreading: 'unknown', sights: [] }) as unknown as StepAnswers
  const done = entries
    .filter((entry) => entry.action === stepAction)
    .map(({ details, at }) => ({ ...(details as unknown as Pick<DoneStep, 'step' | 'outcome'>), at }))
    .filter(({ step }) => firstSteps.includes(step))
    .toReversed()
  const lastAt = done.at(-1)?.at
  // From then on the officer says on the telephone what comes next; what stands on the page is still finished.
  const isTakenOver = answeredAt !== null && lastAt !== undefined && lastAt >= answeredAt
  return { answers, done, step: isTakenOver ? null : nextStep(answers, done) }
}

/** Only the step that is on: the button pressed twice, or on a page that grew old, changes nothing. */
export function markStep(
  context: Pick<Context, 'database'>,
  numbers: CaseNumbers,
  mark: {
    readonly step: FirstStep
    readonly outcome: StepOutcome
    readonly text: string
    readonly name: string
  },
  now: Date,
): Promise<void> {
  const access = { ...numbers, via: 'guest', actor: 'first-contact', name: mark.name, may: 'write' } as const
  return inRoom(
    context,
    access,
    now,
    async (room) => {
      const { step } = await standingOf(room.scope, room.incident)
      if (room.incident.state === 'closed' || step !== mark.step) return
      const note = { kind: 'action', text: mark.text, happenedAt: now, ...room.by } as const
      const noteId = await insertNote(room.scope, numbers, note)
      await noteInJournal(room, 'first-step', { step, outcome: mark.outcome, noteId })
    },
    { write: true, closed: true },
  )
}
