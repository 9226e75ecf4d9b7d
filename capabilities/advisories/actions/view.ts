// What the centre sees of one advisory: the stored facts, and statements read again from the document.
// SPDX-License-Identifier: EUPL-1.2
import type { Statement } from '@salus/standards/advisory'
import type { CentreScope } from '../../../platform/database/database.ts'
import { Refusal } from '../../../platform/http/problem.ts'
import type { AdvisoryProblem } from '../contract.ts'
import { readStoredDocument, sha256Of } from '../document.ts'
import { type UnreadExtensions, unreadExtensionsOf } from '../extensions.ts'
import { type Metric, metricsOf } from '../metrics.ts'
import { type Comment, commentsOf } from '../store/comments.ts'
import {
  type AdvisoryDetails,
  documentOfRevision,
  findAdvisory,
  type ListedRevision,
  revisionsOf,
} from '../store/listing.ts'

export interface AdvisoryView {
  readonly details: AdvisoryDetails
  readonly sha256: string
  readonly statements: readonly Statement[]
  readonly statementCount: number
  readonly revisions: readonly ListedRevision[]
  /** By position of the vulnerability; empty where the format has no such choice. */
  readonly metrics: readonly (readonly Metric[])[]
  readonly extensions: UnreadExtensions
  readonly comments: readonly Comment[]
}

export const maxStatementsShown = 200
const maxRevisionsShown = 100

export async function viewAdvisory(
  scope: CentreScope,
  advisoryId: number,
  personId: number,
): Promise<AdvisoryView> {
  const { details, revisions } = await revisionsShown(scope, advisoryId, personId)
  const document = await documentOfRevision(scope, advisoryId, details.revisionId)
  const read = document === null ? null : await readStoredDocument(document)
  if (document === null || read === null)
    throw new Error(`the stored document of advisory ${advisoryId} cannot be read`)
  const { statements } = read.advisory
  return {
    details,
    sha256: sha256Of(document),
    statements: statements.slice(0, maxStatementsShown),
    statementCount: statements.length,
    revisions,
    metrics: metricsOf(read.json),
    extensions: unreadExtensionsOf(read.json),
    comments: await commentsOf(scope, advisoryId),
  }
}

/** A document with its revisions, newest first. */
export async function revisionsShown(scope: CentreScope, advisoryId: number, personId: number) {
  const details = await findAdvisory(scope, advisoryId, personId)
  if (details === null) throw unknownAdvisory(advisoryId)
  return { details, revisions: await revisionsOf(scope, advisoryId, maxRevisionsShown) }
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

export function unknownAdvisory(advisoryId: number): Refusal {
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
