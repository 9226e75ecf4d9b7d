// The coverage map as one HTML file: what can work, what to switch on next, the map of techniques with its table.
// SPDX-License-Identifier: EUPL-1.2
import { foreign, html, type Markup, nothing, pageHtml } from '../report/html.ts'
import type { HouseTimes } from '../report/times.ts'
import type { Words } from '../words/words.ts'
import { type Advice, adviceFor, adviceKeys } from './baseline.ts'
import { blindSources, byProduct, type Coverage, ruleStates, share } from './coverage.ts'
import { techniqueMap } from './map.ts'
import { mapHtml } from './map-html.ts'

export interface CoveragePage {
  readonly words: Words
  readonly times: HouseTimes
  readonly now: number
  readonly house: string | null
}

/** Rows of the lists of reasons and of log sources; --json has all. */
const maxRows = 60

export function coverageHtml(coverage: Coverage, page: CoveragePage): string {
  const { words, times, now, house } = page
  const title = titleText(coverage, words)
  const made = words.say('report.made', { time: times.instant(now), zone: times.zone })
  const main = html`<div class="head"><div>
<p class="dense quiet">${words.say('coverage.title')}</p>
<h1>${title}</h1>
<p class="lead">${leadText(coverage, words)}</p>
<p class="small quiet">${made}</p>
</div></div>
<div class="rail">
<div class="main">
${adviceHtml(adviceFor(coverage.rules), words)}
${mapHtml(techniqueMap(coverage.rules), words)}
</div>
<div class="side">
${statesHtml(coverage, words)}
${productsHtml(coverage, words)}
${blindHtml(coverage, words)}
${unsupportedHtml(coverage, words)}
</div>
</div>`
  const foot = html`<p>${words.say('coverage.credits')}</p>`
  const skip = words.say('coverage.advice')
  return pageHtml({ language: words.language, title: `${title} – Salus`, house, skip }, main, foot)
}

export function titleText({ looked, states, all }: Coverage, words: Words): string {
  if (all === 0) return words.say('coverage.nothing')
  if (!looked) return words.say('coverage.title')
  return words.say('coverage.title.share', { share: share(states.ready, all) })
}

export function leadText({ looked, states, all }: Coverage, words: Words): string {
  if (!looked) return words.say('coverage.unseen')
  return words.say('coverage.lead', { ready: states.ready, all })
}

function adviceHtml(advice: readonly Advice[], words: Words): Markup {
  const steps = advice.map((one) => {
    const { title, care, paths } = adviceKeys(one)
    const gains = [
      ...(one.opens > 0 ? [words.count('coverage.advice.opens', one.opens)] : []),
      ...(one.perhaps > 0 ? [words.count('coverage.advice.perhaps', one.perhaps)] : []),
    ]
    return html`<li class="need"><div><h3>${words.say(title)}</h3>
<p class="because"><b>${words.say('group.because')}</b> <strong>${gains.join('; ')}</strong></p>
${care === null ? null : html`<p class="dense"><b>${words.say('coverage.advice.care')}:</b> ${words.say(care)}</p>`}
${paths.length === 0 ? null : html`<p class="dense"><b>${words.say('coverage.advice.path')}:</b><br>${paths.map((path, at) => html`${at > 0 ? html`<br>` : null}${words.say(path)}`)}</p>`}
${one.commands.length === 0 ? null : html`<details class="item"><summary>${words.say('coverage.advice.commands')}</summary><pre class="commands">${one.commands.join('\n')}</pre></details>`}
</div></li>`
  })
  return html`<section class="sheet" aria-labelledby="advice"><header><h2 id="advice">${words.say('coverage.advice')}</h2><span class="small quiet">${words.say('coverage.advice.say')}</span></header>
${steps.length === 0 ? html`<p class="in">${words.say('coverage.advice.none')}</p>` : html`<ol class="needs">${steps}</ol>`}</section>`
}

function statesHtml({ states }: Coverage, words: Words): Markup {
  const rows = ruleStates.map(
    (state) =>
      html`<tr><th scope="row">${words.say(`coverage.state.${state}`)}<br><span class="small quiet">${words.say(`coverage.state.${state}.say`)}</span></th><td class="num">${words.number(states[state])}</td></tr>`,
  )
  return html`<section class="plain" aria-labelledby="states"><h2 id="states">${words.say('coverage.rules')}</h2><table class="table"><thead class="hide"><tr><th scope="col">${words.say('coverage.rules')}</th><th scope="col">${words.say('report.when.all')}</th></tr></thead><tbody>${rows}</tbody></table></section>`
}

function productsHtml(coverage: Coverage, words: Words): Markup {
  const rows = byProduct(coverage)
    .slice(0, maxRows)
    .map(
      ({ product, all, ready }) =>
        html`<tr><th scope="row">${product === null ? words.say('coverage.any') : foreign(product, 60)}</th><td class="num">${words.number(all)}</td><td class="num">${share(ready, all)} %</td></tr>`,
    )
  return html`<section class="plain" aria-labelledby="products"><h2 id="products">${words.say('coverage.products')}</h2>
<p class="small quiet">${words.say('coverage.products.say')}</p>
<table class="table"><thead><tr><th scope="col">${words.say('coverage.product')}</th><th scope="col" class="num">${words.say('coverage.rules')}</th><th scope="col" class="num">${words.say('coverage.share')}</th></tr></thead><tbody>${rows}</tbody></table></section>`
}

function blindHtml(coverage: Coverage, words: Words): Markup {
  const blind = blindSources(coverage)
  if (blind.length === 0 || !coverage.looked) return nothing
  const rows = blind
    .slice(0, maxRows)
    .map(
      ({ source, rules }) =>
        html`<tr><td class="code">${foreign(source, 120)}</td><td class="num">${words.number(rules)}</td></tr>`,
    )
  const rest = blind.length - maxRows
  return html`<section class="plain" aria-labelledby="blind"><h2 id="blind">${words.say('coverage.blind')}</h2><details class="item"><summary>${words.number(blind.length)}</summary><table class="table"><thead><tr><th scope="col">${words.say('coverage.source')}</th><th scope="col" class="num">${words.say('coverage.rules')}</th></tr></thead><tbody>${rows}</tbody></table>${rest > 0 ? html`<p class="small">${words.count('coverage.rest', rest)}</p>` : null}</details></section>`
}

function unsupportedHtml({ faults }: Coverage, words: Words): Markup {
  if (faults.length === 0) return nothing
  const rows = faults
    .slice(0, maxRows)
    .map(
      ({ title, file, place, because }) =>
        html`<li><b lang="en">${foreign(title ?? file, 160)}</b><br>${words.say('coverage.unsupported.because')}: <span lang="en">${foreign(place === '' ? because : `${place}: ${because}`, 300)}</span></li>`,
    )
  const rest = faults.length - maxRows
  return html`<section class="plain" aria-labelledby="faults"><h2 id="faults">${words.say('coverage.unsupported')}</h2><details class="item"><summary>${words.number(faults.length)}</summary><ul class="notes">${rows}</ul>${rest > 0 ? html`<p class="small">${words.count('coverage.rest', rest)}</p>` : null}</details></section>`
}
