// A bar chart drawn on the server, hidden from assistive technology, with its figures as a table beside it.
// SPDX-License-Identifier: EUPL-1.2
import { drawBars } from './chart-drawing.ts'
import { Key, type Series } from './key.tsx'
import { Table } from './table.tsx'

export interface BarChartProps {
  /** What the table holds. */
  readonly caption: string
  /** Heading of the first column: "Age". */
  readonly categoryLabel: string
  readonly totalLabel: string
  /** At most three, or nobody can tell them apart. */
  readonly series:
    | readonly [ChartSeries]
    | readonly [ChartSeries, ChartSeries]
    | readonly [ChartSeries, ChartSeries, ChartSeries]
  readonly rows: readonly ChartRow[]
  readonly formatNumber: (value: number) => string
}

export interface ChartSeries {
  /** Only fillings that look alike in a drawing and in the key; hatching would need an id of its own in every drawing. */
  readonly series: Exclude<Series, 'late' | 'unmatched'>
  readonly label: string
}

export interface ChartRow {
  readonly category: string
  /** One figure for each series, in the same order. */
  readonly counts: readonly number[]
}

/** The drawing is our own code's, which escapes every text; it holds no style, script or id. */
export function BarChart({ caption, categoryLabel, totalLabel, series, rows, formatNumber }: BarChartProps) {
  const columns = [
    { label: categoryLabel, kind: 'head' as const, cell: (row: ChartRow) => row.category },
    ...series.map(({ label }, index) => ({
      label,
      kind: 'number' as const,
      cell: (row: ChartRow) => formatNumber(row.counts[index] ?? 0),
    })),
    { label: totalLabel, kind: 'number' as const, cell: (row: ChartRow) => formatNumber(totalOf(row)) },
  ]
  return (
    <div class="s-figure">
      <Key entries={series} />
      <div
        class="s-chart"
        aria-hidden="true"
        dangerouslySetInnerHTML={{
          __html: drawBars(
            series.map((one) => one.series),
            rows,
            formatNumber,
          ),
        }}
      />
      <Table
        caption={caption}
        columns={series.length === 1 ? columns.slice(0, 2) : columns}
        rows={rows}
        keyOf={(row) => row.category}
        stack={false}
      />
    </div>
  )
}

export function totalOf(row: ChartRow): number {
  return row.counts.reduce((sum, count) => sum + count, 0)
}
