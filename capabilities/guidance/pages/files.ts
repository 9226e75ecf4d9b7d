// The list of a purchase as files, in the language of the supplier: a PDF to attach, and plain text to copy.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import { formatInstant, type Translator } from '../../../platform/i18n/index.ts'
import type { PdfBlock, PdfDocument } from '../../../platform/pdf/document.ts'
import { writePdf } from '../../../platform/pdf/write.ts'
import { textIn } from '../../facts/index.ts'
import { type PurchaseView, viewPurchase } from '../actions/purchases.ts'
import { languageQuery, purchasePath } from '../contract/forms.ts'
import { type Asked, phases } from '../purchase.ts'
import { purchasesBase } from './paths.ts'
import { languageOr } from './reader.ts'

export interface Paper {
  readonly view: PurchaseView
  readonly hospital: string
  readonly translator: Translator
  readonly timeZone: string
  readonly now: Date
}

export function purchaseFilePages(context: Context): readonly Page[] {
  const page = {
    method: 'GET',
    permission: 'guidance:read',
    params: purchasePath,
    query: languageQuery,
    body: nothing,
  } as const
  return [
    definePage({
      ...page,
      path: `${purchasesBase}/:purchaseId/list.pdf`,
      async handle(request) {
        const paper = await paperOf(context, request, request.params.purchaseId, request.query.language)
        return {
          file: await writePdf(documentOf(paper)),
          fileName: `requirements-${request.params.purchaseId}-${paper.translator.locale}.pdf`,
          contentType: 'application/pdf',
        }
      },
    }),
    definePage({
      ...page,
      path: `${purchasesBase}/:purchaseId/list.txt`,
      async handle(request) {
        const paper = await paperOf(context, request, request.params.purchaseId, request.query.language)
        return {
          file: plainTextOf(paper),
          fileName: `requirements-${request.params.purchaseId}-${paper.translator.locale}.txt`,
          contentType: 'text/plain; charset=utf-8',
        }
      },
    }),
  ]
}

async function paperOf(
  context: Context,
  request: AnyRequest,
  purchaseId: number,
  language: string,
): Promise<Paper> {
  return {
    view: await viewPurchase(context, request.organisationId, purchaseId),
    hospital: request.membership?.organisationName ?? '',
    translator: context.translator(languageOr(language, request.locale)),
    timeZone: request.membership?.timeZone ?? 'UTC',
    now: request.now,
  }
}

export function documentOf(paper: Paper): PdfDocument {
  const { view, hospital, translator, now } = paper
  const { t } = translator
  const { name } = view.purchase
  return {
    title: `${t('guidance.paper.title')}: ${name}`,
    language: translator.locale,
    author: hospital,
    createdAt: now,
    watermark: null,
    blocks: [
      { kind: 'heading', level: 1, text: `${t('guidance.paper.title')}: ${name}` },
      { kind: 'text', text: headOf(paper) },
      { kind: 'text', text: t('guidance.paper.lead') },
      ...phases.flatMap((phase): readonly PdfBlock[] => {
        const asked = view.list.asked.filter(({ clause }) => clause.body.phase === phase)
        if (asked.length === 0) return []
        return [
          { kind: 'heading', level: 2, text: t(`guidance.phase.${phase}`) },
          ...asked.flatMap((one) => blocksOf(one, translator)),
        ]
      }),
    ],
    foot: (page, pages) => `${hospital} · ${name} · ${t('guidance.paper.page', { page, pages })}`,
    unprintable: (count) => t('guidance.paper.unprintable', { count }),
  }
}

function blocksOf(asked: Asked, translator: Translator): readonly PdfBlock[] {
  const { title, body } = asked.clause
  return [
    { kind: 'heading', level: 3, text: textIn(title, translator.locale) },
    { kind: 'text', text: marksOf(asked, translator), isStrong: true },
    { kind: 'text', text: textIn(body.wording, translator.locale) },
  ]
}

function marksOf({ level, clause }: Asked, { t }: Translator): string {
  const { use, proof } = clause.body
  const marks = [t(`guidance.level.${level}`), t(`guidance.use.${use}`)]
  return [...marks, ...(proof === 'none' ? [] : [t(`guidance.proof.${proof}`)])].join(' · ')
}

function headOf({ view, hospital, translator, timeZone, now }: Paper): string {
  const day = formatInstant(now, { translator, timeZone, style: 'day-year' })
  return [hospital, view.purchase.supplier, day].filter(Boolean).join(' · ')
}

export function plainTextOf(paper: Paper): string {
  const { view, translator } = paper
  const { t, locale } = translator
  const title = `${t('guidance.paper.title')}: ${view.purchase.name}`
  const lines = [title, '='.repeat(Math.min(title.length, 78)), headOf(paper), '', t('guidance.paper.lead')]
  for (const phase of phases) {
    const asked = view.list.asked.filter(({ clause }) => clause.body.phase === phase)
    if (asked.length === 0) continue
    lines.push('', '', t(`guidance.phase.${phase}`).toLocaleUpperCase(locale), '')
    for (const one of asked)
      lines.push(
        `* ${textIn(one.clause.title, locale)} [${marksOf(one, translator)}]`,
        `  ${textIn(one.clause.body.wording, locale)}`,
        '',
      )
  }
  return `${lines.join('\r\n').trimEnd()}\r\n`
}
