// The alerts that were raised together at one instant, for what follows them.
// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely'
import type { EngineScope } from '../../../platform/database/database.ts'
import type { AlertState } from '../alert.ts'
import type { AlertOpened, AlertsRaised } from '../events.ts'
import type { Urgency } from '../urgency.ts'

const ofRaised = ({ advisoryIds, openedAt }: AlertsRaised) =>
  sql`advisory_id = any(${advisoryIds}::bigint[]) and opened_at = ${new Date(openedAt)}`

/** organisation_id, subject_id and the case that rules look at, of those still in these states. */
export function raisedAlerts(raised: AlertsRaised, states: readonly AlertState[]): RawBuilder<unknown> {
  return sql`(select organisation_id, id as subject_id, urgency as "case" from alerts
    where ${ofRaised(raised)} and state = any(${states}::text[]))`
}

/** Of one urgency, after the one given, in a fixed order. */
export async function selectRaised(
  scope: EngineScope,
  raised: AlertsRaised,
  urgency: Urgency,
  after: Pick<AlertOpened, 'organisationId' | 'alertId'> | null,
  limit: number,
): Promise<readonly AlertOpened[]> {
  const { rows } = await sql<AlertOpened>`
    select organisation_id as "organisationId", advisory_id as "advisoryId", id as "alertId", urgency from alerts
    where ${ofRaised(raised)} and urgency = ${urgency}
      and (organisation_id, id) > (${after?.organisationId ?? 0}::bigint, ${after?.alertId ?? 0}::bigint)
    order by organisation_id, id limit ${limit}`.execute(scope.db)
  return rows
}
