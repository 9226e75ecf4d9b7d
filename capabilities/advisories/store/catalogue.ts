// All SQL that stores by what documents are found and sorted.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { EngineScope } from '../../../platform/database/database.ts'
import { type Catalogue, catalogueEdition } from '../catalogue.ts'
import { storableJson } from './scopes.ts'

/** Each column with where its value stands in a column `catalogue` that holds a `Catalogue` as JSON. */
const columns: Readonly<Record<string, string>> = {
  category: `catalogue->>'category'`,
  publisher_category: `catalogue->>'publisherCategory'`,
  publisher_namespace: `catalogue->>'publisherNamespace'`,
  aggregate_severity: `catalogue->>'aggregateSeverity'`,
  tracking_status: `catalogue->>'trackingStatus'`,
  revision_summary: `catalogue->>'revisionSummary'`,
  max_base_score: `(catalogue->>'maxBaseScore')::float8`,
  tracking_key: `catalogue->'keys'->>'trackingId'`,
  version_key: `catalogue->'keys'->>'version'`,
  cve_key: `catalogue->'keys'->>'cve'`,
  product_key: `catalogue->'keys'->>'product'`,
  vendor_key: `catalogue->'keys'->>'vendor'`,
  product_version_key: `catalogue->'keys'->>'productVersion'`,
  severity_key: `catalogue->'keys'->>'severity'`,
  title_words: `catalogue->'words'->>'title'`,
  publisher_words: `catalogue->'words'->>'publisher'`,
  product_words: `catalogue->'words'->>'product'`,
  history_words: `catalogue->'words'->>'history'`,
  other_words: `catalogue->'words'->>'other'`,
  word_parts: `array(select part::int from jsonb_array_elements_text(catalogue->'parts') part)`,
  words_cut: `(catalogue->>'isCut')::boolean`,
  catalogue_edition: String(catalogueEdition),
}
const names = Object.keys(columns)

export const catalogueColumns = sql.raw(names.join(', '))
/** In the order of `catalogueColumns`, each under its name. */
export const catalogueValues = sql.raw(
  Object.entries(columns)
    .map(([name, value]) => `${value} as ${name}`)
    .join(', '),
)
/** `from`: the row whose columns are taken. */
export const catalogueChanges = (from: 'excluded' | 'given') =>
  sql.raw(names.map((name) => `${name} = ${from}.${name}`).join(', '))

export interface Uncatalogued {
  readonly advisoryId: number
  readonly revisionId: number
  readonly document: Buffer
}

/** Current documents whose columns come from an earlier edition of the rules, or from none. */
export async function selectUncatalogued(
  scope: EngineScope,
  limit: number,
): Promise<readonly Uncatalogued[]> {
  const { rows } = await sql<Uncatalogued>`
    select a.id as "advisoryId", r.id as "revisionId", r.document
    from advisories a join advisory_revisions r on r.id = a.revision_id
    where a.catalogue_edition < ${catalogueEdition} order by a.catalogue_edition, a.id limit ${limit}`.execute(
    scope.db,
  )
  return rows
}

/** Null: the document cannot be read any more; it is not asked again. A revision that came meanwhile has its own. */
export async function writeCatalogues(
  scope: EngineScope,
  rows: readonly (Omit<Uncatalogued, 'document'> & { readonly catalogue: Catalogue | null })[],
): Promise<void> {
  const read = rows.filter(({ catalogue }) => catalogue !== null)
  const unread = rows.filter(({ catalogue }) => catalogue === null).map(({ advisoryId }) => advisoryId)
  await sql`update advisories a set ${catalogueChanges('given')}
    from (select "advisoryId", "revisionId", ${catalogueValues}
      from jsonb_to_recordset(${storableJson(read)}::jsonb) as r("advisoryId" bigint, "revisionId" bigint, catalogue jsonb)) given
    where a.id = given."advisoryId" and a.revision_id = given."revisionId"`.execute(scope.db)
  await sql`update advisories set catalogue_edition = ${catalogueEdition} where id = any(${unread}::bigint[])`.execute(
    scope.db,
  )
}
