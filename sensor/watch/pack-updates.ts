// While the sensor watches: asks the centre for a newer pack now and then, with every check of `sensor pack install`.
// SPDX-License-Identifier: EUPL-1.2
import { installPack } from '../packs/install.ts'
import { httpsRepository } from '../packs/repositories/https.ts'
import { openStore } from '../packs/store.ts'
import { type Chance, chance } from '../sightings/chance.ts'
import { packsAddress, readEnrolment } from '../sightings/enrolment.ts'
import { maxPauseMs } from '../sightings/limits.ts'
import { mayAskByName } from '../sightings/voice.ts'
import type { Note } from './feed.ts'
import { packUpdateLimits } from './limits.ts'

export interface PackUpdates {
  /** Resolves when what is under way has ended. */
  stop(): Promise<void>
}

export interface PackUpdateOptions {
  readonly folder: string
  readonly note: Note
  readonly clock: () => number
  /** Between two questions, in ms; null: never asked. */
  readonly everyMs: number | null
  readonly draw?: Chance
}

/**
 * Nothing is asked where the sensor is not enrolled. What is fetched comes into use as any pack that was installed
 * beside the running sensor. The first pack is for a person to install, because only they can compare a fingerprint.
 */
export function fetchPacksWhileWatching(options: PackUpdateOptions): PackUpdates {
  const { note, everyMs, draw = chance } = options
  if (everyMs === null) return { stop: async () => undefined }
  let told: string | null = null
  let underWay: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | null = null
  const stop = new AbortController()

  /** The same trouble is told once, until it is another or over. */
  const say = (said: string | null): void => {
    if (said !== null && said !== told && !stop.signal.aborted) note(said)
    told = said
  }
  /** Until the next question, in ms. */
  const ask = async (): Promise<number> => {
    try {
      // Not on the heels of sightings: whose they are would be known by the token beside them.
      if (!(await mayAskByName(options.folder, options.clock(), draw)))
        return maxPauseMs / 8 + draw(maxPauseMs / 8)
      say(await fetchOnce(options, stop.signal))
    } catch (error) {
      say(`No newer pack could be fetched: ${error instanceof Error ? error.message : String(error)}`)
    }
    return everyMs
  }
  const plan = (waitMs: number): void => {
    if (stop.signal.aborted) return
    timer = setTimeout(() => {
      underWay = ask().then(plan)
    }, waitMs)
  }
  // Sensors that start together, after a loss of power, do not ask together.
  plan(draw(Math.min(everyMs, packUpdateLimits.firstWithinMs) + 1))
  return {
    async stop() {
      stop.abort()
      if (timer !== null) clearTimeout(timer)
      await underWay
    },
  }
}

/** What to say, or null. */
async function fetchOnce({ folder, clock }: PackUpdateOptions, stop: AbortSignal): Promise<string | null> {
  const enrolment = await readEnrolment(folder)
  if (enrolment === null) return null
  const place = packsAddress(enrolment)
  if ((await (await openStore(folder)).trusted.load('root')) === null)
    return `No pack was ever installed here, so none is fetched. Install the first one with the fingerprint that the centre told you: sensor pack install ${place} --state ${folder} --fingerprint HEX`
  const { token, authorities } = enrolment
  const outcome = await installPack(httpsRepository(place, { token, authorities, stop }), folder, clock())
  if ('fault' in outcome) {
    const { code, detail, remedy } = outcome.fault
    return `No newer pack was taken: ${detail} (${code}) ${remedy}`
  }
  const { id, sequence } = outcome.pack
  return outcome.outcome === 'installed'
    ? `Pack ${id}, sequence ${sequence}, was fetched from the centre.`
    : null
}
