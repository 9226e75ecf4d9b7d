// Sets two versions of one document side by side: statements and remediations, every value, and the lines.
// SPDX-License-Identifier: EUPL-1.2
import type { CentreScope } from '../../../platform/database/database.ts'
import { compareLines, type LineComparison } from '../difference/lines.ts'
import { compareStatements, type StatementComparison } from '../difference/statements.ts'
import { compareValues, type ValueComparison } from '../difference/values.ts'
import { readStoredDocument } from '../document.ts'
import { type AdvisoryDetails, documentOfRevision, type ListedRevision } from '../store/listing.ts'
import { revisionsShown, unknownAdvisory } from './view.ts'

export interface Comparison {
  readonly details: AdvisoryDetails
  readonly revisions: readonly ListedRevision[]
  readonly before: ListedRevision
  readonly after: ListedRevision
  /** Null where there is only one version, or one of both cannot be read. */
  readonly found: {
    readonly statements: StatementComparison
    readonly values: ValueComparison
    /** Null where they are too many or too different, see `maxComparedBytes` and difference/lines.ts. */
    readonly lines: LineComparison | null
  } | null
}

/** Of one document, to be set side by side as lines; larger ones are compared value by value only. */
export const maxComparedBytes = 4 * 1024 * 1024

export async function compareRevisions(
  scope: CentreScope,
  asked: { readonly advisoryId: number; readonly before: number | null; readonly after: number | null },
  personId: number,
): Promise<Comparison> {
  const { details, revisions } = await revisionsShown(scope, asked.advisoryId, personId)
  const after = revisionIn(revisions, asked.after ?? details.revisionId)
  const before = asked.before === null ? precedingOf(revisions, after) : revisionIn(revisions, asked.before)
  if (after === null || before === null) throw unknownAdvisory(asked.advisoryId)
  const found = before.id === after.id ? null : await compareStored(scope, details.id, before, after)
  return { details, revisions, before, after, found }
}

function revisionIn(revisions: readonly ListedRevision[], id: number): ListedRevision | null {
  return revisions.find((revision) => revision.id === id) ?? null
}

/** The one recorded before; the only one is compared with itself, which finds nothing. */
function precedingOf(
  revisions: readonly ListedRevision[],
  after: ListedRevision | null,
): ListedRevision | null {
  return revisions.find(({ id }) => after !== null && id < after.id) ?? after
}

async function compareStored(
  scope: CentreScope,
  advisoryId: number,
  before: ListedRevision,
  after: ListedRevision,
): Promise<Comparison['found']> {
  const [old, now] = [await read(scope, advisoryId, before.id), await read(scope, advisoryId, after.id)]
  if (old === null || now === null) return null
  const mayCompareLines = Math.max(before.bytes, after.bytes) <= maxComparedBytes
  return {
    statements: compareStatements(old.advisory, now.advisory),
    values: compareValues(old.json, now.json),
    lines: mayCompareLines ? compareLines(linesOf(old.json), linesOf(now.json)) : null,
  }
}

async function read(scope: CentreScope, advisoryId: number, revisionId: number) {
  const document = await documentOfRevision(scope, advisoryId, revisionId)
  return document === null ? null : readStoredDocument(document)
}

/** One value a line, in the order of the document: many documents are written without any line breaks. */
function linesOf(json: unknown): readonly string[] {
  return JSON.stringify(json, null, 2).split('\n')
}
