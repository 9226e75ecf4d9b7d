// The comparison: the house's own figure beside the median and quartiles of its kind, or of the next larger group.
// SPDX-License-Identifier: EUPL-1.2
import { type AnyRequest, definePage, type Page, type PageReply } from '../../../platform/http/endpoint.ts'
import { memberPath, nothing } from '../../../platform/http/input.ts'
import { formatNumber } from '../../../platform/i18n/index.ts'
import { BarChart, Empty, PageHead, Plain, Sheet, Table } from '../../../web/kit/index.ts'
import { type Checking, viewHouse } from '../actions/check.ts'
import { placeOf } from '../actions/close.ts'
import { benchmarkFigures } from '../actions/extract.ts'
import { type Compared, comparedWith } from '../benchmark/peers.ts'
import { figuresOf, points } from '../score.ts'
import { selectCells, selectExtracts } from '../store/benchmark.ts'
import { findSnapshot, selectChecks } from '../store/checks.ts'
import { cellName } from './cells.ts'
import { checkHref, memberBase } from './paths.ts'
import { type Reader, readerOf, sayInstant } from './reader.ts'
import { CheckViews, nameOfFigure } from './words.tsx'

export function peersPage(checking: Checking): Page {
  return definePage({
    method: 'GET',
    path: `${memberBase}/peers`,
    permission: 'assessments:read',
    params: memberPath,
    query: nothing,
    body: nothing,
    handle: (request) => show(checking, request),
  })
}

interface Row extends Compared {
  readonly own: number | null
}

/** The own figure is that of the check of that year, as it was closed; without one, that of today. */
async function read(checking: Checking, { organisationId, now }: AnyRequest) {
  return checking.context.database.asMember(organisationId, async (scope) => {
    const [extract] = await selectExtracts(scope)
    if (!extract) return null
    const cells = await selectCells(scope, extract.year)
    const checks = await selectChecks(scope, organisationId)
    const check = checks.find(
      ({ year, closedAt }) => year === extract.year && closedAt && closedAt <= extract.madeAt,
    )
    const found = check ? await findSnapshot(scope, organisationId, check.id) : null
    const house = await viewHouse(checking, scope, organisationId, now)
    const own = new Map<string, number | null>(
      found
        ? found.snapshot.figures.map((one) => [one.key, one.points])
        : figuresOf(house.scores).map(({ key, score }) => [key, score === null ? null : points(score)]),
    )
    const place = found ?? (await placeOf(scope, organisationId, house))
    const rows = benchmarkFigures.flatMap((figure): readonly Row[] => {
      const compared = comparedWith(figure, place, cells)
      return compared ? [{ ...compared, own: own.get(figure) ?? null }] : []
    })
    return { extract, rows, isOfYear: found !== null }
  })
}

async function show(checking: Checking, request: AnyRequest): Promise<PageReply> {
  const { organisationId } = request
  const reader = readerOf(checking.context, request)
  const { t, tr } = reader.translator
  const found = await read(checking, request)
  const [overall] = found?.rows ?? []
  const title = found && overall ? titleOf(overall, reader) : t('assessments.peers.none')
  const content = (
    <>
      <PageHead
        title={title}
        lead={t('assessments.peers.lead')}
        because={
          found && overall
            ? tr('assessments.peers.because', {
                year: String(found.extract.year),
                group: cellName(overall.peers.cell, reader.translator),
                houses: overall.peers.houses,
                least: found.extract.minimumGroup,
                coarser: overall.isCoarser ? 'yes' : 'other',
              })
            : undefined
        }
      />
      <CheckViews organisationId={organisationId} current="peers" reader={reader} />
      <div class="s-stack-l">
        {!found || found.rows.length === 0 ? (
          <Empty heading={t('assessments.peers.empty')}>{t('assessments.peers.empty.text')}</Empty>
        ) : (
          <>
            <Chart rows={found.rows} reader={reader} />
            <Figures rows={found.rows} reader={reader} />
            <Plain id="how" heading={t('assessments.peers.how')}>
              <p>{t('assessments.peers.how.text', { least: found.extract.minimumGroup })}</p>
              <p>
                {t('assessments.peers.how.made', { day: sayInstant(found.extract.madeAt, reader) })}{' '}
                {t(found.isOfYear ? 'assessments.peers.own.closed' : 'assessments.peers.own.today')}
              </p>
            </Plain>
          </>
        )}
      </div>
    </>
  )
  return {
    html: await checking.context.render(request, { title, content, current: checkHref(organisationId) }),
  }
}

/** Only what can be told from quartiles: below the lower, above the upper, or in between. */
function titleOf({ own, peers }: Row, { translator: { t } }: Reader): string {
  if (own === null) return t('assessments.peers.title.unknown')
  if (own < peers.lowerQuartile) return t('assessments.peers.title.below')
  return own > peers.upperQuartile ? t('assessments.peers.title.above') : t('assessments.peers.title.among')
}

function Chart({ rows, reader }: { readonly rows: readonly Row[]; readonly reader: Reader }) {
  const { translator } = reader
  const { t } = translator
  const [overall] = rows.filter(({ figure }) => figure === 'overall')
  if (!overall) return null
  const { peers, own } = overall
  const bars = [
    ...(own === null ? [] : [{ category: t('assessments.peers.own'), counts: [own] }]),
    { category: t('assessments.peers.lower'), counts: [peers.lowerQuartile] },
    { category: t('assessments.peers.median'), counts: [peers.median] },
    { category: t('assessments.peers.upper'), counts: [peers.upperQuartile] },
  ]
  return (
    <Sheet id="chart" heading={t('assessments.peers.chart')}>
      <BarChart
        caption={t('assessments.peers.chart')}
        categoryLabel={t('assessments.peers.whose')}
        totalLabel={t('assessments.chart.points')}
        series={[{ series: 'answered', label: t('assessments.chart.points') }]}
        rows={bars}
        formatNumber={(value) => formatNumber(value, translator)}
      />
    </Sheet>
  )
}

function Figures({ rows, reader }: { readonly rows: readonly Row[]; readonly reader: Reader }) {
  const { translator } = reader
  const { t } = translator
  const number = (value: number) => formatNumber(value, translator)
  return (
    <Plain id="figures" heading={t('assessments.peers.figures')} flush>
      <Table
        caption={t('assessments.peers.figures')}
        rows={rows}
        keyOf={({ figure }) => figure}
        columns={[
          {
            label: t('assessments.chart.part'),
            kind: 'head',
            main: true,
            cell: ({ figure }) => nameOfFigure(figure, translator),
          },
          {
            label: t('assessments.peers.own'),
            kind: 'number',
            cell: ({ own }) => (own === null ? t('assessments.figure.none') : number(own)),
          },
          {
            label: t('assessments.peers.lower'),
            kind: 'number',
            cell: ({ peers }) => number(peers.lowerQuartile),
          },
          { label: t('assessments.peers.median'), kind: 'number', cell: ({ peers }) => number(peers.median) },
          {
            label: t('assessments.peers.upper'),
            kind: 'number',
            cell: ({ peers }) => number(peers.upperQuartile),
          },
          {
            label: t('assessments.peers.group'),
            cell: ({ peers, isCoarser }) =>
              t(isCoarser ? 'assessments.peers.coarser' : 'assessments.peers.same', {
                group: cellName(peers.cell, translator),
                houses: peers.houses,
              }),
          },
        ]}
      />
    </Plain>
  )
}
