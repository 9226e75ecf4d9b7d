// What somebody outside sees by a one-time link: the dossier, and the form for their yes or no. A GET changes nothing.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { ErrorSummary, PageHead } from '../../../web/kit/index.ts'
import { decideByLink, viewByLink } from '../actions/links.ts'
import type { CaseSource } from '../case.ts'
import { decisionForm, type TypedDecision, tokenPath } from '../contract/forms.ts'
import type { Faults } from '../typed.ts'
import {
  type DecisionFault,
  DecisionForm,
  decisionLabels,
  noDecision,
  readDecision,
} from './decision-form.tsx'
import { DossierContent } from './dossier-view.tsx'
import { readerOf } from './reader.ts'
import { faultList } from './words.ts'

export function endorsePages(context: Context, cases: CaseSource): readonly Page[] {
  const common = { path: '/endorse/:token', permission: 'public', params: tokenPath, query: nothing } as const
  return [
    definePage({
      ...common,
      method: 'GET',
      body: nothing,
      handle: (request) => show(context, cases, request, request.params.token, noDecision, {}),
    }),
    definePage({
      ...common,
      method: 'POST',
      body: decisionForm,
      async handle(request) {
        const { token } = request.params
        // Whose turn it is stands in the link, not in the form.
        const read = readDecision({ ...request.body, step: 'reserve' })
        if (read.faults) return show(context, cases, request, token, request.body, read.faults)
        await decideByLink(context, cases, token, read.value, request.now)
        return thank(context, request)
      },
    }),
  ]
}

async function show(
  context: Context,
  cases: CaseSource,
  request: AnyRequest,
  token: string,
  typed: TypedDecision,
  faults: Faults<DecisionFault>,
): Promise<PageReply> {
  const { link, view } = await viewByLink(context, cases, token, request.now)
  const reader = { ...readerOf(context, request), timeZone: view.organisation.timeZone }
  const { t } = reader.translator
  const errors = faultList(faults, decisionLabels(reader), reader.translator)
  const content = (
    <>
      <ErrorSummary title={t('shell.errors.title', { count: errors.length })} faults={errors} />
      <DossierContent reader={reader} view={view} back={null} hrefOfItem={null}>
        <DecisionForm
          reader={reader}
          step={link.step}
          action={`/endorse/${token}`}
          typed={typed}
          faults={faults}
          sha256={view.current.sha256}
          lacking={[]}
        />
      </DossierContent>
    </>
  )
  return {
    html: await context.render(request, { title: view.dossier.title, content }),
    status: errors.length > 0 ? 422 : 200,
  }
}

async function thank(context: Context, request: AnyRequest): Promise<PageReply> {
  const { t } = context.translator(request.locale)
  const title = t('support.endorse.thanks')
  const content = <PageHead title={title} lead={t('support.endorse.thanks.text')} />
  return { html: await context.render(request, { title, content }) }
}
