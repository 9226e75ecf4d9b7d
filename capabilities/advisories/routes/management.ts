// The JSON addresses by which documents are marked, commented on, deleted and compared.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { defineRoute, personOf, type Route } from '../../../platform/http/endpoint.ts'
import { idParam, nothing } from '../../../platform/http/input.ts'
import { addComment, retractComment } from '../actions/comment.ts'
import { type Comparison, compareRevisions } from '../actions/compare.ts'
import { bringBackAdvisory, deleteAdvisory } from '../actions/delete.ts'
import { markRead } from '../actions/mark-read.ts'
import { revisionsShown } from '../actions/view.ts'
import {
  commentBody,
  commentReply,
  compareQuery,
  comparisonReply,
  readBody,
  reasonBody,
} from '../contract/management.ts'
import { commentsOf } from '../store/comments.ts'
import type { ListedRevision } from '../store/listing.ts'

const path = '/centre/advisories'
const one = z.object({ advisoryId: idParam })
const done = z.object({ advisoryId: z.number().int() })

export function managementRoutes(context: Context): readonly Route[] {
  return [readRoute(context), ...commentRoutes(context), ...deletionRoutes(context), compareRoute(context)]
}

function readRoute(context: Context): Route {
  return defineRoute({
    method: 'POST',
    path: `${path}/read`,
    permission: 'advisories:read',
    summary: 'Mark documents as read by the person who asks, or as unread again.',
    params: nothing,
    query: nothing,
    body: readBody,
    reply: z.object({ marked: z.number().int() }),
    async handle(request) {
      const { advisoryIds, read } = request.body
      return { marked: await markRead(context, advisoryIds, read, personOf(request).id, request.now) }
    },
  })
}

function commentRoutes(context: Context): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: `${path}/:advisoryId/comments`,
      permission: 'advisories:read',
      summary: 'What the centre says about a document, oldest first, retracted comments too.',
      params: one,
      query: nothing,
      body: nothing,
      reply: z.object({ comments: z.array(commentReply) }),
      async handle(request) {
        const personId = personOf(request).id
        const { advisoryId } = request.params
        const comments = await context.database.asCentre(async (scope) => {
          await revisionsShown(scope, advisoryId, personId)
          return commentsOf(scope, advisoryId)
        })
        return {
          comments: comments.map(({ writtenBy, writtenAt, retractedAt, ...comment }) => ({
            ...comment,
            writtenAt: writtenAt.toISOString(),
            retractedAt: retractedAt?.toISOString() ?? null,
            isOwn: writtenBy === personId,
          })),
        }
      },
    }),
    defineRoute({
      method: 'POST',
      path: `${path}/:advisoryId/comments`,
      permission: 'advisories:record',
      summary: 'Comment on a document, for everybody at the centre.',
      params: one,
      query: nothing,
      body: commentBody,
      reply: z.object({ id: z.number().int() }),
      async handle(request) {
        const { params, body, now } = request
        return { id: await addComment(context, params.advisoryId, body.text, personOf(request), now) }
      },
    }),
    defineRoute({
      method: 'POST',
      path: `${path}/:advisoryId/comments/:commentId/retract`,
      permission: 'advisories:record',
      summary: 'Retract a comment of your own; it stays in the thread, marked as retracted.',
      params: one.extend({ commentId: idParam }),
      query: nothing,
      body: nothing,
      reply: z.object({ id: z.number().int() }),
      async handle(request) {
        const { advisoryId, commentId } = request.params
        await retractComment(context, advisoryId, commentId, personOf(request), request.now)
        return { id: commentId }
      },
    }),
  ]
}

function deletionRoutes(context: Context): readonly Route[] {
  return (
    [
      ['delete', deleteAdvisory, 'Delete a document, with the reason; alerts that rest on it are withdrawn.'],
      ['bring-back', bringBackAdvisory, 'Bring a deleted document back, with the reason; it counts again.'],
    ] as const
  ).map(([word, change, summary]) =>
    defineRoute({
      method: 'POST',
      path: `${path}/:advisoryId/${word}`,
      permission: 'advisories:delete',
      summary,
      params: one,
      query: nothing,
      body: reasonBody,
      reply: done,
      async handle(request) {
        const { params, body, now } = request
        await change(context, { ...params, ...body, person: personOf(request) }, now)
        return params
      },
    }),
  )
}

function compareRoute(context: Context): Route {
  return defineRoute({
    method: 'GET',
    path: `${path}/:advisoryId/difference`,
    permission: 'advisories:read',
    summary:
      'What differs between two revisions of a document; by default the one in use and the one before.',
    params: one,
    query: compareQuery,
    body: nothing,
    reply: comparisonReply,
    async handle(request) {
      const { before = null, after = null } = request.query
      const asked = { ...request.params, before, after }
      return toReply(
        await context.database.asCentre((scope) => compareRevisions(scope, asked, personOf(request).id)),
      )
    },
  })
}

function toReply({ before, after, found }: Comparison): z.input<typeof comparisonReply> {
  const revision = ({ id, version, sha256 }: ListedRevision) => ({ id, version, sha256 })
  const { statements, remediations, isCut } = found?.statements ?? nothingFound
  return {
    before: revision(before),
    after: revision(after),
    statements: statements.map((said) => ({
      ...said,
      before: said.before.map(({ status, version }) => ({ status, version: { ...version } })),
      after: said.after.map(({ status, version }) => ({ status, version: { ...version } })),
    })),
    remediations: remediations.map((told) => ({ ...told, vulnerabilities: [...told.vulnerabilities] })),
    values: [...(found?.values.differences ?? [])],
    lines: found?.lines ? [...found.lines.lines] : null,
    isCut: isCut || found?.values.isCut === true || found?.lines?.isCut === true,
  }
}

const nothingFound = { statements: [], remediations: [], isCut: false } as const
