// Builds CVE records of invented vendors, for tests only.
// SPDX-License-Identifier: EUPL-1.2

type Json = Readonly<Record<string, unknown>>

export interface RecordSketch {
  readonly affected?: readonly unknown[]
  /** Merged into the CNA container. */
  readonly cna?: Json
  readonly adp?: readonly Json[]
  /** Merged into `cveMetadata`. */
  readonly metadata?: Json
}

export function buildCve(sketch: RecordSketch = {}): Record<string, unknown> {
  return {
    dataType: 'CVE_RECORD',
    dataVersion: '5.1',
    cveMetadata: {
      cveId: 'CVE-2026-12345',
      state: 'PUBLISHED',
      assignerShortName: 'inventra',
      datePublished: '2026-03-04T10:00:00.000Z',
      dateUpdated: '2026-03-05T10:00:00.000Z',
      ...sketch.metadata,
    },
    containers: {
      cna: {
        providerMetadata: { shortName: 'inventra', dateUpdated: '2026-03-05T10:00:00.000Z' },
        descriptions: [{ lang: 'en', value: 'Infusor X before 2.4.0 lets anyone stop a pump. Update it.' }],
        affected: sketch.affected ?? [
          {
            vendor: 'Inventra',
            product: 'Infusor X',
            defaultStatus: 'unaffected',
            versions: [{ version: '0', lessThan: '2.4.0', status: 'affected', versionType: 'semver' }],
          },
        ],
        references: [{ url: 'https://inventra.example/a/1' }],
        ...sketch.cna,
      },
      ...(sketch.adp === undefined ? {} : { adp: sketch.adp }),
    },
  }
}
