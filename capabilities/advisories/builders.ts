// Invented advisories for tests: small documents of each format, and the context to record them in.
// SPDX-License-Identifier: EUPL-1.2
import { createEvents, type Events } from '../../platform/events/announce.ts'
import { createLog } from '../../platform/log/log.ts'
import type { TestDatabase } from '../../platform/testing/database.ts'
import type { RecordingContext } from './actions/record.ts'
import type { ReceivedDocument } from './recorded.ts'

export const testNow = new Date('2026-03-04T10:00:00Z')
export const operator = { now: testNow, actor: 'operator' } as const

export interface CsafSketch {
  readonly id?: string
  readonly version?: string
  readonly title?: string
  readonly cve?: string
  /** Further vulnerabilities of the same product and range. */
  readonly moreCves?: readonly string[]
  readonly range?: string
  readonly fix?: string
  /** CVSS 3.1, all high. */
  readonly vector?: string
  readonly status?: 'final' | 'draft'
  readonly revisedAt?: string
  readonly publisher?: string
  readonly references?: readonly string[]
  /** What the product calls itself, where no name of a hospital's list says it. */
  readonly product?: string
  readonly serialNumbers?: readonly string[]
  readonly sha256?: string
}

/** A CSAF 2.0 document that passes the mandatory tests. */
export function csafDocument(sketch: CsafSketch = {}) {
  const {
    version = '1',
    revisedAt = '2026-03-01T08:00:00.000Z',
    id = 'NWM-2026-001',
    status = 'final',
  } = sketch
  const references = sketch.references?.map((url) => ({ summary: 'More', url }))
  return {
    document: {
      category: 'csaf_security_advisory',
      csaf_version: '2.0',
      distribution: { tlp: { label: 'WHITE' } },
      notes: [
        { category: 'summary', title: 'Summary', text: 'The pump gateway takes commands from anybody.' },
      ],
      publisher: {
        category: 'vendor',
        name: sketch.publisher ?? 'Northwind Medical',
        namespace: 'https://northwind-medical.example',
      },
      title: sketch.title ?? 'Infusion pump gateway without authentication',
      ...(references ? { references } : {}),
      tracking: {
        id,
        status,
        version,
        initial_release_date: '2026-03-01T08:00:00.000Z',
        current_release_date: revisedAt,
        revision_history: Array.from(
          { length: Number.parseInt(version, 10) || 1 },
          (_, index, all = version) => ({
            date: index + 1 === Number.parseInt(all, 10) ? revisedAt : '2026-03-01T08:00:00.000Z',
            number: String(index + 1),
            summary: 'Published',
          }),
        ),
      },
    },
    product_tree: {
      branches: [
        {
          category: 'vendor',
          name: 'Northwind Medical',
          branches: [
            {
              category: 'product_name',
              name: sketch.product ?? 'PumpGate',
              branches: [
                {
                  category: 'product_version_range',
                  name: sketch.range ?? 'vers:generic/<2.4.0',
                  product: {
                    name: `Northwind Medical ${sketch.product ?? 'PumpGate'}`,
                    product_id: 'P1',
                    ...helperOf(sketch),
                  },
                },
              ],
            },
          ],
        },
      ],
    },
    vulnerabilities: [sketch.cve ?? 'CVE-2026-10001', ...(sketch.moreCves ?? [])].map((cve) => ({
      cve,
      notes: [{ category: 'description', text: 'No authentication.' }],
      product_status: { known_affected: ['P1'] },
      remediations: [
        { category: 'vendor_fix', details: sketch.fix ?? 'Update to 2.4.0.', product_ids: ['P1'] },
      ],
      scores: [
        {
          products: ['P1'],
          cvss_v3: {
            version: '3.1',
            vectorString: sketch.vector ?? 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
            baseScore: 9.8,
            baseSeverity: 'CRITICAL',
          },
        },
      ],
    })),
  }
}

function helperOf({ serialNumbers, sha256 }: CsafSketch) {
  if (!serialNumbers && !sha256) return {}
  const file_hashes = [{ algorithm: 'sha256', value: sha256 }]
  return {
    product_identification_helper: {
      ...(serialNumbers ? { serial_numbers: serialNumbers } : {}),
      ...(sha256 ? { hashes: [{ file_hashes, filename: 'gate.bin' }] } : {}),
    },
  }
}

/** The daily file of EPSS values, not zipped. */
export function epssFile(
  scores: Iterable<{
    readonly cveId: string
    readonly probability: number
    readonly percentile: number
  }>,
  scoreDate = '2026-03-05T12:00:22Z',
): Buffer {
  const lines = [`#model_version:v2026.01.01,score_date:${scoreDate}`, 'cve,epss,percentile']
  for (const { cveId, probability, percentile } of scores) lines.push(`${cveId},${probability},${percentile}`)
  return Buffer.from(`${lines.join('\n')}\n`)
}

export function cveRecord(cveId: string, exploitation: 'none' | 'poc' | 'active' = 'none') {
  return {
    dataType: 'CVE_RECORD',
    dataVersion: '5.1',
    cveMetadata: {
      cveId,
      assignerOrgId: '00000000-0000-4000-8000-000000000001',
      assignerShortName: 'northwind',
      state: 'PUBLISHED',
      datePublished: '2026-03-01T08:00:00.000Z',
      dateUpdated: '2026-03-02T08:00:00.000Z',
    },
    containers: {
      cna: {
        providerMetadata: { orgId: '00000000-0000-4000-8000-000000000001', shortName: 'northwind' },
        title: 'Missing authentication in PumpGate',
        descriptions: [{ lang: 'en', value: 'PumpGate takes commands from anybody.' }],
        affected: [
          {
            vendor: 'Northwind Medical',
            product: 'PumpGate',
            versions: [{ version: '0', lessThan: '2.4.0', status: 'affected', versionType: 'semver' }],
          },
        ],
        references: [{ url: 'https://northwind-medical.example/advisories/1' }],
      },
      adp: [
        {
          providerMetadata: { orgId: '00000000-0000-4000-8000-000000000002', shortName: 'CISA-ADP' },
          title: 'CISA ADP Vulnrichment',
          metrics: [
            {
              other: {
                type: 'ssvc',
                content: {
                  id: cveId,
                  role: 'CISA Coordinator',
                  version: '2.0.3',
                  timestamp: '2026-03-02T08:00:00.000Z',
                  options: [
                    { Exploitation: exploitation },
                    { Automatable: 'yes' },
                    { 'Technical Impact': 'total' },
                  ],
                },
              },
            },
          ],
        },
      ],
    },
  }
}

export function osvRecord(id: string, modified = '2026-03-02T08:00:00Z') {
  return {
    schema_version: '1.6.0',
    id,
    modified,
    published: '2026-03-01T08:00:00Z',
    summary: 'Path traversal in pumplib',
    details: 'Reads files outside its folder.',
    aliases: ['CVE-2026-10003'],
    affected: [
      {
        package: { ecosystem: 'PyPI', name: 'pumplib' },
        ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: '1.2.0' }] }],
      },
    ],
  }
}

export function kevCatalogue(
  entries: readonly { cve: string; dateAdded?: string; ransomware?: boolean }[],
  dateReleased = '2026-03-03T12:00:00Z',
) {
  return {
    title: 'Catalogue of exploited vulnerabilities',
    catalogVersion: dateReleased.slice(0, 10),
    dateReleased,
    count: entries.length,
    vulnerabilities: entries.map(({ cve, dateAdded = '2026-03-03', ransomware = false }) => ({
      cveID: cve,
      vendorProject: 'Northwind Medical',
      product: 'PumpGate',
      vulnerabilityName: 'PumpGate missing authentication',
      dateAdded,
      shortDescription: 'No authentication.',
      requiredAction: 'Update.',
      dueDate: '2026-03-24',
      knownRansomwareCampaignUse: ransomware ? 'Known' : 'Unknown',
      notes: '',
    })),
  }
}

export function received(document: unknown, name = 'document.json'): ReceivedDocument {
  const bytes =
    document instanceof Uint8Array
      ? document
      : Buffer.from(typeof document === 'string' ? document : JSON.stringify(document))
  return { name, bytes, source: 'import' }
}

/** Announced events stand in the table `events` under the subscriptions `after-advisory` and `after-kev`. */
export function recordingContext(db: TestDatabase, events: Events = listeningEvents()): RecordingContext {
  return { database: db.database, events, log: createLog('silent') }
}

function listeningEvents(): Events {
  const later = { when: 'after-commit', batchSize: 100, handle: async () => undefined } as const
  return createEvents([
    { ...later, event: 'advisory.recorded', name: 'after-advisory' },
    { ...later, event: 'kev.changed', name: 'after-kev' },
    { ...later, event: 'epss.changed', name: 'after-epss' },
  ])
}

export async function collect<T>(values: AsyncIterable<T>): Promise<readonly T[]> {
  const collected: T[] = []
  for await (const value of values) collected.push(value)
  return collected
}
