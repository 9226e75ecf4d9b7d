// The map of techniques as drawings, one for each tactic, and the same figures as tables.
// SPDX-License-Identifier: EUPL-1.2
import { html, type Markup } from '../report/html.ts'
import type { Words } from '../words/words.ts'
import { attackVersion } from './attack.ts'
import type { Cell, CellState, Row, TechniqueMap } from './map.ts'

const perLine = 20
const size = 14
const shapes: Readonly<Record<CellState, string>> = {
  ready: 'ready',
  quiet: 'quiet-state',
  blind: 'blind',
  none: 'none',
}

export function mapHtml({ rows, known, untagged }: TechniqueMap, words: Words): Markup {
  const filled = rows.filter(({ cells }) => cells.length > 0)
  const counts = {
    version: attackVersion,
    known: known.all,
    ready: known.ready,
    waiting: known.waiting,
    none: known.none,
  }
  return html`<section class="plain" aria-labelledby="map"><h2 id="map">${words.say('coverage.map')}</h2>
<p class="dense">${words.say('coverage.known', counts)}</p>
<p class="small quiet">${words.say('coverage.map.say')}</p>
${legend(words)}
<table class="table"><thead><tr><th scope="col">${words.say('coverage.tactic')}</th><th scope="col" class="num">${words.say('coverage.techniques')}</th></tr></thead><tbody>${filled.map((row) => rowHtml(row, words))}</tbody></table>
${untagged > 0 ? html`<p class="small">${words.count('coverage.untagged', untagged)}</p>` : null}
<h3>${words.say('coverage.list')}</h3>
<p class="small quiet">${words.say('coverage.list.say')}</p>
${filled.map((row) => listHtml(row, words))}</section>`
}

function legend(words: Words): Markup {
  const names: Readonly<Record<CellState, string>> = {
    ready: words.say('coverage.state.ready'),
    quiet: words.say('coverage.state.quiet'),
    blind: words.say('coverage.state.blind'),
    none: words.say('coverage.map.none'),
  }
  const keys = (['ready', 'quiet', 'blind', 'none'] as const).map(
    (state) => html`<li><svg viewBox="0 0 14 14">${square(state, 0, 0)}</svg>${names[state]}</li>`,
  )
  return html`<ul class="key" aria-hidden="true">${keys}</ul>`
}

function rowHtml({ tactic, cells }: Row, words: Words): Markup {
  const ready = cells.filter(({ state }) => state === 'ready').length
  return html`<tr><th scope="row">${words.say(`tactic.${tactic}`)} <span class="small quiet code" lang="en">${tactic}</span>${drawing(cells)}</th><td class="num">${words.say('coverage.techniques.say', { ready, all: cells.length })}</td></tr>`
}

function drawing(cells: readonly Cell[]): Markup {
  const lines = Math.ceil(cells.length / perLine)
  const squares = cells.map(({ state }, at) =>
    square(state, (at % perLine) * size, Math.floor(at / perLine) * size),
  )
  return html`<svg class="map" viewBox="0 0 ${perLine * size} ${lines * size}" aria-hidden="true" focusable="false">${squares}</svg>`
}

/** States differ in shape too: filled, framed, crossed out, dashed. */
function square(state: CellState, x: number, y: number): Markup {
  const box = html`<rect class="${shapes[state]}" x="${x + 1.5}" y="${y + 1.5}" width="10.5" height="10.5"/>`
  if (state !== 'blind') return box
  return html`${box}<path class="hatch" d="M${x + 2} ${y + 11.5}L${x + 11.5} ${y + 2}"/>`
}

function listHtml({ tactic, cells }: Row, words: Words): Markup {
  const names: Readonly<Record<CellState, string>> = {
    ready: words.say('coverage.state.ready'),
    quiet: words.say('coverage.state.quiet'),
    blind: words.say('coverage.state.blind'),
    none: words.say('coverage.map.none'),
  }
  const rows = cells.map(
    ({ technique, state, ready, rules }) =>
      html`<tr><th scope="row" class="code">${technique}</th><td>${names[state]}</td><td class="num">${words.number(ready)} / ${words.number(rules)}</td></tr>`,
  )
  return html`<details class="item"><summary>${words.say(`tactic.${tactic}`)}</summary><table class="table"><caption class="hide">${words.say(`tactic.${tactic}`)}</caption><thead><tr><th scope="col">${words.say('coverage.techniques')}</th><th scope="col">${words.say('coverage.share')}</th><th scope="col" class="num">${words.say('coverage.rules')}</th></tr></thead><tbody>${rows}</tbody></table></details>`
}
