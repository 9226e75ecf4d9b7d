// All SQL about campaigns and the invitations of their members.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { CentreScope, EngineScope, MemberScope } from '../../../platform/database/database.ts'
import { organisationNames } from '../../organisations/index.ts'
import type { Campaign, Invitation } from '../campaign.ts'

const columns = sql`id, year, due_at as "dueAt", for_all as "forAll", opened_at as "openedAt", opened_by_name as "openedByName", ended_at as "endedAt"`
const invitation = sql`organisation_id as "organisationId", campaign_id as "campaignId", year, due_at as "dueAt", invited_at as "invitedAt",
  told_step as "toldStep", closed_at as "closedAt"`

/** Null where a campaign of that year is running. */
export async function insertCampaign(
  scope: EngineScope,
  given: Pick<Campaign, 'year' | 'dueAt' | 'forAll' | 'openedAt' | 'openedByName'>,
): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    insert into assessment_campaigns (year, due_at, for_all, opened_at, opened_by_name)
    values (${given.year}, ${given.dueAt}, ${given.forAll}, ${given.openedAt}, ${given.openedByName})
    on conflict (year) where ended_at is null do nothing returning id`.execute(scope.db)
  return rows[0]?.id ?? null
}

/** The newest first. */
export async function selectCampaigns(scope: CentreScope | EngineScope): Promise<readonly Campaign[]> {
  const { rows } = await sql<Campaign>`
    select ${columns} from assessment_campaigns order by (ended_at is not null), year desc, id desc limit 50`.execute(
    scope.db,
  )
  return rows
}

export async function findCampaign(scope: CentreScope | EngineScope, id: number): Promise<Campaign | null> {
  const { rows } = await sql<Campaign>`select ${columns} from assessment_campaigns where id = ${id}`.execute(
    scope.db,
  )
  return rows[0] ?? null
}

export async function markEnded(scope: EngineScope, id: number, at: Date): Promise<boolean> {
  const { rows } =
    await sql`update assessment_campaigns set ended_at = ${at} where id = ${id} and ended_at is null returning id`.execute(
      scope.db,
    )
  return rows.length > 0
}

/** Providers only. Who has closed the check of that year already is never reminded. Repeated, it adds who is new. */
export async function inviteMembers(
  scope: EngineScope,
  { id, year, dueAt }: Pick<Campaign, 'id' | 'year' | 'dueAt'>,
  members: readonly number[] | 'all',
  now: Date,
): Promise<number> {
  const { rows } = await sql`
    insert into assessment_invitations (organisation_id, campaign_id, year, due_at, invited_at, closed_at)
    select o.id, ${id}, ${year}, ${dueAt}, ${now},
      (select max(a.closed_at) from assessments a where a.organisation_id = o.id and a.year = ${year})
    from ${organisationNames} o
    where o.kind = 'provider' and ${members === 'all' ? sql`true` : sql`o.id = any(${members}::bigint[])`}
    on conflict (organisation_id, campaign_id) do nothing returning organisation_id`.execute(scope.db)
  return rows.length
}

/** Waiting ones that have not been told this step, a portion at a time. */
export async function claimToTell(
  scope: EngineScope,
  campaignId: number,
  step: number,
  limit: number,
): Promise<readonly Invitation[]> {
  const { rows } = await sql<Invitation>`
    select ${invitation} from assessment_invitations
    where campaign_id = ${campaignId} and closed_at is null and told_step < ${step}
    order by organisation_id limit ${limit} for update skip locked`.execute(scope.db)
  return rows
}

export async function markTold(
  scope: EngineScope,
  campaignId: number,
  members: readonly number[],
  { step, at }: { readonly step: number; readonly at: Date },
): Promise<void> {
  await sql`update assessment_invitations set told_step = ${step}, told_at = ${at}
    where campaign_id = ${campaignId} and organisation_id = any(${members}::bigint[])`.execute(scope.db)
}

/** Of one member: those of campaigns whose check is still owed, the earliest date first. */
export async function openInvitations(
  scope: MemberScope,
  organisationId: number,
): Promise<readonly Invitation[]> {
  const { rows } = await sql<Invitation>`
    select ${invitation} from assessment_invitations
    where organisation_id = ${organisationId} and closed_at is null order by due_at limit 10`.execute(
    scope.db,
  )
  return rows
}

export async function markInvitationsClosed(
  scope: MemberScope,
  organisationId: number,
  year: number,
  at: Date,
): Promise<void> {
  await sql`update assessment_invitations set closed_at = ${at}
    where organisation_id = ${organisationId} and year = ${year} and closed_at is null`.execute(scope.db)
}

export interface MemberRow {
  readonly organisationId: number
  readonly name: string
  readonly country: string
  readonly dueAt: Date
  readonly closedAt: Date | null
}

export async function selectMembersOf(
  scope: CentreScope,
  campaignId: number,
  limit: number,
): Promise<readonly MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    select i.organisation_id as "organisationId", o.name, o.country, i.due_at as "dueAt", i.closed_at as "closedAt"
    from assessment_invitations i join ${organisationNames} o on o.id = i.organisation_id
    where i.campaign_id = ${campaignId} order by (i.closed_at is not null), lower(o.name), o.id limit ${limit}`.execute(
    scope.db,
  )
  return rows
}

export interface Rate {
  readonly country: string
  readonly invited: number
  readonly closed: number
}

export async function selectRates(scope: CentreScope, campaignId: number): Promise<readonly Rate[]> {
  const { rows } = await sql<Rate>`
    select o.country, count(*) as invited, count(i.closed_at) as closed
    from assessment_invitations i join ${organisationNames} o on o.id = i.organisation_id
    where i.campaign_id = ${campaignId} group by o.country order by o.country`.execute(scope.db)
  return rows
}
