// How an asset lies in its table: columns, and the same facts as a JSON record.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { Asset, AssetFacts } from '../asset.ts'

/** The facts' columns, in one order everywhere in this folder. */
export const factColumns = sql.raw(
  'external_id, name, vendor, product, model, version, serial, udi_di, purl, cpe, site, network_exposure, clinical_role, environment',
)

const names =
  '"externalId", name, vendor, product, model, version, serial, "udiDi", purl, cpe, site, "networkExposure", "clinicalRole", environment'

/** The same facts out of a JSON record called `facts`, in the order of `factColumns`. */
export const factFields = sql.raw(
  names
    .split(', ')
    .map((name) => `facts.${name}`)
    .join(', '),
)

/** Column list of `jsonb_to_record(…) as facts(…)`. */
export const factsRecord = sql.raw(
  `(${names
    .split(', ')
    .map((name) => `${name} text`)
    .join(', ')})`,
)

export const assetFacts = sql.raw(
  'external_id as "externalId", name, vendor, product, model, version, serial, udi_di as "udiDi", purl, cpe, site, network_exposure as "networkExposure", clinical_role as "clinicalRole", environment',
)

export const assetColumns = sql`id, ${assetFacts}, product_version_id as "productVersionId", matchable, source,
  import_id as "importId", created_at as "createdAt", changed_at as "changedAt", missing_since as "missingSince", gone_at as "goneAt"`

/** The checks of the table keep the unions true. */
export type AssetRow = AssetFacts & Omit<Asset, 'facts'>

export function assetFromRow(row: AssetRow): Asset {
  return {
    id: row.id,
    facts: factsFromRow(row),
    productVersionId: row.productVersionId,
    matchable: row.matchable,
    source: row.source,
    importId: row.importId,
    createdAt: row.createdAt,
    changedAt: row.changedAt,
    missingSince: row.missingSince,
    goneAt: row.goneAt,
  }
}

export function factsFromRow(row: AssetFacts): AssetFacts {
  return {
    externalId: row.externalId,
    name: row.name,
    vendor: row.vendor,
    product: row.product,
    model: row.model,
    version: row.version,
    serial: row.serial,
    udiDi: row.udiDi,
    purl: row.purl,
    cpe: row.cpe,
    site: row.site,
    networkExposure: row.networkExposure,
    clinicalRole: row.clinicalRole,
    environment: row.environment,
  }
}
