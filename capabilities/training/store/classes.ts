// All SQL about classes: the codes on sheets of paper, and whom to remind of them.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope, MemberScope } from '../../../platform/database/database.ts'

export interface TrainingClass {
  readonly organisationId: number
  readonly id: number
  readonly courseKey: string
  readonly kind: 'class' | 'self' | 'campaign'
  /** Null for the standing class of a course. */
  readonly label: string | null
  readonly code: string
  readonly language: string
  readonly until: Date | null
  readonly people: readonly number[]
  readonly toldSteps: number
  readonly campaignId: number | null
  readonly madeAt: Date
  readonly madeByName: string
  readonly closedAt: Date | null
}

export type NewClass = Omit<TrainingClass, 'id' | 'toldSteps' | 'closedAt'> & {
  readonly formToken: string | null
  readonly madeBy: string
}

type OwnScope = MemberScope | EngineScope

const columns = sql`organisation_id as "organisationId", id, course_key as "courseKey", kind, label, code, language, until,
  to_jsonb(people) as people, told_steps as "toldSteps", campaign_id as "campaignId", made_at as "madeAt", made_by_name as "madeByName", closed_at as "closedAt"`

/** Set-based: a campaign of the centre makes one for each member. What is there already stays as it is. */
export async function insertClasses(
  scope: OwnScope,
  classes: readonly NewClass[],
): Promise<readonly { readonly organisationId: number; readonly id: number }[]> {
  if (classes.length === 0) return []
  const { rows } = await sql<{ organisationId: number; id: number }>`
    insert into training_classes (organisation_id, course_key, kind, label, code, language, until, people, campaign_id, form_token, made_at, made_by, made_by_name)
    select "organisationId", "courseKey", kind, label, code, language, until, people, "campaignId", "formToken", "madeAt", "madeBy", "madeByName"
    from jsonb_to_recordset(${JSON.stringify(classes)}::jsonb) as c("organisationId" bigint, "courseKey" text, kind text, label text, code text,
      language text, until timestamptz, people bigint[], "campaignId" bigint, "formToken" text, "madeAt" timestamptz, "madeBy" text, "madeByName" text)
    on conflict do nothing returning organisation_id as "organisationId", id`.execute(scope.db)
  return rows
}

export async function findClass(
  scope: OwnScope,
  organisationId: number,
  id: number,
): Promise<TrainingClass | null> {
  const { rows } = await sql<TrainingClass>`
    select ${columns} from training_classes where organisation_id = ${organisationId} and id = ${id}`.execute(
    scope.db,
  )
  return rows[0] ?? null
}

export async function findClassByForm(
  scope: OwnScope,
  organisationId: number,
  formToken: string,
): Promise<TrainingClass | null> {
  const { rows } = await sql<TrainingClass>`
    select ${columns} from training_classes where organisation_id = ${organisationId} and form_token = ${formToken}`.execute(
    scope.db,
  )
  return rows[0] ?? null
}

/** A stranger knows the code only, so it is looked for among those of all houses; of two with one code the open one counts. */
export async function findClassByCode(
  scope: EngineScope,
  code: string,
  now: Date,
): Promise<TrainingClass | null> {
  const { rows } = await sql<TrainingClass>`
    select ${columns} from training_classes where code = ${code}
    order by (closed_at is null and (until is null or until > ${now})) desc, id limit 1`.execute(scope.db)
  return rows[0] ?? null
}

export async function findSelfClass(
  scope: OwnScope,
  organisationId: number,
  courseKey: string,
): Promise<TrainingClass | null> {
  const { rows } = await sql<TrainingClass>`
    select ${columns} from training_classes where organisation_id = ${organisationId} and course_key = ${courseKey} and kind = 'self'`.execute(
    scope.db,
  )
  return rows[0] ?? null
}

export async function selectClasses(
  scope: OwnScope,
  organisationId: number,
  limit: number,
): Promise<readonly TrainingClass[]> {
  const { rows } = await sql<TrainingClass>`
    select ${columns} from training_classes where organisation_id = ${organisationId} and kind <> 'self'
    order by made_at desc, id desc limit ${limit}`.execute(scope.db)
  return rows
}

/** False where it was closed before, or is not there. */
export async function markClosed(
  scope: OwnScope,
  { organisationId, id }: { readonly organisationId: number; readonly id: number },
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`update training_classes set closed_at = ${now}
    where organisation_id = ${organisationId} and id = ${id} and closed_at is null and kind <> 'self' returning id`.execute(
    scope.db,
  )
  return rows.length > 0
}

/** Those with a day on which they end, and somebody to remind; the first to end first. */
export async function selectRemindable(
  scope: EngineScope,
  now: Date,
  { steps, limit }: { readonly steps: number; readonly limit: number },
): Promise<readonly (TrainingClass & { readonly until: Date })[]> {
  const { rows } = await sql<TrainingClass & { readonly until: Date }>`
    select ${columns} from training_classes
    where closed_at is null and kind <> 'self' and until > ${now} and told_steps < ${steps}
      and (kind = 'campaign' or cardinality(people) > 0)
      and (told_steps = 0 or (told_steps = 1 and until - interval '7 days' <= ${now}) or until - interval '1 day' <= ${now})
    order by until, organisation_id, id limit ${limit}`.execute(scope.db)
  return rows
}

export async function markTold(
  scope: EngineScope,
  told: readonly { readonly organisationId: number; readonly id: number; readonly toldSteps: number }[],
): Promise<void> {
  if (told.length === 0) return
  await sql`update training_classes c set told_steps = t."toldSteps"
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as t("organisationId" bigint, id bigint, "toldSteps" int)
    where c.organisation_id = t."organisationId" and c.id = t.id`.execute(scope.db)
}
