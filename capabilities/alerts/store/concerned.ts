// Which hospital is concerned by which advisory, with how many assets and in which situation: the widest query there is.
// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely'
import { installedPieces, installedVersions, installedVersionsOf } from '../../assets/index.ts'
import { concerningVerdicts, memberExemptions } from '../../matching/index.ts'

/** Which part of all members and all advisories is looked at. */
export type Part =
  | {
      readonly advisoryIds: readonly number[]
      /** Members after the one and up to the other number; null is no bound. */
      readonly members: { readonly after: number; readonly upTo: number } | null
    }
  | { readonly organisationId: number }

/**
 * organisation_id, advisory_id, affected, unsure, situation. Facts for the urgency come from the affected assets; only
 * where there is none, from those that we cannot tell of.
 */
export function concernedIn(
  part: Part,
  has: { readonly exemptions: boolean; readonly serials: boolean } = { exemptions: true, serials: true },
): RawBuilder<unknown> {
  const installed = 'advisoryIds' in part ? installedVersions : installedVersionsOf(part.organisationId)
  const found = (by: RawBuilder<unknown>, isMeant: RawBuilder<unknown>) => sql`
    select i.organisation_id, v.advisory_id, v.answer, i.assets, i.standing
    from ${concerningVerdicts} v join ${by} i on i.product_version_id = v.product_version_id
    where ${within(part, sql.ref('v.advisory_id'), sql.ref('i.organisation_id'))} ${isMeant}
      ${has.exemptions ? isNotExempt : sql``}`
  // Of a verdict on single pieces the assets themselves are looked at; where there is none, nothing is.
  const everywhere = found(installed, has.serials ? sql`and v.serials is null` : sql``)
  const rows = has.serials ? sql`${everywhere} union all ${found(installedPieces, isPieceMeant)}` : everywhere
  return sql`(
    select organisation_id, advisory_id, coalesce(affected, 0)::int as affected, coalesce(unsure, 0)::int as unsure,
      ${situation} as situation
    from (
      select organisation_id, advisory_id,
        sum(assets) filter (where answer = 'affected') as affected,
        sum(assets) filter (where answer = 'cannot_tell') as unsure,
        coalesce(bit_or(standing) filter (where answer = 'affected'), bit_or(standing)) as standing
      from (${rows}) found
      group by organisation_id, advisory_id
      -- A fence: without it the aggregates are copied into every place that looks at the standing.
      offset 0) counted)`
}

/** The same part as a condition on other tables. */
export function within(
  part: Part,
  advisoryId: RawBuilder<unknown>,
  organisationId: RawBuilder<unknown>,
): RawBuilder<unknown> {
  if (!('advisoryIds' in part)) return sql`${organisationId} = ${part.organisationId}`
  const ofAdvisories = sql`${advisoryId} = any(${part.advisoryIds}::bigint[])`
  if (part.members === null) return ofAdvisories
  return sql`${ofAdvisories} and ${organisationId} > ${part.members.after} and ${organisationId} <= ${part.members.upTo}`
}

/** An asset whose number is not known counts. */
const isPieceMeant = sql`and v.serials is not null and (i.serial_key = '' or i.serial_key like any(v.serials))`

const isNotExempt = sql`and not exists (select 1 from ${memberExemptions} e where e.organisation_id = i.organisation_id
  and e.advisory_id = v.advisory_id and e.product_version_id = v.product_version_id)`

/** As situation.ts counts them; the bits are those of assets/standing.ts. */
const situation = sql`(
  12 * case when standing & 1 > 0 then 0 when standing & 2 > 0 then 1 when standing & 4 > 0 then 2 when standing & 8 > 0 then 3 else 4 end
  + 2 * case when standing & 32 > 0 then 0 when standing & 64 > 0 then 1 when standing & 128 > 0 then 2 when standing & 256 > 0 then 3 when standing & 512 > 0 then 4 else 5 end
  + case when standing & 1024 > 0 then 1 else 0 end)`
