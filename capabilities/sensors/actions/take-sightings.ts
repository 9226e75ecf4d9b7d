// Takes sightings from somebody who shows that they are one of the hospitals, and not which.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { readBlindPublicKey, verify } from '@salus/standards/blind-signatures'
import { tellableAmong } from '@salus/standards/packs'
import {
  endOfHour,
  maxHourAgeMs,
  type RefusalReason,
  type Sighting,
  type SightingsAnswer,
  type SightingsMessage,
  sightingKey,
} from '@salus/standards/sightings'
import type { Context } from '../../../platform/context.ts'
import type { EngineScope } from '../../../platform/database/database.ts'
import { createCounter } from '../../../platform/http/flood.ts'
import { networkOf } from '../../../platform/http/network.ts'
import { refuse } from '../contract/problems.ts'
import { takesSightings } from '../epoch.ts'
import { floodLimits, sensorLimits } from '../limits.ts'
import { findEpoch } from '../store/epochs.ts'
import { lookUpItems, tellableFiles } from '../store/packs.ts'
import { countOfPseudonym, insertSightings } from '../store/sightings.ts'
import { tooManyAttempts } from './enrol.ts'
import { unknownEpoch } from './epoch.ts'

/** Nothing of the request but the message is used; an address is counted only where a signature was wrong. */
export function sightingsTaker(context: Pick<Context, 'database'>) {
  const unknown = createCounter(floodLimits.unknownSignatures)
  const guesses = createCounter(floodLimits.unknownIds)
  return async (message: SightingsMessage, remoteAddress: string, now: Date): Promise<SightingsAnswer> => {
    const network = networkOf(remoteAddress)
    if (!unknown.allows(network, now)) throw tooManyAttempts()
    const epoch = await context.database.asEngine((scope) => findEpoch(scope, message.epoch))
    if (!epoch || !takesSightings(epoch, now)) throw unknownEpoch(message.epoch)
    if (!isSigned(message, epoch.publicKey)) {
      unknown.count(network, now)
      throw unknownSignature()
    }
    if (!guesses.allows(message.pseudonym, now)) throw tooManyAttempts()
    const answer = await context.database.asEngine((scope) => take(scope, message, now))
    for (const one of answer.results)
      if (one.result === 'refused' && one.reason === 'unknown-id') guesses.count(message.pseudonym, now)
    return answer
  }
}

function isSigned({ prefix, pseudonym, signature }: SightingsMessage, publicKey: Buffer): boolean {
  const [before, said, signed] = [prefix, pseudonym, signature].map((text) => Buffer.from(text, 'base64url'))
  if (!before || !said || !signed) return false
  return verify(readBlindPublicKey(publicKey), Buffer.concat([before, said]), signed)
}

async function take(
  scope: EngineScope,
  { epoch, pseudonym, sightings }: SightingsMessage,
  now: Date,
): Promise<SightingsAnswer> {
  const pseudonymHash = createHash('sha256').update(pseudonym).digest()
  const room = sensorLimits.maxSightingsOfPseudonym - (await countOfPseudonym(scope, pseudonymHash))
  const reasons = await reasonsOf(scope, sightings, room, now)
  const keys = sightings.map((sighting) => sightingKey(pseudonym, sighting))
  const taken = await insertSightings(
    scope,
    sightings.flatMap((sighting, index) =>
      reasons[index] === null
        ? [{ key: keys[index] ?? '', epoch, pseudonymHash: pseudonymHash.toString('hex'), sighting }]
        : [],
    ),
  )
  const told = new Set<string>()
  return {
    results: sightings.map((_, index) => {
      const reason = reasons[index] ?? null
      if (reason !== null) return { result: 'refused' as const, reason }
      const key = keys[index] ?? ''
      // The same one twice in a message is taken once.
      const isFirst = !told.has(key)
      told.add(key)
      return { result: isFirst && taken.has(key) ? ('taken' as const) : ('known' as const) }
    }),
  }
}

/** Null where nothing is against it. */
async function reasonsOf(
  scope: EngineScope,
  sightings: readonly Sighting[],
  room: number,
  now: Date,
): Promise<readonly (RefusalReason | null)[]> {
  const items = await lookUpItems(scope, sightings)
  const tellable = await tellableIndicators(scope, sightings)
  return sightings.map((sighting, index) => {
    const item = items[index]
    if (index >= room) return 'too-many'
    if (!item?.packIsKnown) return 'unknown-pack'
    if (item.mayBeTold === false) return 'not-to-be-shared'
    const isOfPack = sighting.kind === 'indicator' ? tellable.has(nameOf(sighting)) : item.mayBeTold !== null
    if (!isOfPack) return 'unknown-id'
    if (endOfHour(sighting.hour) > now.getTime()) return 'hour-not-over'
    return now.getTime() - Date.parse(sighting.hour) > maxHourAgeMs ? 'hour-too-old' : null
  })
}

const nameOf = ({ kind, id, pack }: Sighting) => `${kind} ${pack.sequence} ${id}`

/** Indicators that the pack named lists as to be told. */
async function tellableIndicators(
  scope: EngineScope,
  sightings: readonly Sighting[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  const indicators = sightings.filter(({ kind }) => kind === 'indicator')
  for (const [sequence, own] of Map.groupBy(indicators, ({ pack }) => pack.sequence))
    for (const file of await tellableFiles(scope, sequence)) {
      const listed = await tellableAmong(
        file,
        own.map(({ id }) => id),
      )
      for (const one of own) if (listed.has(one.id)) found.add(nameOf(one))
    }
  return found
}

export function notAnonymous() {
  return refuse({
    code: 'sensors/not-anonymous',
    status: 400,
    title: 'This says who you are',
    detail:
      'Sightings are taken from nobody in particular; this request carries a token or a session. Nothing was stored.',
    remedy: 'Send it without the header Authorization and without cookies, over a connection of its own.',
  })
}

function unknownSignature() {
  return refuse({
    code: 'sensors/unknown-signature',
    status: 403,
    title: 'This signature does not fit',
    detail: 'The pseudonym is not one that the centre signed in this epoch. Nothing was stored.',
    remedy: 'Ask for the key of the epoch, have a new pseudonym signed, and send the sightings again.',
  })
}
