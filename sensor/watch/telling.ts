// While the sensor watches: offers drafts, renews the pseudonym, sends what was approved and reports its health now and then.
// SPDX-License-Identifier: EUPL-1.2

import type { LogEvent } from '../event/event.ts'
import manifest from '../package.json' with { type: 'json' }
import type { Detection, Lane } from '../run/detection.ts'
import type { Equipment } from '../run/equipment.ts'
import type { HealthFacts } from '../sightings/health.ts'
import { type Told, tellCentre } from '../sightings/tell.ts'
import type { Note } from './feed.ts'
import { watchLimits } from './limits.ts'

export interface Telling {
  /** As the detection that was given; remembers besides which kinds of logs had their last event when. */
  readonly detection: Detection
  /** Resolves when what is under way has ended. */
  stop(): Promise<void>
}

export interface TellingOptions {
  readonly folder: string
  readonly equipment: Equipment
  readonly detection: Detection
  readonly note: Note
  readonly clock: () => number
  readonly everyMs?: number
}

/** Does nothing where nothing is turned on; a centre that does not answer never stops the watching. */
export function tellWhileWatching(options: TellingOptions): Telling {
  const { folder, equipment, detection, note, clock, everyMs = watchLimits.tellEveryMs } = options
  const lastEvents = new Map<string, number>()
  const facts = async (): Promise<HealthFacts> => healthFactsOf(equipment, detection, lastEvents)
  const tell = async (): Promise<void> => {
    try {
      noteOf(await tellCentre(folder, facts, clock()), note)
    } catch (error) {
      note(`The centre could not be told: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  let underWay = tell()
  const timer = setInterval(() => {
    underWay = underWay.then(tell)
  }, everyMs)
  return {
    detection: {
      ...detection,
      see(event: LogEvent, lane: Lane) {
        if (event.at !== null) {
          const kind = event.logSource.product ?? event.logSource.service ?? 'other'
          lastEvents.set(kind, Math.max(lastEvents.get(kind) ?? event.at, event.at))
        }
        return detection.see(event, lane)
      },
    },
    async stop() {
      clearInterval(timer)
      await underWay
    },
  }
}

function noteOf({ sent, healthReported, faults }: Told, note: Note): void {
  if (sent !== null && sent.told > 0) note(`The centre received ${sent.told} sightings.`)
  if (healthReported) note('The health of this sensor was reported to the centre.')
  for (const fault of faults) note(fault.message)
}

export function healthFactsOf(
  { faults, pack }: Pick<Equipment, 'faults' | 'pack'>,
  { first }: Pick<Detection, 'first'>,
  lastEvents: ReadonlyMap<string, number>,
): HealthFacts {
  const { matcher } = first
  const isQuarantined = (rule: number) => matcher.meter.quarantined[rule] === 1
  const working = matcher.groups
    .filter((_, at) => matcher.reached[at] !== 0)
    .flatMap(({ rules }) => rules)
    .filter((rule) => !isQuarantined(rule))
  return {
    sensorVersion: manifest.version,
    pack,
    rules: {
      loaded: matcher.rules.length,
      unsupported: faults.length + first.faults.length,
      quarantined: matcher.rules.filter((_, rule) => isQuarantined(rule)).length,
    },
    blind: first.blind().map(({ logSource }) => logSource),
    techniques: working.flatMap((rule) => matcher.rules[rule]?.head.tags ?? []),
    lastEvents,
  }
}
