// The six digits from the phone (TOTP, RFC 6238): secrets kept encrypted, each code accepted once.
// SPDX-License-Identifier: EUPL-1.2
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

const periodSeconds = 30
const secretBytes = 20
/** RFC 6238, 5.2 recommends at most one step for clocks that differ. */
const window = 1
const nonceBytes = 12
const tagBytes = 16

export function newTotpSecret(): Buffer {
  return randomBytes(secretBytes)
}

/** For the phone's app, to type or to open. */
export function describeTotp(secret: Buffer, account: string, issuer: string) {
  const totp = totpOf(secret, account, issuer)
  return { uri: totp.toString(), secret: totp.secret.base32 }
}

/** The time step of the code, or null when it is wrong or its step (or a later one) was used before. */
export function acceptedStep(
  secret: Buffer,
  code: string,
  lastStep: number | null,
  now: Date,
): number | null {
  const digits = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(digits)) return null
  const delta = totpOf(secret).validate({ token: digits, timestamp: now.getTime(), window })
  if (delta === null) return null
  const step = Math.floor(now.getTime() / 1000 / periodSeconds) + delta
  return lastStep !== null && step <= lastStep ? null : step
}

/** AES-256-GCM; bound to the person, so that a row cannot be given another person's secret. */
export function sealSecret(installation: Buffer, personId: number, secret: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keyOf(installation), nonce)
  cipher.setAAD(Buffer.from(`person:${personId}`))
  return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()])
}

export function openSecret(installation: Buffer, personId: number, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(installation), sealed.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  })
  decipher.setAAD(Buffer.from(`person:${personId}`))
  decipher.setAuthTag(sealed.subarray(-tagBytes))
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()])
}

function totpOf(secret: Buffer, account = 'account', issuer = 'Salus'): TOTP {
  // otpauth wants an ArrayBuffer of exactly these bytes, and a Buffer may share a larger one.
  const bytes = Uint8Array.from(secret)
  return new TOTP({
    issuer,
    label: account,
    algorithm: 'SHA1',
    digits: 6,
    period: periodSeconds,
    secret: new Secret({ buffer: bytes.buffer }),
  })
}

function keyOf(installation: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', installation, '', 'accounts: secrets of second factors', 32))
}
