// What the forms on the page of one advisory send: comments, retractions, deletion and its undoing.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { definePage, type Page, personOf } from '../../../platform/http/endpoint.ts'
import { idParam, nothing } from '../../../platform/http/input.ts'
import { addComment, retractComment } from '../actions/comment.ts'
import { bringBackAdvisory, deleteAdvisory } from '../actions/delete.ts'
import { commentForm, reasonForm } from '../contract/management.ts'
import { showAdvisory } from './advisory.tsx'
import { listPath } from './paths.ts'

export function advisoryForms(context: Context): readonly Page[] {
  return [...commentForms(context), ...deletionForms(context)]
}

function commentForms(context: Context): readonly Page[] {
  return [
    definePage({
      method: 'POST',
      path: `${listPath}/:advisoryId/comments`,
      permission: 'advisories:record',
      params: z.object({ advisoryId: idParam }),
      query: nothing,
      body: commentForm,
      async handle(request) {
        const { advisoryId } = request.params
        const { text } = request.body
        if (text === '') return showAdvisory(context, request, advisoryId, { comment: 'missing' })
        await addComment(context, advisoryId, text, personOf(request), request.now)
        return { redirect: `${listPath}/${advisoryId}#comments` }
      },
    }),
    definePage({
      method: 'POST',
      path: `${listPath}/:advisoryId/comments/:commentId/retract`,
      permission: 'advisories:record',
      params: z.object({ advisoryId: idParam, commentId: idParam }),
      query: nothing,
      body: nothing,
      async handle(request) {
        const { advisoryId, commentId } = request.params
        await retractComment(context, advisoryId, commentId, personOf(request), request.now)
        return { redirect: `${listPath}/${advisoryId}#comments` }
      },
    }),
  ]
}

function deletionForms(context: Context): readonly Page[] {
  return (
    [
      ['delete', deleteAdvisory],
      ['bring-back', bringBackAdvisory],
    ] as const
  ).map(([word, change]) =>
    definePage({
      method: 'POST',
      path: `${listPath}/:advisoryId/${word}`,
      permission: 'advisories:delete',
      params: z.object({ advisoryId: idParam }),
      query: nothing,
      body: reasonForm,
      async handle(request) {
        const { advisoryId } = request.params
        const { reason } = request.body
        if (reason === '') return showAdvisory(context, request, advisoryId, { reason: 'missing' })
        await change(context, { advisoryId, reason, person: personOf(request) }, request.now)
        return { redirect: `${listPath}/${advisoryId}` }
      },
    }),
  )
}
