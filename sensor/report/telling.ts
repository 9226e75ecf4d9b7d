// What is said about a group and its items, the same in every form: place, signs, reason, evidence, next steps, credits.
// SPDX-License-Identifier: EUPL-1.2
import type { Audience, Finding } from '../engine/finding.ts'
import { printable } from '../engine/printable.ts'
import { healthWords } from '../health/words.ts'
import { isWordKey, type Language, type WordKey, type Words } from '../words/words.ts'
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
  /** Where a page drafts an exception for a finding; null where a command does. */
  readonly draftAt: ((findingId: string) => string) | null
}

export function placeText({ subject }: Group, { words, audience }: Teller): string {
  if (subject !== null) return printable(subject, reportLimits.maxTitleUnits)
  return words.say(audience === 'privacy' ? 'privacy.no-person' : 'report.no-asset')
}

/** The hour, for the privacy officer the day. */
export function whenText({ begin }: Group, { words, times, audience }: Teller): string {
  if (begin === null) return words.say('report.no-time')
  if (audience === 'privacy') return times.day(begin)
  const [from, to] = [times.clock(begin), times.clock(begin + hourMs)]
  return words.say('group.hour', { day: times.day(begin), from, to })
}

/** Of what it is a sign, in the reader's language; for the privacy officer what the rule says was done. */
export function signsText(group: Group, teller: Teller): string {
  const { words, audience } = teller
  const [finding] = group.items[0]?.examples ?? []
  if (audience === 'privacy') return finding ? `${titleOf(finding, teller).text}.` : ''
  const signs = themesOfGroup(group).map((theme) => words.say(`tactic.${theme}.means`))
  const list = new Intl.ListFormat(words.language, { type: 'conjunction' }).format(signs)
  return `${words.say('group.signs', { what: list })}.`
}

export interface Title {
  readonly text: string
  readonly language: Language
}

/** Of our own rules in the reader's language, of all others as their author wrote it. */
export function titleOf({ ruleId, title }: Pick<Finding, 'ruleId' | 'title'>, { words }: Teller): Title {
  const own = healthWords(ruleId, words.language)
  if (own) return { text: own.title, language: words.language }
  return { text: printable(title, reportLimits.maxTitleUnits), language: 'en' }
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

/** What the most serious rule itself says is to be done; else what its tactic, or any review, asks for. */
export function nextSteps(group: Group, { words, audience }: Teller): readonly string[] {
  const own = healthWords(group.items[0]?.ruleId ?? '', words.language)
  if (own) return [own.todo]
  if (audience === 'privacy') return reviewSteps(words)
  const [theme = 'other'] = themesOfGroup(group)
  return stepKeys(theme).map((key) => words.say(key))
}

/** How any access is reviewed. */
export function reviewSteps(words: Words): readonly string[] {
  return (['privacy.step.1', 'privacy.step.2', 'privacy.step.3'] as const).map((key) => words.say(key))
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

/** The question beside each finding, and the command that drafts an exception for it. */
export function pressText(finding: ToldFinding, { words, audience }: Teller): readonly [string, string] {
  const question = words.say(audience === 'privacy' ? 'privacy.press' : 'item.press')
  return [question, `sensor filter ${findingId(finding)}`]
}
