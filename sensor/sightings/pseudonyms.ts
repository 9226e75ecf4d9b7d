// One pseudonym an epoch, signed blindly: the centre knows that a hospital of its own speaks, and not which.
// SPDX-License-Identifier: EUPL-1.2
import { BlindSignatureFault, finalize, readBlindPublicKey } from '@salus/standards/blind-signatures'
import { type EpochAnswer, epochAnswer, epochGraceMs, epochTokenAnswer } from '@salus/standards/sightings'
import { asked, type Centre } from './centre.ts'
import type { Chance } from './chance.ts'
import { SightingFault } from './fault.ts'
import { carriedOn, drawPseudonym } from './house-key.ts'
import { delayedAfterPseudonym } from './items.ts'
import { maxEpochMs, minEpochMs } from './limits.ts'
import type { HouseKey, Pseudonym, SightingState } from './shapes.ts'
import type { SightingStore } from './store.ts'
import { claimName } from './voice.ts'

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const bytes = (written: string) => Buffer.from(written, 'base64url')

/** The signed pseudonym of the epoch of `now`, or null. */
export function currentPseudonym(pseudonyms: readonly Pseudonym[], now: number): Pseudonym | null {
  return pseudonyms.find(({ from, until, signature }) => signature && from <= now && now < until) ?? null
}

/** Until when another sensor of this house tells and this one does not; null where it is not so. */
export function elsewhereUntil({ elsewhereUntil: until }: SightingState, now: number): number | null {
  return until !== null && now < until && until <= now + maxEpochMs ? until : null
}

/**
 * Asks once an epoch, whether or not there is something to tell: else the asking would tell it. After a crash the same
 * blinded bytes are asked again, which the centre answers alike. Not on the heels of sightings under an older pseudonym,
 * nor where another sensor of the house has that of this epoch. Throws SightingFault.
 */
export async function renewPseudonym(
  store: SightingStore,
  centre: Centre,
  token: string,
  now: number,
  draw: Chance,
): Promise<void> {
  const known = await store.read()
  if (currentPseudonym(known.pseudonyms, now) || elsewhereUntil(known, now) !== null) return
  if (!(await claimName(store, now, draw))) return
  const epoch = await epochOf(centre, token, now)
  const state = await store.change((before) => withEpoch(before, epoch, centre, now))
  const own = state.pseudonyms.find((one) => one.epoch === epoch.epoch)
  if (!own?.pending) return
  const question = JSON.stringify({ epoch: own.epoch, blinded: own.pending.blinded })
  const answer = await centre
    .ask(asked.epochToken(token, question), epochTokenAnswer)
    .catch(async (error) => {
      if (!(error instanceof SightingFault) || error.problem !== 'sensors/epoch-token-given') throw error
      await store.change((before) => ({ ...before, elsewhereUntil: own.until }))
      throw tellsElsewhere(own.until)
    })
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

/** The same state, with a pseudonym of the epoch that is to be signed, where there is none yet. */
function withEpoch(before: SightingState, epoch: EpochAnswer, centre: Centre, now: number): SightingState {
  const kept = before.pseudonyms.filter(({ until }) => now < until + epochGraceMs)
  const known = kept.find((one) => one.epoch === epoch.epoch)
  if (known && known.publicKey !== epoch.publicKey) throw anotherKey(centre)
  if (known) return { ...before, pseudonyms: kept }
  const houseKey = before.houseKey && carriedOn(before.houseKey, epoch.epoch)
  if (before.houseKey !== null && houseKey === null)
    throw epochFault(
      centre,
      'names an epoch that is before those which this house shares',
      'Check with the centre. If it began anew, move sightings.json of the state folder away: consents are given and the pseudonym is shared anew.',
    )
  return { ...before, houseKey, pseudonyms: [...kept, beginning(epoch, houseKey)] }
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

function beginning({ epoch, from, until, publicKey }: EpochAnswer, houseKey: HouseKey | null): Pseudonym {
  try {
    const { pseudonym, prefix, blinded, inverse } = drawPseudonym(houseKey, publicKey)
    return {
      epoch,
      from: Date.parse(from),
      until: Date.parse(until),
      publicKey,
      pseudonym: text(pseudonym),
      prefix: text(prefix),
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

export function tellsElsewhere(until: number): SightingFault {
  return new SightingFault(
    'sightings/elsewhere',
    `Another sensor of this hospital has its pseudonym of this epoch, so this one tells the centre of no sighting until ${new Date(until).toISOString().slice(0, 16).replace('T', ' ')} UTC.`,
    'Let them share it: `sensor sightings share FILE` at the other one, then `sensor sightings join FILE` here. Or leave the telling to the other one.',
  )
}

export function anotherKey(centre: Pick<Centre, 'url'>): SightingFault {
  return epochFault(
    centre,
    'shows this sensor another key than before or than it shows everybody',
    'By such a key it could know who speaks. Nothing is sent. Tell the centre.',
  )
}

function epochFault({ url }: Pick<Centre, 'url'>, what: string, remedy: string): SightingFault {
  return new SightingFault('sightings/epoch', `The centre at ${url.host} ${what}.`, remedy)
}
