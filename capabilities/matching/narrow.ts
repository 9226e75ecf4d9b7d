// What the database may use to rule pairs out before the judge looks: never more than the judge itself would.
// SPDX-License-Identifier: EUPL-1.2
import type { ProductStatus } from '@salus/standards/advisory'
import { parsePurl } from '@salus/standards/purl'
import { comparable, schemeFor } from '@salus/standards/ranges'
import { type VersionScheme, versionKey } from '@salus/standards/versions'
import { hashKeysOf } from './file-hash.ts'
import type { MatchableStatement } from './matchable.ts'
import type { InventoryLike, ProductName } from './product-name.ts'

export interface NarrowRange {
  /** Empty where unbounded. */
  readonly low: Uint8Array
  /** The single byte 0xFF, with which no key starts, where unbounded. */
  readonly high: Uint8Array
}

export interface NarrowStatement {
  readonly name: ProductName
  readonly scheme: VersionScheme
  readonly alwaysACandidate: boolean
  readonly ranges: readonly NarrowRange[]
  /** Hashes of the product's files, by which it is found under any name. */
  readonly hashKeys: readonly string[]
}

/** Only these can lead to "affected" or "cannot tell"; the others are read by the judge once a pair is a candidate. */
const concerning: readonly ProductStatus[] = [
  'known_affected',
  'first_affected',
  'last_affected',
  'under_investigation',
  'unknown',
]

const unbounded = Uint8Array.of(0xff)

export function narrowStatements(statements: readonly MatchableStatement[]): readonly NarrowStatement[] {
  return statements
    .filter(isNarrowed)
    .flatMap((matchable) => matchable.names.map((name) => narrow(name, matchable)))
}

export function isNarrowed({ statement }: MatchableStatement): boolean {
  return concerning.includes(statement.status)
}

function narrow(name: ProductName, { range, statement }: MatchableStatement): NarrowStatement {
  const { reading } = range
  const decidedByMore =
    range.display !== null ||
    range.named !== null ||
    range.members.length > 0 ||
    reading.models.length > 0 ||
    range.isUnstated
  const alwaysACandidate =
    decidedByMore || reading.all || reading.grade === 'unparsed' || !holdsPlainNumbers(reading)
  const ranges = alwaysACandidate
    ? []
    : reading.intervals.map(({ low, high }) => ({ low: low ?? Uint8Array.of(), high: high ?? unbounded }))
  const hashKeys = hashKeysOf(statement.product.hashes)
  return { name, scheme: reading.scheme, alwaysACandidate, ranges, hashKeys }
}

/** A range of dates or letters says nothing about a dotted number; the judge answers that, not the index. */
function holdsPlainNumbers(reading: MatchableStatement['range']['reading']): boolean {
  const key = versionKey(reading.scheme, '1.0.0')
  return key !== null && comparable(reading, key)
}

export interface NarrowVersion {
  readonly scheme: VersionScheme
  readonly key: Uint8Array | null
}

/** A date is no dotted number: four digits in front may be a year. */
const plainNumber = /^\d{1,3}(?:\.\d{1,6}){0,7}$/
const maxPlainLength = 64

/** Anything but a plain dotted number may be spelled in other ways that the judge tries, so it gets no key here. */
export function narrowVersion(item: InventoryLike): NarrowVersion {
  const purlType = item.purl ? parsePurl(item.purl)?.type : undefined
  const scheme = schemeFor(purlType === undefined ? {} : { purlType })
  const text = item.version?.trim() ?? ''
  const isPlain = text.length <= maxPlainLength && plainNumber.test(text)
  return { scheme, key: isPlain ? versionKey(scheme, text) : null }
}
