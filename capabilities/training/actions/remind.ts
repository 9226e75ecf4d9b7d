// Writes to the people of a house who hang up the sheet, never to learners: planned, a week before, a day before.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { EngineScope } from '../../../platform/database/database.ts'
import { type DeliveryRequest, requestDeliveries } from '../../../platform/delivery/delivery.ts'
import { record } from '../../../platform/journal/journal.ts'
import { type Colleague, colleaguesIn } from '../../accounts/index.ts'
import { type Organisation, readOrganisations } from '../../organisations/index.ts'
import type { Courses } from '../course.ts'
import { sheetMail } from '../mails/sheet.ts'
import { reminderDue, reminderSteps } from '../reminders.ts'
import { markTold, selectRemindable, type TrainingClass } from '../store/classes.ts'

export type Reminding = Pick<Context, 'database' | 'translator' | 'origin' | 'wake' | 'log'>

const classesAtOnce = 250

export interface RemindSummary {
  readonly classes: number
  readonly messages: number
}

/** In portions of one transaction each: what is marked as told was asked to be sent, and the other way round. */
export async function remindOfClasses(
  context: Reminding,
  courses: Courses,
  now: Date,
): Promise<RemindSummary> {
  let classes = 0
  let messages = 0
  for (;;) {
    const portion = await context.database.asEngine((scope) => remindPortion(context, scope, courses, now))
    classes += portion.classes
    messages += portion.messages
    if (portion.classes < classesAtOnce) break
  }
  if (messages > 0) await context.wake('delivery.send')
  return { classes, messages }
}

async function remindPortion(
  context: Reminding,
  scope: EngineScope,
  courses: Courses,
  now: Date,
): Promise<RemindSummary> {
  const due = (await selectRemindable(scope, now, { steps: reminderSteps, limit: classesAtOnce })).map(
    (one) => ({ ...one, step: reminderDue(one, now) ?? one.toldSteps }),
  )
  if (due.length === 0) return { classes: 0, messages: 0 }
  const houses = [...new Set(due.map(({ organisationId }) => organisationId))]
  const organisations = new Map((await readOrganisations(scope, houses)).map((one) => [one.id, one]))
  const colleagues = Map.groupBy(await colleaguesIn(scope, houses), ({ organisationId }) => organisationId)
  const told = due.map((one) => ({ ...one, toldSteps: one.step + 1 }))
  const written = due.map((one) => ({
    of: one,
    people: recipientsOf(one, colleagues.get(one.organisationId) ?? []),
  }))
  const requests = written.flatMap(({ of, people }) => {
    const organisation = organisations.get(of.organisationId)
    return organisation
      ? people.map((person) => requestFor(context, courses, { of, organisation, person }, now))
      : []
  })
  await requestDeliveries(scope, requests, now)
  await markTold(scope, told)
  await record(
    scope,
    written.map(({ of, people }) => ({
      organisationId: of.organisationId,
      at: now,
      actor: 'training',
      action: 'training.reminded',
      objectType: 'training-class',
      objectId: of.id,
      details: { step: of.step, people: people.map(({ personId }) => personId) },
    })),
  )
  return { classes: due.length, messages: requests.length }
}

/** Those chosen who still belong to the house; for a campaign of the centre its leads. */
function recipientsOf(of: TrainingClass, colleagues: readonly Colleague[]): readonly Colleague[] {
  return of.kind === 'campaign'
    ? colleagues.filter(({ role }) => role === 'lead')
    : colleagues.filter(({ personId }) => of.people.includes(personId))
}

export interface Told {
  readonly of: TrainingClass & { readonly until: Date; readonly step: number }
  readonly organisation: Organisation
  readonly person: Colleague
}

function requestFor(context: Reminding, courses: Courses, told: Told, now: Date): DeliveryRequest {
  const { of, person } = told
  const course = courses().find(({ key }) => key === of.courseKey) ?? null
  return {
    organisationId: of.organisationId,
    kind: 'training.sheet',
    occasion: `training class ${of.id} step ${of.step}`,
    recipient: person.email,
    language: person.language,
    subjectType: 'training-class',
    subjectId: of.id,
    message: sheetMail(context, told, course),
    urgent: false,
    notBefore: now,
  }
}
