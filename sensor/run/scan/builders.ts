// For tests: scans with any number of threads, and all that such a scan says.
// SPDX-License-Identifier: EUPL-1.2
import { noneUntold } from '../../indicators/untold.ts'
import { type EquipmentWanted, loadEquipment } from '../equipment.ts'
import { openScan, type ScanWanted } from './scan.ts'
import type { ReadCounts } from './settle.ts'

export interface Scanned {
  readonly lines: readonly string[]
  readonly counts: ReadCounts
  readonly notes: readonly string[]
  readonly faults: readonly string[]
  readonly blind: readonly string[]
  readonly correlation: Readonly<Record<string, number>>
}

export type ScanAsked = Partial<EquipmentWanted & ScanWanted> & { readonly paths: readonly string[] }

const now = Date.UTC(2026, 10, 27, 12)

export async function scanned(asked: ScanAsked, stop = new AbortController().signal): Promise<Scanned> {
  const house = asked.house ?? { domains: [], networks: [] }
  const reading = { now, patientKey: new Uint8Array(32), timeZone: 'UTC' }
  const equipment = await loadEquipment({
    placeholders: new Map(),
    state: null,
    health: false,
    indicators: [],
    rules: [],
    context: null,
    ...reading,
    ...asked,
    house,
    assetClasses: () => null,
  })
  const counts = countsOf()
  const notes: string[] = []
  const scan = await openScan(equipment, {
    level: 'informational',
    context: null,
    workers: 1,
    ...asked,
    reading,
    house,
    assetClasses: [],
    counts,
    note: (path, place, because) => notes.push(`${path}${place}${because}`),
  })
  const lines: string[] = []
  for await (const found of scan.findings(stop)) lines.push(...found)
  const { faults, correlations, counts: ofDetector } = scan.detector
  return {
    lines,
    counts,
    notes,
    faults: faults.map(({ title, because }) => `${title}: ${because}`),
    blind: scan.detector.blind().map(({ logSource, rules }) => `${logSource} ${rules}`),
    correlation: {
      late: correlations.counts.late(),
      evicted: correlations.counts.evicted(),
      forgotten: correlations.counts.forgotten(),
      ungrouped: correlations.counts.ungrouped,
      undated: ofDetector.undated,
    },
  }
}

function countsOf(): ReadCounts {
  return {
    files: 0,
    unknownFiles: 0,
    failedFiles: 0,
    leftOut: 0,
    events: 0,
    bytes: 0,
    broken: 0,
    notices: 0,
    untold: noneUntold(),
  }
}
