// Draws stacked bars with Observable Plot on a document of our own, and takes away what the content policy forbids.
// SPDX-License-Identifier: EUPL-1.2
import { createRequire } from 'node:module'
import type { ChartRow } from './bar-chart.tsx'
import type { Series } from './key.tsx'

const maxRows = 60
const rowHeight = 36
const width = 350
const labelWidth = 110
const charactersPerLine = 16
const load = createRequire(import.meta.url)

export function drawBars(
  series: readonly Series[],
  rows: readonly ChartRow[],
  formatNumber: (value: number) => string,
): string {
  if (rows.length > maxRows)
    throw new RangeError(
      `A chart of ${rows.length} rows cannot be read. Show at most ${maxRows}, or a table alone.`,
    )
  const { Plot, document } = drawingTools()
  const bars = rows.flatMap((row, index) =>
    series.map((one, part) => ({ row: index, series: one, count: row.counts[part] ?? 0 })),
  )
  const totals = rows.map((row, index) => ({
    row: index,
    total: row.counts.reduce((sum, count) => sum + count, 0),
  }))
  const svg = Plot.plot({
    document,
    width,
    height: Math.max(1, rows.length) * rowHeight,
    marginLeft: labelWidth,
    marginRight: 44,
    marginTop: 0,
    marginBottom: 0,
    // A length that does not start at zero would lie; an empty chart still needs a scale.
    x: { axis: null, domain: [0, Math.max(1, ...totals.map(({ total }) => total))] },
    y: {
      label: null,
      tickSize: 0,
      domain: rows.map((_, index) => index),
      tickFormat: (index: number) => rows[index]?.category ?? '',
    },
    color: { domain: [...series], range: [...series] },
    marks: [
      Plot.axisY({
        tickSize: 0,
        label: null,
        lineWidth: charactersPerLine / 2,
        text: (index: number) => rows[index]?.category ?? '',
      }),
      Plot.barX(
        bars,
        Plot.stackX({
          x: 'count',
          y: 'row',
          z: 'series',
          order: [...series],
          fill: 'series',
          insetRight: 1,
          insetTop: 4,
          insetBottom: 4,
        }),
      ),
      Plot.text(totals, {
        x: 'total',
        y: 'row',
        text: (one: { total: number }) => formatNumber(one.total),
        dx: 6,
        textAnchor: 'start',
      }),
    ],
  })
  return withClassesOnly(svg, series)
}

interface DrawingTools {
  readonly Plot: typeof import('@observablehq/plot')
  readonly document: Document
}

let tools: DrawingTools | undefined

// A third of a second to load, so it waits for the first chart instead of delaying every start.
function drawingTools(): DrawingTools {
  if (tools) return tools
  // `require` has no types; these are the packages' own.
  const Plot = load('@observablehq/plot') as typeof import('@observablehq/plot')
  const { parseHTML } = load('linkedom') as typeof import('linkedom')
  tools = { Plot, document: parseHTML('<!doctype html><html><body></body></html>').document }
  return tools
}

// Plot writes a style element, aria-labels that say nothing, and colours; ours are classes, so that dark and print work.
function withClassesOnly(svg: Element, series: readonly Series[]): string {
  for (const style of svg.querySelectorAll('style')) style.remove()
  for (const element of [svg, ...svg.querySelectorAll('*')]) {
    if (element.getAttribute('aria-label') === 'text') element.setAttribute('class', 'is-total')
    const name = series.find((one) => one === element.getAttribute('fill'))
    if (name) {
      element.removeAttribute('fill')
      element.setAttribute('class', `is-${name}`)
    }
    for (const attribute of ['style', 'aria-label', 'aria-description', 'font-family', 'font-size'])
      element.removeAttribute(attribute)
  }
  svg.setAttribute('class', 's-chart__svg')
  svg.setAttribute('aria-hidden', 'true')
  svg.setAttribute('focusable', 'false')
  return svg.outerHTML
}
