// The bytes of a message of sightings: what is previewed, sent and written for a stick comes from here alone.
// SPDX-License-Identifier: EUPL-1.2
import { type Sighting, sightingsMessage } from '@salus/standards/sightings'
import type { Batch } from './items.ts'
import type { Pseudonym } from './shapes.ts'

/** Throws where the batch is not what the closed schema takes: then nothing leaves. */
export function bytesOf({ pseudonym, items }: Batch): string {
  const sightings = items.map(({ sighting }) => sightingText(sighting)).join(',')
  const text = `${envelopeText(pseudonym).slice(0, -1)},"sightings":[${sightings}]}`
  sightingsMessage.parse(JSON.parse(text))
  return text
}

/** Keys in one order and no blanks, so that two sensors cannot be told apart by how they write. */
export function envelopeText({ epoch, pseudonym, prefix, signature }: Pseudonym): string {
  return JSON.stringify({ epoch, pseudonym, prefix, signature })
}

export function sightingText({ kind, id, pack, hour, count, assetClass, outcome }: Sighting): string {
  const { id: packId, sequence } = pack
  return JSON.stringify({ kind, id, pack: { id: packId, sequence }, hour, count, assetClass, outcome })
}
