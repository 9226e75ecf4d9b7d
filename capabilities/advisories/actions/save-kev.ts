// Saves the catalogue of exploited vulnerabilities and tells which entries changed.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { EngineScope } from '../../../platform/database/database.ts'
import { centreJournal, record } from '../../../platform/journal/journal.ts'
import type { KevDocument } from '../document.ts'
import type { RecordingOptions } from '../recorded.ts'
import { upsertKevEntries } from '../store/kev.ts'
import { kevChanged } from './events.ts'

/** A catalogue without a date counts as released now. Entries that it lacks stay: it may be a part of the whole. */
export async function saveKev(
  context: Pick<Context, 'events'>,
  scope: EngineScope,
  { catalogue, sha256, received }: KevDocument,
  { actor, now }: RecordingOptions,
): Promise<void> {
  const releasedAt = catalogue.dateReleased === null ? now : new Date(catalogue.dateReleased)
  const cveIds = await upsertKevEntries(scope, catalogue.entries, releasedAt, now)
  if (cveIds.length === 0) return
  await record(scope, {
    organisationId: centreJournal,
    at: now,
    actor,
    action: 'kev.changed',
    objectType: 'kev',
    objectId: catalogue.catalogVersion,
    details: { entries: catalogue.entries.length, changed: cveIds.length, sha256, source: received.source },
  })
  await context.events.announce(scope, kevChanged, { cveIds }, now)
}
