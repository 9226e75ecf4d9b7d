// Draws the figures on filings: a chart with its table, each quarter by duty with its denominators, and lessons still open.
// SPDX-License-Identifier: EUPL-1.2
import { formatInstant, formatNumber, type Translator } from '../../../../platform/i18n/index.ts'
import {
  BarChart,
  ButtonLink,
  type Column,
  Empty,
  PageHead,
  Plain,
  Sheet,
  Table,
} from '../../../../web/kit/index.ts'
import type { Statistics } from '../../actions/after/statistics.ts'
import { nameOfRule } from '../../duties/explain.ts'
import type { Period, RegimeFigures } from '../../statistics.ts'
import type { LessonCount } from '../../store/statistics.ts'

export const statisticsPath = '/centre/incidents/statistics'

export interface FiguresProps {
  readonly statistics: Statistics
  readonly lessons: readonly LessonCount[]
  readonly translator: Translator
  readonly now: Date
}

export function Figures(props: FiguresProps) {
  const { statistics, translator } = props
  const { t } = translator
  const { periods, figures, filed, members, isCut } = statistics
  const newestFirst = periods.toReversed().filter(({ name }) => figures.some(({ period }) => period === name))
  return (
    <>
      <PageHead
        wayTo={{
          label: t('shell.pages.wayTo'),
          steps: [{ label: t('incidents.menu'), href: '/centre/incidents' }],
        }}
        title={t('after.figures.title')}
        lead={t('after.figures.lead', { filings: filed.length, members })}
        because={t('after.figures.because')}
      />
      <div class="s-stack-l">
        {isCut && <p>{t('after.figures.cut', { count: filed.length })}</p>}
        {filed.length === 0 ? (
          <Empty heading={t('after.figures.none')}>{t('after.figures.none.text')}</Empty>
        ) : (
          <>
            <Chart {...props} />
            {newestFirst.map((period) => (
              <Quarter key={period.name} period={period} {...props} />
            ))}
            <p>
              <ButtonLink kind="secondary" href={`${statisticsPath}.csv`}>
                {t('after.figures.csv')}
              </ButtonLink>
            </p>
          </>
        )}
        <LessonFigures {...props} />
      </div>
    </>
  )
}

function Chart({ statistics, translator, now }: FiguresProps) {
  const { t } = translator
  const untimed = statistics.filed.filter(({ dueAt }) => dueAt === null).length
  const rows = statistics.periods.map((period) => {
    const own = statistics.figures.filter((row) => row.period === period.name)
    const sum = (of: (row: RegimeFigures) => number) => own.reduce((total, row) => total + of(row), 0)
    const inTime = sum((row) => row.inTime)
    const quarter = shortNameOf(period, translator)
    return {
      category: period.to <= now ? quarter : t('after.figures.running', { quarter }),
      counts: [inTime, sum((row) => row.timed) - inTime],
    }
  })
  return (
    <Sheet id="chart" heading={t('after.figures.chart')}>
      <BarChart
        caption={t('after.figures.chart.caption')}
        categoryLabel={t('after.figures.quarter')}
        totalLabel={t('after.figures.all')}
        series={[
          { series: 'answered', label: t('after.figures.inTime') },
          { series: 'now', label: t('after.figures.late') },
        ]}
        rows={rows}
        formatNumber={(value) => formatNumber(value, translator)}
      />
      <p>{t('after.figures.chart.without', { count: untimed })}</p>
    </Sheet>
  )
}

function nameOf(period: Period, { t }: Translator): string {
  return t('after.figures.quarter.name', partsOf(period))
}

/** Four columns of figures stand beside it on a phone. */
function shortNameOf(period: Period, { t }: Translator): string {
  return t('after.figures.quarter.short', partsOf(period))
}

function partsOf({ name }: Period) {
  const [year = '', quarter = ''] = name.split('-Q')
  return { year, quarter }
}

function Quarter({ period, statistics, translator, now }: FiguresProps & { readonly period: Period }) {
  const { t } = translator
  const number = (value: number) => formatNumber(value, translator)
  const rows = statistics.figures.filter((row) => row.period === period.name)
  const end = formatInstant(new Date(period.to.getTime() - 1), {
    translator,
    timeZone: 'UTC',
    style: 'day-year',
  })
  const columns: readonly Column<RegimeFigures>[] = [
    {
      label: t('after.figures.duty'),
      kind: 'head',
      main: true,
      phoneLabel: null,
      cell: ({ regime, duty }) => (
        <>
          {nameOfRule(duty, { translator })} <span class="s-sub">{regime}</span>
        </>
      ),
    },
    { label: t('after.figures.filings'), kind: 'number', cell: ({ filings }) => number(filings) },
    {
      label: t('after.figures.hospitals'),
      kind: 'number',
      cell: ({ organisations }) => t('after.figures.of', { part: organisations, whole: statistics.members }),
    },
    {
      label: t('after.figures.inTime'),
      kind: 'number',
      cell: ({ inTime, timed }) =>
        timed === 0 ? t('after.figures.noDueTime') : t('after.figures.of', { part: inTime, whole: timed }),
    },
    {
      label: t('after.figures.median'),
      phoneLabel: t('after.figures.median.short'),
      kind: 'number',
      cell: ({ medianHours }) =>
        medianHours === null
          ? t('after.figures.notKnown')
          : t('after.figures.hours', { hours: number(Math.round(medianHours * 10) / 10) }),
    },
  ]
  return (
    <Plain
      id={`quarter-${period.name}`}
      heading={nameOf(period, translator)}
      aside={period.to <= now ? t('after.figures.whole', { end }) : t('after.figures.grows', { end })}
      flush
    >
      <Table
        caption={t('after.figures.caption', { quarter: nameOf(period, translator) })}
        rows={rows}
        keyOf={({ regime, duty }) => `${regime} ${duty}`}
        columns={columns}
      />
    </Plain>
  )
}

/** What members set themselves to do: counted, never read, since the words are theirs. */
function LessonFigures({ lessons, statistics, translator }: FiguresProps) {
  const { t } = translator
  const sum = (of: (count: LessonCount) => number) => lessons.reduce((total, one) => total + of(one), 0)
  const [open, late] = [sum((one) => one.open), sum((one) => one.late)]
  return (
    <Plain id="lessons" heading={t('after.figures.lessons')}>
      <p>
        {t('after.figures.lessons.open', { open, hospitals: lessons.length, members: statistics.members })}{' '}
        {open > 0 && t('after.figures.lessons.late', { late })}
      </p>
    </Plain>
  )
}
