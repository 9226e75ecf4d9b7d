// Who acts, as a person of the house or by a supplier's link, and how that stands in the journal.
// SPDX-License-Identifier: EUPL-1.2
import type { MemberScope } from '../../../platform/database/database.ts'
import { record } from '../../../platform/journal/journal.ts'
import type { Recorded } from '../store/purchases.ts'

export interface Acting {
  readonly organisationId: number
  readonly via: 'member' | 'link'
  /** As the journal names it: `person:12`, `supplier-link:5`. */
  readonly actor: string
  readonly name: string
}

export function recordedBy({ actor, name }: Acting, now: Date): Recorded {
  return { recordedAt: now, recordedBy: actor, recordedByName: name }
}

/** Plain facts only: the journal is a timeline, not a second store of texts. */
export async function noteInJournal(
  scope: MemberScope,
  by: Acting,
  entry: {
    readonly action: string
    readonly objectType: 'measure' | 'purchase' | 'supplier-sheet'
    readonly objectId: number | string
    readonly details?: Readonly<Record<string, unknown>>
  },
  now: Date,
): Promise<void> {
  await record(scope, {
    organisationId: by.organisationId,
    at: now,
    actor: by.actor,
    action: `guidance.${entry.action}`,
    objectType: entry.objectType,
    objectId: entry.objectId,
    details: by.via === 'member' ? (entry.details ?? {}) : { ...entry.details, via: by.via },
  })
}
