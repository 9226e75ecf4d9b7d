// The centre's signing keys: made at first use, sealed with the installation's secret, replaced on demand.
// SPDX-License-Identifier: EUPL-1.2
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { type Jwks, jwkOf, type SigningKey, thumbprintOf } from '@salus/standards/open-badges'
import type { Context } from '../../../platform/context.ts'
import type { EngineScope } from '../../../platform/database/database.ts'
import { seal, unseal } from '../../../platform/installation/sealing.ts'
import { centreJournal } from '../../../platform/journal/journal.ts'
import { insertKey, lockKeys, retireKeys, type StoredKey, selectKeys } from '../store/keys.ts'
import { noteInJournal } from './acting.ts'

type Keys = Pick<Context, 'database' | 'secret' | 'origin'>

const purpose = 'training: keys that sign certificates'

/** Where the centre has moved to another address, the key is a new one: its name is the address at which it can be read. */
export function signingKey(context: Keys, now: Date): Promise<SigningKey> {
  return context.database.asEngine(async (scope) => {
    await lockKeys(scope)
    const stored = (await selectKeys(scope)).find(
      ({ retiredAt, kid }) => retiredAt === null && kid.startsWith(keysAddress(context.origin())),
    )
    if (stored) return { kid: stored.kid, privateKey: openKey(context.secret, stored) }
    return makeKey(context, scope, now)
  })
}

/** Old certificates still verify: a key that signs no more is still published. */
export function replaceKey(context: Keys, now: Date): Promise<string> {
  return context.database.asEngine(async (scope) => {
    await lockKeys(scope)
    await retireKeys(scope, now)
    return (await makeKey(context, scope, now)).kid
  })
}

export function publicKeys(context: Pick<Context, 'database'>): Promise<Jwks> {
  return context.database.asEngine(async (scope) => ({
    keys: (await selectKeys(scope)).map(({ publicKey }) => publicKey),
  }))
}

const keysAddress = (origin: string) => `${origin}/learn/keys/`

async function makeKey(context: Keys, scope: EngineScope, now: Date): Promise<SigningKey> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const kid = `${keysAddress(context.origin())}${thumbprintOf(publicKey)}`
  await insertKey(scope, {
    kid,
    publicKey: jwkOf(publicKey, kid),
    sealed: sealKey(context.secret, kid, privateKey),
    madeAt: now,
  })
  const by = { organisationId: centreJournal, actor: 'training' }
  await noteInJournal(scope, by, { action: 'key-made', objectType: 'training-key', objectId: kid }, now)
  return { kid, privateKey }
}

function sealKey(secret: Buffer, kid: string, key: KeyObject): Buffer {
  return seal(secret, { purpose, name: kid }, key.export({ format: 'der', type: 'pkcs8' }))
}

function openKey(secret: Buffer, { kid, sealed }: StoredKey): KeyObject {
  return createPrivateKey({
    key: unseal(secret, { purpose, name: kid }, sealed),
    format: 'der',
    type: 'pkcs8',
  })
}
