// What the reader takes from a CycloneDX document, the same for JSON and XML.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '../fault/index.ts'
import type { FileHash } from '../inventory/item.ts'

export const cycloneDxVersions = ['1.2', '1.3', '1.4', '1.5', '1.6', '1.7'] as const
export type CycloneDxVersion = (typeof cycloneDxVersions)[number]

export interface BomComponent {
  readonly place: string
  readonly type: string
  readonly bomRef: string | null
  readonly group: string | null
  readonly name: string | null
  readonly version: string | null
  readonly versionRange: string | null
  readonly isExternal: boolean
  readonly manufacturer: string | null
  readonly supplier: string | null
  readonly publisher: string | null
  readonly purl: string | null
  readonly cpe: string | null
  readonly hashes: readonly FileHash[]
  readonly properties: readonly (readonly [name: string, value: string])[]
  /** Read when asked for: the document's depth is bounded by the JSON and XML readers. */
  readonly children: () => readonly BomComponent[]
}

export interface Bom {
  readonly version: CycloneDxVersion
  /** What the document describes; its own makers fall back to those of the whole document. */
  readonly subject: BomComponent | null
  readonly components: readonly BomComponent[]
  readonly services: number
}

export function isCycloneDxVersion(text: unknown): text is CycloneDxVersion {
  return (cycloneDxVersions as readonly unknown[]).includes(text)
}

export function unknownVersion(place: string, said: string): Fault {
  const old = said === '1.0' || said === '1.1'
  return {
    code: 'cyclonedx/version',
    place,
    detail: old
      ? `CycloneDX ${said} is too old: it does not name what a component is.`
      : `The document does not name a CycloneDX version that is read here; it says "${said}".`,
    remedy: `Export it as CycloneDX ${cycloneDxVersions.join(', ')}, or convert it with the CycloneDX command line tool.`,
  }
}
