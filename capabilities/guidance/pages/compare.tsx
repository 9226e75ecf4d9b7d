// Two suppliers of one purchase side by side, question by question.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { nothing } from '../../../platform/http/input.ts'
import {
  Empty,
  FilterBar,
  PageHead,
  Sheet as Paper,
  SelectField,
  StateWord,
  Table,
} from '../../../web/kit/index.ts'
import { textIn } from '../../facts/index.ts'
import { viewPurchase } from '../actions/purchases.ts'
import { compareQuery, purchasePath } from '../contract/forms.ts'
import { answersOf, type Sheet, type SheetAnswer, stateOf, unansweredOf } from '../sheet.ts'
import { purchaseHref, purchasesBase, purchasesHref, sheetHref } from './paths.ts'
import { type Reader, readerOf } from './reader.ts'
import { askedClauses } from './sheet.tsx'
import { answerWord } from './words.ts'

export function comparePage(context: Context): Page {
  return definePage({
    method: 'GET',
    path: `${purchasesBase}/:purchaseId/compare`,
    permission: 'guidance:read',
    params: purchasePath,
    query: compareQuery,
    body: nothing,
    handle: (request) => show(context, request, request.params.purchaseId, request.query),
  })
}

async function show(
  context: Context,
  request: AnyRequest,
  purchaseId: number,
  chosen: { readonly a: string; readonly b: string },
): Promise<PageReply> {
  const reader = readerOf(context, request)
  const { t } = reader.translator
  const { purchase, sheets } = await viewPurchase(context, request.organisationId, purchaseId)
  const here = purchaseHref(request.organisationId, purchaseId)
  const a = sheets.find(({ id }) => String(id) === chosen.a) ?? sheets[0]
  const b = sheets.find((one) => String(one.id) === chosen.b && one !== a) ?? sheets.find((one) => one !== a)
  const title =
    a && b
      ? t('guidance.compare.title', { a: a.supplier, b: b.supplier })
      : t('guidance.compare.none', { name: purchase.name })
  const content = (
    <>
      <PageHead
        title={title}
        lead={t('guidance.compare.lead')}
        wayTo={{
          label: t('shell.pages.wayTo'),
          steps: [
            { label: t('guidance.menu.purchases'), href: purchasesHref(request.organisationId) },
            { label: purchase.name, href: here },
          ],
        }}
      />
      {a && b ? (
        <>
          {sheets.length > 2 && <Choice sheets={sheets} a={a} b={b} here={here} reader={reader} />}
          <Comparison a={a} b={b} reader={reader} />
        </>
      ) : (
        <Empty heading={t('guidance.compare.two')}>{t('guidance.compare.two.text')}</Empty>
      )}
    </>
  )
  return {
    html: await context.render(request, { title, content, current: purchasesHref(request.organisationId) }),
  }
}

function Choice({
  sheets,
  a,
  b,
  here,
  reader,
}: {
  readonly sheets: readonly Sheet[]
  readonly a: Sheet
  readonly b: Sheet
  readonly here: string
  readonly reader: Reader
}) {
  const { t } = reader.translator
  const options = sheets.map(({ id, supplier }) => ({ value: String(id), label: supplier }))
  return (
    <FilterBar
      label={t('guidance.compare.choose')}
      action={`${here}/compare`}
      submit={t('guidance.compare.show')}
    >
      <SelectField name="a" label={t('guidance.compare.first')} options={options} value={String(a.id)} />
      <SelectField name="b" label={t('guidance.compare.second')} options={options} value={String(b.id)} />
    </FilterBar>
  )
}

function Comparison({ a, b, reader }: { readonly a: Sheet; readonly b: Sheet; readonly reader: Reader }) {
  const { t, locale } = reader.translator
  const clauses = askedClauses([...new Set([...a.questions, ...b.questions])])
  const both = [a, b] as const
  return (
    <Paper id="compared" heading={t('guidance.compare.heading')} flush>
      <Table
        caption={t('guidance.compare.heading')}
        rows={clauses}
        keyOf={({ key }) => key}
        columns={[
          {
            label: t('guidance.use.question'),
            kind: 'head',
            cell: (clause) => (
              <>
                {textIn(clause.title, locale)}
                <span class="s-sub">{t(`guidance.level.${clause.body.must ? 'must' : 'should'}`)}</span>
              </>
            ),
          },
          ...both.map((sheet, index) => ({
            // Two firms may have one name; the label is the key of the column.
            label: a.supplier === b.supplier ? `${sheet.supplier} (${index + 1})` : sheet.supplier,
            cell: ({ key }: { readonly key: string }) =>
              sheet.questions.includes(key) ? (
                <Given given={answersOf(sheet)[key]} reader={reader} />
              ) : (
                <span class="s-quiet">{t('guidance.compare.notAsked')}</span>
              ),
          })),
        ]}
      />
      <ul class="govuk-list s-sheet__body s-links">
        {both.map((sheet) => (
          <li key={sheet.id}>
            <a href={sheetHref(reader.organisationId, sheet.purchaseId, sheet.id)}>
              {t(`guidance.sheet.title.${stateOf(sheet)}`, {
                supplier: sheet.supplier,
                answered: sheet.questions.length - unansweredOf(sheet).length,
                count: sheet.questions.length,
              })}
            </a>
          </li>
        ))}
      </ul>
    </Paper>
  )
}

function Given({ given, reader }: { readonly given: SheetAnswer | undefined; readonly reader: Reader }) {
  const { look, word } = answerWord(given, reader.translator)
  return (
    <>
      <StateWord state={look}>{word}</StateWord>
      {given?.words && <span class="s-sub s-said">{given.words}</span>}
    </>
  )
}
