// When it happened: one bar for an hour, a day or a month, drawn on the server, with its figures as a table.
// SPDX-License-Identifier: EUPL-1.2
import type { Words } from '../words/words.ts'
import { type Hour, hourMs, type Report } from './group.ts'
import { html, type Markup, nothing } from './html.ts'
import { reportLimits } from './limits.ts'
import type { HouseTimes } from './times.ts'

export interface Bar {
  readonly label: string
  readonly short: string
  readonly serious: number
  readonly slight: number
}

/** As fine as fits, spans without findings too; what lies before the chart is counted in one bar. */
export function barsOf({ hours, before }: Report, times: HouseTimes, words: Words): readonly Bar[] {
  const first = hours[0]?.at
  const last = hours.at(-1)?.at
  if (first === undefined || last === undefined) return []
  const days = (last - first) / dayMs
  const scale: Scale =
    days <= 2
      ? { stepMs: hourMs, keyOf: String, nameOf: times.instant, shortOf: times.clock }
      : days < reportLimits.maxBars
        ? { stepMs: hourMs, keyOf: times.dayKey, nameOf: times.day, shortOf: times.date }
        : { stepMs: dayMs, keyOf: times.monthKey, nameOf: times.month, shortOf: times.month }
  const from = Math.max(first, last - (reportLimits.maxBars - 1) * 30 * dayMs)
  const early = hours.filter(({ at }) => at < from)
  const bars = scaled(hours, from, last, scale)
  if (early.length === 0 && before === 0) return bars
  const label = words.say('report.when.earlier')
  const sum = (part: 'serious' | 'slight') => early.reduce((total, hour) => total + hour[part], 0)
  return [{ label, short: label, serious: sum('serious'), slight: sum('slight') + before }, ...bars]
}

interface Scale {
  readonly stepMs: number
  readonly keyOf: (at: number) => string
  readonly nameOf: (at: number) => string
  readonly shortOf: (at: number) => string
}

function scaled(hours: readonly Hour[], from: number, to: number, scale: Scale): readonly Bar[] {
  const bars = new Map<string, Bar>()
  const add = (at: number, serious: number, slight: number) => {
    const key = scale.keyOf(at)
    const { label, short, ...sums } = bars.get(key) ?? {
      label: scale.nameOf(at),
      short: scale.shortOf(at),
      serious: 0,
      slight: 0,
    }
    bars.set(key, { label, short, serious: sums.serious + serious, slight: sums.slight + slight })
  }
  for (let at = from; at <= to; at += scale.stepMs) add(at, 0, 0)
  for (const { at, serious, slight } of hours) if (at >= from) add(at, serious, slight)
  return [...bars.values()]
}

const dayMs = 24 * hourMs
const width = 288
const height = 96

/** `counts` stand below the chart. */
export function timelineHtml(bars: readonly Bar[], words: Words, say: string, counts: Markup): Markup {
  if (bars.length === 0) return nothing
  return html`<section class="plain" aria-labelledby="when">
<header><h2 id="when">${words.say('report.when')}</h2></header>
<p class="small quiet">${say}</p>
${chart(bars, words)}
<ul class="key" aria-hidden="true"><li><svg viewBox="0 0 8 8" class="serious"><rect width="8" height="8"/></svg>${words.say('report.when.serious')}</li><li><svg viewBox="0 0 8 8" class="slight"><rect width="8" height="8"/></svg>${words.say('report.when.slight')}</li></ul>
${counts}
${tableHtml(bars, words)}
</section>`
}

function chart(bars: readonly Bar[], words: Words): Markup {
  const most = Math.max(...bars.map(({ serious, slight }) => serious + slight), 1)
  const step = width / bars.length
  const bar = Math.min(Math.max(step - 2, 1), 40)
  const rects = bars.map(({ serious, slight }, at) => {
    const x = round(at * step + (step - bar) / 2)
    // What is there is seen, however little it is beside the rest.
    const tall = (count: number) => (count === 0 ? 0 : Math.max((count / most) * height, 2))
    const low = tall(serious)
    return html`<rect class="slight" x="${x}" y="${round(18 + height - low - tall(slight))}" width="${round(bar)}" height="${round(tall(slight))}"/><rect class="serious" x="${x}" y="${round(18 + height - low)}" width="${round(bar)}" height="${round(low)}"/>`
  })
  const first = bars[0]?.short ?? ''
  const last = bars.at(-1)?.short ?? ''
  return html`<svg class="chart" viewBox="0 0 ${width} ${height + 38}" aria-hidden="true" focusable="false"><text x="0" y="12">${words.number(most)}</text><line class="axis" x1="0" x2="${width}" y1="${18 + height}" y2="${18 + height}"/>${rects}<text x="0" y="${height + 34}">${first}</text>${bars.length > 1 ? html`<text x="${width}" y="${height + 34}" text-anchor="end">${last}</text>` : null}</svg>`
}

function tableHtml(bars: readonly Bar[], words: Words): Markup {
  const filled = bars.filter(({ serious, slight }) => serious + slight > 0)
  return html`<details class="item"><summary>${words.count('group.findings', sumOf(bars))}</summary><table class="table"><caption class="hide">${words.say('report.when')}</caption><thead><tr><th scope="col">${words.say('report.when.at')}</th><th scope="col" class="num">${words.say('report.when.serious')}</th><th scope="col" class="num">${words.say('report.when.all')}</th></tr></thead><tbody>${filled.map(
    ({ label, serious, slight }) =>
      html`<tr><th scope="row">${label}</th><td class="num">${words.number(serious)}</td><td class="num">${words.number(serious + slight)}</td></tr>`,
  )}</tbody></table></details>`
}

function sumOf(bars: readonly Bar[]): number {
  return bars.reduce((sum, { serious, slight }) => sum + serious + slight, 0)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
