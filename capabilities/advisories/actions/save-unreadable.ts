// Puts a document that can't be read into quarantine, with the reasons.
// SPDX-License-Identifier: EUPL-1.2
import type { EngineScope } from '../../../platform/database/database.ts'
import { centreJournal, record } from '../../../platform/journal/journal.ts'
import type { UnreadableDocument } from '../document.ts'
import type { RecordingOptions } from '../recorded.ts'
import { upsertQuarantined } from '../store/quarantine.ts'
import { storableText } from '../store/scopes.ts'

export async function saveUnreadable(
  scope: EngineScope,
  { received, sha256, faults }: UnreadableDocument,
  { actor, now }: RecordingOptions,
): Promise<void> {
  const isNew = await upsertQuarantined(scope, received, sha256, faults, now)
  if (!isNew) return
  await record(scope, {
    organisationId: centreJournal,
    at: now,
    actor,
    action: 'document.quarantined',
    objectType: 'document',
    objectId: sha256,
    details: { name: storableText(received.name), source: received.source, faults: faults.length },
  })
}
