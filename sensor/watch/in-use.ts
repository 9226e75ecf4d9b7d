// What a running sensor detects with now, and how something newer takes its place between two events.
// SPDX-License-Identifier: EUPL-1.2
import { sourceName } from '../engine/groups.ts'
import { addUntold, noneUntold, type Untold } from '../indicators/untold.ts'
import type { Detection } from '../run/detection.ts'
import type { Equipment } from '../run/equipment.ts'

/** Rules, indicators and context, and the detection that runs by them. */
export interface Outfit {
  readonly equipment: Equipment
  readonly detection: Detection
}

export interface InUse extends Outfit {
  /** Log sources of rules that no event reached since the sensor started. */
  blind(): ReturnType<Detection['first']['blind']>
  /** What indicators met without being told, since the sensor started. */
  untold(): Untold
  /** What was counted goes over, but for rules that changed. Where it throws, the old stays as it was. */
  take(next: Outfit): void
}

export function inUseOf(first: Outfit): InUse {
  let current = first
  /** By what was in use before. */
  const reached = new Set<string>()
  const untold = noneUntold()
  return {
    get equipment() {
      return current.equipment
    },
    get detection() {
      return current.detection
    },
    blind: () => current.detection.first.blind().filter(({ logSource }) => !reached.has(logSource)),
    untold() {
      const all = { ...untold }
      if (current.equipment.indicators) addUntold(all, current.equipment.indicators.untold)
      return all
    },
    take(next) {
      const { detection, equipment } = current
      for (const [lane, detector] of detection.detectors)
        next.detection.detectors.get(lane)?.load(detector.save())
      const { matcher } = detection.first
      for (const [at, { source }] of matcher.groups.entries())
        if (matcher.reached[at] !== 0) reached.add(sourceName(source))
      if (equipment.indicators) addUntold(untold, equipment.indicators.untold)
      current = next
      equipment.indicators?.close()
    },
  }
}
