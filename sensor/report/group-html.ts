// One group of a report as HTML: where and when, why, what to do, and each rule with its evidence on the spot.
// SPDX-License-Identifier: EUPL-1.2
import type { Group, Item, Report, ToldFinding } from './group.ts'
import { foreign, html, type Markup, nothing } from './html.ts'
import { reportLimits } from './limits.ts'
import { reasonText } from './reason.ts'
import {
  careText,
  creditsOf,
  evidenceOf,
  hourText,
  idText,
  nextSteps,
  placeText,
  rangeText,
  recordText,
  signsText,
  type Teller,
  timesOf,
  topReason,
  unusualText,
} from './telling.ts'

export function levelHtml(level: Group['level'], { words }: Teller): Markup {
  return html`<span class="level ${level}">${words.say(`level.${level}`)}</span>`
}

export function groupHtml(group: Group, report: Report, teller: Teller, isOpen: boolean): Markup {
  const { words } = teller
  const care = careText(group, teller)
  const shown = group.items.slice(0, reportLimits.shownItems)
  const more = group.items.length - shown.length + group.left
  return html`<li class="need"><div>
<h3>${placeText(group, teller)} <time>${hourText(group, teller)}</time></h3>
<ul class="meta"><li>${levelHtml(group.level, teller)}</li><li>${words.count('group.findings', group.count)}</li>${group.items.length > 1 ? html`<li>${words.count('group.rules', group.items.length)}</li>` : null}</ul>
<p>${signsText(group, teller)}</p>
<p class="because"><b>${words.say('group.because')}</b> <strong>${topReason(group, teller)}</strong> (${unusualText(group, report, teller)})</p>
${care === null ? null : html`<p class="because"><b>${words.say('group.care')}</b> ${care}</p>`}
<h4>${words.say(teller.audience === 'privacy' ? 'privacy.next' : 'group.next')}</h4>
<ol class="steps">${nextSteps(group, teller).map((step) => html`<li><span>${step}</span></li>`)}</ol>
<div>${shown.map((item, at) => itemHtml(item, teller, isOpen && at === 0))}
${more > 0 ? html`<p class="small quiet">${words.count('group.items', more)}</p>` : null}</div>
</div></li>`
}

function itemHtml(item: Item, teller: Teller, isOpen: boolean): Markup {
  const [finding] = item.examples
  if (!finding) return nothing
  const { words } = teller
  const credits = creditsOf(finding, teller)
  const range = rangeText(timesOf(item, teller), words)
  return html`<details class="item"${isOpen ? html` open` : null}><summary>${levelHtml(item.level, teller)} <b lang="en">${credits.title}</b> <span class="quiet">${words.count('item.count', item.count)}${range === '' ? null : `, ${range}`}</span></summary><div>
${finding.because ? null : html`<p class="because"><b>${words.say('group.because')}</b> ${reasonText(finding, words)}</p>`}
${evidenceHtml(finding, teller)}
${recordsHtml(item, teller)}
${adviceHtml(finding, teller)}
</div></details>`
}

function evidenceHtml(finding: ToldFinding, teller: Teller): Markup {
  const { words } = teller
  const facts = evidenceOf(finding, teller).map(
    ({ field, value, asked }) =>
      html`<dt class="code">${foreign(field ?? words.say('reason.any'), 80)}</dt><dd><span class="code">${foreign(value ?? '–', reportLimits.maxValueUnits)}</span>${asked.length === 0 ? null : html`<span class="asked">${words.say('item.asked')}: ${asked.join('; ')}</span>`}</dd>`,
  )
  return facts.length === 0
    ? nothing
    : html`<h4>${words.say('item.evidence')}</h4><dl class="facts">${facts}</dl>`
}

function recordsHtml({ examples, count }: Item, teller: Teller): Markup {
  const { words, times, book } = teller
  const [finding] = examples
  if (finding?.evidence) {
    const shown = finding.evidence.slice(0, reportLimits.shownEvents)
    const behind = finding.counted?.events ?? finding.evidence.length
    const rows = shown.map((event) => {
      const at = Date.parse(event.time)
      const rule = book.get(event.ruleId)?.title ?? event.ruleId
      return html`<li>${Number.isNaN(at) ? null : html`<time>${times.instant(at)}</time> · `}<span lang="en">${foreign(rule, reportLimits.maxTitleUnits)}</span><br><span class="code quiet">${recordText(event, words)}</span></li>`
    })
    const more = behind - shown.length
    return html`<h4>${words.say('item.events')}</h4><ul class="notes">${rows}${more > 0 ? html`<li>${words.count('item.events.more', more)}</li>` : null}</ul>`
  }
  const more = count - examples.length
  return html`<ul class="notes">${examples.map((example) => html`<li><span class="code">${recordText(example, words)}</span></li>`)}${more > 0 ? html`<li>${words.count('item.records', more)}</li>` : null}</ul>`
}

function adviceHtml(finding: ToldFinding, teller: Teller): Markup {
  const { words, audience } = teller
  const { line, description, falsePositives, tags } = creditsOf(finding, teller)
  const prefix = audience === 'privacy' ? 'privacy.false' : 'item.false'
  const harmless =
    falsePositives === null
      ? html`<dd>${words.say('item.no-book')}</dd>`
      : falsePositives.length === 0
        ? html`<dd>${words.say(`${prefix}.none`)}</dd>`
        : html`<dd><ul lang="en">${falsePositives.map((text) => html`<li>${text}</li>`)}</ul></dd>`
  return html`<dl class="facts">${description === null ? null : html`<dt>${words.say('item.looks')}</dt><dd lang="en">${description}</dd>`}
<dt>${words.say(prefix)}</dt>${harmless}
<dt>${words.say('item.rule')}</dt><dd>${line}</dd>
${tags.length === 0 ? null : html`<dt>${words.say('item.tactics')}</dt><dd class="code">${foreign(tags.map((tag) => tag.replace(/^attack\./i, '')).join(', '), 200)}</dd>`}</dl>
<p class="small quiet">${words.say('item.filter', { id: idText(finding) })}</p>`
}
