// What scan and watch share: an event goes through context, rules and indicators, and findings come out in one order.
// SPDX-License-Identifier: EUPL-1.2
import type { AssetClassList } from '../engine/asset-class.ts'
import { type Detector, detectorOf } from '../engine/detector.ts'
import type { Finding } from '../engine/finding.ts'
import type { LogEvent } from '../event/event.ts'
import { type RuleLevel, ruleLevels } from '../sigma/rule.ts'
import type { Equipment } from './equipment.ts'

/**
 * Events of `live` sources come as they happen; files of the spool folder may be of yesterday. Each lane has its own
 * correlations, so that the one does not make the other late.
 */
export const lanes = ['live', 'spool'] as const
export type Lane = (typeof lanes)[number]

export interface Detection {
  /** Of all lanes, for counts and faults. */
  readonly detectors: ReadonlyMap<Lane, Detector>
  readonly first: Detector
  see(event: LogEvent, lane: Lane): readonly Finding[]
  /** No event before the instant (ms UTC) is to come in the lane. */
  advance(lane: Lane, instant: number): readonly Finding[]
  /** Takes back what was said beyond the instant, by a clock that was ahead. */
  rewind(lane: Lane, instant: number): void
  finish(closeAll: boolean): readonly Finding[]
}

export interface DetectionOptions {
  readonly level: RuleLevel
  readonly assetClasses: AssetClassList
  readonly lanes: readonly Lane[]
}

/** Correlations wait until they are told how far time has come: `advance`, or the end. */
export function detectionOf(equipment: Equipment, options: DetectionOptions): Detection {
  const { level, assetClasses } = options
  const detectors = new Map<Lane, Detector>()
  let first: Detector | null = null
  for (const lane of options.lanes) {
    const detector: Detector = detectorOf(equipment.rules, {
      minLevel: level,
      assetClasses,
      pipelines: equipment.pipelines,
      ...(first === null ? {} : { matcher: first.matcher }),
    })
    first ??= detector
    detectors.set(lane, detector)
  }
  if (first === null) throw new Error('A detection without lanes was asked for.')
  const lowest = ruleLevels.indexOf(level)
  const told = (finding: Finding) => ruleLevels.indexOf(finding.level) >= lowest
  const { enrich, indicators } = equipment
  return {
    detectors,
    first,
    see(given, lane) {
      const event = enrich === null ? given : enrich(given)
      const found = detectors.get(lane)?.see(event) ?? []
      if (indicators === null) return found
      const met = indicators.see(event)
      return met.length === 0 ? found : [...found, ...met.filter(told)]
    },
    advance: (lane, instant) => detectors.get(lane)?.advance(instant) ?? [],
    rewind: (lane, instant) => detectors.get(lane)?.rewind(instant),
    finish: (closeAll) => [...detectors.values()].flatMap((detector) => detector.finish(closeAll)),
  }
}
