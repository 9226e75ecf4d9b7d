// The running assets of one hospital with the list they came by, for statements of others.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import { serialKeyOf } from './installed.ts'

/** organisation_id, id, product_version_id, list, title, version, site, serial_key; `list` is `sbom:` and a system for components of an SBOM. */
export const ownAssets = (organisationId: number) =>
  sql`(select organisation_id, id, product_version_id, list, coalesce(name, model, product, purl, cpe, udi_di, vendor, '?') as title,
    version, site, ${serialKeyOf(sql`serial`)} as serial_key from assets where organisation_id = ${organisationId} and gone_at is null)`
