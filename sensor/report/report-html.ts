// A report as one HTML file, or as the sensor's local page: the first places with everything, others as lines, the rest counted.
// SPDX-License-Identifier: EUPL-1.2
import { type Language, type Words, wordsOf } from '../words/words.ts'
import { gatherer } from './gather.ts'
import type { Group, Report, ToldFinding } from './group.ts'
import { groupHtml, levelHtml, titleHtml } from './group-html.ts'
import { html, type Markup, nothing, pageHtml } from './html.ts'
import { reportLimits } from './limits.ts'
import { lead, noteLines, periodText, titleText } from './overview.ts'
import { emptyRuleBook, type RuleBook } from './rule-book.ts'
import {
  careText,
  ifTrue,
  nextSteps,
  placeText,
  reviewSteps,
  type Teller,
  topReason,
  whenText,
} from './telling.ts'
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
  readonly draftAt?: Teller['draftAt']
}

/** Bounded however many findings come; shows those for `audience` only. */
export function reportHtml(findings: Iterable<ToldFinding>, options: ReportOptions): string {
  const gathered = gatherer({ ...options, until: null })
  for (const finding of findings) gathered.see(finding)
  return htmlOfReport(gathered.end(), options)
}

export function tellerFor(options: ReportOptions): Teller {
  const { audience, language, timeZone, book = emptyRuleBook, house = null } = options
  const { centre = null, draftAt = null } = options
  const [words, times] = [wordsOf(language), houseTimes(timeZone, language)]
  return { words, times, book, audience, house, centre, draftAt }
}

export function htmlOfReport(report: Report, options: ReportOptions): string {
  const teller = tellerFor(options)
  const { words, times, house } = teller
  const shown = report.groups.slice(0, reportLimits.shownGroups)
  const isPrivacy = teller.audience === 'privacy'
  const title = words.say(isPrivacy ? 'privacy.title' : 'report.title')
  const main = html`<div class="head"><div>
<p class="dense quiet">${title}</p>
<h1>${titleText(report, words)}</h1>
<p class="lead">${lead(report, words)}</p>
</div></div>
${nowHtml(report, teller)}
<p class="small quiet said">${periodText(report, teller)}. ${words.say('report.made', { time: times.instant(options.now), zone: times.zone })}</p>
<div class="rail">
${isPrivacy ? rulesHtml(words) : nothing}
<div class="main">
${
  shown.length === 0
    ? nothing
    : html`<section class="sheet" aria-labelledby="first"><header><h2 id="first">${words.say(isPrivacy ? 'privacy.first' : 'report.first')}</h2><span class="small quiet">${words.say(isPrivacy ? 'privacy.first.say' : 'report.first.say')}</span></header>
<ol class="needs">${shown.map((group, at) => groupHtml(group, report, teller, at + 1))}</ol></section>`
}
${listHtml(report, teller)}
</div>
<div class="side">
${timelineHtml(barsOf(report, times, words), words, words.say(isPrivacy ? 'privacy.when.say' : 'report.when.say'), levelsHtml(report, teller))}
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

/** The first thing to be read: where to begin, and with what; beside it what holds if it is real. */
function nowHtml(report: Report, teller: Teller): Markup {
  const { words } = teller
  const isPrivacy = teller.audience === 'privacy'
  const needs = report.groups.slice(0, reportLimits.openGroups)
  if (needs.length === 0) return nothing
  const steps = isPrivacy ? reviewSteps(words) : ifTrue(teller)
  return html`<section class="sheet now" aria-labelledby="now"><h2 id="now">${words.say('now.title')}</h2>
<ol class="steps">${needs.map((group, at) => needHtml(group, at + 1, teller))}</ol>
<div><h3>${words.say(isPrivacy ? 'privacy.next' : 'true.title')}</h3>
<ol class="steps">${steps.map((step) => html`<li><span>${step}</span></li>`)}</ol></div></section>`
}

function needHtml(group: Group, number: number, teller: Teller): Markup {
  const [finding] = group.items[0]?.examples ?? []
  const [step = ''] = nextSteps(group, teller)
  const care = careText(group, teller)
  return html`<li><div><p><b>${step}</b></p><p><a href="#place-${number}">${placeText(group, teller)}</a>, ${whenText(group, teller)}: ${finding ? titleHtml(finding, teller) : null}</p>${care === null ? null : html`<p class="because"><b>${teller.words.say('group.care')}</b> ${care}</p>`}</div></li>`
}

/** For the privacy officer what holds for these pages. */
function rulesHtml(words: Words): Markup {
  const keys = ['privacy.rules.1', 'privacy.rules.2', 'privacy.rules.3', 'privacy.rules.4'] as const
  return html`<section class="plain first" aria-labelledby="rules"><h2 id="rules">${words.say('privacy.rules.title')}</h2>
<ol class="steps">${keys.map((key) => html`<li><span>${words.say(key)}</span></li>`)}</ol></section>`
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
    const [finding] = group.items[0]?.examples ?? []
    return html`<tr><th scope="row">${placeText(group, teller)}<br><span class="small quiet">${whenText(group, teller)}</span></th><td>${levelHtml(group.level, teller)} <b>${finding ? titleHtml(finding, teller) : null}</b><br><span class="small quiet">${because} ${topReason(group, teller)}</span></td><td class="num">${words.number(group.count)}</td></tr>`
  })
  return html`<section class="plain" aria-labelledby="more"><header><h2 id="more">${words.say('report.more')}</h2><span class="small quiet">${words.say('report.more.say')}</span></header>
<table class="table stack"><thead><tr><th scope="col">${place}</th><th scope="col">${because}</th><th scope="col" class="num">${words.say('report.noisy.findings')}</th></tr></thead><tbody>${rows}</tbody></table>
${rest > 0 ? html`<p class="dense">${words.count('report.rest', rest)}</p>` : null}</section>`
}

function noisyHtml({ rules, audience }: Report, teller: Teller): Markup {
  const { words } = teller
  const noisy = rules.filter(({ groups }) => groups > 1).slice(0, reportLimits.shownNoisyRules)
  if (noisy.length === 0) return nothing
  const rows = noisy.map(
    (rule) =>
      html`<tr><td>${titleHtml(rule, teller)}</td><td class="num">${words.number(rule.findings)}</td><td class="num">${words.number(rule.groups)}</td></tr>`,
  )
  return html`<section class="plain" aria-labelledby="noisy"><h2 id="noisy">${words.say('report.noisy')}</h2>
<p class="small quiet">${words.say(audience === 'privacy' ? 'privacy.noisy.say' : 'report.noisy.say')}</p>
<table class="table"><thead><tr><th scope="col">${words.say('report.noisy.rule')}</th><th scope="col" class="num">${words.say('report.noisy.findings')}</th><th scope="col" class="num">${words.say(audience === 'privacy' ? 'privacy.noisy.cases' : 'report.noisy.places')}</th></tr></thead><tbody>${rows}</tbody></table></section>`
}

function limitsHtml(report: Report, { words }: Teller): Markup {
  const notes = [words.say('report.limits.say'), ...noteLines(report, words)]
  return html`<section class="plain" aria-labelledby="limits"><h2 id="limits">${words.say('report.limits')}</h2><ul class="notes">${notes.map((note) => html`<li>${note}</li>`)}</ul></section>`
}
