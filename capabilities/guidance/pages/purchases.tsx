// The list of purchases, and the pages on which one is made or changed.
// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto'
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import { formatList } from '../../../platform/i18n/index.ts'
import { Actions, ButtonLink, Empty, ErrorSummary, PageHead, Sheet, Table } from '../../../web/kit/index.ts'
import { changePurchase, makePurchase, purchasesOf, viewPurchase } from '../actions/purchases.ts'
import { purchaseForm, purchasePath, type TypedPurchase } from '../contract/forms.ts'
import type { Purchase } from '../purchase.ts'
import type { Faults } from '../typed.ts'
import { purchaseHref, purchasesBase, purchasesHref } from './paths.ts'
import { type PurchaseFault, PurchaseForm, purchaseLabels, readPurchase, typedOf } from './purchase-form.tsx'
import { dayText, memberActs, type Reader, readerOf } from './reader.ts'
import { faultList } from './words.ts'

export function purchasesPages(context: Context): readonly Page[] {
  return [listPage(context), ...newPages(context), ...changePages(context)]
}

function listPage(context: Context): Page {
  return definePage({
    method: 'GET',
    path: purchasesBase,
    permission: 'guidance:read',
    params: memberPath,
    query: nothing,
    body: nothing,
    async handle(request) {
      const reader = readerOf(context, request)
      const { t } = reader.translator
      const purchases = await purchasesOf(context, request.organisationId)
      const here = purchasesHref(request.organisationId)
      const title = t('guidance.purchases.title')
      const content = (
        <>
          <PageHead title={title} lead={t('guidance.purchases.lead')} />
          {reader.mayWrite && (
            <Actions>
              <ButtonLink href={`${here}/new`}>{t('guidance.purchases.new')}</ButtonLink>
            </Actions>
          )}
          {purchases.length > 0 ? (
            <PurchaseTable purchases={purchases} reader={reader} />
          ) : (
            <Empty heading={t('guidance.purchases.empty')}>{t('guidance.purchases.empty.text')}</Empty>
          )}
        </>
      )
      return { html: await context.render(request, { title, content, current: here }) }
    },
  })
}

function PurchaseTable({
  purchases,
  reader,
}: {
  readonly purchases: readonly Purchase[]
  readonly reader: Reader
}) {
  const { translator, organisationId } = reader
  const { t } = translator
  return (
    <Sheet id="purchases" heading={t('guidance.purchases.list')} flush>
      <Table
        caption={t('guidance.purchases.list')}
        rows={purchases}
        keyOf={({ id }) => id}
        columns={[
          {
            label: t('guidance.purchase.name'),
            kind: 'head',
            main: true,
            cell: ({ id, name }) => <a href={purchaseHref(organisationId, id)}>{name}</a>,
          },
          {
            label: t('guidance.purchase.kinds'),
            cell: ({ kinds }) =>
              formatList(
                kinds.map((kind) => t(`guidance.kind.${kind}`)),
                translator,
              ),
          },
          {
            label: t('guidance.purchase.supplier'),
            cell: ({ supplier }) => supplier ?? t('guidance.purchase.supplier.open'),
          },
          {
            label: t('guidance.purchases.changed'),
            cell: ({ changedAt, changedByName }) =>
              t('guidance.purchases.changedBy', { day: dayText(changedAt, reader), name: changedByName }),
          },
        ]}
      />
    </Sheet>
  )
}

function newPages(context: Context): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: `${purchasesBase}/new`,
      permission: 'guidance:write',
      params: memberPath,
      query: nothing,
      body: nothing,
      handle: (request) => showForm(context, request, { typed: typedOf(null, randomUUID()), of: null }),
    }),
    definePage({
      method: 'POST',
      path: purchasesBase,
      permission: 'guidance:write',
      params: memberPath,
      query: nothing,
      body: purchaseForm,
      async handle(request) {
        const { body, organisationId, now } = request
        const read = readPurchase(body)
        if (read.faults) return showForm(context, request, { typed: body, of: null, faults: read.faults })
        const { formToken } = body
        const id = await makePurchase(context, memberActs(request), { ...read.value, formToken }, now)
        return { redirect: purchaseHref(organisationId, id) }
      },
    }),
  ]
}

function changePages(context: Context): readonly Page[] {
  const common = {
    path: `${purchasesBase}/:purchaseId/change`,
    permission: 'guidance:write',
    params: purchasePath,
    query: nothing,
  } as const
  return [
    definePage({
      ...common,
      method: 'GET',
      body: nothing,
      async handle(request) {
        const { purchase } = await viewPurchase(context, request.organisationId, request.params.purchaseId)
        return showForm(context, request, { typed: typedOf(purchase, ''), of: purchase })
      },
    }),
    definePage({
      ...common,
      method: 'POST',
      body: purchaseForm,
      async handle(request) {
        const { organisationId, params, body, now } = request
        const read = readPurchase(body)
        if (read.faults) {
          const { purchase } = await viewPurchase(context, organisationId, params.purchaseId)
          return showForm(context, request, { typed: body, of: purchase, faults: read.faults })
        }
        await changePurchase(context, memberActs(request), params.purchaseId, read.value, now)
        return { redirect: purchaseHref(organisationId, params.purchaseId) }
      },
    }),
  ]
}

interface ShownForm {
  readonly typed: TypedPurchase
  readonly of: Purchase | null
  readonly faults?: Faults<PurchaseFault>
}

async function showForm(
  context: Context,
  request: AnyRequest,
  { typed, of, faults = {} }: ShownForm,
): Promise<PageReply> {
  const reader = readerOf(context, request)
  const { translator, organisationId } = reader
  const { t } = translator
  const list = purchasesHref(organisationId)
  const here = of ? purchaseHref(organisationId, of.id) : list
  const errors = faultList(faults, purchaseLabels(translator), translator)
  const title = of ? t('guidance.purchase.change.title', { name: of.name }) : t('guidance.purchase.new.title')
  const content = (
    <>
      <ErrorSummary title={t('shell.errors.title', { count: errors.length })} faults={errors} />
      <PageHead
        title={title}
        lead={t('guidance.purchase.new.lead')}
        wayTo={{
          label: t('shell.pages.wayTo'),
          steps: [
            { label: t('guidance.menu.purchases'), href: list },
            ...(of ? [{ label: of.name, href: here }] : []),
          ],
        }}
      />
      <PurchaseForm
        reader={reader}
        action={of ? `${here}/change` : list}
        typed={typed}
        faults={faults}
        submit={t(of ? 'guidance.purchase.save' : 'guidance.purchase.make')}
      />
    </>
  )
  return {
    html: await context.render(request, { title, content, current: list }),
    status: errors.length > 0 ? 422 : 200,
  }
}
