// Who acts, from which side, and how that stands in the journal.
// SPDX-License-Identifier: EUPL-1.2
import type { MemberScope } from '../../../platform/database/database.ts'
import { record } from '../../../platform/journal/journal.ts'

export interface Acting {
  readonly organisationId: number
  readonly via: 'member' | 'link'
  /** As the journal names it: `person:12`, `link:5`. */
  readonly actor: string
  readonly name: string
}

/** Plain facts only, and never an answer: the journal is read by the centre too. */
export async function noteInJournal(
  scope: MemberScope,
  by: Acting,
  entry: {
    readonly action: string
    readonly objectType: 'assessment'
    readonly objectId: number
    readonly details?: Readonly<Record<string, unknown>>
  },
  now: Date,
): Promise<void> {
  await record(scope, {
    organisationId: by.organisationId,
    at: now,
    actor: by.actor,
    action: `assessments.${entry.action}`,
    objectType: entry.objectType,
    objectId: entry.objectId,
    details: by.via === 'member' ? (entry.details ?? {}) : { ...entry.details, via: by.via },
  })
}
