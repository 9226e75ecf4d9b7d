// What the centre sees of one advisory: the stored facts, and statements read again from the document.
// SPDX-License-Identifier: EUPL-1.2
import type { Statement } from '@salus/standards/advisory'
import type { CentreScope } from '../../../platform/database/database.ts'
import { Refusal } from '../../../platform/http/problem.ts'
import type { AdvisoryProblem } from '../contract.ts'
import {
  type AdvisoryDetails,
  documentOfRevision,
  findAdvisory,
  type ListedRevision,
  revisionsOf,
} from '../store/listing.ts'
import { loadAdvisories } from './load.ts'

export interface AdvisoryView {
  readonly details: AdvisoryDetails
  readonly sha256: string
  readonly statements: readonly Statement[]
  readonly statementCount: number
  readonly revisions: readonly ListedRevision[]
}

export const maxStatementsShown = 200
const maxRevisionsShown = 100

export async function viewAdvisory(scope: CentreScope, advisoryId: number): Promise<AdvisoryView> {
  const details = await findAdvisory(scope, advisoryId)
  const [recorded] = await loadAdvisories(scope, [advisoryId])
  if (details === null || recorded === undefined) throw unknownAdvisory(advisoryId)
  const { statements } = recorded.advisory
  return {
    details,
    sha256: recorded.sha256,
    statements: statements.slice(0, maxStatementsShown),
    statementCount: statements.length,
    revisions: await revisionsOf(scope, advisoryId, maxRevisionsShown),
  }
}

export async function readRevision(
  scope: CentreScope,
  advisoryId: number,
  revisionId: number,
): Promise<Buffer> {
  const document = await documentOfRevision(scope, advisoryId, revisionId)
  if (document === null) throw unknownAdvisory(advisoryId)
  return document
}

function unknownAdvisory(advisoryId: number): Refusal {
  const code: AdvisoryProblem = 'advisories/unknown-advisory'
  return new Refusal({
    code,
    status: 404,
    title: 'There is no such advisory',
    detail: `No advisory has the number ${advisoryId}.`,
    remedy: 'Look for it in the list of advisories.',
    values: { id: advisoryId },
  })
}
