// Once a night: tries that are over are deleted, groups of five are released, and what is to be given again is owed.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { EngineScope } from '../../../platform/database/database.ts'
import { record } from '../../../platform/journal/journal.ts'
import { cancelObligations, dischargeObligations, startObligations } from '../../obligations/index.ts'
import type { Courses } from '../course.ts'
import { releasesOf } from '../floor.ts'
import { renewalDue } from '../rates.ts'
import { attemptsEndBefore } from '../retention.ts'
import { deleteTries } from '../store/learners.ts'
import {
  insertOutcomes,
  insertReleases,
  organisationsWithReleases,
  selectReleases,
  selectWaiting,
} from '../store/outcomes.ts'
import { putRenewals, type Renewal, selectRenewals } from '../store/renewals.ts'

type Counting = Pick<Context, 'database'>

const triesAtOnce = 2000
const housesAtOnce = 200
export const renewalSubject = 'training-course'

export interface CountSummary {
  readonly deleted: number
  readonly released: number
  readonly renewals: number
}

export async function countLearners(context: Counting, courses: Courses, now: Date): Promise<CountSummary> {
  const deleted = await endTries(context, now)
  const released = await context.database.asEngine((scope) => release(scope, now))
  const renewals = await renew(context, courses, now)
  return { deleted, released, renewals }
}

/** Deleting and counting stand in one transaction, so that nobody is lost or counted twice. */
async function endTries(context: Counting, now: Date): Promise<number> {
  let all = 0
  for (;;) {
    const deleted = await context.database.asEngine(async (scope) => {
      const tries = await deleteTries(scope, attemptsEndBefore(now), triesAtOnce)
      await insertOutcomes(scope, tries.ended)
      return tries.deleted
    })
    all += deleted
    if (deleted < triesAtOnce) return all
  }
}

async function release(scope: EngineScope, now: Date): Promise<number> {
  const waiting = await selectWaiting(scope, now)
  const releases = releasesOf(waiting)
  await insertReleases(scope, releases, waiting, now)
  await record(
    scope,
    releases.map(({ organisationId, courseKey, outcome, people }) => ({
      organisationId,
      at: now,
      actor: 'training',
      action: 'training.counted',
      objectType: renewalSubject,
      objectId: courseKey,
      details: { outcome, people },
    })),
  )
  return releases.length
}

async function renew(context: Counting, courses: Courses, now: Date): Promise<number> {
  const houses = await context.database.asEngine(organisationsWithReleases)
  let changed = 0
  for (let start = 0; start < houses.length; start += housesAtOnce) {
    const some = houses.slice(start, start + housesAtOnce)
    changed += await context.database.asEngine((scope) => renewOf(scope, some, courses, now))
  }
  return changed
}

async function renewOf(
  scope: EngineScope,
  houses: readonly number[],
  courses: Courses,
  now: Date,
): Promise<number> {
  const before = await selectRenewals(scope, houses)
  const releases = await selectReleases(scope, houses)
  const taught = new Map(courses().map(({ key, body }) => [key, body.validMonths]))
  const wanted = houses.flatMap((organisationId) => {
    const own = Map.groupBy(
      releases.filter((one) => one.organisationId === organisationId),
      ({ courseKey }) => courseKey,
    )
    return [...own].map(([courseKey, of]) => {
      const months = taught.get(courseKey)
      return { organisationId, courseKey, dueAt: months === undefined ? null : renewalDue(of, months) }
    })
  })
  const changed = await putRenewals(scope, wanted)
  for (const renewal of changed) await oweAnew(scope, renewal, before, now)
  return changed.length
}

/** A later day than before: new certificates have made up for old ones, so what was owed is done. */
async function oweAnew(
  scope: EngineScope,
  renewal: Renewal,
  before: readonly Renewal[],
  now: Date,
): Promise<void> {
  const { organisationId, id, dueAt } = renewal
  const old = before.find((one) => one.organisationId === organisationId && one.id === id)?.dueAt ?? null
  const end = {
    organisationIds: [organisationId],
    subjectType: renewalSubject,
    subjectIds: [id],
    kinds: ['course-renew'] as const,
    at: now,
  }
  if (old && dueAt && dueAt > old) await dischargeObligations(scope, end, 'training')
  else await cancelObligations(scope, end)
  if (!dueAt) return
  await startObligations(scope, [
    {
      organisationId,
      kind: 'course-renew',
      when: null,
      subjectType: renewalSubject,
      subjectId: id,
      startsAt: now < dueAt ? now : dueAt,
      chosenDueAt: dueAt,
    },
  ])
}
