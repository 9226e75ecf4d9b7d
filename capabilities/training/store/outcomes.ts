// All SQL about how tries ended: those that wait for a group of five, and the groups that were released.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { CentreScope, EngineScope, MemberScope } from '../../../platform/database/database.ts'
import type { NumberedRelease } from '../experiences.ts'
import type { NewRelease, Waiting } from '../floor.ts'
import type { EndedTry } from './learners.ts'

/** Nothing in it leads back to the try. */
export async function insertOutcomes(scope: EngineScope, ended: readonly EndedTry[]): Promise<void> {
  if (ended.length === 0) return
  await sql`insert into training_outcomes (organisation_id, class_id, outcome, ended_on)
    select "organisationId", "classId", outcome, "endedOn"
    from jsonb_to_recordset(${JSON.stringify(ended)}::jsonb) as e("organisationId" bigint, "classId" bigint, outcome text, "endedOn" date)`.execute(
    scope.db,
  )
}

/** With the numbers of the rows, so that what comes in meanwhile is not taken for counted. */
export type CountedWaiting = Waiting & { readonly rows: readonly number[] }

export async function selectWaiting(scope: EngineScope, now: Date): Promise<readonly CountedWaiting[]> {
  const { rows } = await sql<CountedWaiting>`
    select o.organisation_id as "organisationId", o.class_id as "classId", c.course_key as "courseKey", o.outcome,
      (c.closed_at is not null or (c.until is not null and c.until <= ${now})) as "isClassPast",
      count(*)::int as people, to_char(max(o.ended_on), 'YYYY-MM-DD') as "lastDay", array_agg(o.id order by o.id) as rows
    from training_outcomes o join training_classes c on c.organisation_id = o.organisation_id and c.id = o.class_id
    group by o.organisation_id, o.class_id, o.outcome, c.course_key, c.closed_at, c.until
    order by o.organisation_id, o.class_id, o.outcome`.execute(scope.db)
  return rows.map((row) => ({ ...row, rows: row.rows.map(Number) }))
}

/** Moves people out of the waiting ones into releases: in one step, so that nobody is counted twice. */
export async function insertReleases(
  scope: EngineScope,
  releases: readonly NewRelease[],
  waiting: readonly CountedWaiting[],
  now: Date,
): Promise<void> {
  if (releases.length === 0) return
  const taken = releases.flatMap(({ of }) =>
    of.flatMap(
      (one) => waiting.find((row) => row === one)?.rows.map((id) => [one.organisationId, id] as const) ?? [],
    ),
  )
  await sql`delete from training_outcomes where (organisation_id, id) in (
    select * from unnest(${taken.map(([organisation]) => organisation)}::bigint[], ${taken.map(([, id]) => id)}::bigint[]))`.execute(
    scope.db,
  )
  const rows = releases.map(({ of: _of, ...release }) => release)
  await sql`insert into training_releases (organisation_id, course_key, class_id, outcome, people, month, released_at)
    select "organisationId", "courseKey", "classId", outcome, people, month, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("organisationId" bigint, "courseKey" text, "classId" bigint, outcome text, people int, month date)`.execute(
    scope.db,
  )
}

const columns = sql`id, organisation_id as "organisationId", course_key as "courseKey", class_id as "classId", outcome, people,
  to_char(month, 'YYYY-MM-DD') as month, released_at as "releasedAt"`

export async function selectReleases(
  scope: MemberScope | EngineScope,
  organisationIds: readonly number[],
): Promise<readonly NumberedRelease[]> {
  const { rows } = await sql<NumberedRelease>`
    select ${columns} from training_releases where organisation_id = any(${organisationIds}::bigint[])
    order by organisation_id, id`.execute(scope.db)
  return rows
}

/** Of all members: groups of five and more, as the members themselves see them. */
export async function selectAllReleases(scope: CentreScope): Promise<readonly NumberedRelease[]> {
  const { rows } = await sql<NumberedRelease>`
    select ${columns} from training_releases order by organisation_id, id`.execute(scope.db)
  return rows
}

/** Houses whose certificates have to be looked after: those with a release of people who passed. */
export async function organisationsWithReleases(scope: EngineScope): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct organisation_id as id from training_releases where outcome = 'passed' order by 1`.execute(
    scope.db,
  )
  return rows.map(({ id }) => id)
}
