// Deletes a quarantined document that nobody needs any more.
// SPDX-License-Identifier: EUPL-1.2
import type { CentreScope } from '../../../platform/database/database.ts'
import { Refusal } from '../../../platform/http/problem.ts'
import { centreJournal, record } from '../../../platform/journal/journal.ts'
import type { AdvisoryProblem } from '../contract.ts'
import { deleteQuarantined } from '../store/quarantine.ts'

export async function discardQuarantined(
  scope: CentreScope,
  documentId: number,
  personId: number,
  now: Date,
): Promise<void> {
  const name = await deleteQuarantined(scope, documentId)
  if (name === null) throw unknownDocument(documentId)
  await record(scope, {
    organisationId: centreJournal,
    at: now,
    actor: `person:${personId}`,
    action: 'document.discarded',
    objectType: 'quarantined-document',
    objectId: documentId,
    details: { name },
  })
}

function unknownDocument(documentId: number): Refusal {
  const code: AdvisoryProblem = 'advisories/unknown-document'
  return new Refusal({
    code,
    status: 404,
    title: 'This document is not in quarantine',
    detail: `Document ${documentId} was deleted meanwhile, or could be read at last.`,
    remedy: 'Open the quarantine again to see what is left.',
    values: { id: documentId },
  })
}
