// One purchase: what to ask for and why, in the language of the supplier, and the sheets of its suppliers.
// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto'
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { plainText } from '../../../platform/http/plain-text.ts'
import { formatList, locales, nameOfLocale } from '../../../platform/i18n/index.ts'
import { ErrorSummary, FilterBar, PageHead, SelectField } from '../../../web/kit/index.ts'
import { chooseItem, type PurchaseView, viewPurchase } from '../actions/purchases.ts'
import { sendSheet } from '../actions/sheets.ts'
import { choiceForm, choicePath, languageQuery, purchasePath, sheetForm } from '../contract/forms.ts'
import { touches } from '../purchase.ts'
import { Reading } from '../typed.ts'
import { type AskedListProps, AskedPhases } from './asked-list.tsx'
import { purchaseHref, purchasesBase, purchasesHref, sheetHref } from './paths.ts'
import { languageOr, memberActs, type Reader, readerOf } from './reader.ts'
import { showSheet } from './sheet.tsx'
import { PurchaseSheets } from './sheets.tsx'
import { faultText } from './words.ts'

const maxReasonLength = 500
const maxNameLength = 200

interface Shown {
  readonly language: string
  readonly left?: AskedListProps['failed']
  readonly supplier?: { readonly typed: string; readonly error: string }
}

export function purchasePages(context: Context): readonly Page[] {
  return [
    definePage({
      method: 'GET',
      path: `${purchasesBase}/:purchaseId`,
      permission: 'guidance:read',
      params: purchasePath,
      query: languageQuery,
      body: nothing,
      handle: (request) => show(context, request, request.params.purchaseId, request.query),
    }),
    choicePage(context),
    sendPage(context),
  ]
}

function choicePage(context: Context): Page {
  return definePage({
    method: 'POST',
    path: `${purchasesBase}/:purchaseId/items/:item`,
    permission: 'guidance:write',
    params: choicePath,
    query: nothing,
    body: choiceForm,
    async handle(request) {
      const { organisationId, params, body, now } = request
      const { purchaseId, item } = params
      const reading = new Reading<'because'>()
      const because = body.take === 'yes' ? null : reading.text('because', body.because, maxReasonLength)
      const { faults } = reading.result(null)
      if (faults) {
        const error = faultText(faults.because, context.translator(request.locale)) ?? ''
        return show(context, request, purchaseId, {
          language: '',
          left: { item, error, typed: body.because },
        })
      }
      await chooseItem(context, memberActs(request), { purchaseId, item, leftOutBecause: because }, now)
      return { redirect: `${purchaseHref(organisationId, purchaseId)}#not-asked` }
    },
  })
}

/** The link is shown on this answer only, and stored nowhere. */
function sendPage(context: Context): Page {
  return definePage({
    method: 'POST',
    path: `${purchasesBase}/:purchaseId/sheets`,
    permission: 'guidance:write',
    params: purchasePath,
    query: nothing,
    body: sheetForm,
    async handle(request) {
      const { organisationId, params, body, now } = request
      const { purchaseId } = params
      const reading = new Reading<'supplier'>()
      const supplier = reading.text('supplier', body.supplier, maxNameLength)
      const { faults } = reading.result(null)
      if (faults) {
        const error = faultText(faults.supplier, context.translator(request.locale)) ?? ''
        const typed = plainText(body.supplier)
        return show(context, request, purchaseId, { language: body.language, supplier: { typed, error } })
      }
      const sending = {
        purchaseId,
        supplier,
        language: languageOr(body.language, request.locale),
        formToken: body.formToken,
      }
      const sent = await sendSheet(context, memberActs(request), sending, now)
      if (!sent) return { redirect: `${purchaseHref(organisationId, purchaseId)}#sheets` }
      return showSheet(context, request, { purchaseId, sheetId: sent.sheetId }, sent.token)
    },
  })
}

async function show(
  context: Context,
  request: AnyRequest,
  purchaseId: number,
  { language, left = null, supplier }: Shown,
): Promise<PageReply> {
  const reader = readerOf(context, request)
  const { t } = reader.translator
  const view = await viewPurchase(context, request.organisationId, purchaseId)
  const here = purchaseHref(request.organisationId, purchaseId)
  const wordings = context.translator(languageOr(language, request.locale))
  const title = t('guidance.purchase.title', { count: view.list.asked.length, name: view.purchase.name })
  const errors = [
    ...(left ? [{ fieldId: `because-${left.item}`, text: left.error }] : []),
    ...(supplier
      ? [{ fieldId: 'supplier', text: `${t('guidance.purchase.supplier')}: ${supplier.error}` }]
      : []),
  ]
  const content = (
    <>
      <ErrorSummary title={t('shell.errors.title', { count: errors.length })} faults={errors} />
      <Head view={view} reader={reader} title={title} />
      <PurchaseSheets
        view={view}
        reader={reader}
        here={here}
        hrefOf={(sheetId) => sheetHref(request.organisationId, purchaseId, sheetId)}
        typed={{
          supplier: supplier?.typed ?? (view.sheets.length === 0 ? (view.purchase.supplier ?? '') : ''),
          language: wordings.locale,
          formToken: randomUUID(),
        }}
        error={supplier?.error}
      />
      <Ways here={here} reader={reader} language={wordings.locale} />
      <AskedPhases list={view.list} reader={reader} wordings={wordings} here={here} failed={left} />
    </>
  )
  return {
    html: await context.render(request, { title, content, current: purchasesHref(request.organisationId) }),
    status: errors.length > 0 ? 422 : 200,
  }
}

function Head({
  view: { purchase },
  reader,
  title,
}: {
  readonly view: PurchaseView
  readonly reader: Reader
  readonly title: string
}) {
  const { translator, organisationId } = reader
  const { t, tr } = translator
  const list = (words: readonly string[]) => formatList(words, translator)
  const touched = touches.filter((touch) => purchase.touches[touch] === 'yes')
  const unsure = touches.filter((touch) => purchase.touches[touch] === 'unknown')
  const values = {
    kinds: list(purchase.kinds.map((kind) => t(`guidance.kind.${kind}`))),
    touches: list((touched.length > 0 ? touched : unsure).map((touch) => t(`guidance.touch.${touch}`))),
  }
  const because =
    touched.length > 0
      ? tr('guidance.asked.touched', values)
      : unsure.length > 0
        ? tr('guidance.asked.unsure', values)
        : tr('guidance.asked.kind', values)
  return (
    <PageHead
      title={title}
      lead={t('guidance.purchase.lead')}
      because={because}
      wayTo={{
        label: t('shell.pages.wayTo'),
        steps: [{ label: t('guidance.menu.purchases'), href: purchasesHref(organisationId) }],
      }}
    />
  )
}

function Ways({
  here,
  reader,
  language,
}: {
  readonly here: string
  readonly reader: Reader
  readonly language: string
}) {
  const { t } = reader.translator
  return (
    <div class="s-noprint s-above">
      <FilterBar
        label={t('guidance.purchase.language')}
        action={here}
        submit={t('guidance.purchase.language.show')}
      >
        <SelectField
          name="language"
          id="wordings"
          label={t('guidance.purchase.language')}
          options={locales.map((one) => ({ value: one, label: nameOfLocale(one) }))}
          value={language}
        />
      </FilterBar>
      <p class="s-meta s-below">
        <a href={`${here}/list.pdf?language=${language}`}>{t('guidance.purchase.pdf')}</a>
        <a href={`${here}/list.txt?language=${language}`}>{t('guidance.purchase.text')}</a>
        {reader.mayWrite && <a href={`${here}/change`}>{t('guidance.purchase.change')}</a>}
      </p>
    </div>
  )
}
