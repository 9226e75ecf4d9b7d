// One pseudonym an epoch, signed blindly: the centre knows that a hospital of its own speaks, and not which.
// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto'
import {
  BlindSignatureFault,
  blind,
  finalize,
  prefixBytes,
  prepare,
  readBlindPublicKey,
} from '../../standards/blind-signatures/index.ts'
import {
  type EpochAnswer,
  epochAnswer,
  epochGraceMs,
  epochTokenAnswer,
} from '../../standards/sightings/index.ts'
import { asked, type Centre } from './centre.ts'
import type { Chance } from './chance.ts'
import { SightingFault } from './fault.ts'
import { delayedAfterPseudonym } from './items.ts'
import { maxEpochMs, minEpochMs } from './limits.ts'
import type { Pseudonym } from './shapes.ts'
import type { SightingStore } from './store.ts'

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const bytes = (written: string) => Buffer.from(written, 'base64url')

/** The signed pseudonym of the epoch of `now`, or null. */
export function currentPseudonym(pseudonyms: readonly Pseudonym[], now: number): Pseudonym | null {
  return pseudonyms.find(({ from, until, signature }) => signature && from <= now && now < until) ?? null
}

/**
 * Asks once an epoch, whether or not there is something to tell: else the asking would tell it. After a crash the same
 * blinded bytes are asked again, which the centre answers alike. Throws SightingFault.
 */
export async function renewPseudonym(
  store: SightingStore,
  centre: Centre,
  token: string,
  now: number,
  draw: Chance,
): Promise<void> {
  if (currentPseudonym((await store.read()).pseudonyms, now)) return
  const epoch = await epochOf(centre, token, now)
  const begun = beginning(epoch)
  const state = await store.change((before) => {
    const kept = before.pseudonyms.filter(({ until }) => now < until + epochGraceMs)
    const known = kept.find((one) => one.epoch === epoch.epoch)
    if (known && known.publicKey !== epoch.publicKey) throw anotherKey(centre)
    return { ...before, pseudonyms: known ? kept : [...kept, begun] }
  })
  const own = state.pseudonyms.find((one) => one.epoch === epoch.epoch)
  if (!own?.pending) return
  const question = JSON.stringify({ epoch: own.epoch, blinded: own.pending.blinded })
  const answer = await centre.ask(asked.epochToken(token, question), epochTokenAnswer)
  const signature = finished(centre, own, answer.signature)
  await store.change((before) => ({
    ...before,
    pseudonyms: before.pseudonyms.map((one) =>
      // What links the pseudonym to the question is forgotten here.
      one.epoch === own.epoch ? { ...one, pending: null, signature } : one,
    ),
    items: delayedAfterPseudonym(before.items, now, draw),
  }))
}

/** Asked as nobody first, then as this sensor: the same answer, or the centre could know its members by their keys. */
async function epochOf(centre: Centre, token: string, now: number): Promise<EpochAnswer> {
  const open = await centre.ask(asked.epoch(null), epochAnswer)
  const own = await centre.ask(asked.epoch(token), epochAnswer)
  if (JSON.stringify(open) !== JSON.stringify(own)) throw anotherKey(centre)
  const [from, until] = [Date.parse(open.from), Date.parse(open.until)]
  if (!(from <= now && now < until))
    throw epochFault(centre, 'names an epoch that is not now', 'Check the clock of this machine.')
  if (until - from < minEpochMs || until - from > maxEpochMs)
    throw epochFault(centre, 'names an epoch that is too short or too long', 'Tell the centre.')
  return open
}

function beginning({ epoch, from, until, publicKey }: EpochAnswer): Pseudonym {
  const pseudonym = randomBytes(32)
  try {
    const prepared = prepare(pseudonym)
    const { blinded, inverse } = blind(readBlindPublicKey(bytes(publicKey)), prepared)
    return {
      epoch,
      from: Date.parse(from),
      until: Date.parse(until),
      publicKey,
      pseudonym: text(pseudonym),
      prefix: text(prepared.subarray(0, prefixBytes)),
      pending: { blinded: text(blinded), inverse: inverse.toString(16) },
      signature: null,
    }
  } catch (error) {
    if (!(error instanceof BlindSignatureFault)) throw error
    throw new SightingFault('sightings/epoch', error.message, 'Nothing is sent. Tell the centre.', {
      cause: error,
    })
  }
}

function finished(centre: Centre, own: Pseudonym, signature: string): string {
  try {
    const prepared = Buffer.concat([bytes(own.prefix), bytes(own.pseudonym)])
    const inverse = BigInt(`0x${own.pending?.inverse ?? '0'}`)
    return text(finalize(readBlindPublicKey(bytes(own.publicKey)), prepared, bytes(signature), inverse))
  } catch (error) {
    if (!(error instanceof BlindSignatureFault)) throw error
    throw epochFault(centre, 'signed something else than was asked', 'Nothing is sent. Tell the centre.')
  }
}

function anotherKey(centre: Centre): SightingFault {
  return epochFault(
    centre,
    'shows this sensor another key than before or than it shows everybody',
    'By such a key it could know who speaks. Nothing is sent. Tell the centre.',
  )
}

function epochFault({ url }: Centre, what: string, remedy: string): SightingFault {
  return new SightingFault('sightings/epoch', `The centre at ${url.host} ${what}.`, remedy)
}
