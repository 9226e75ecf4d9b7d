// What is said about a group and its items, the same in every form: place, signs, reason, evidence, next steps, credits.
// SPDX-License-Identifier: EUPL-1.2
import type { Audience, Finding } from '../engine/finding.ts'
import { printable } from '../engine/printable.ts'
import { isWordKey, type WordKey, type Words } from '../words/words.ts'
import { findingId, type Group, hourMs, type Item, type Report, type ToldFinding } from './group.ts'
import { reportLimits } from './limits.ts'
import { reasonText, testText } from './reason.ts'
import type { RuleBook } from './rule-book.ts'
import { stepKeys, themesOfGroup } from './tactics.ts'
import type { HouseTimes } from './times.ts'

export interface Teller {
  readonly words: Words
  readonly times: HouseTimes
  readonly book: RuleBook
  readonly audience: Audience
  /** Whom to call; null where it is not set. */
  readonly centre: { readonly name: string; readonly phone: string } | null
  /** The hospital's name. */
  readonly house: string | null
}

export function placeText({ subject }: Group, { words, audience }: Teller): string {
  if (subject !== null) return printable(subject, reportLimits.maxTitleUnits)
  return words.say(audience === 'privacy' ? 'privacy.no-person' : 'report.no-asset')
}

export function hourText({ hour }: Group, { words, times }: Teller): string {
  if (hour === null) return words.say('report.no-time')
  const [from, to] = [times.clock(hour), times.clock(hour + hourMs)]
  return words.say('group.hour', { day: times.day(hour), from, to })
}

/** Of what it is a sign, in the reader's language; for the privacy officer only that a rule held. */
export function signsText(group: Group, { words, audience }: Teller): string {
  if (audience === 'privacy') return `${words.say('privacy.signs')}.`
  const signs = themesOfGroup(group).map((theme) => words.say(`tactic.${theme}.means`))
  const list = new Intl.ListFormat(words.language, { type: 'conjunction' }).format(signs)
  return `${words.say('group.signs', { what: list })}.`
}

export function topReason(group: Group, { words }: Teller): string {
  const finding = group.items[0]?.examples[0]
  return finding ? reasonText(finding, words) : ''
}

export function unusualText({ items }: Group, { groups, audience }: Report, { words }: Teller): string {
  const spread = items[0]?.spread ?? 0
  return words.count(audience === 'privacy' ? 'privacy.unusual' : 'group.unusual', spread, {
    all: Math.max(groups.length, spread),
  })
}

export function nextSteps(group: Group, { words, audience }: Teller): readonly string[] {
  if (audience === 'privacy')
    return (['privacy.step.1', 'privacy.step.2', 'privacy.step.3'] as const).map((key) => words.say(key))
  const [theme = 'other'] = themesOfGroup(group)
  return stepKeys(theme).map((key) => words.say(key))
}

/** What cutting it off would mean for patients; null for machines on which nobody depends for care. */
export function careText({ assetClass }: Group, { words, audience }: Teller): string | null {
  const key = `care.${assetClass}`
  return audience === 'it' && isWordKey(key) ? words.say(key) : null
}

export function ifTrue({ words, centre }: Teller): readonly string[] {
  const call =
    centre === null
      ? words.say('true.call')
      : words.say('true.call.number', {
          centre: printable(centre.name, 80),
          phone: printable(centre.phone, 40),
        })
  const others: readonly WordKey[] = ['true.isolate', 'true.patient', 'true.keep', 'true.write']
  return [call, ...others.map((key) => words.say(key))]
}

export interface Evidence {
  /** Null: any word of the record. */
  readonly field: string | null
  readonly value: string | null
  /** What the rule asks of the field, in the reader's language. */
  readonly asked: readonly string[]
}

/** The fields that decided, each once however often the rule asks about it, then who and what the record is about. */
export function evidenceOf({ because }: Finding, { words }: Teller): readonly Evidence[] {
  if (!because) return []
  const fields = new Map<string | null, { value: string | null; asked: string[] }>()
  for (const test of because.tests) {
    const known = fields.get(test.field) ?? { value: test.value, asked: [] }
    known.asked.push(testText(test, words))
    fields.set(test.field, known)
  }
  const decided = [...fields].map(([field, { value, asked }]) => ({ field, value, asked }))
  const about = Object.entries(because.about).map(([field, value]) => ({ field, value, asked: [] }))
  return [...decided, ...about]
}

export interface TimeRange {
  readonly first: string
  readonly last: string | null
}

export function timesOf({ first, last }: Item, { times }: Teller): TimeRange | null {
  if (first === null) return null
  const [from, to] = [times.clock(first), times.clock(last ?? first)]
  return { first: from, last: from === to ? null : to }
}

export function rangeText(range: TimeRange | null, words: Words): string {
  if (range === null) return ''
  return range.last === null ? range.first : words.say('item.from-to', { from: range.first, to: range.last })
}

export interface Credits {
  readonly title: string
  readonly line: string
  readonly description: string | null
  /** Null where the rule is not at hand. */
  readonly falsePositives: readonly string[] | null
  readonly tags: readonly string[]
}

export function creditsOf(finding: Finding, { book, words }: Teller): Credits {
  const head = book.get(finding.ruleId)
  const cut = (text: string) => printable(text.replace(/\s+/g, ' ').trim(), reportLimits.maxAdviceUnits)
  return {
    title: printable(finding.title, reportLimits.maxTitleUnits),
    line: words.say('item.by', {
      rule: printable(finding.ruleId, 80),
      author: finding.author === null ? words.say('item.unknown-author') : printable(finding.author, 160),
      licence: finding.licence === null ? words.say('item.unknown-licence') : printable(finding.licence, 60),
    }),
    description: head?.description ? cut(head.description) : null,
    falsePositives:
      head?.falsePositives.filter(isCause).slice(0, reportLimits.shownFalsePositives).map(cut) ?? null,
    tags: finding.tags.filter((tag) => /^attack\./i.test(tag)).slice(0, 12),
  }
}

/** Authors write "Unknown" where they know none. */
function isCause(text: string): boolean {
  return !/^\s*(unknown|none|unlikely|n\/?a|-)?[\s.]*$/i.test(text)
}

export function recordText(
  { source, record }: { readonly source: string; readonly record: number },
  words: Words,
): string {
  // The end of a path says more than its beginning.
  const most = reportLimits.maxSourceUnits
  const path = source.length > most ? `…${source.slice(-most)}` : source
  return words.say('item.record', { record: String(record), source: printable(path, most + 1) })
}

export function idText(finding: ToldFinding): string {
  return findingId(finding)
}
