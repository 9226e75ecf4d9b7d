// Several sensors of one house tell under one pseudonym: what one of them gives the others, locked by a passphrase.
// SPDX-License-Identifier: EUPL-1.2
import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'
import { BlindSignatureFault, readBlindPublicKey, verify } from '@salus/standards/blind-signatures'
import { z } from 'zod'
import { SightingFault } from './fault.ts'
import { newHouseKey } from './house-key.ts'
import { minPassphraseLength } from './limits.ts'
import { anotherKey, currentPseudonym, elsewhereUntil, tellsElsewhere } from './pseudonyms.ts'
import { houseKeyShape, type Pseudonym, pseudonymShape, type SightingState } from './shapes.ts'

/** What the sensors of a house must have in common. */
const sharedShape = z.strictObject({
  centre: z.url().max(2_000),
  houseKey: houseKeyShape,
  pseudonym: pseudonymShape,
})
export type Shared = z.infer<typeof sharedShape>

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/)
const lockedShape = z.strictObject({
  format: z.literal('salus-sightings-share 1'),
  salt: base64url,
  nonce: base64url,
  sealed: base64url,
})

/** The first sharing makes the key, which counts from the next epoch on: the pseudonym of this one is drawn already. */
export function withHouseKey(state: SightingState, now: number): SightingState {
  const { epoch } = pseudonymOf(state, now)
  return { ...state, houseKey: state.houseKey ?? newHouseKey(epoch + 1) }
}

/** Of a state with a house key. Throws SightingFault. */
export function sharedOf(state: SightingState, centre: URL, now: number): Shared {
  const { houseKey } = withHouseKey(state, now)
  return sharedShape.parse({ centre: centre.href, houseKey, pseudonym: pseudonymOf(state, now) })
}

function pseudonymOf(state: SightingState, now: number): Pseudonym {
  const pseudonym = currentPseudonym(state.pseudonyms, now)
  if (pseudonym !== null) return pseudonym
  const elsewhere = elsewhereUntil(state, now)
  if (elsewhere !== null) throw tellsElsewhere(elsewhere)
  throw shareFault(
    'There is no pseudonym for now, which could be shared.',
    'Let this sensor reach the centre once: `sensor sightings send`.',
  )
}

/** Takes the place of a pseudonym that this sensor could not have signed. Throws SightingFault. */
export function joined(
  state: SightingState,
  { centre: url, houseKey, pseudonym }: Shared,
  centre: URL,
  now: number,
): SightingState {
  if (url !== centre.href)
    throw shareFault(
      'The file is of a sensor that belongs to another centre.',
      'Share between sensors of one hospital at one centre.',
    )
  requireSigned(pseudonym)
  const own = state.pseudonyms.find(({ epoch }) => epoch === pseudonym.epoch)
  if (own && own.publicKey !== pseudonym.publicKey) throw anotherKey({ url: centre })
  if (own?.signature && own.pseudonym !== pseudonym.pseudonym)
    throw shareFault(
      'This sensor has a pseudonym of this epoch itself: the two are of different hospitals.',
      'Share from this sensor and join at the other, or wait for the next epoch.',
    )
  // What was drawn by chance and could not be signed is drawn anew from the key, where the file is of an earlier epoch.
  const others = state.pseudonyms.filter(
    ({ epoch, signature }) => epoch !== pseudonym.epoch && (signature !== null || epoch < houseKey.epoch),
  )
  const isOver = now >= pseudonym.until
  return {
    ...state,
    houseKey,
    pseudonyms: isOver ? others : [...others, { ...pseudonym, pending: null }],
    elsewhereUntil: null,
  }
}

function requireSigned({ publicKey, prefix, pseudonym, signature }: Pseudonym): void {
  const [key, before, said, signed] = [publicKey, prefix, pseudonym, signature ?? ''].map((text) =>
    Buffer.from(text, 'base64url'),
  ) as [Buffer, Buffer, Buffer, Buffer]
  let isSigned = false
  try {
    isSigned = verify(readBlindPublicKey(key), Buffer.concat([before, said]), signed)
  } catch (error) {
    if (!(error instanceof BlindSignatureFault)) throw error
  }
  if (!isSigned)
    throw shareFault('The pseudonym in the file is not signed.', 'Share anew from the other sensor.')
}

export function locked(shared: Shared, passphrase: string): string {
  const [salt, nonce] = [randomBytes(16), randomBytes(12)]
  const cipher = createCipheriv('aes-256-gcm', keyOf(passphrase, salt), nonce)
  const sealed = Buffer.concat([cipher.update(JSON.stringify(shared)), cipher.final(), cipher.getAuthTag()])
  const text = (bytes: Buffer) => bytes.toString('base64url')
  return `${JSON.stringify({ format: 'salus-sightings-share 1', salt: text(salt), nonce: text(nonce), sealed: text(sealed) })}\n`
}

/** Throws SightingFault where the text is another one, was changed, or has another passphrase. */
export function unlocked(file: string, passphrase: string): Shared {
  const read = lockedShape.safeParse(jsonOf(file))
  if (!read.success)
    throw shareFault('This is no file that `sensor sightings share` wrote.', 'Copy it again, whole.')
  const [salt, nonce, sealed] = [read.data.salt, read.data.nonce, read.data.sealed].map((text) =>
    Buffer.from(text, 'base64url'),
  ) as [Buffer, Buffer, Buffer]
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(passphrase, salt), nonce, { authTagLength: 16 })
    decipher.setAuthTag(sealed.subarray(-16))
    const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
    return sharedShape.parse(JSON.parse(plain.toString('utf8')))
  } catch (error) {
    throw shareFault(
      'The file does not open: the passphrase is another one, or the file was changed.',
      'Type the passphrase as it was; if it is right, copy the file again.',
      error,
    )
  }
}

/** Throws SightingFault. */
export function requirePassphrase(passphrase: string): void {
  if (passphrase.length >= minPassphraseLength) return
  throw shareFault(
    `The passphrase is shorter than ${minPassphraseLength} characters.`,
    'Take a longer one: who opens the file can speak as this hospital.',
  )
}

/** A tenth of a second and 32 MiB for each try. */
function keyOf(passphrase: string, salt: Uint8Array): Buffer {
  return scryptSync(passphrase.normalize('NFC'), salt, 32, {
    N: 2 ** 15,
    r: 8,
    p: 1,
    maxmem: 64 * 1_024 * 1_024,
  })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Told by the caller, in the same words as JSON of another form.
    return null
  }
}

function shareFault(detail: string, remedy: string, cause?: unknown): SightingFault {
  return new SightingFault('sightings/share', detail, remedy, { cause })
}
