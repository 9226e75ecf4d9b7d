// Under which name the sensor spoke last: before it speaks under another one it waits, so that nobody hears both together.
// SPDX-License-Identifier: EUPL-1.2
import { type Chance, chance } from './chance.ts'
import { isOn } from './draft.ts'
import { maxPauseMs, minPauseMs } from './limits.ts'
import { consentScopes, type SightingState, type Voice } from './shapes.ts'
import { type SightingStore, sightingStore } from './store.ts'

export function maySpeak({ spoke }: Pick<SightingState, 'spoke'>, as: Voice, now: number): boolean {
  if (spoke === null || spoke.as === as) return true
  // No pause is longer: what lies further ahead was written before the clock was set back.
  return now >= spoke.until || spoke.until > now + maxPauseMs
}

/**
 * Whether something may be asked by the sensor's token now, and if so written down in the same step: of two that ask at
 * once, one is heard. What is refused again and again must not keep sightings waiting for ever, so those that are due go
 * first.
 */
export async function claimName(store: SightingStore, now: number, draw: Chance): Promise<boolean> {
  let may = false
  await store.change((state) => {
    may = maySpeak(state, 'name', now) && !waitsForItsTurn(state, now)
    return may ? spoken(state, 'name', now, draw) : state
  })
  return may
}

/** For whoever asks the centre by the sensor's token besides: false where it is to wait for a later time. */
export async function mayAskByName(
  stateFolder: string,
  now: number,
  draw: Chance = chance,
): Promise<boolean> {
  const store = sightingStore(stateFolder)
  const state = await store.read()
  // Who tells nothing any more has nothing that could be put together, once what it told last is long enough ago.
  if (!consentScopes.some((scope) => isOn(state.consent, scope))) return maySpeak(state, 'name', now)
  return claimName(store, now, draw)
}

/** One that cannot leave keeps nobody for long. */
function waitsForItsTurn({ spoke, items, pseudonyms }: SightingState, now: number): boolean {
  if (spoke?.as !== 'name' || now > spoke.until + maxPauseMs) return false
  const isDue = items.some(
    ({ state, sendAt }) => (state === 'queued' || state === 'attempted') && sendAt !== null && sendAt <= now,
  )
  return isDue && pseudonyms.some(({ signature, from, until }) => signature && from <= now && now < until)
}

/** Written before anything is said: whoever dies now has perhaps been heard. */
export function spoken(state: SightingState, as: Voice, now: number, draw: Chance): SightingState {
  return { ...state, spoke: { as, until: now + minPauseMs + draw(maxPauseMs - minPauseMs + 1) } }
}
