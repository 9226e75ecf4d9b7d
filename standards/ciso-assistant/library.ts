// What is kept of a library file.
// SPDX-License-Identifier: EUPL-1.2

export interface CisoNode {
  readonly urn: string
  /** As printed: `PR.DS-11`; null where the publisher gives none. */
  readonly ref: string | null
  readonly name: string | null
  readonly description: string | null
  /** By language, BCP 47. */
  readonly translations: Readonly<
    Record<string, { readonly name: string | null; readonly description: string | null }>
  >
  readonly depth: number
  readonly parentUrn: string | null
  readonly assessable: boolean
}

export interface CisoFramework {
  readonly urn: string
  readonly ref: string | null
  readonly name: string
  readonly nodes: readonly CisoNode[]
}

export const relationships = ['equal', 'subset', 'superset', 'intersect', 'not_related'] as const
export type Relationship = (typeof relationships)[number]

export interface CisoMapping {
  readonly fromFramework: string
  readonly toFramework: string
  /** The last part of the requirement's URN, which both sides share: `pr.at-02`. */
  readonly from: string
  readonly to: string
  readonly relationship: Relationship
}

export interface CisoLibrary {
  readonly urn: string
  readonly name: string
  readonly version: string
  readonly locale: string
  readonly provider: string | null
  readonly copyright: string | null
  readonly framework: CisoFramework | null
  readonly mappings: readonly CisoMapping[]
}

/** `urn:intuitem:risk:req_node:nist-csf-2.0:pr.at-02` ends in `pr.at-02`, its framework's in `nist-csf-2.0`. */
export function lastOfUrn(urn: string): string {
  return urn.slice(urn.lastIndexOf(':') + 1)
}

/** What follows the framework's name in the URN of a requirement; it may hold colons itself. */
export function localPart(urn: string): string {
  const parts = urn.split(':')
  return parts.length > 5 ? parts.slice(5).join(':') : lastOfUrn(urn)
}
