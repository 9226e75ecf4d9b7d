// The centre's signing keys: made at first use, sealed with the installation's secret, replaced on demand.
// SPDX-License-Identifier: EUPL-1.2
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import type { Context } from '../../../platform/context.ts'
import type { EngineScope } from '../../../platform/database/database.ts'
import { centreJournal } from '../../../platform/journal/journal.ts'
import { type Jwks, jwkOf, type SigningKey, thumbprintOf } from '../../../standards/open-badges/index.ts'
import { insertKey, lockKeys, retireKeys, type StoredKey, selectKeys } from '../store/keys.ts'
import { noteInJournal } from './acting.ts'

type Keys = Pick<Context, 'database' | 'secret' | 'origin'>

const nonceBytes = 12
const tagBytes = 16

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

/** AES-256-GCM; bound to the key's name, so that no row can be given another's. */
function sealKey(secret: Buffer, kid: string, key: KeyObject): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(secret), nonce).setAAD(Buffer.from(kid))
  const plain = key.export({ format: 'der', type: 'pkcs8' })
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function openKey(secret: Buffer, { kid, sealed }: StoredKey): KeyObject {
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(secret), sealed.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  })
  decipher.setAAD(Buffer.from(kid)).setAuthTag(sealed.subarray(-tagBytes))
  const plain = Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()])
  return createPrivateKey({ key: plain, format: 'der', type: 'pkcs8' })
}

function sealingKey(secret: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'training: keys that sign certificates', 32))
}
