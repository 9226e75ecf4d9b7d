// SQL of matched pairs with their level, for lists in both directions that others join with their own tables.
// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely'
import type { MemberScope } from '../../../platform/database/database.ts'
import { certainIdentities, certainRange } from '../match-level.ts'

/** What is asked about, as conditions on these two columns; null is no condition. At least one must be given. */
export interface MatchedQuestion {
  readonly ofAdvisories: ((advisoryId: RawBuilder<unknown>) => RawBuilder<unknown>) | null
  readonly ofVersions: ((productVersionId: RawBuilder<unknown>) => RawBuilder<unknown>) | null
}

/**
 * advisory_id, product_version_id, level, answer, identity_grade, range_grade, vulnerabilities, serials. `ignored` pairs are those
 * whose products are linked and that have no verdict, one that says "not affected", or one from which the member's own
 * documents free it.
 */
export function matchedPairs(
  { organisationId }: MemberScope,
  question: MatchedQuestion,
): RawBuilder<unknown> {
  const asked = (advisoryId: string, productVersionId: string) =>
    sql`${question.ofAdvisories?.(sql.ref(advisoryId)) ?? sql`true`} and ${question.ofVersions?.(sql.ref(productVersionId)) ?? sql`true`}`
  return sql`(
    select v.advisory_id, v.product_version_id, case when e.advisory_id is null then ${level} else 'ignored' end as level,
      case when e.advisory_id is null then v.answer else 'not_affected' end as answer, v.identity_grade, v.range_grade, v.vulnerabilities, v.serials
    from verdicts v left join member_exemptions e on e.organisation_id = ${organisationId}
      and e.advisory_id = v.advisory_id and e.product_version_id = v.product_version_id
    where ${asked('v.advisory_id', 'v.product_version_id')}
    union all
    select linked.*, 'ignored', 'not_affected', null, null, '{}'::text[], null::text[]
    from (
      select distinct s.advisory_id, v.id as product_version_id
      from statements s join product_links l on l.stated_product_id = s.product_id
        join product_versions v on v.product_id = l.inventory_product_id
      where ${asked('s.advisory_id', 'v.id')}) linked
    where not exists (select from verdicts v
      where v.advisory_id = linked.advisory_id and v.product_version_id = linked.product_version_id))`
}

/** `levelOf` for a row of verdicts. */
const level = sql`case when v.answer = 'cannot_tell' then 'possible' when v.answer <> 'affected' then 'ignored'
  when v.identity_grade in (${sql.join(certainIdentities.map((grade) => sql.lit(grade)))}) and v.range_grade = ${sql.lit(certainRange)} then 'certain'
  else 'likely' end`
