// Sealing the crisis pack to a phone's public key; only the code on paper frees the private key (decision 0016).
// SPDX-License-Identifier: EUPL-1.2
import { webcrypto } from 'node:crypto'
import type { RecoveryCode } from './code.ts'

/** What the server keeps of a phone. Without the code the wrapped key is of no use to anybody. */
export interface PhoneKey {
  /** P-256, uncompressed point of 65 bytes. */
  readonly publicKey: Uint8Array
  /** PKCS #8, encrypted with AES-256-GCM under a key derived from the code; the public key is authenticated with it. */
  readonly wrappedKey: Uint8Array
  readonly wrapSalt: Uint8Array
  readonly wrapIv: Uint8Array
  /** Of PBKDF2 with SHA-256. */
  readonly iterations: number
}

export interface Sealed {
  /** P-256, made for this sealing only. */
  readonly ephemeralKey: Uint8Array
  readonly iv: Uint8Array
  readonly ciphertext: Uint8Array
}

/** The code has 130 bits, so this guards only against a code that somebody partly saw. */
export const keyIterations = 600_000
export const sealInfo = 'salus red envelope 1'
const { subtle } = webcrypto
const curve = { name: 'ECDH', namedCurve: 'P-256' } as const

export async function createPhoneKey(code: RecoveryCode): Promise<PhoneKey> {
  const pair = await subtle.generateKey(curve, true, ['deriveBits'])
  const publicKey = new Uint8Array(await subtle.exportKey('raw', pair.publicKey))
  const privateKey = await subtle.exportKey('pkcs8', pair.privateKey)
  const wrapSalt = webcrypto.getRandomValues(new Uint8Array(16))
  const wrapIv = webcrypto.getRandomValues(new Uint8Array(12))
  const key = await keyOfCode(code, wrapSalt, keyIterations)
  const wrapped = await subtle.encrypt(
    { name: 'AES-GCM', iv: wrapIv, additionalData: publicKey },
    key,
    privateKey,
  )
  return { publicKey, wrappedKey: new Uint8Array(wrapped), wrapSalt, wrapIv, iterations: keyIterations }
}

/** `header` stands readable in the file and cannot be changed without notice. */
export async function seal(content: Uint8Array, publicKey: Uint8Array, header: string): Promise<Sealed> {
  const pair = await subtle.generateKey(curve, true, ['deriveBits'])
  const ephemeralKey = new Uint8Array(await subtle.exportKey('raw', pair.publicKey))
  const key = await sharedKey(pair.privateKey, publicKey, { ephemeralKey, publicKey })
  const iv = webcrypto.getRandomValues(new Uint8Array(12))
  const ciphertext = await subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(header) },
    key,
    Uint8Array.from(content),
  )
  return { ephemeralKey, iv, ciphertext: new Uint8Array(ciphertext) }
}

/** Null when the code is not this phone's. */
export async function freeKey(code: RecoveryCode, phone: PhoneKey): Promise<webcrypto.CryptoKey | null> {
  const key = await keyOfCode(code, phone.wrapSalt, phone.iterations)
  const privateKey = await subtle
    .decrypt(
      {
        name: 'AES-GCM',
        iv: Uint8Array.from(phone.wrapIv),
        additionalData: Uint8Array.from(phone.publicKey),
      },
      key,
      Uint8Array.from(phone.wrappedKey),
    )
    .catch(() => null)
  return privateKey && subtle.importKey('pkcs8', privateKey, curve, false, ['deriveBits'])
}

/** As the file does it in the browser; null when the code is wrong or the file was changed. */
export async function unseal(
  code: RecoveryCode,
  phone: PhoneKey,
  sealed: Sealed,
  header: string,
): Promise<Uint8Array | null> {
  const privateKey = await freeKey(code, phone)
  if (!privateKey) return null
  const { ephemeralKey } = sealed
  const key = await sharedKey(privateKey, ephemeralKey, { ephemeralKey, publicKey: phone.publicKey })
  const content = await subtle
    .decrypt(
      { name: 'AES-GCM', iv: Uint8Array.from(sealed.iv), additionalData: new TextEncoder().encode(header) },
      key,
      Uint8Array.from(sealed.ciphertext),
    )
    .catch(() => null)
  return content && new Uint8Array(content)
}

async function keyOfCode(code: RecoveryCode, salt: Uint8Array, iterations: number) {
  const base = await subtle.importKey('raw', new TextEncoder().encode(code), 'PBKDF2', false, ['deriveKey'])
  return subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: Uint8Array.from(salt), iterations },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

async function sharedKey(
  own: webcrypto.CryptoKey,
  other: Uint8Array,
  bound: { readonly ephemeralKey: Uint8Array; readonly publicKey: Uint8Array },
) {
  const theirs = await subtle.importKey('raw', Uint8Array.from(other), curve, false, [])
  const shared = await subtle.deriveBits({ name: 'ECDH', public: theirs }, own, 256)
  const base = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  return subtle.deriveKey(
    {
      name: 'HKDF',
      hash: 'SHA-256',
      salt: Buffer.concat([bound.ephemeralKey, bound.publicKey]),
      info: new TextEncoder().encode(sealInfo),
    },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}
