// Seals what must not lie open in the database with the installation's secret: AES-256-GCM, bound to a purpose and a name.
// SPDX-License-Identifier: EUPL-1.2
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

export interface SealedFor {
  /** What kind of thing it is: each kind has a key of its own. */
  readonly purpose: string
  /** Which one it is, so that no row can be given another's. */
  readonly name: string
}

const nonceBytes = 12
const tagBytes = 16

export function seal(secret: Buffer, { purpose, name }: SealedFor, plain: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(secret, purpose), nonce).setAAD(Buffer.from(name))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Throws where it was sealed for something else, with another secret, or changed. */
export function unseal(secret: Buffer, { purpose, name }: SealedFor, sealed: Buffer): Buffer {
  const decipher = createDecipheriv(
    'aes-256-gcm',
    sealingKey(secret, purpose),
    sealed.subarray(0, nonceBytes),
    {
      authTagLength: tagBytes,
    },
  )
  decipher.setAAD(Buffer.from(name)).setAuthTag(sealed.subarray(-tagBytes))
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()])
}

function sealingKey(secret: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, 32))
}
