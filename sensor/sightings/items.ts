// The way of a sighting from draft to answer, as plain data: what may follow what, and when it is due.
// SPDX-License-Identifier: EUPL-1.2
import {
  endOfHour,
  epochGraceMs,
  maxSightings,
  type SightingOutcome,
  type SightingsAnswer,
} from '@salus/standards/sightings'
import { type Chance, randomDelay, shuffled } from './chance.ts'
import { type Draft, isOn } from './draft.ts'
import { keepMs, maxAttempts, maxItems, maxRetryMs, maxWaitMs, minRetryMs } from './limits.ts'
import type { Consent, Given, Item, Pseudonym } from './shapes.ts'

/** New drafts join; known ones stay as they were shown, so that what is approved is what was previewed. */
export function withDrafts(
  items: readonly Item[],
  drafts: readonly Draft[],
  consent: Consent,
  now: number,
  draw: Chance,
): readonly Item[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  for (const { id, scope, sighting } of drafts) {
    if (byId.has(id) || byId.size >= maxItems) continue
    const draft = draftItem(id, scope, sighting, now)
    const standing = consent.standing[scope]
    byId.set(id, standing ? approved(draft, { ...standing, how: 'standing' }, now, draw) : draft)
  }
  return [...byId.values()].filter((item) => isKept(item, consent, now))
}

function draftItem(id: string, scope: Item['scope'], sighting: Item['sighting'], now: number): Item {
  const none = { consent: null, sendAt: null, epoch: null, reason: null }
  return { id, scope, sighting, state: 'draft', attempts: 0, changedAt: now, ...none }
}

/** Drafts of what was turned off go; what is done with goes once it can no longer be offered again. */
function isKept({ state, scope, changedAt }: Item, consent: Consent, now: number): boolean {
  if (state === 'draft' && !isOn(consent, scope)) return false
  return state === 'queued' || state === 'attempted' || changedAt + keepMs > now
}

/** From now on its bytes stay as they were shown. */
export function approved(
  item: Item,
  consent: Given & { readonly how: 'item' | 'rule' | 'standing' },
  now: number,
  draw: Chance,
  outcome: SightingOutcome = item.sighting.outcome,
): Item {
  if (item.state !== 'draft') return item
  return {
    ...item,
    sighting: { ...item.sighting, outcome },
    state: 'queued',
    consent,
    sendAt: Math.max(now, endOfHour(item.sighting.hour)) + randomDelay(draw),
    changedAt: now,
  }
}

/** What was sent cannot be called back; what was perhaps sent is not sent again. */
export function withdrawn(item: Item, now: number): Item {
  const isOpen = item.state === 'draft' || item.state === 'queued' || item.state === 'attempted'
  return isOpen ? { ...item, state: 'withdrawn', changedAt: now } : item
}

/** A new pseudonym was just asked for under the sensor's name: nothing follows it on its heels. */
export function delayedAfterPseudonym(items: readonly Item[], now: number, draw: Chance): readonly Item[] {
  return items.map((item) =>
    item.state === 'queued' && item.epoch === null
      ? { ...item, sendAt: Math.max(item.sendAt ?? now, now + randomDelay(draw)) }
      : item,
  )
}

export interface Batch {
  readonly pseudonym: Pseudonym
  /** In the order in which they are sent. */
  readonly items: readonly Item[]
}

/** What is to be sent now under one pseudonym; null where nothing is. `evenEarly`: by hand, for a stick. */
export function dueBatch(
  items: readonly Item[],
  pseudonyms: readonly Pseudonym[],
  now: number,
  draw: Chance,
  evenEarly = false,
): Batch | null {
  const current = pseudonyms.find(({ from, until, signature }) => signature && from <= now && now < until)
  const ready = items.filter(
    ({ state, sendAt }) =>
      (state === 'queued' || state === 'attempted') &&
      sendAt !== null &&
      (evenEarly || sendAt <= now || sendAt > now + maxWaitMs),
  )
  for (const pseudonym of pseudonyms) {
    const own = ready.filter(({ epoch }) =>
      epoch === null ? pseudonym === current : epoch === pseudonym.epoch,
    )
    if (own.length > 0 && pseudonym.signature && now < pseudonym.until + epochGraceMs)
      return { pseudonym, items: shuffled(own, draw).slice(0, maxSightings) }
  }
  return null
}

/** Written before anything is sent: whoever dies now knows afterwards that it may have arrived. */
export function attempted(item: Item, epoch: number, now: number, draw: Chance): Item {
  const pause = Math.min(maxRetryMs, minRetryMs * 2 ** item.attempts)
  return {
    ...item,
    state: 'attempted',
    epoch,
    attempts: item.attempts + 1,
    sendAt: now + pause + draw(pause),
    changedAt: now,
  }
}

export function answered(item: Item, result: SightingsAnswer['results'][number], now: number): Item {
  if (item.state !== 'attempted') return item
  return result.result === 'refused'
    ? { ...item, state: 'declined', reason: result.reason, changedAt: now }
    : { ...item, state: 'told', changedAt: now }
}

/** No more attempts are left, or the pseudonym under which it may have arrived has run out. */
export function givenUp(item: Item, pseudonyms: readonly Pseudonym[], now: number): Item {
  if (item.state !== 'attempted') return item
  const pseudonym = pseudonyms.find(({ epoch }) => epoch === item.epoch)
  const isOver = pseudonym === undefined || now >= pseudonym.until + epochGraceMs
  const hasTried = item.attempts >= maxAttempts && (item.sendAt ?? 0) <= now
  return isOver || hasTried ? { ...item, state: 'given-up', changedAt: now } : item
}
