// Who does something about sensors, packs and warnings, and how that stands in the journal. Sightings never stand in it.
// SPDX-License-Identifier: EUPL-1.2
import type { Scope } from '../../../platform/database/database.ts'
import { record } from '../../../platform/journal/journal.ts'

export interface Acting {
  readonly organisationId: number
  /** As the journal names it: `person:12`. */
  readonly actor: string
  readonly name: string
}

export async function noteInJournal(
  scope: Scope,
  by: Pick<Acting, 'organisationId' | 'actor'>,
  entry: {
    readonly action: string
    readonly objectType: 'sensor' | 'sensor-pack' | 'sensor-epoch' | 'sighting'
    readonly objectId: string | number
    readonly details?: Readonly<Record<string, unknown>>
  },
  now: Date,
): Promise<void> {
  await record(scope, {
    organisationId: by.organisationId,
    at: now,
    actor: by.actor,
    action: entry.action,
    objectType: entry.objectType,
    objectId: entry.objectId,
    details: entry.details ?? {},
  })
}
