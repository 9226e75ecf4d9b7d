// What the sensor remembers of its sightings: consents, each sighting's way, and its pseudonyms; one file, one shape.
// SPDX-License-Identifier: EUPL-1.2

import { epochNumber, refusalReasons, sightingSchema } from '@salus/standards/sightings'
import { z } from 'zod'
import { maxHistory, maxItems, maxNameLength } from './limits.ts'

/** What a hospital turns on: each of its own, and privacy by the privacy officer besides. */
export const consentScopes = ['rules', 'indicators', 'privacy'] as const
export type ConsentScope = (typeof consentScopes)[number]

const instantMs = z.int().min(0).max(8_640_000_000_000)
const personName = z.string().min(1).max(maxNameLength)
const given = z.strictObject({ by: personName, at: instantMs })
/** Who gave a consent and when, in milliseconds since 1970; never leaves the hospital. */
export type Given = z.infer<typeof given>

const perScope = <Shape extends z.ZodType>(shape: Shape) =>
  z.strictObject({ rules: shape, indicators: shape, privacy: shape })

export const consentShape = z.strictObject({
  on: perScope(given.nullable()),
  standing: perScope(given.nullable()),
  health: given.nullable(),
  history: z
    .array(
      z.strictObject({
        ...given.shape,
        what: z.enum(['on', 'off', 'standing', 'standing-off', 'approved', 'withdrawn']),
        of: z.enum([...consentScopes, 'health', 'items']),
        count: z.int().min(0).max(maxItems),
      }),
    )
    .max(maxHistory)
    .readonly(),
})
export type Consent = z.infer<typeof consentShape>

/**
 * draft: waits for approval · queued: approved, waits for its time · attempted: sent, without an answer yet ·
 * told, declined: the centre's answer · carried: written for a stick · withdrawn: taken back · given-up: no answer came.
 */
export const itemStates = [
  'draft',
  'queued',
  'attempted',
  'told',
  'declined',
  'carried',
  'withdrawn',
  'given-up',
] as const

const itemShape = z.strictObject({
  /** For the person at the keyboard; never sent. */
  id: z.string().regex(/^[0-9a-f]{10}$/),
  scope: z.enum(consentScopes),
  sighting: sightingSchema,
  state: z.enum(itemStates),
  consent: z.strictObject({ ...given.shape, how: z.enum(['item', 'rule', 'standing']) }).nullable(),
  /** Not sent before. */
  sendAt: instantMs.nullable(),
  /** Bound at the first attempt: a repetition bears the same pseudonym, else it would count as another hospital. */
  epoch: epochNumber.nullable(),
  attempts: z.int().min(0).max(1_000),
  changedAt: instantMs,
  reason: z.enum(refusalReasons).nullable(),
})
export type Item = z.infer<typeof itemShape>

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/)
export const pseudonymShape = z.strictObject({
  epoch: epochNumber,
  from: instantMs,
  until: instantMs,
  publicKey: base64url,
  pseudonym: base64url,
  prefix: base64url,
  /** What is asked of the centre, kept so that after a crash the same is asked again; null once it was answered. */
  pending: z.strictObject({ blinded: base64url, inverse: z.string().regex(/^[0-9a-f]+$/) }).nullable(),
  signature: base64url.nullable(),
})
export type Pseudonym = z.infer<typeof pseudonymShape>

/** From it the sensors of one house draw the same pseudonym, in this epoch and all later ones (`house-key.ts`). */
export const houseKeyShape = z.strictObject({ epoch: epochNumber, key: base64url })
export type HouseKey = z.infer<typeof houseKeyShape>

/** `name`: with the sensor's token; a number: the pseudonym of that epoch. */
const voiceShape = z.union([z.literal('name'), epochNumber])
export type Voice = z.infer<typeof voiceShape>

export const stateShape = z.strictObject({
  version: z.literal(1),
  consent: consentShape,
  items: z.array(itemShape).max(maxItems).readonly(),
  pseudonyms: z.array(pseudonymShape).max(100).readonly(),
  healthAt: instantMs.nullable(),
  /** Null where this sensor is the only one of its house that tells. */
  houseKey: houseKeyShape.nullable().default(null),
  /** How it spoke last, and until when it does not speak otherwise. */
  spoke: z.strictObject({ as: voiceShape, until: instantMs }).nullable().default(null),
  /** Until when another sensor of the house has the pseudonym, which this one does not know. */
  elsewhereUntil: instantMs.nullable().default(null),
})
export type SightingState = z.infer<typeof stateShape>

/** Of a sensor that was just installed: everything off. */
export function emptyState(): SightingState {
  const none = { rules: null, indicators: null, privacy: null }
  return {
    version: 1,
    consent: { on: none, standing: none, health: null, history: [] },
    items: [],
    pseudonyms: [],
    healthAt: null,
    houseKey: null,
    spoke: null,
    elsewhereUntil: null,
  }
}
