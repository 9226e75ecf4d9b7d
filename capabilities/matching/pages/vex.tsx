// What a hospital's suppliers say of its own products: the documents that it handed in, and the form for another.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import {
  type AnyRequest,
  definePage,
  type Page,
  type PageReply,
  personOf,
} from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import { Refusal } from '../../../platform/http/problem.ts'
import type { Translator } from '../../../platform/i18n/index.ts'
import { ErrorSummary, PageHead } from '../../../web/kit/index.ts'
import { handInMemberVex, takeBackMemberVex } from '../actions.ts'
import { maxReasonCharacters, maxVexBytes, vexDocumentPath, vexForm } from '../contract.ts'
import { selectMemberVex } from '../store.ts'
import { vexHref } from './paths.ts'
import { VexForm } from './vex-form.tsx'
import { VexList } from './vex-list.tsx'
import { readerOf } from './words.ts'

export function vexPages(context: Context): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: '/o/:organisationId/vex',
      permission: 'vex:read',
      params: memberPath,
      query: nothing,
      body: nothing,
      handle: (request) => showVex(context, request, { reason: '', faults: {} }),
    }),
    definePage({
      method: 'POST',
      path: '/o/:organisationId/vex',
      permission: 'vex:hand-in',
      params: memberPath,
      query: nothing,
      body: vexForm,
      maxUploadBytes: maxVexBytes,
      async handle(request) {
        const { organisationId, body, now } = request
        const [file] = request.files
        const { t } = context.translator(request.locale)
        const reason = body.reason.slice(0, maxReasonCharacters)
        const faults = {
          ...(file === undefined ? { file: t('matching.vex.file.error') } : {}),
          ...(reason === '' ? { reason: t('matching.vex.reason.error') } : {}),
        }
        if (file === undefined || reason === '') return showVex(context, request, { reason, faults })
        const { id, name } = personOf(request)
        const { name: fileName, content } = file
        try {
          await handInMemberVex(
            context,
            { organisationId, fileName, content, reason, person: { id, name } },
            now,
          )
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          // Beside the field, so that what was typed is kept.
          return showVex(context, request, {
            reason,
            faults: { file: sayRefusal(error, context.translator(request.locale)) },
          })
        }
        return { redirect: vexHref(organisationId) }
      },
    }),
    definePage({
      method: 'POST',
      path: '/o/:organisationId/vex/:documentId/take-back',
      permission: 'vex:hand-in',
      params: vexDocumentPath,
      query: nothing,
      body: nothing,
      async handle(request) {
        const { id, name } = personOf(request)
        const { organisationId, params, now } = request
        const of = { organisationId, documentId: params.documentId, person: { id, name } }
        await takeBackMemberVex(context, of, now)
        return { redirect: vexHref(organisationId) }
      },
    }),
  ]
}

function sayRefusal({ code, message, remedy, values }: Refusal, { find }: Translator): string {
  const key = `problems.${code.replace('/', '.')}`
  return `${find(`${key}.detail`, values) ?? message} ${find(`${key}.remedy`, values) ?? remedy}`
}

export interface Typed {
  readonly reason: string
  readonly faults: { readonly file?: string; readonly reason?: string }
}

async function showVex(
  context: Context,
  request: AnyRequest & { readonly organisationId: number },
  typed: Typed,
): Promise<PageReply> {
  const { organisationId } = request
  const reader = readerOf(context, request)
  const { t } = reader.translator
  const mayHandIn = request.membership?.role !== 'reader'
  const documents = await context.database.asMember(organisationId, selectMemberVex)
  const faults = Object.entries(typed.faults).map(([fieldId, text]) => ({ fieldId, text }))
  const title = t('matching.vex.title')
  const content = (
    <>
      <ErrorSummary title={t('shell.errors.title', { count: faults.length })} faults={faults} />
      <PageHead title={title} lead={t('matching.vex.lead')} />
      <div class="s-stack-l">
        <VexList
          documents={documents}
          organisationId={organisationId}
          mayTakeBack={mayHandIn}
          reader={reader}
        />
        {mayHandIn && <VexForm organisationId={organisationId} typed={typed} reader={reader} />}
      </div>
    </>
  )
  const html = await context.render(request, { title, content, current: vexHref(organisationId) })
  return { html, status: faults.length === 0 ? 200 : 422 }
}
