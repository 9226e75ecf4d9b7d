// All SQL about campaigns of the centre.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { CentreScope, EngineScope } from '../../../platform/database/database.ts'

export interface Campaign {
  readonly organisationId: number
  readonly id: number
  readonly courseKey: string
  readonly label: string
  readonly until: Date
  /** How many members got a class. */
  readonly members: number
  readonly madeAt: Date
  readonly madeByName: string
}

export type NewCampaign = Omit<Campaign, 'id'> & { readonly formToken: string; readonly madeBy: string }

/** Null where the same form was sent before. */
export async function insertCampaign(scope: EngineScope, campaign: NewCampaign): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    insert into training_campaigns (organisation_id, course_key, label, until, members, form_token, made_at, made_by, made_by_name)
    values (${campaign.organisationId}, ${campaign.courseKey}, ${campaign.label}, ${campaign.until}, ${campaign.members},
      ${campaign.formToken}, ${campaign.madeAt}, ${campaign.madeBy}, ${campaign.madeByName})
    on conflict (organisation_id, form_token) do nothing returning id`.execute(scope.db)
  return rows[0]?.id ?? null
}

export async function selectCampaigns(scope: CentreScope, limit: number): Promise<readonly Campaign[]> {
  const { rows } = await sql<Campaign>`
    select organisation_id as "organisationId", id, course_key as "courseKey", label, until, members, made_at as "madeAt", made_by_name as "madeByName"
    from training_campaigns order by made_at desc, id desc limit ${limit}`.execute(scope.db)
  return rows
}
