// A sighting: what a hospital lets the centre know of a finding. Closed: ids of a pack, an hour, and words of short lists.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { hourText, packReference, registeredId } from './parts.ts'
import { assetClasses, countBuckets, sightingKinds, sightingOutcomes } from './words.ts'

/** Unknown keys are refused, not dropped: a field that nobody thought of must not pass in silence. */
export const sightingSchema = z.strictObject({
  kind: z.enum(sightingKinds),
  /** Of a rule or an indicator of the pack. */
  id: registeredId,
  pack: packReference,
  hour: hourText,
  count: z.enum(countBuckets),
  assetClass: z.enum(assetClasses),
  outcome: z.enum(sightingOutcomes),
})
export type Sighting = z.infer<typeof sightingSchema>

/**
 * The same sighting under the same pseudonym has the same key, so that a repeated message counts once. The count is
 * left out: the hour of a rule is told once, whatever is found in it later. Both sides compute it; it is not sent.
 */
export function sightingKey(pseudonym: string, sighting: Sighting): string {
  return createHash('sha256')
    .update(`${pseudonym}\n${subjectOf(sighting)}`)
    .digest('hex')
}

/** What a sighting is about, as one line; equal lines are the same sighting. */
export function subjectOf({ kind, id, pack, hour, assetClass, outcome }: Omit<Sighting, 'count'>): string {
  return [kind, id, pack.id, pack.sequence, hour, assetClass, outcome].join(' ')
}
