// Where the house stands: one figure for each part, the measures and facts behind each, and what would raise it most.
// SPDX-License-Identifier: EUPL-1.2
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import { formatNumber } from '../../../platform/i18n/index.ts'
import {
  BarChart,
  Details,
  Empty,
  PageHead,
  Plain,
  ReasonLine,
  Sheet,
  StateWord,
  Table,
  Views,
} from '../../../web/kit/index.ts'
import { itemHref } from '../../catalogue/index.ts'
import { textIn } from '../../facts/index.ts'
import { type Checking, viewHouse } from '../actions/check.ts'
import { resultQuery } from '../contract/forms.ts'
import { gainsOf, toFindOut } from '../gain.ts'
import { type Figure, type MeasureScore, points, type Scores, type View, views } from '../score.ts'
import { checkHref, memberBase, planHref, resultHref } from './paths.ts'
import { type Reader, readerOf, sayInstant } from './reader.ts'
import { CheckViews, factLine, lookOfStanding, nameOfFigure, pointsText } from './words.tsx'

export function resultPage(checking: Checking): Page {
  return definePage({
    method: 'GET',
    path: `${memberBase}/result`,
    permission: 'assessments:read',
    params: memberPath,
    query: resultQuery,
    body: nothing,
    handle: (request) => show(checking, request, request.query.by),
  })
}

async function show(checking: Checking, request: AnyRequest, by: View): Promise<PageReply> {
  const { organisationId, now } = request
  const reader = readerOf(checking.context, request)
  const { t, tr } = reader.translator
  const { scores } = await checking.context.database.asMember(organisationId, (scope) =>
    viewHouse(checking, scope, organisationId, now),
  )
  const { overall } = scores
  const title = titleOf(overall, reader)
  const figures = by === 'law' ? scores.law : scores.functions
  const content = (
    <>
      <PageHead
        title={title}
        meta={t('assessments.result.asof', { day: sayInstant(now, reader) })}
        lead={t('assessments.result.lead')}
        because={tr('assessments.result.because', {
          measures: scores.measures.length,
          unknown: points(overall.unknownShare),
        })}
      />
      <CheckViews organisationId={organisationId} current="result" reader={reader} />
      <div class="s-stack-l">
        <Views
          label={t('assessments.result.views')}
          views={views.map((view) => ({
            label: t(`assessments.result.by.${view}`),
            href: `${resultHref(organisationId)}?by=${view}`,
            current: view === by,
          }))}
        />
        <Chart figures={figures} by={by} reader={reader} />
        <Gains {...{ organisationId, scores, checking, reader }} />
        <Behind {...{ organisationId, figures, checking, reader }} />
      </div>
    </>
  )
  return {
    html: await checking.context.render(request, { title, content, current: checkHref(organisationId) }),
  }
}

/** Nobody is told a figure that rests on less than half of what was asked. */
function titleOf(overall: Figure, { translator: { t } }: Reader): string {
  if (overall.score === null) return t('assessments.result.none')
  return overall.isUnsure
    ? t('assessments.result.unsure')
    : t('assessments.result.title', { points: points(overall.score) })
}

function Chart({
  figures,
  by,
  reader,
}: {
  readonly figures: readonly Figure[]
  readonly by: View
  readonly reader: Reader
}) {
  const { translator } = reader
  const { t } = translator
  const known = figures.filter((one) => !one.isUnsure)
  const unknown = figures.filter((one) => one.isUnsure)
  return (
    <Sheet id="chart" heading={t(`assessments.chart.${by}`)}>
      {known.length > 0 && (
        <BarChart
          caption={t(`assessments.chart.${by}`)}
          categoryLabel={t('assessments.chart.part')}
          totalLabel={t('assessments.chart.points')}
          series={[{ series: 'answered', label: t('assessments.chart.points') }]}
          rows={known.map(({ key, score }) => ({
            category: nameOfFigure(key, translator),
            counts: [points(score ?? 0)],
          }))}
          formatNumber={(value) => formatNumber(value, translator)}
        />
      )}
      {unknown.length > 0 && (
        <p>
          <StateWord state="unknown">{t('assessments.chart.unknown', { count: unknown.length })}</StateWord>{' '}
          {unknown.map(({ key }) => nameOfFigure(key, translator)).join(' · ')}
        </p>
      )}
    </Sheet>
  )
}

const gainsShown = 3

interface Within {
  readonly organisationId: number
  readonly checking: Checking
  readonly reader: Reader
}

function Gains({ organisationId, scores, checking, reader }: Within & { readonly scores: Scores }) {
  const { translator } = reader
  const { t, locale } = translator
  const gains = gainsOf(scores).slice(0, gainsShown)
  const ask = toFindOut(scores)
  return (
    <Plain id="gains" heading={t('assessments.gains.heading')}>
      {gains.length === 0 ? (
        <Empty heading={t('assessments.gains.none')} headingLevel={3}>
          {t('assessments.gains.none.text')}
        </Empty>
      ) : (
        <ol class="govuk-list govuk-list--number s-stack">
          {gains.map((gain) => (
            <li key={gain.measure.key}>
              <a href={itemHref(organisationId, gain.measure)}>{textIn(gain.measure.title, locale)}</a>
              <ReasonLine>{gainText(gain, checking, reader)}</ReasonLine>
            </li>
          ))}
        </ol>
      )}
      {ask.length > 0 && <p>{t('assessments.gains.ask', { count: ask.length })}</p>}
      <p>
        <a href={planHref(organisationId)}>{t('assessments.gains.plan')}</a>
      </p>
    </Plain>
  )
}

/** The facts that decided, and how far the first letter would rise. */
export function gainText(gain: ReturnType<typeof gainsOf>[number], checking: Checking, reader: Reader) {
  const { translator } = reader
  const [first] = gain.parts
  const facts = gain.from.rows
    .filter(({ is }) => is === 'partly' || is === 'not-done')
    .map(({ fact, current }) => factLine(checking.book.keys.get(fact), current, reader))
    .join('; ')
  return translator.tr('assessments.gain', {
    facts,
    points: Math.max(1, Math.round(first?.points ?? 0)),
    part: first ? nameOfFigure(first.part, translator) : '',
    more: Math.max(0, gain.parts.length - 1),
  })
}

function Behind({ figures, ...within }: Within & { readonly figures: readonly Figure[] }) {
  const { reader } = within
  const { t } = reader.translator
  return (
    <Plain id="behind" heading={t('assessments.behind.heading')}>
      <p>{t('assessments.behind.text')}</p>
      {figures
        .filter(({ measures }) => measures.length > 0)
        .map((figure) => (
          <Details
            key={figure.key}
            summary={t('assessments.behind.part', {
              part: nameOfFigure(figure.key, reader.translator),
              figure: pointsText(figure, reader.translator),
              unknown: points(figure.unknownShare),
            })}
          >
            <MeasureTable {...within} figure={figure} />
          </Details>
        ))}
    </Plain>
  )
}

function MeasureTable({ organisationId, checking, reader, figure }: Within & { readonly figure: Figure }) {
  const { t, locale } = reader.translator
  return (
    <Table
      caption={nameOfFigure(figure.key, reader.translator)}
      rows={figure.measures}
      keyOf={({ measure }) => measure.key}
      columns={[
        {
          label: t('assessments.behind.measure'),
          kind: 'head',
          main: true,
          cell: ({ measure }) => (
            <a href={itemHref(organisationId, measure)}>{textIn(measure.title, locale)}</a>
          ),
        },
        {
          label: t('assessments.behind.standing'),
          cell: ({ standing }) => (
            <StateWord state={lookOfStanding[standing]}>{t(`assessments.standing.${standing}`)}</StateWord>
          ),
        },
        { label: t('assessments.behind.facts'), cell: (row) => factsText(row, checking, reader) },
      ]}
    />
  )
}

function factsText({ rows }: MeasureScore, { book }: Checking, reader: Reader) {
  return (
    <>
      {rows.map(({ fact, current }) => (
        <div key={fact} class="s-dense">
          {factLine(book.keys.get(fact), current, reader)}
        </div>
      ))}
    </>
  )
}
