// All SQL about suppliers' sheets: the questions as they were asked, and every saving of the answers.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { MemberScope } from '../../../platform/database/database.ts'
import type { Filled, Revision, RevisionStep, Sheet, SheetAnswers } from '../sheet.ts'
import type { Recorded } from './purchases.ts'

/** One saving at a time: of two at once the second sees what the first one wrote. */
export async function lockSheet(scope: MemberScope, organisationId: number, sheetId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`supplier sheet ${organisationId} ${sheetId}`}, 0))`.execute(
    scope.db,
  )
}

export interface NewSheet {
  readonly purchaseId: number
  readonly supplier: string
  readonly language: string
  readonly questions: readonly string[]
  readonly formToken: string
}

/** Null where the same form was sent before. */
export async function insertSheet(
  scope: MemberScope,
  organisationId: number,
  sheet: NewSheet,
  by: Recorded,
): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    insert into supplier_sheets (organisation_id, purchase_id, supplier, language, questions, form_token, recorded_at, recorded_by, recorded_by_name)
    values (${organisationId}, ${sheet.purchaseId}, ${sheet.supplier}, ${sheet.language}, ${sql.val([...sheet.questions])}::text[], ${sheet.formToken},
      ${by.recordedAt}, ${by.recordedBy}, ${by.recordedByName})
    on conflict (organisation_id, form_token) do nothing returning id`.execute(scope.db)
  return rows[0]?.id ?? null
}

interface SheetRow extends Omit<Sheet, 'latest'> {
  readonly revisionId: number | null
  readonly step: RevisionStep | null
  readonly answers: SheetAnswers | null
  readonly contactName: string | null
  readonly contactReach: string | null
  readonly savedAt: Date | null
  readonly savedByName: string | null
}

const columns = sql`s.id, s.purchase_id as "purchaseId", s.supplier, s.language, s.questions, s.recorded_at as "recordedAt", s.recorded_by_name as "recordedByName",
  r.id as "revisionId", r.step, r.answers, r.contact_name as "contactName", r.contact_reach as "contactReach", r.recorded_at as "savedAt", r.recorded_by_name as "savedByName"`
const tables = sql`supplier_sheets s left join lateral (
    select * from supplier_sheet_revisions v where v.organisation_id = s.organisation_id and v.sheet_id = s.id order by v.id desc limit 1
  ) r on true`

function sheetOf({
  revisionId,
  step,
  answers,
  contactName,
  contactReach,
  savedAt,
  savedByName,
  ...sheet
}: SheetRow): Sheet {
  if (revisionId === null || step === null || savedAt === null) return { ...sheet, latest: null }
  const latest: Revision = {
    id: revisionId,
    step,
    answers: answers ?? {},
    contact: { name: contactName, reach: contactReach },
    recordedAt: savedAt,
    recordedByName: savedByName ?? '',
  }
  return { ...sheet, latest }
}

export async function selectSheets(
  scope: MemberScope,
  organisationId: number,
  purchaseId: number,
): Promise<readonly Sheet[]> {
  const { rows } = await sql<SheetRow>`
    select ${columns} from ${tables} where s.organisation_id = ${organisationId} and s.purchase_id = ${purchaseId} order by s.id`.execute(
    scope.db,
  )
  return rows.map(sheetOf)
}

export async function findSheet(
  scope: MemberScope,
  organisationId: number,
  sheetId: number,
): Promise<Sheet | null> {
  const { rows } = await sql<SheetRow>`
    select ${columns} from ${tables} where s.organisation_id = ${organisationId} and s.id = ${sheetId}`.execute(
    scope.db,
  )
  return rows[0] ? sheetOf(rows[0]) : null
}

export async function insertRevision(
  scope: MemberScope,
  organisationId: number,
  sheetId: number,
  revision: Filled & { readonly step: RevisionStep },
  by: Recorded,
): Promise<void> {
  const { step, answers, contact } = revision
  await sql`insert into supplier_sheet_revisions (organisation_id, sheet_id, step, answers, contact_name, contact_reach, recorded_at, recorded_by, recorded_by_name)
    values (${organisationId}, ${sheetId}, ${step}, ${JSON.stringify(answers)}::jsonb, ${contact.name}, ${contact.reach}, ${by.recordedAt}, ${by.recordedBy}, ${by.recordedByName})`.execute(
    scope.db,
  )
}

/** What was saved then; null where that is no saving of this sheet. */
export async function findFilled(
  scope: MemberScope,
  organisationId: number,
  sheetId: number,
  revisionId: number,
): Promise<Filled | null> {
  const { rows } = await sql<{ answers: SheetAnswers; name: string | null; reach: string | null }>`
    select answers, contact_name as name, contact_reach as reach from supplier_sheet_revisions
    where organisation_id = ${organisationId} and sheet_id = ${sheetId} and id = ${revisionId}`.execute(
    scope.db,
  )
  const [row] = rows
  return row ? { answers: row.answers, contact: { name: row.name, reach: row.reach } } : null
}

/** Savings since that moment, and of all time. */
export async function countRevisions(
  scope: MemberScope,
  organisationId: number,
  sheetId: number,
  since: Date,
): Promise<{ readonly recent: number; readonly all: number }> {
  const { rows } = await sql<{ recent: number; all: number }>`
    select count(*) filter (where recorded_at > ${since}) as recent, count(*) as all
    from supplier_sheet_revisions where organisation_id = ${organisationId} and sheet_id = ${sheetId}`.execute(
    scope.db,
  )
  return rows[0] ?? { recent: 0, all: 0 }
}
