// Sends what is approved and due: marked before it leaves, repeated under the same pseudonym, never told twice.
// SPDX-License-Identifier: EUPL-1.2
import { sightingsAnswer } from '@salus/standards/sightings'
import { asked, type Centre } from './centre.ts'
import type { Chance } from './chance.ts'
import { SightingFault } from './fault.ts'
import { writeNew } from './files.ts'
import { answered, attempted, type Batch, dueBatch, givenUp } from './items.ts'
import { maxMessagesPerRun } from './limits.ts'
import { bytesOf } from './message.ts'
import type { Item, SightingState } from './shapes.ts'
import type { SightingStore } from './store.ts'
import { maySpeak, spoken } from './voice.ts'

export interface Sent {
  readonly told: number
  readonly declined: number
  readonly givenUp: number
  /** What kept the rest from being sent now; it is tried again later. */
  readonly fault: SightingFault | null
}

/** Throws SightingFault `sightings/busy` where another process is sending. */
export function sendDue(store: SightingStore, centre: Centre, now: number, draw: Chance): Promise<Sent> {
  return store.alone(async () => {
    const count = { told: 0, declined: 0, givenUp: 0 }
    for (let messages = 0; messages < maxMessagesPerRun; messages++) {
      const { batch, lost } = await take(store, now, draw)
      count.givenUp += lost
      if (batch === null) break
      try {
        const items = await tell(store, centre, batch, now)
        count.told += items.filter(({ state }) => state === 'told').length
        count.declined += items.filter(({ state }) => state === 'declined').length
      } catch (error) {
        if (!(error instanceof SightingFault)) throw error
        await waitAsAsked(store, batch, now + error.waitMs)
        return { ...count, fault: error }
      }
    }
    return { ...count, fault: null }
  })
}

/** The next message, its items marked as attempted on the disk. */
async function take(
  store: SightingStore,
  now: number,
  draw: Chance,
  evenEarly = false,
): Promise<{ readonly batch: Batch | null; readonly lost: number }> {
  let batch: Batch | null = null
  let lost = 0
  await store.change((state) => {
    const items = state.items.map((item) => givenUp(item, state.pseudonyms, now))
    lost = items.filter((item, index) => item !== state.items[index]).length
    // A stick is no voice on the network.
    const heard = state.pseudonyms.filter(({ epoch }) => evenEarly || maySpeak(state, epoch, now))
    batch = dueBatch(items, heard, now, draw, evenEarly)
    if (batch === null) return lost === 0 ? state : { ...state, items }
    const { pseudonym, items: taken } = batch
    const next = withItems({ ...state, items }, taken, (item) => attempted(item, pseudonym.epoch, now, draw))
    return evenEarly ? next : spoken(next, pseudonym.epoch, now, draw)
  })
  return { batch, lost }
}

async function tell(
  store: SightingStore,
  centre: Centre,
  batch: Batch,
  now: number,
): Promise<readonly Item[]> {
  const answer = await centre.ask(asked.sightings(bytesOf(batch)), sightingsAnswer)
  const { results } = answer
  if (results.length !== batch.items.length)
    throw new SightingFault(
      'sightings/answer',
      `The centre answered for ${results.length} of ${batch.items.length} sightings.`,
      'They are sent again later, under the same pseudonym.',
    )
  const byId = new Map(batch.items.map(({ id }, index) => [id, results[index]]))
  const state = await store.change((before) =>
    withItems(before, batch.items, (item) => {
      const result = byId.get(item.id)
      return result ? answered(item, result, now) : item
    }),
  )
  return state.items.filter(({ id }) => byId.has(id))
}

/** Writes the next message to a file for a stick; what is in it is not sent over the network as well. */
export function writeForStick(
  store: SightingStore,
  path: string,
  now: number,
  draw: Chance,
): Promise<{ readonly written: number; readonly left: number }> {
  return store.alone(async () => {
    const { batch } = await take(store, now, draw, true)
    if (batch === null) return { written: 0, left: 0 }
    await writeNew(path, bytesOf(batch))
    const state = await store.change((before) =>
      withItems(before, batch.items, (item) => ({ ...item, state: 'carried', changedAt: now })),
    )
    const left = state.items.filter(({ state: at }) => at === 'queued' || at === 'attempted').length
    return { written: batch.items.length, left }
  })
}

async function waitAsAsked(store: SightingStore, batch: Batch, until: number): Promise<void> {
  await store.change((state) =>
    withItems(state, batch.items, (item) => ({ ...item, sendAt: Math.max(item.sendAt ?? 0, until) })),
  )
}

function withItems(
  state: SightingState,
  chosen: readonly Item[],
  change: (item: Item) => Item,
): SightingState {
  const ids = new Set(chosen.map(({ id }) => id))
  return { ...state, items: state.items.map((item) => (ids.has(item.id) ? change(item) : item)) }
}
