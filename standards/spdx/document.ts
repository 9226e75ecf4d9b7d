// What the reader takes from an SPDX 2.x document.
// SPDX-License-Identifier: EUPL-1.2
import type { FileHash } from '../inventory/item.ts'

type JsonObject = Readonly<Record<string, unknown>>

export interface SpdxPackage {
  readonly place: string
  readonly id: string | null
  readonly name: string | null
  readonly version: string | null
  readonly supplier: string | null
  readonly purpose: string | null
  readonly purls: readonly string[]
  readonly cpes: readonly string[]
  readonly hashes: readonly FileHash[]
}

export interface SpdxDocument {
  readonly packages: readonly SpdxPackage[]
  /** The package that the document is about, where it is one. */
  readonly subject: string | null
}

export function documentOf(source: JsonObject, place: string): SpdxDocument {
  const packages = arrayAt(source, 'packages').map((entry, index) =>
    packageOf(isObject(entry) ? entry : {}, `${place}/packages/${index}`),
  )
  const described = new Set([...textsOf(arrayAt(source, 'documentDescribes')), ...describedBy(source)])
  const [only = null] = described
  return { packages, subject: described.size === 1 ? only : null }
}

function describedBy(source: JsonObject): string[] {
  return arrayAt(source, 'relationships').flatMap((entry) => {
    if (!isObject(entry) || entry.relationshipType !== 'DESCRIBES') return []
    return textAt(entry, 'relatedSpdxElement') ?? []
  })
}

function packageOf(source: JsonObject, place: string): SpdxPackage {
  const references = arrayAt(source, 'externalRefs').filter(isObject)
  const locators = (types: readonly string[]): string[] =>
    types.flatMap((type) =>
      textsOf(references.filter((ref) => ref.referenceType === type).map((ref) => ref.referenceLocator)),
    )
  return {
    place,
    id: textAt(source, 'SPDXID'),
    name: textAt(source, 'name'),
    version: knownAt(source, 'versionInfo'),
    supplier: organisationAt(source, 'supplier') ?? organisationAt(source, 'originator'),
    purpose: textAt(source, 'primaryPackagePurpose'),
    purls: locators(['purl']),
    cpes: locators(['cpe23Type', 'cpe22Type']),
    hashes: arrayAt(source, 'checksums').filter(isObject).flatMap(hashOf),
  }
}

function hashOf(entry: JsonObject): FileHash[] {
  const [algorithm, value] = [textAt(entry, 'algorithm'), textAt(entry, 'checksumValue')]
  return algorithm === null || value === null ? [] : [{ algorithm, value }]
}

/** "Organization: Nordmed (security@…)" is the organisation's name; persons are no vendors and are not taken. */
function organisationAt(source: JsonObject, key: string): string | null {
  const text = textAt(source, key)
  if (text === null || !text.startsWith('Organization:')) return null
  const named = text.slice('Organization:'.length)
  const bracket = named.endsWith(')') ? named.lastIndexOf('(') : -1
  return (bracket > 0 ? named.slice(0, bracket) : named).trim() || null
}

function knownAt(source: JsonObject, key: string): string | null {
  const text = textAt(source, key)
  return text === 'NOASSERTION' || text === 'NONE' ? null : text
}

function textAt(source: JsonObject, key: string): string | null {
  const value = source[key]
  return typeof value === 'string' ? value.trim() || null : null
}

function textsOf(values: readonly unknown[]): string[] {
  return values.flatMap((value) => (typeof value === 'string' && value.trim() !== '' ? [value.trim()] : []))
}

export function arrayAt(source: JsonObject, key: string): readonly unknown[] {
  const value = source[key]
  return Array.isArray(value) ? value : []
}

export function isObject(value: unknown): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
