// Builds CSAF documents of invented vendors, for tests only.
// SPDX-License-Identifier: EUPL-1.2

export interface ProductSketch {
  readonly id: string
  readonly name: string
  /** Branch categories and names from the root down. */
  readonly path: readonly (readonly [category: string, name: string])[]
  readonly helper?: Readonly<Record<string, unknown>>
}

export interface DocumentSketch {
  readonly version?: '2.0' | '2.1'
  readonly products?: readonly ProductSketch[]
  /** Merged into `/product_tree`. */
  readonly tree?: Readonly<Record<string, unknown>>
  readonly vulnerabilities?: readonly unknown[]
  /** Merged into `/document`. */
  readonly document?: Readonly<Record<string, unknown>>
}

const released = '2026-03-04T10:00:00Z'

/** A document that is valid unless the sketch makes it otherwise. */
export function buildCsaf(sketch: DocumentSketch = {}): Record<string, unknown> {
  const version = sketch.version ?? '2.0'
  return {
    ...(version === '2.1' ? { $schema: 'https://docs.oasis-open.org/csaf/csaf/v2.1/schema/csaf.json' } : {}),
    document: {
      category: 'csaf_security_advisory',
      csaf_version: version,
      distribution: { tlp: { label: version === '2.1' ? 'CLEAR' : 'WHITE' } },
      lang: 'en',
      notes: [{ category: 'summary', text: 'Inventra pumps accept commands without a password.' }],
      publisher: { category: 'vendor', name: 'Inventra Medical', namespace: 'https://inventra.example' },
      references: [{ category: 'self', summary: 'This advisory', url: 'https://inventra.example/a/1.json' }],
      title: 'Inventra Infusor gateway',
      tracking: {
        current_release_date: released,
        id: 'INV-2026-001',
        initial_release_date: released,
        revision_history: [{ date: released, number: '1', summary: 'First edition' }],
        status: 'final',
        version: '1',
      },
      ...sketch.document,
    },
    product_tree: { branches: branchesOf(sketch.products ?? defaultProducts), ...sketch.tree },
    vulnerabilities: sketch.vulnerabilities ?? [defaultVulnerability(version)],
  }
}

export const defaultProducts: readonly ProductSketch[] = [
  {
    id: 'P1',
    name: 'Inventra Infusor X before 2.4.0',
    path: [
      ['vendor', 'Inventra'],
      ['product_family', 'Infusor'],
      ['product_name', 'Infusor X'],
      ['product_version_range', '<2.4.0'],
    ],
  },
  {
    id: 'P2',
    name: 'Inventra Infusor X 2.4.0',
    path: [
      ['vendor', 'Inventra'],
      ['product_family', 'Infusor'],
      ['product_name', 'Infusor X'],
      ['product_version', '2.4.0'],
    ],
  },
]

const cvss = {
  version: '3.1',
  vectorString: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
  baseScore: 9.8,
  baseSeverity: 'CRITICAL',
}

function defaultVulnerability(version: '2.0' | '2.1'): Record<string, unknown> {
  const cwe = { id: 'CWE-306', name: 'Missing Authentication for Critical Function' }
  return {
    cve: 'CVE-2026-12345',
    notes: [{ category: 'description', text: 'Anyone on the network can stop an infusion.' }],
    product_status: { known_affected: ['P1'], fixed: ['P2'] },
    remediations: [{ category: 'vendor_fix', details: 'Update to 2.4.0.', product_ids: ['P1'] }],
    ...(version === '2.0'
      ? { cwe, scores: [{ products: ['P1'], cvss_v3: cvss }] }
      : {
          cwes: [{ ...cwe, version: '4.13' }],
          metrics: [{ products: ['P1'], content: { cvss_v3: cvss } }],
        }),
  }
}

/** One chain of branches for each product: larger than a real tree, but the same to a reader. */
function branchesOf(products: readonly ProductSketch[]): unknown[] {
  return products.map(({ id, name, path, helper }) => {
    const product = {
      name,
      product_id: id,
      ...(helper === undefined ? {} : { product_identification_helper: helper }),
    }
    return path.reduceRight<Record<string, unknown>>(
      (inner, [category, branchName], index) => ({
        category,
        name: branchName,
        ...(index === path.length - 1 ? inner : { branches: [inner] }),
      }),
      { product },
    )
  })
}
