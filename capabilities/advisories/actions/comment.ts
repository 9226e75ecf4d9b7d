// What people at the centre say about a document to each other: added, and retracted by who wrote it; nothing is removed.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { Refusal } from '../../../platform/http/problem.ts'
import { centreJournal, record } from '../../../platform/journal/journal.ts'
import type { AdvisoryProblem } from '../contract.ts'
import { countComments, insertComment, retract } from '../store/comments.ts'
import { storableText } from '../store/scopes.ts'
import { unknownAdvisory } from './view.ts'

/** On one document. */
export const maxComments = 500

export interface Author {
  readonly id: number
  readonly name: string
}

export async function addComment(
  context: Pick<Context, 'database'>,
  advisoryId: number,
  text: string,
  author: Author,
  now: Date,
): Promise<number> {
  return context.database.asCentre(async (scope) => {
    if ((await countComments(scope, advisoryId)) >= maxComments) throw threadFull(advisoryId)
    const comment = { advisoryId, text: storableText(text), writtenBy: author.id, writtenByName: author.name }
    const commentId = await insertComment(scope, comment, now)
    if (commentId === null) throw unknownAdvisory(advisoryId)
    // The text stands in the thread; the journal is for who and when.
    await record(scope, entry(advisoryId, 'advisory.commented', commentId, author, now))
    return commentId
  })
}

export async function retractComment(
  context: Pick<Context, 'database'>,
  advisoryId: number,
  commentId: number,
  author: Author,
  now: Date,
): Promise<void> {
  await context.database.asCentre(async (scope) => {
    if (!(await retract(scope, advisoryId, commentId, author.id, now))) throw notRetractable(commentId)
    await record(scope, entry(advisoryId, 'advisory.comment-retracted', commentId, author, now))
  })
}

function entry(advisoryId: number, action: string, commentId: number, author: Author, now: Date) {
  return {
    organisationId: centreJournal,
    at: now,
    actor: `person:${author.id}`,
    action,
    objectType: 'advisory',
    objectId: advisoryId,
    details: { commentId },
  }
}

function threadFull(advisoryId: number): Refusal {
  const code: AdvisoryProblem = 'advisories/thread-full'
  return new Refusal({
    code,
    status: 409,
    title: 'There are too many comments on this document',
    detail: `Advisory ${advisoryId} has ${maxComments} comments; no more are taken.`,
    remedy: 'Go on in the tool in which your centre works on a case.',
    values: { id: advisoryId, most: maxComments },
  })
}

function notRetractable(commentId: number): Refusal {
  const code: AdvisoryProblem = 'advisories/comment-not-yours'
  return new Refusal({
    code,
    status: 409,
    title: 'This comment cannot be retracted',
    detail: `Comment ${commentId} was retracted before, or somebody else wrote it.`,
    remedy: 'Open the document again. Ask who wrote it, or add a comment of your own.',
    values: { id: commentId },
  })
}
