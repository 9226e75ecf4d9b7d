// Turns one affected entry of an OSV record into statements and fixes.
// SPDX-License-Identifier: EUPL-1.2
import type { Remediation, StatedProduct, StatedVersion, Statement } from '../advisory/advisory.ts'
import { type JsonNode, objectAt, objectsAt, textAt, textsAt } from '../json/index.ts'
import { purlOfEcosystem } from '../purl/of-package.ts'
import { type EventRange, readRange } from './ranges.ts'

export interface AffectedReading {
  readonly statements: readonly Statement[]
  readonly remediations: readonly Remediation[]
}

/** Single versions kept for one package; more come only from broken exports. */
const maxExactVersions = 5000

export function readAffected(entry: JsonNode, vulnerability: string | null): AffectedReading {
  const product = readPackage(entry)
  if (product === null) return { statements: [], remediations: [] }
  const ranges = objectsAt(entry, 'ranges')
  const versioned = ranges.filter((range) => textAt(range, 'type') !== 'GIT').flatMap(readRange)
  const listed = textsAt(entry, 'versions')
  // The list only enumerates what the ranges say (OSV schema, "affected[].versions").
  const stated = versioned.length > 0 ? versioned : readListed(entry, listed)
  const chosen = stated.length > 0 ? stated : ranges.flatMap(readRange)
  if (versioned.length + listed.length > 0) reportGit(entry, ranges)
  const productId = product.purls[0] ?? product.fullName
  return {
    statements: chosen.map(({ pointer, version, fixed }) => ({
      pointer,
      vulnerability,
      status: 'known_affected',
      product,
      version,
      productId,
      ...(fixed === null ? {} : { fixedIn: fixed }),
    })),
    remediations: readFixes(chosen, product, productId, vulnerability),
  }
}

function readPackage(entry: JsonNode): StatedProduct | null {
  const node = objectAt(entry, 'package')
  const name = node === null ? null : textAt(node, 'name')
  if (node === null || name === null) return reportNameless(entry)
  const ecosystem = textAt(node, 'ecosystem')
  // Go's database leaves the package URL out; ecosystem and name say the same (OSV schema, "affected[].package").
  const purl = textAt(node, 'purl') ?? (ecosystem === null ? null : purlOfEcosystem(ecosystem, name))
  return {
    vendor: null,
    name,
    family: null,
    fullName: name,
    ecosystem,
    purls: purl === null ? [] : [purl],
    cpes: [],
    modelNumbers: [],
    serialNumbers: [],
    skus: [],
    platforms: [],
  }
}

/** Without ranges, each listed version; without a list, nothing is said about versions. */
function readListed(entry: JsonNode, listed: readonly string[]): EventRange[] {
  if (listed.length === 0) {
    if (objectsAt(entry, 'ranges').length > 0) return []
    return [{ pointer: entry.pointer, version: { kind: 'unstated' }, fixed: null }]
  }
  if (listed.length > maxExactVersions) reportList(entry, listed.length)
  return listed.slice(0, maxExactVersions).map((text, index) => {
    const version: StatedVersion = { kind: 'exact', text }
    return { pointer: `${entry.pointer}/versions/${index}`, version, fixed: null }
  })
}

function readFixes(
  ranges: readonly EventRange[],
  product: StatedProduct,
  productId: string,
  vulnerability: string | null,
): Remediation[] {
  const fixed = [...new Set(ranges.flatMap((range) => range.fixed ?? []))]
  return fixed.map((version) => ({
    category: 'vendor_fix',
    details: `Update ${product.fullName} to ${version} or later.`,
    url: null,
    productIds: [productId],
    vulnerability,
  }))
}

function reportNameless(entry: JsonNode): null {
  const isGit = objectsAt(entry, 'ranges').some((range) => textAt(range, 'type') === 'GIT')
  const detail = isGit
    ? 'This entry names a git repository but no package, so that no inventory can be compared with it.'
    : 'This entry names no package.'
  entry.faults.add(
    'nameless-package',
    entry.pointer,
    detail,
    'Look for a record of the same id with a package.',
  )
  return null
}

function reportGit(entry: JsonNode, ranges: readonly JsonNode[]): void {
  const count = ranges.filter((range) => textAt(range, 'type') === 'GIT').length
  if (count === 0) return
  entry.faults.add(
    'git-ranges',
    `${entry.pointer}/ranges`,
    `${count} ranges of git commits were left out, because the entry also names versions.`,
    'Nothing to do, unless you build the package from its repository: then compare the commits yourself.',
  )
}

function reportList(entry: JsonNode, found: number): void {
  entry.faults.add(
    'too-many-versions',
    `${entry.pointer}/versions`,
    `The entry lists ${found} versions; only the first ${maxExactVersions} were kept.`,
    'Ask the database to state a range.',
  )
}
