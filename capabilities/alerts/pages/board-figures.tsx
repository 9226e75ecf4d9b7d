// The board's last part: open alerts by age as a chart with its table, and members by country.
// SPDX-License-Identifier: EUPL-1.2
import { formatNumber } from '../../../platform/i18n/index.ts'
import { BarChart, Plain, Table } from '../../../web/kit/index.ts'
import type { AgeBand, CountryRow } from '../store.ts'
import type { Urgency } from '../urgency.ts'
import type { Reader } from './words.ts'

const bands = ['under-1', '1-2', '3-7', '8-14', 'over-14'] as const
const oldBands: readonly AgeBand['band'][] = ['8-14', 'over-14']
/** Three series are as many as can be told apart. */
const seriesUrgencies: readonly (readonly Urgency[])[] = [
  ['act-now'],
  ['this-week'],
  ['next-maintenance', 'watch'],
]

export function Ages({
  bands: given,
  reader,
}: {
  readonly bands: readonly AgeBand[]
  readonly reader: Reader
}) {
  const { t } = reader.translator
  const rows = bands.map((band) => ({
    category: t(`board.age.${band}`),
    counts: seriesUrgencies.map((urgencies) =>
      sumOf(given, (one) => one.band === band && urgencies.includes(one.urgency)),
    ),
  }))
  const all = sumOf(given, () => true)
  const old = sumOf(given, (one) => oldBands.includes(one.band))
  return (
    <Plain id="ages" heading={t('board.ages', { old, all })}>
      <BarChart
        caption={t('board.ages.caption')}
        categoryLabel={t('board.ages.age')}
        totalLabel={t('board.ages.all')}
        series={[
          { series: 'now', label: t('board.ages.now') },
          { series: 'soon', label: t('board.ages.soon') },
          { series: 'watch', label: t('board.ages.later') },
        ]}
        rows={rows}
        formatNumber={(value) => formatNumber(value, reader.translator)}
      />
    </Plain>
  )
}

function sumOf(given: readonly AgeBand[], fits: (band: AgeBand) => boolean): number {
  return given.filter(fits).reduce((sum, band) => sum + band.alerts, 0)
}

export function Countries({
  rows,
  reader,
}: {
  readonly rows: readonly CountryRow[]
  readonly reader: Reader
}) {
  const { t, locale } = reader.translator
  const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' })
  const number = (value: number) => formatNumber(value, reader.translator)
  return (
    <Plain id="countries" heading={t('board.countries')} aside={t('board.countries.note')} flush>
      <Table
        caption={t('board.countries.caption')}
        stack={false}
        rows={rows}
        keyOf={(row) => row.country}
        columns={[
          {
            label: t('board.column.country'),
            kind: 'head',
            cell: (row) => names.of(row.country) ?? row.country,
          },
          {
            label: t('board.column.affected'),
            kind: 'number',
            wideOnly: true,
            cell: (row) => t('board.countries.of', { concerned: row.concerned, members: row.members }),
          },
          {
            label: t('board.column.overdue'),
            kind: 'number',
            cell: (row) =>
              row.overdue > 0 ? <strong class="s-late">{number(row.overdue)}</strong> : number(0),
          },
          {
            label: t('board.column.silent'),
            kind: 'number',
            cell: (row) =>
              row.silent > 0 ? <strong class="s-silent">{number(row.silent)}</strong> : number(0),
          },
        ]}
      />
    </Plain>
  )
}
