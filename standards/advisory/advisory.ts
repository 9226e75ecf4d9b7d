// The one shape into which every advisory format (CSAF, CVE, OSV, OpenVEX, CycloneDX VEX) is read.
// SPDX-License-Identifier: EUPL-1.2

export type AdvisoryFormat = 'csaf-2.0' | 'csaf-2.1' | 'cve-5' | 'osv' | 'openvex' | 'cyclonedx-vex'

/** CSAF 2.1, 3.2.2.8.1 (`multiplier` is new there). */
export type PublisherCategory =
  | 'coordinator'
  | 'discoverer'
  | 'multiplier'
  | 'other'
  | 'translator'
  | 'user'
  | 'vendor'

export type Tlp = 'CLEAR' | 'GREEN' | 'AMBER' | 'AMBER+STRICT' | 'RED'

/** What a publisher said, in the field's words; texts are foreign and may hold anything, HTML too. */
export interface Advisory {
  readonly format: AdvisoryFormat
  /** CSAF `/document/publisher/name`; `CVE` and the assigner for CVE records; the database for OSV. */
  readonly publisher: string
  /** What the publisher says that it is; left out where the format does not say. */
  readonly publisherCategory?: PublisherCategory
  readonly trackingId: string
  /** CSAF `/document/tracking/version`; for CVE and OSV the instant of the last change. */
  readonly version: string
  readonly state: 'published' | 'draft' | 'withdrawn' | 'rejected'
  readonly title: string
  readonly summary: string | null
  /** BCP 47 tag of the texts. */
  readonly language: string | null
  readonly tlp: Tlp | null
  /** ISO 8601 instants in UTC, as `2024-10-24T00:00:00.000Z`. */
  readonly publishedAt: string | null
  readonly revisedAt: string | null
  /** Only `http:` and `https:` addresses; others are left out with a warning. */
  readonly references: readonly Reference[]
  readonly vulnerabilities: readonly Vulnerability[]
  readonly statements: readonly Statement[]
  readonly remediations: readonly Remediation[]
  /** Other names of the same thing, such as the CVE ids of an OSV record. */
  readonly aliases: readonly string[]
}

export interface Reference {
  readonly url: string
  readonly summary: string | null
  readonly isSelf: boolean
}

export interface Vulnerability {
  /** `cveId` where there is one, else a key unique within the advisory. */
  readonly key: string
  readonly cveId: string | null
  readonly title: string | null
  readonly description: string | null
  readonly cweIds: readonly string[]
  readonly scores: readonly CvssScore[]
  /** SSVC exploitation as the publisher or CISA states it; null where nobody said. */
  readonly exploitation: 'none' | 'poc' | 'active' | null
  readonly automatable: boolean | null
}

export interface CvssScore {
  readonly version: '2.0' | '3.0' | '3.1' | '4.0'
  readonly cvssVector: string
  readonly baseScore: number
}

/** CSAF 2.0, 3.2.3.9 product status; CVE `affected`, `unaffected`, `unknown` are mapped to these words. */
export type ProductStatus =
  | 'known_affected'
  | 'known_not_affected'
  | 'fixed'
  | 'first_fixed'
  | 'first_affected'
  | 'last_affected'
  | 'under_investigation'
  | 'recommended'
  | 'unknown'

/** One sentence of an advisory: this product in this version range has this status for this vulnerability. */
export interface Statement {
  /** JSON pointer (RFC 6901) of the place in the document that names product and version. */
  readonly pointer: string
  /** `Vulnerability.key`, or null where the statement counts for the whole advisory. */
  readonly vulnerability: string | null
  readonly status: ProductStatus
  readonly product: StatedProduct
  readonly version: StatedVersion
  /** CSAF product ids (or nothing) by which remediations point at this statement. */
  readonly productId: string | null
  /**
   * Only on a CVE `defaultStatus`: the pointer of its affected entry. Such a statement counts only for
   * versions that no other statement whose pointer lies below that entry covers.
   */
  readonly defaultOf?: string
  /** Why the publisher gives this status; left out where it gives no reason. */
  readonly reason?: StatusReason
  /** OSV `fixed` event that ends the stated range: from this version of the package on it is fixed. */
  readonly fixedIn?: string
}

/** CSAF flags and impact threats, OpenVEX justification and impact statement, CycloneDX analysis. */
export interface StatusReason {
  /** The closed words of the format, such as `component_not_present` or `code_not_reachable`. */
  readonly justifications: readonly string[]
  /** Free text. */
  readonly impact: string | null
}

/** How the publisher names a product; every field as written, trimmed, never normalised. */
export interface StatedProduct {
  readonly vendor: string | null
  /** Branch `product_name`, CVE `product`, OSV `package.name`; without vendor and version where the format keeps them apart. */
  readonly name: string | null
  /** CSAF branch `product_family`. */
  readonly family: string | null
  /** CSAF `full_product_name_t.name` or another name for display. */
  readonly fullName: string
  /** OSV `package.ecosystem`, CVE `packageName` with `collectionURL`. */
  readonly ecosystem: string | null
  readonly purls: readonly string[]
  readonly cpes: readonly string[]
  readonly modelNumbers: readonly string[]
  readonly serialNumbers: readonly string[]
  readonly skus: readonly string[]
  /** Files of the product by their hashes (CSAF, CycloneDX); left out where the format states none. */
  readonly hashes?: readonly StatedHash[]
  /** Addresses of the product's SBOM (CSAF `sbom_urls`); left out where there are none. */
  readonly sbomUrls?: readonly string[]
  /** Identifiers of other systems (CSAF `x_generic_uris`), such as a UDI; left out where there are none. */
  readonly genericUris?: readonly { readonly namespace: string; readonly uri: string }[]
  /** CVE `platforms`, the product below which a CSAF relationship installs this one. */
  readonly platforms: readonly string[]
}

/** The hash of one file; `algorithm` as written (`sha256`), `value` in lower-case hexadecimal digits. */
export interface StatedHash {
  readonly fileName: string | null
  readonly algorithm: string
  readonly value: string
}

/** What the publisher says about versions, before anybody interprets it. */
export type StatedVersion =
  /** Nothing is said: the name alone is affected. */
  | { readonly kind: 'unstated' }
  /** Said in a form that is all versions by the format's own rule (`vers:all/*`, OSV introduced 0 without end). */
  | { readonly kind: 'all' }
  /** One version, CSAF `product_version`, CVE `version` without bounds, OSV `versions`. */
  | { readonly kind: 'exact'; readonly text: string }
  /** Free text or `vers:` of CSAF `product_version_range`, or a CVE `version` that holds prose. */
  | { readonly kind: 'text'; readonly text: string }
  /** Bounds in fields of their own (CVE `lessThan`, OSV events); null is unbounded. */
  | {
      readonly kind: 'bounds'
      /** The format's word for the scheme: `semver`, `custom`, `maven`, `PyPI`, `git` … */
      readonly type: string
      readonly low: string | null
      readonly lowInclusive: boolean
      readonly high: string | null
      readonly highInclusive: boolean
    }

export interface Remediation {
  /** CSAF 3.2.3.12.1, and `vendor_fix` for the fixed version of an OSV record. */
  readonly category:
    | 'vendor_fix'
    | 'mitigation'
    | 'workaround'
    | 'fix_planned'
    | 'no_fix_planned'
    | 'none_available'
    | 'optional_patch'
  readonly details: string
  readonly url: string | null
  /** `Statement.productId`s it is for; empty means the whole advisory. */
  readonly productIds: readonly string[]
  /** `Vulnerability.key`, or null for all. */
  readonly vulnerability: string | null
}
