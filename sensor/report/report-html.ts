// A report as one HTML file, or as the sensor's local page: the first places with everything, others as lines, the rest counted.
// SPDX-License-Identifier: EUPL-1.2
import { type Language, wordsOf } from '../words/words.ts'
import { gatherer } from './gather.ts'
import type { Report, ToldFinding } from './group.ts'
import { groupHtml, levelHtml } from './group-html.ts'
import { foreign, html, type Markup, nothing, pageHtml } from './html.ts'
import { reportLimits } from './limits.ts'
import { lead, noteLines, periodText, titleText } from './overview.ts'
import { emptyRuleBook, type RuleBook } from './rule-book.ts'
import { hourText, ifTrue, placeText, type Teller, topReason } from './telling.ts'
import { barsOf, timelineHtml } from './timeline.ts'
import { houseTimes } from './times.ts'

export interface ReportOptions {
  readonly audience: 'it' | 'privacy'
  readonly language: Language
  /** IANA name of the house's time zone. */
  readonly timeZone: string
  /** Milliseconds UTC. */
  readonly now: number
  readonly since?: number | null
  /** What the rules' authors say; without it the report says where to get it. */
  readonly book?: RuleBook
  readonly house?: string | null
  readonly centre?: Teller['centre']
}

/** Bounded however many findings come; shows those for `audience` only. */
export function reportHtml(findings: Iterable<ToldFinding>, options: ReportOptions): string {
  const gathered = gatherer({ ...options, until: null })
  for (const finding of findings) gathered.see(finding)
  return htmlOfReport(gathered.end(), options)
}

export function tellerFor(options: ReportOptions): Teller {
  const { audience, language, timeZone, book = emptyRuleBook, house = null, centre = null } = options
  return { words: wordsOf(language), times: houseTimes(timeZone, language), book, audience, house, centre }
}

export function htmlOfReport(report: Report, options: ReportOptions): string {
  const teller = tellerFor(options)
  const { words, times, house } = teller
  const shown = report.groups.slice(0, reportLimits.shownGroups)
  const isPrivacy = teller.audience === 'privacy'
  const title = words.say(isPrivacy ? 'privacy.title' : 'report.title')
  const main = html`<div class="head"><div>
<p class="dense quiet">${title} · ${periodText(report, teller)}</p>
<h1>${titleText(report, words)}</h1>
<p class="lead">${lead(report, words)}</p>
<p class="small quiet">${words.say('report.made', { time: times.instant(options.now), zone: times.zone })}</p>
</div>${levelsHtml(report, teller)}</div>
<div class="rail">
${firstHtml(teller)}
<div class="main">
${
  shown.length === 0
    ? nothing
    : html`<section class="sheet" aria-labelledby="first"><header><h2 id="first">${words.say(isPrivacy ? 'privacy.first' : 'report.first')}</h2><span class="small quiet">${words.say(isPrivacy ? 'privacy.first.say' : 'report.first.say')}</span></header>
<ol class="needs">${shown.map((group, at) => groupHtml(group, report, teller, at < 3))}</ol></section>`
}
${listHtml(report, teller)}
</div>
<div class="side">
${timelineHtml(barsOf(report, times, words), words, words.say(isPrivacy ? 'privacy.when.say' : 'report.when.say'))}
${noisyHtml(report, teller)}
${limitsHtml(report, teller)}
</div>
</div>`
  const foot = html`<p>${words.say('report.credits')}</p>`
  return pageHtml(
    {
      language: options.language,
      title: `${titleText(report, words)} – Salus`,
      house,
      skip: words.say('report.skip'),
    },
    main,
    foot,
  )
}

function levelsHtml({ levels, findings }: Report, teller: Teller): Markup {
  if (findings === 0 || teller.audience === 'privacy') return nothing
  const { words } = teller
  const some = (['critical', 'high', 'medium', 'low', 'informational'] as const).filter(
    (level) => levels[level] > 0,
  )
  return html`<ul class="meta">${some.map((level) => html`<li>${levelHtml(level, teller)} ${words.number(levels[level])}</li>`)}</ul>`
}

/** What to do if it is true; for the privacy officer what holds for these pages. It stands before the findings. */
function firstHtml(teller: Teller): Markup {
  const { words } = teller
  const isPrivacy = teller.audience === 'privacy'
  const keys = ['privacy.rules.1', 'privacy.rules.2', 'privacy.rules.3', 'privacy.rules.4'] as const
  const steps = isPrivacy ? keys.map((key) => words.say(key)) : ifTrue(teller)
  return html`<section class="plain first" aria-labelledby="true"><h2 id="true">${words.say(isPrivacy ? 'privacy.rules.title' : 'true.title')}</h2>
<ol class="steps">${steps.map((step) => html`<li><span>${step}</span></li>`)}</ol></section>`
}

function listHtml(report: Report, teller: Teller): Markup {
  const { words } = teller
  const { shownGroups, listedGroups } = reportLimits
  const listed = report.groups.slice(shownGroups, shownGroups + listedGroups)
  const rest = report.groups.length - shownGroups - listed.length
  if (listed.length === 0) return nothing
  const place = words.say(teller.audience === 'privacy' ? 'privacy.place' : 'report.place')
  const because = words.say('group.because')
  const rows = listed.map((group) => {
    const title = foreign(group.items[0]?.examples[0]?.title ?? '', reportLimits.maxTitleUnits)
    return html`<tr><th scope="row">${placeText(group, teller)}<br><span class="small quiet">${hourText(group, teller)}</span></th><td>${levelHtml(group.level, teller)} <b lang="en">${title}</b><br><span class="small quiet">${because} ${topReason(group, teller)}</span></td><td class="num">${words.number(group.count)}</td></tr>`
  })
  return html`<section class="plain" aria-labelledby="more"><header><h2 id="more">${words.say('report.more')}</h2><span class="small quiet">${words.say('report.more.say')}</span></header>
<table class="table stack"><thead><tr><th scope="col">${place}</th><th scope="col">${because}</th><th scope="col" class="num">${words.say('report.noisy.findings')}</th></tr></thead><tbody>${rows}</tbody></table>
${rest > 0 ? html`<p class="dense">${words.count('report.rest', rest)}</p>` : null}</section>`
}

function noisyHtml({ rules, audience }: Report, { words }: Teller): Markup {
  const noisy = rules.filter(({ groups }) => groups > 1).slice(0, reportLimits.shownNoisyRules)
  if (noisy.length === 0) return nothing
  const rows = noisy.map(
    ({ title, findings, groups }) =>
      html`<tr><td lang="en">${foreign(title, reportLimits.maxTitleUnits)}</td><td class="num">${words.number(findings)}</td><td class="num">${words.number(groups)}</td></tr>`,
  )
  return html`<section class="plain" aria-labelledby="noisy"><h2 id="noisy">${words.say('report.noisy')}</h2>
<p class="small quiet">${words.say(audience === 'privacy' ? 'privacy.noisy.say' : 'report.noisy.say')}</p>
<table class="table"><thead><tr><th scope="col">${words.say('report.noisy.rule')}</th><th scope="col" class="num">${words.say('report.noisy.findings')}</th><th scope="col" class="num">${words.say('report.noisy.places')}</th></tr></thead><tbody>${rows}</tbody></table></section>`
}

function limitsHtml(report: Report, { words }: Teller): Markup {
  const notes = [words.say('report.limits.say'), ...noteLines(report, words)]
  return html`<section class="plain" aria-labelledby="limits"><h2 id="limits">${words.say('report.limits')}</h2><ul class="notes">${notes.map((note) => html`<li>${note}</li>`)}</ul></section>`
}
