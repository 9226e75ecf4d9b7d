// Turns one affected entry of a CVE record into statements.
// SPDX-License-Identifier: EUPL-1.2
import type { ProductStatus, StatedVersion, Statement } from '../advisory/advisory.ts'
import { type JsonNode, objectsAt, textAt } from '../json/index.ts'
import { readProduct } from './product.ts'
import { readVersions } from './versions.ts'

const statuses: ReadonlyMap<string, ProductStatus> = new Map([
  ['affected', 'known_affected'],
  ['unaffected', 'known_not_affected'],
  ['unknown', 'unknown'],
])

export function readAffected(entry: JsonNode, vulnerability: string): Statement[] {
  const product = readProduct(entry)
  if (product === null) return []
  const shared = { vulnerability, product, productId: null }
  const versions = readVersions(objectsAt(entry, 'versions')).map(({ pointer, status, version }) => ({
    ...shared,
    pointer,
    status: statusOf(status),
    version,
  }))
  const defaultStatus = statusOf(textAt(entry, 'defaultStatus'))
  if (versions.length === 0) {
    return [{ ...shared, pointer: entry.pointer, status: defaultStatus, version: wholeOf(defaultStatus) }]
  }
  // Unlisted versions are unaffected or unknown by rule; only "affected" adds something to match.
  if (defaultStatus !== 'known_affected') return versions
  const pointer = `${entry.pointer}/defaultStatus`
  return [
    ...versions,
    { ...shared, pointer, status: defaultStatus, version: { kind: 'all' }, defaultOf: entry.pointer },
  ]
}

/** CVE JSON 5: a missing status means unknown. */
function statusOf(word: string | null): ProductStatus {
  return statuses.get(word ?? '') ?? 'unknown'
}

/** Without versions the default status is said of all of them; "unknown" is said of nothing in particular. */
function wholeOf(status: ProductStatus): StatedVersion {
  return status === 'unknown' ? { kind: 'unstated' } : { kind: 'all' }
}
