// Matched pairs held against the single assets: a verdict on certain serial numbers leaves the others out.
// SPDX-License-Identifier: EUPL-1.2
import { type RawBuilder, sql } from 'kysely'

/**
 * advisory_id, product_version_id, level, answer, identity_grade, range_grade, vulnerabilities of matching's pairs, and
 * organisation_id, id, title, list, version, site of the asset. The level of an asset whose number fits none is `ignored`.
 */
export function matchedPieces(pairs: RawBuilder<unknown>, own: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select p.advisory_id, p.product_version_id,
      case when p.serials is null or o.serial_key = '' or o.serial_key like any(p.serials) then p.level else 'ignored' end as level,
      p.answer, p.identity_grade, p.range_grade, p.vulnerabilities, o.organisation_id, o.id, o.title, o.list, o.version, o.site
    from ${pairs} p join ${own} o on o.product_version_id = p.product_version_id)`
}
