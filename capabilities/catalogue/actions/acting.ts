// Who acts, from which side, and how that stands in the journal.
// SPDX-License-Identifier: EUPL-1.2
import type { MemberScope } from '../../../platform/database/database.ts'
import { record } from '../../../platform/journal/journal.ts'

export interface Acting {
  readonly organisationId: number
  readonly side: 'member' | 'centre'
  readonly personId: number
  /** As pages show it; officers of the centre are marked as such. */
  readonly name: string
}

export const actorOf = ({ personId }: Pick<Acting, 'personId'>) => `person:${personId}`

/** Plain facts only: words of people stay in the tables. */
export async function noteInJournal(
  scope: MemberScope,
  by: Acting,
  entry: {
    readonly action: string
    readonly objectType: 'item' | 'item-request'
    readonly objectId: string | number
    readonly details?: Readonly<Record<string, unknown>>
  },
  now: Date,
): Promise<void> {
  await record(scope, {
    organisationId: by.organisationId,
    at: now,
    actor: actorOf(by),
    action: `catalogue.${entry.action}`,
    objectType: entry.objectType,
    objectId: entry.objectId,
    details: by.side === 'member' ? (entry.details ?? {}) : { ...entry.details, via: by.side },
  })
}
