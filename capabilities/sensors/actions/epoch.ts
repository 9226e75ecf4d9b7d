// The keys of epochs: made at first use, sealed, signing each house's pseudonym once and unseen, destroyed at the end.
// SPDX-License-Identifier: EUPL-1.2
import { createHash, createPrivateKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { BlindSignatureFault, blindSign } from '@salus/standards/blind-signatures'
import { epochGraceMs } from '@salus/standards/sightings'
import type { Context } from '../../../platform/context.ts'
import type { EngineScope } from '../../../platform/database/database.ts'
import { seal, unseal } from '../../../platform/installation/sealing.ts'
import { centreJournal } from '../../../platform/journal/journal.ts'
import { refuse } from '../contract/problems.ts'
import { type EpochSpan, epochAt } from '../epoch.ts'
import {
  claimToken,
  deleteTokensBefore,
  destroyKeys,
  findEpoch,
  insertEpoch,
  type StoredEpoch,
} from '../store/epochs.ts'
import { deleteOldCodes } from '../store/sensors.ts'
import { deleteSightingsBefore } from '../store/sightings.ts'
import { noteInJournal } from './acting.ts'

type Keys = Pick<Context, 'database' | 'secret'>

const makeKeyPair = promisify(generateKeyPair)
const modulusBits = 3_072
const purpose = 'sensors: keys of epochs'
const dayMs = 86_400_000

/** The same key for everybody who asks, whoever it is; made once, however many ask as an epoch begins. */
export function epochKeeper(context: Keys): (now: Date) => Promise<StoredEpoch> {
  const making = new Map<number, Promise<StoredEpoch>>()
  return async (now) => {
    const span = epochAt(now)
    const known = await context.database.asEngine((scope) => findEpoch(scope, span.epoch))
    if (known) return known
    const made = making.get(span.epoch) ?? makeEpoch(context, span).finally(() => making.delete(span.epoch))
    making.set(span.epoch, made)
    return made
  }
}

/** Making a key takes a second or two of the processor, so it is done outside of a transaction. */
async function makeEpoch(context: Keys, span: EpochSpan): Promise<StoredEpoch> {
  const { publicKey, privateKey } = await makeKeyPair('rsa', { modulusLength: modulusBits })
  const made = {
    ...span,
    publicKey: publicKey.export({ format: 'der', type: 'spki' }),
    sealed: sealKey(context.secret, span.epoch, privateKey),
  }
  return context.database.asEngine(async (scope) => {
    await insertEpoch(scope, made)
    const stored = await findEpoch(scope, span.epoch)
    if (!stored) throw new Error(`the key of epoch ${span.epoch} was stored and is not there`)
    return stored
  })
}

export function signPseudonym(
  context: Keys,
  organisationId: number,
  asked: { readonly epoch: number; readonly blinded: Buffer },
  now: Date,
): Promise<Buffer> {
  return context.database.asEngineFor(organisationId, async (scope) => {
    const stored = await findEpoch(scope, asked.epoch)
    if (!stored?.sealed || now < stored.beginsAt || now >= stored.endsAt) throw unknownEpoch(asked.epoch)
    const hash = createHash('sha256').update(asked.blinded).digest()
    const claimed = await claimToken(scope, organisationId, asked.epoch, hash)
    if (!claimed?.equals(hash)) throw tokenGiven(asked.epoch)
    return sign(openKey(context.secret, asked.epoch, stored.sealed), asked.blinded)
  })
}

function sign(key: KeyObject, blinded: Buffer): Buffer {
  try {
    return blindSign(key, blinded)
  } catch (error) {
    if (error instanceof BlindSignatureFault && error.code !== 'signing-failure') throw notBlinded(error)
    throw error
  }
}

export interface EpochSummary {
  readonly destroyed: readonly number[]
}

/** What is over goes: private keys at the end of their epoch, sightings and claims once nothing can follow them. */
export async function endEpochs(context: Pick<Context, 'database'>, now: Date): Promise<EpochSummary> {
  const oldest = epochAt(new Date(now.getTime() - epochGraceMs)).epoch
  return context.database.asEngine(async (scope) => {
    const destroyed = await destroyKeys(scope, now)
    await deleteTokensBefore(scope, oldest)
    await deleteSightingsBefore(scope, oldest)
    await deleteOldCodes(scope, new Date(now.getTime() - dayMs))
    for (const epoch of destroyed) await noteDestroyed(scope, epoch, now)
    return { destroyed }
  })
}

async function noteDestroyed(scope: EngineScope, epoch: number, now: Date): Promise<void> {
  const by = { organisationId: centreJournal, actor: 'sensors' }
  await noteInJournal(
    scope,
    by,
    { action: 'epoch.key-destroyed', objectType: 'sensor-epoch', objectId: epoch },
    now,
  )
}

const nameOf = (epoch: number) => `epoch ${epoch}`

function sealKey(secret: Buffer, epoch: number, key: KeyObject): Buffer {
  return seal(secret, { purpose, name: nameOf(epoch) }, key.export({ format: 'der', type: 'pkcs8' }))
}

function openKey(secret: Buffer, epoch: number, sealed: Buffer): KeyObject {
  const der = unseal(secret, { purpose, name: nameOf(epoch) }, sealed)
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
}

export function unknownEpoch(epoch: number) {
  return refuse({
    code: 'sensors/unknown-epoch',
    status: 409,
    title: 'This epoch is not the present one',
    detail: `Epoch ${epoch} has not begun, is over, or was never opened here.`,
    remedy: 'Ask for the present epoch and begin again with it.',
    values: { epoch },
  })
}

function tokenGiven(epoch: number) {
  return refuse({
    code: 'sensors/epoch-token-given',
    status: 409,
    title: 'Your organisation has its signature already',
    detail: `Another pseudonym of your organisation was signed in epoch ${epoch}; each house counts once.`,
    remedy:
      'Let the sensor that asked first send, let the others join it (sensor sightings share, then join), or wait for the next epoch.',
    values: { epoch },
  })
}

function notBlinded(cause: Error) {
  return refuse({
    code: 'sensors/not-blinded',
    status: 422,
    title: 'This cannot be signed',
    detail: 'The blinded message has not the length of the key, or is not smaller than its modulus.',
    remedy: 'Ask for the key of the epoch again and blind the message with that key.',
    cause,
  })
}
