// One group of a report as HTML: where and when, why, what to do, and each rule with its evidence on the spot.
// SPDX-License-Identifier: EUPL-1.2
import { findingId, type Group, type Item, type Report, type ToldFinding } from './group.ts'
import { foreign, html, type Markup, nothing } from './html.ts'
import { reportLimits } from './limits.ts'
import { reasonText } from './reason.ts'
import {
  careText,
  creditsOf,
  evidenceOf,
  nextSteps,
  placeText,
  pressText,
  rangeText,
  recordText,
  signsText,
  type Teller,
  timesOf,
  titleOf,
  topReason,
  unusualText,
  whenText,
} from './telling.ts'

export function levelHtml(level: Group['level'], { words }: Teller): Markup {
  return html`<span class="level ${level}">${words.say(`level.${level}`)}</span>`
}

export function titleHtml(finding: Pick<ToldFinding, 'ruleId' | 'title'>, teller: Teller): Markup {
  const { text, language } = titleOf(finding, teller)
  return html`<span lang="${language}">${text}</span>`
}

/** `number` is the place in the order, from 1; `place-1` is its anchor. */
export function groupHtml(group: Group, report: Report, teller: Teller, number: number): Markup {
  const { words } = teller
  const care = careText(group, teller)
  const shown = group.items.slice(0, reportLimits.shownItems)
  const more = group.items.length - shown.length + group.left
  return html`<li class="need" id="place-${number}"><div>
<h3>${placeText(group, teller)} <time>${whenText(group, teller)}</time></h3>
<ul class="meta"><li>${levelHtml(group.level, teller)}</li><li>${words.count('group.findings', group.count)}</li>${group.items.length > 1 ? html`<li>${words.count('group.rules', group.items.length)}</li>` : null}</ul>
<p>${signsText(group, teller)}</p>
<p class="because"><b>${words.say('group.because')}</b> <strong>${topReason(group, teller)}</strong> (${unusualText(group, report, teller)})</p>
${care === null ? null : html`<p class="because"><b>${words.say('group.care')}</b> ${care}</p>`}
<h4>${words.say(teller.audience === 'privacy' ? 'privacy.next' : 'group.next')}</h4>
<ol class="steps">${nextSteps(group, teller).map((step) => html`<li><span>${step}</span></li>`)}</ol>
<div>${shown.map((item, at) => itemHtml(item, teller, at === 0, number <= reportLimits.openGroups && at === 0))}
${more > 0 ? html`<p class="small quiet">${words.count('group.items', more)}</p>` : null}</div>
</div></li>`
}

/** The reason of the first stands with the group. */
function itemHtml(item: Item, teller: Teller, isFirst: boolean, isOpen: boolean): Markup {
  const [finding] = item.examples
  if (!finding) return nothing
  const { words } = teller
  const range = rangeText(timesOf(item, teller), words)
  return html`<details class="item"${isOpen ? html` open` : null}><summary>${levelHtml(item.level, teller)} <b>${titleHtml(finding, teller)}</b> <span class="quiet">${words.count('item.count', item.count)}${range === '' ? null : `, ${range}`}</span></summary><div>
${finding.because || isFirst ? null : html`<p class="because"><b>${words.say('group.because')}</b> ${reasonText(finding, words)}</p>`}
${evidenceHtml(finding, teller)}
${recordsHtml(item, teller)}
${adviceHtml(finding, teller)}
</div></details>
${pressHtml(finding, teller)}`
}

/** Outside of what is folded: whoever knows that it is harmless need not look for it. */
function pressHtml(finding: ToldFinding, teller: Teller): Markup {
  const { words, draftAt } = teller
  const [question, command] = pressText(finding, teller)
  const press =
    draftAt === null
      ? html`<span class="code">${command}</span>`
      : html`<a href="${draftAt(findingId(finding))}">${words.say('item.press.draft')}</a>`
  return html`<p class="press">${question} ${press}</p>`
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
      const rule = book.get(event.ruleId)
      return html`<li>${Number.isNaN(at) ? null : html`<time>${times.instant(at)}</time>`}${rule ? html` · ${titleHtml({ ruleId: rule.id, title: rule.title }, teller)}` : null}<br><span class="code quiet">${recordText(event, words)}</span></li>`
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
${tags.length === 0 ? null : html`<dt>${words.say('item.tactics')}</dt><dd class="code">${foreign(tags.map((tag) => tag.replace(/^attack\./i, '')).join(', '), 200)}</dd>`}</dl>`
}
