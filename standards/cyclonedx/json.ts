// Reads a CycloneDX document in JSON, once its schema has been checked.
// SPDX-License-Identifier: EUPL-1.2
import type { FileHash } from '../inventory/item.ts'
import type { Bom, BomComponent, CycloneDxVersion } from './bom.ts'

type JsonObject = Readonly<Record<string, unknown>>

export function bomOfJson(document: JsonObject, version: CycloneDxVersion): Bom {
  const metadata = objectAt(document, 'metadata')
  const subject = metadata === null ? null : objectAt(metadata, 'component')
  return {
    version,
    subject: subject === null || metadata === null ? null : subjectOf(subject, metadata, version),
    components: listAt(document, 'components', ''),
    services: arrayAt(document, 'services').length,
  }
}

/** Until 1.5 the maker of the described thing stands in `manufacture`; later `manufacturer` is the document's. */
function subjectOf(subject: JsonObject, metadata: JsonObject, version: CycloneDxVersion): BomComponent {
  const component = componentOf(subject, '/metadata/component')
  const documentSupplier = nameAt(metadata, 'supplier')
  const maker = version < '1.6' ? nameAt(metadata, 'manufacture') : null
  return {
    ...component,
    manufacturer: component.manufacturer ?? maker,
    supplier: component.supplier ?? documentSupplier,
  }
}

function componentOf(source: JsonObject, place: string): BomComponent {
  return {
    place,
    type: textAt(source, 'type') ?? '',
    bomRef: textAt(source, 'bom-ref'),
    group: textAt(source, 'group'),
    name: textAt(source, 'name'),
    version: textAt(source, 'version'),
    versionRange: textAt(source, 'versionRange'),
    isExternal: source.isExternal === true,
    manufacturer: nameAt(source, 'manufacturer'),
    supplier: nameAt(source, 'supplier'),
    publisher: textAt(source, 'publisher'),
    purl: textAt(source, 'purl'),
    cpe: textAt(source, 'cpe'),
    hashes: arrayAt(source, 'hashes').flatMap(hashOf),
    properties: arrayAt(source, 'properties').map((entry) => [
      (isObject(entry) ? textAt(entry, 'name') : null) ?? '',
      (isObject(entry) ? textAt(entry, 'value') : null) ?? '',
    ]),
    children: () => listAt(source, 'components', place),
  }
}

function hashOf(entry: unknown): FileHash[] {
  if (!isObject(entry)) return []
  const [algorithm, value] = [textAt(entry, 'alg'), textAt(entry, 'content')]
  return algorithm === null || value === null ? [] : [{ algorithm, value }]
}

function listAt(source: JsonObject, key: string, place: string): BomComponent[] {
  return arrayAt(source, key).flatMap((entry, index) =>
    isObject(entry) ? [componentOf(entry, `${place}/${key}/${index}`)] : [],
  )
}

function nameAt(source: JsonObject, key: string): string | null {
  const organisation = objectAt(source, key)
  return organisation === null ? null : textAt(organisation, 'name')
}

function textAt(source: JsonObject, key: string): string | null {
  const value = source[key]
  return typeof value === 'string' ? value.trim() || null : null
}

function arrayAt(source: JsonObject, key: string): readonly unknown[] {
  const value = source[key]
  return Array.isArray(value) ? value : []
}

function objectAt(source: JsonObject, key: string): JsonObject | null {
  const value = source[key]
  return isObject(value) ? value : null
}

export function isObject(value: unknown): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
