// Reads a CycloneDX document in XML, once its schema has been checked.
// SPDX-License-Identifier: EUPL-1.2
import type { FileHash } from '../inventory/item.ts'
import type { XmlElement } from '../xml/index.ts'
import type { Bom, BomComponent, CycloneDxVersion } from './bom.ts'

export const bomNamespace = 'http://cyclonedx.org/schema/bom/'

export function bomOfXml(root: XmlElement, version: CycloneDxVersion): Bom {
  const metadata = childOf(root, 'metadata')
  const subject = metadata === null ? null : childOf(metadata, 'component')
  const services = childOf(root, 'services')
  return {
    version,
    subject: subject === null || metadata === null ? null : subjectOf(subject, metadata, version),
    components: componentsOf(root),
    services: services === null ? 0 : childrenOf(services, 'service').length,
  }
}

/** Until 1.5 the maker of the described thing stands in `manufacture`; later `manufacturer` is the document's. */
function subjectOf(subject: XmlElement, metadata: XmlElement, version: CycloneDxVersion): BomComponent {
  const component = componentOf(subject)
  const maker = version < '1.6' ? nameIn(metadata, 'manufacture') : null
  return {
    ...component,
    manufacturer: component.manufacturer ?? maker,
    supplier: component.supplier ?? nameIn(metadata, 'supplier'),
  }
}

function componentsOf(parent: XmlElement): BomComponent[] {
  const list = childOf(parent, 'components')
  return list === null ? [] : childrenOf(list, 'component').map(componentOf)
}

function componentOf(element: XmlElement): BomComponent {
  const properties = childOf(element, 'properties')
  const hashes = childOf(element, 'hashes')
  return {
    place: `line ${element.line}`,
    type: element.attributes.get('type') ?? '',
    bomRef: element.attributes.get('bom-ref')?.trim() || null,
    group: textIn(element, 'group'),
    name: textIn(element, 'name'),
    version: textIn(element, 'version'),
    versionRange: textIn(element, 'versionRange'),
    isExternal: ['true', '1'].includes(element.attributes.get('isExternal')?.trim() ?? ''),
    manufacturer: nameIn(element, 'manufacturer'),
    supplier: nameIn(element, 'supplier'),
    publisher: textIn(element, 'publisher'),
    purl: textIn(element, 'purl'),
    cpe: textIn(element, 'cpe'),
    hashes: hashes === null ? [] : childrenOf(hashes, 'hash').flatMap(hashOf),
    properties:
      properties === null
        ? []
        : childrenOf(properties, 'property').map((p) => [p.attributes.get('name') ?? '', p.text.trim()]),
    children: () => componentsOf(element),
  }
}

function hashOf(element: XmlElement): FileHash[] {
  const [algorithm, value] = [element.attributes.get('alg')?.trim() ?? '', element.text.trim()]
  return algorithm === '' || value === '' ? [] : [{ algorithm, value }]
}

function nameIn(parent: XmlElement, name: string): string | null {
  const organisation = childOf(parent, name)
  return organisation === null ? null : textIn(organisation, 'name')
}

function textIn(parent: XmlElement, name: string): string | null {
  return childOf(parent, name)?.text.trim() || null
}

function childOf(parent: XmlElement, name: string): XmlElement | null {
  return parent.children.find((child) => child.name === name && child.namespace === parent.namespace) ?? null
}

function childrenOf(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter((child) => child.name === name && child.namespace === parent.namespace)
}
