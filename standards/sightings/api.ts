// What sensors and the centre send each other: every request and answer as a closed schema, and who may know whom.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { maxKeyBytes, maxModulusBits, minModulusBits, prefixBytes } from '../blind-signatures/index.ts'
import { maxSightings } from './limits.ts'
import { bytesText, instant } from './parts.ts'
import { sightingSchema } from './sighting.ts'

/**
 * `epoch` and `sightings` are asked without Authorization, each over a connection of its own. The key of an epoch is
 * public and the same for all: a centre that gave each hospital a key of its own would know each by its signature,
 * so the sensor asks for it as nobody, and again with its token when it asks for the signature, and compares.
 */
export const sensorApi = {
  enrol: { method: 'POST', path: '/api/v1/sensors/enrol', authorization: 'none' },
  health: { method: 'POST', path: '/api/v1/sensors/health', authorization: 'bearer' },
  /** Followed by the name of a file of the pack repository. */
  packs: { method: 'GET', path: '/api/v1/sensors/packs/', authorization: 'bearer' },
  /** With a valid token and without any the answer is the same, byte by byte. */
  epoch: { method: 'GET', path: '/api/v1/sensors/epoch', authorization: 'either' },
  epochToken: { method: 'POST', path: '/api/v1/sensors/epoch/token', authorization: 'bearer' },
  sightings: { method: 'POST', path: '/api/v1/sightings', authorization: 'none' },
} as const

/** A code that the centre gave to a hospital on paper or by telephone; case and hyphens as given. */
export const enrolRequest = z.strictObject({
  code: z
    .string()
    .min(8)
    .max(64)
    .regex(/^[A-Za-z0-9-]+$/, 'letters, digits and hyphens'),
})

export const sensorToken = bytesText(32, 64)

export const enrolAnswer = z.strictObject({ sensorId: z.uuid(), token: sensorToken })
export type EnrolAnswer = z.infer<typeof enrolAnswer>

export const epochNumber = z.int().min(1).max(2_147_483_647)

/** From `from` until before `until`; `publicKey` is an RSA key as DER of SubjectPublicKeyInfo. */
export const epochAnswer = z.strictObject({
  epoch: epochNumber,
  from: instant,
  until: instant,
  publicKey: bytesText(minModulusBits / 8, maxKeyBytes),
})
export type EpochAnswer = z.infer<typeof epochAnswer>

const ofModulus = bytesText(minModulusBits / 8, maxModulusBits / 8)

/** One an organisation and epoch: the same blinded message gets the same signature, another one is refused (409). */
export const epochTokenRequest = z.strictObject({ epoch: epochNumber, blinded: ofModulus })

export const epochTokenAnswer = z.strictObject({ signature: ofModulus })

/** `signature` is RSABSSA-SHA384-PSS-Randomized (RFC 9474) over `prefix` and `pseudonym`, by the key of the epoch. */
export const sightingsMessage = z.strictObject({
  epoch: epochNumber,
  pseudonym: bytesText(32, 32),
  /** The random prefix of the RFC's PrepareRandomize, without which nobody can verify. */
  prefix: bytesText(prefixBytes, prefixBytes),
  signature: ofModulus,
  sightings: z.array(sightingSchema).min(1).max(maxSightings),
})
export type SightingsMessage = z.infer<typeof sightingsMessage>

export const refusalReasons = [
  /** The centre published no such pack, or has withdrawn it. */
  'unknown-pack',
  /** The pack has no rule or indicator of this id. */
  'unknown-id',
  /** The hour is not over by the centre's clock. */
  'hour-not-over',
  /** Older than `maxHourAgeMs`. */
  'hour-too-old',
  /** An indicator under TLP:RED. */
  'not-to-be-shared',
  /** This pseudonym told more than one hospital can. */
  'too-many',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

/** One for each sighting, in the order of the message. */
export const sightingsAnswer = z.strictObject({
  results: z
    .array(
      z.discriminatedUnion('result', [
        z.strictObject({ result: z.literal('taken') }),
        z.strictObject({ result: z.literal('known') }),
        z.strictObject({ result: z.literal('refused'), reason: z.enum(refusalReasons) }),
      ]),
    )
    .min(1)
    .max(maxSightings),
})
export type SightingsAnswer = z.infer<typeof sightingsAnswer>

export const healthAnswer = z.strictObject({ taken: z.literal(true) })
