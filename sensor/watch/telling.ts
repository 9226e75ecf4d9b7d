// While the sensor watches: offers drafts, renews the pseudonym, sends what was approved and reports its health now and then.
// SPDX-License-Identifier: EUPL-1.2

import { sourceName } from '../engine/groups.ts'
import type { LogEvent } from '../event/event.ts'
import manifest from '../package.json' with { type: 'json' }
import { type Chance, chance } from '../sightings/chance.ts'
import type { HealthFacts } from '../sightings/health.ts'
import { type Told, tellCentre } from '../sightings/tell.ts'
import type { Note } from './feed.ts'
import type { InUse } from './in-use.ts'
import { watchLimits } from './limits.ts'

export interface Telling {
  /** Remembers which kinds of logs had their last event when. */
  see(event: LogEvent): void
  /** Resolves when what is under way has ended. */
  stop(): Promise<void>
}

export interface TellingOptions {
  readonly folder: string
  readonly inUse: InUse
  readonly note: Note
  readonly clock: () => number
  readonly everyMs?: number
}

/** Does nothing where nothing is turned on; a centre that does not answer never stops the watching. */
export function tellWhileWatching(options: TellingOptions): Telling {
  const { folder, inUse, note, clock, everyMs = watchLimits.tellEveryMs } = options
  const lastEvents = new Map<string, number>()
  const facts = async (): Promise<HealthFacts> => healthFactsOf(inUse, lastEvents)
  const tell = async (): Promise<void> => {
    try {
      noteOf(await tellCentre(folder, facts, clock()), note)
    } catch (error) {
      note(`The centre could not be told: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  let underWay = tell()
  let timer = setTimeout(tellOn, pauseOf(everyMs, chance))
  function tellOn(): void {
    underWay = underWay.then(tell)
    timer = setTimeout(tellOn, pauseOf(everyMs, chance))
  }
  return {
    see({ at, logSource }) {
      if (at === null) return
      const kind = logSource.product ?? logSource.service ?? 'other'
      lastEvents.set(kind, Math.max(lastEvents.get(kind) ?? at, at))
    },
    async stop() {
      clearTimeout(timer)
      await underWay
    },
  }
}

/** By chance: a beat that is kept to the millisecond would tell whose sightings come in it. */
function pauseOf(everyMs: number, draw: Chance): number {
  return Math.round(everyMs / 2) + draw(everyMs + 1)
}

function noteOf({ sent, healthReported, faults }: Told, note: Note): void {
  if (sent !== null && sent.told > 0) note(`The centre received ${sent.told} sightings.`)
  if (healthReported) note('The health of this sensor was reported to the centre.')
  for (const fault of faults) note(fault.message)
}

function healthFactsOf(inUse: InUse, lastEvents: ReadonlyMap<string, number>): HealthFacts {
  const { equipment, detection } = inUse
  const { matcher, faults } = detection.first
  const blind = inUse.blind().map(({ logSource }) => logSource)
  const isQuarantined = (rule: number) => matcher.meter.quarantined[rule] === 1
  const working = matcher.groups
    .filter(({ source }) => !blind.includes(sourceName(source)))
    .flatMap(({ rules }) => rules)
    .filter((rule) => !isQuarantined(rule))
  return {
    sensorVersion: manifest.version,
    pack: equipment.pack,
    rules: {
      loaded: matcher.rules.length,
      unsupported: equipment.faults.length + faults.length,
      quarantined: matcher.rules.filter((_, rule) => isQuarantined(rule)).length,
    },
    blind,
    techniques: working.flatMap((rule) => matcher.rules[rule]?.head.tags ?? []),
    lastEvents,
  }
}
