// Writing down which systems a clinical service needs, in the order in which they have to come back.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { Actions, Button, CsrfField, ErrorSummary, PageHead, TextArea } from '../../../web/kit/index.ts'
import { writeOrder } from '../actions/tests.ts'
import type { ClinicalService } from '../clinical-service.ts'
import { orderForm, servicePath } from '../contract.ts'
import { selectOrder } from '../store/tests.ts'
import { maxNameCharacters, maxSystems, readOrder } from '../typed.ts'
import { serviceName } from '../words.ts'
import { actOf, hrefOf, readerOf, show, wayTo } from './reader.ts'

export function orderPages(context: Context): readonly Page[] {
  const common = {
    path: '/o/:organisationId/readiness/order/:service',
    permission: 'readiness:record',
    params: servicePath,
    query: nothing,
  } as const
  return [
    definePage({
      ...common,
      method: 'GET',
      body: nothing,
      async handle(request) {
        const { organisationId, params } = request
        const order = await context.database.asMember(organisationId, (scope) =>
          selectOrder(scope, organisationId),
        )
        const typed = (order.get(params.service) ?? []).join('\n')
        return showForm(context, request, params.service, typed, false)
      },
    }),
    definePage({
      ...common,
      method: 'POST',
      body: orderForm,
      async handle(request) {
        const { organisationId, params, body } = request
        const systems = readOrder(body.systems)
        if (!systems) return showForm(context, request, params.service, body.systems, true)
        await context.database.asMember(organisationId, (scope) =>
          writeOrder(context, scope, params.service, systems, actOf(request)),
        )
        return { redirect: hrefOf(organisationId) }
      },
    }),
  ]
}

async function showForm(
  context: Context,
  request: AnyRequest,
  service: ClinicalService,
  typed: string,
  isFaulty: boolean,
): Promise<PageReply> {
  const reader = readerOf(context, request)
  const { translator, csrfToken, href } = reader
  const { t } = translator
  const error = isFaulty
    ? t('readiness.order.wrong', { systems: maxSystems, characters: maxNameCharacters })
    : undefined
  const title = t('readiness.order.title', { service: serviceName(service, translator) })
  const content = (
    <>
      <ErrorSummary
        title={t('shell.errors.title', { count: 1 })}
        faults={error ? [{ fieldId: 'systems', text: error }] : []}
      />
      <PageHead title={title} wayTo={wayTo(reader)} lead={t('readiness.order.lead')} />
      <form class="s-sheet" method="post" action={`${href}/order/${service}`}>
        <div class="s-sheet__body">
          <CsrfField token={csrfToken} />
          <TextArea
            name="systems"
            label={t('readiness.order.systems')}
            hint={t('readiness.order.systems.hint')}
            rows={10}
            value={typed}
            error={error}
          />
          <Actions>
            <Button>{t('readiness.order.save')}</Button>
            <a href={href}>{t('readiness.back')}</a>
          </Actions>
        </div>
      </form>
    </>
  )
  return show(context, request, { title, content }, isFaulty)
}
