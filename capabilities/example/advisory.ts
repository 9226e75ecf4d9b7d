// An example advisory in short, and the CSAF 2.0 document that is made of it.
// SPDX-License-Identifier: EUPL-1.2
import { baseScoreOf } from '@salus/standards/cvss'
import { type VendorKey, vendors } from './products.ts'

export interface ExampleAdvisory {
  /** The publisher's tracking id. */
  readonly id: string
  readonly vendor: VendorKey
  readonly title: string
  readonly summary: string
  readonly released: string
  /** When the centre learns of it, in hours before the example is loaded. */
  readonly hoursAgo: number
  readonly products: readonly AdvisedProduct[]
  readonly cve: string
  readonly weakness: { readonly id: string; readonly name: string }
  readonly vector: string
  /** What the publisher says of attacks; null says nothing. */
  readonly attacks: string | null
  readonly remediations: readonly {
    readonly category: 'vendor_fix' | 'workaround' | 'mitigation' | 'no_fix_planned' | 'none_available'
    readonly text: string
  }[]
}

export interface AdvisedProduct {
  readonly name: string
  /** As the vendor writes the range. */
  readonly affected: string
  readonly fixed: string | null
}

export function csafOf(advisory: ExampleAdvisory): Record<string, unknown> {
  const namespace = namespaceOf(advisory.vendor)
  const url = `${namespace}/advisories/${advisory.id.toLowerCase()}`
  return {
    document: {
      category: 'csaf_security_advisory',
      csaf_version: '2.0',
      distribution: { tlp: { label: 'WHITE' } },
      lang: 'en',
      notes: [{ category: 'summary', title: 'Summary', text: advisory.summary }],
      publisher: { category: 'vendor', name: vendors[advisory.vendor].name, namespace },
      references: [
        { category: 'self', summary: 'This advisory', url: `${url}.json` },
        { category: 'external', summary: 'Security page of the vendor', url },
      ],
      title: advisory.title,
      tracking: {
        current_release_date: advisory.released,
        id: advisory.id,
        initial_release_date: advisory.released,
        revision_history: [{ date: advisory.released, number: '1', summary: 'First edition' }],
        status: 'final',
        version: '1',
      },
    },
    product_tree: {
      branches: [
        {
          category: 'vendor',
          name: vendors[advisory.vendor].name,
          branches: advisory.products.map((product, index) => productBranch(product, index, advisory)),
        },
      ],
    },
    vulnerabilities: [vulnerabilityOf(advisory, url)],
  }
}

function namespaceOf(vendor: VendorKey): string {
  return `https://${vendor}.example`
}

function productBranch(
  { name, affected, fixed }: AdvisedProduct,
  index: number,
  { vendor }: ExampleAdvisory,
): Record<string, unknown> {
  const full = `${vendors[vendor].name} ${name}`
  const leaf = (category: string, version: string, id: string) => ({
    category,
    name: version,
    product: { name: `${full} ${version}`, product_id: id },
  })
  return {
    category: 'product_name',
    name,
    branches: [
      leaf('product_version_range', affected, affectedId(index)),
      ...(fixed === null ? [] : [leaf('product_version', fixed, fixedId(index))]),
    ],
  }
}

function vulnerabilityOf(advisory: ExampleAdvisory, url: string): Record<string, unknown> {
  const affected = advisory.products.map((_, index) => affectedId(index))
  const fixed = advisory.products.flatMap((product, index) =>
    product.fixed === null ? [] : [fixedId(index)],
  )
  return {
    cve: advisory.cve,
    cwe: advisory.weakness,
    notes: [{ category: 'description', title: 'Description', text: advisory.summary }],
    product_status: { known_affected: affected, ...(fixed.length > 0 ? { fixed } : {}) },
    remediations: advisory.remediations.map(({ category, text }) => ({
      category,
      details: text,
      product_ids: affected,
      ...(category === 'vendor_fix' ? { url } : {}),
    })),
    scores: [{ products: affected, cvss_v3: cvssOf(advisory.vector) }],
    ...(advisory.attacks === null
      ? {}
      : { threats: [{ category: 'exploit_status', details: advisory.attacks }] }),
  }
}

function cvssOf(vectorString: string): Record<string, unknown> {
  const baseScore = baseScoreOf(vectorString)?.baseScore
  if (baseScore === undefined) throw new Error(`${vectorString} is no CVSS vector`)
  return { version: '3.1', vectorString, baseScore, baseSeverity: severityOf(baseScore) }
}

/** CVSS 3.1, section 5. */
function severityOf(score: number): string {
  if (score >= 9) return 'CRITICAL'
  if (score >= 7) return 'HIGH'
  if (score >= 4) return 'MEDIUM'
  return score > 0 ? 'LOW' : 'NONE'
}

function affectedId(index: number): string {
  return `AFFECTED-${index + 1}`
}

function fixedId(index: number): string {
  return `FIXED-${index + 1}`
}
