// Who acts, from which side, and how that stands in the journal.
// SPDX-License-Identifier: EUPL-1.2
import type { MemberScope } from '../../../platform/database/database.ts'
import { record } from '../../../platform/journal/journal.ts'

export interface Acting {
  readonly organisationId: number
  readonly via: 'member' | 'centre' | 'link'
  /** As the journal names it: `person:12`, `link:5`. */
  readonly actor: string
  /** Null for who has no account. */
  readonly personId: number | null
  /** As pages show it; officers of the centre are marked as such. */
  readonly name: string
}

/** Plain facts only: the journal is a timeline, not a second store of texts. */
export async function noteInJournal(
  scope: MemberScope,
  by: Acting,
  entry: {
    readonly action: string
    readonly objectType: 'support-call' | 'support-dossier' | 'support-aid' | 'incident'
    readonly objectId: number
    readonly details?: Readonly<Record<string, unknown>>
  },
  now: Date,
): Promise<void> {
  await record(scope, {
    organisationId: by.organisationId,
    at: now,
    actor: by.actor,
    action: `support.${entry.action}`,
    objectType: entry.objectType,
    objectId: entry.objectId,
    details: by.via === 'member' ? (entry.details ?? {}) : { ...entry.details, via: by.via },
  })
}
