// A report for the terminal: plain lines, colours only where the terminal has them, nothing of a log that it would act on.
// SPDX-License-Identifier: EUPL-1.2

import { printable } from '../engine/printable.ts'
import type { RuleLevel } from '../sigma/rule.ts'
import type { Group, Item, Report } from './group.ts'
import { reportLimits } from './limits.ts'
import { lead, noteLines, periodText, titleText } from './overview.ts'
import { reasonText } from './reason.ts'
import {
  careText,
  creditsOf,
  evidenceOf,
  ifTrue,
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

export interface TerminalOptions {
  readonly colours: boolean
  readonly now: number
  /** Groups with everything; the others are one line each. */
  readonly groups?: number
}

const red = 31
const codes: Readonly<Record<RuleLevel, number>> = {
  critical: red,
  high: 33,
  medium: 36,
  low: 90,
  informational: 90,
}
const shownLines = 20
const shownItems = 4

export function terminalLines(report: Report, teller: Teller, options: TerminalOptions): readonly string[] {
  const { words, times, audience } = teller
  const style = (text: string, code: number) => (options.colours ? `\u001b[${code}m${text}\u001b[0m` : text)
  const most = options.groups ?? 5
  const shown = report.groups.slice(0, most)
  const listed = report.groups.slice(most, most + shownLines)
  const rest = report.groups.length - shown.length - listed.length
  return [
    style(titleText(report, words), 1),
    periodText(report, teller),
    lead(report, words),
    words.say('report.made', { time: times.instant(options.now), zone: times.zone }),
    ...shown.flatMap((group, at) => ['', ...groupLines(group, at + 1, report, teller, style)]),
    ...(listed.length > 0 ? ['', style(words.say('report.more'), 1)] : []),
    ...listed.map(
      (group) =>
        `  ${style(words.say(`level.${group.level}`), codes[group.level])}  ${placeText(group, teller)}, ${whenText(group, teller)}: ${topReason(group, teller)}`,
    ),
    ...(rest > 0 ? [words.count('report.rest', rest)] : []),
    ...(audience === 'it' && report.findings > 0
      ? ['', style(words.say('true.title'), 1), ...numbered(ifTrue(teller))]
      : []),
    '',
    words.say('report.limits.say'),
    ...noteLines(report, words),
  ]
}

type Style = (text: string, code: number) => string

function groupLines(
  group: Group,
  number: number,
  report: Report,
  teller: Teller,
  style: Style,
): readonly string[] {
  const { words, audience } = teller
  const care = careText(group, teller)
  const level = style(words.say(`level.${group.level}`), codes[group.level])
  const shown = group.items.slice(0, shownItems)
  const more = group.items.length - shown.length + group.left
  return [
    `${number}. ${style(placeText(group, teller), 1)}, ${whenText(group, teller)}  ${level}  ${words.count('group.findings', group.count)}`,
    `   ${signsText(group, teller)}`,
    `   ${words.say('group.because')}: ${topReason(group, teller)} (${unusualText(group, report, teller)})`,
    ...(care === null ? [] : [`   ${words.say('group.care')}: ${care}`]),
    `   ${words.say(audience === 'privacy' ? 'privacy.next' : 'group.next')}:`,
    ...numbered(nextSteps(group, teller)).map((line) => `   ${line}`),
    ...shown.flatMap((item) => itemLines(item, teller, style)),
    ...(more > 0 ? [`   ${words.count('group.items', more)}`] : []),
  ]
}

function itemLines(item: Item, teller: Teller, style: Style): readonly string[] {
  const [finding] = item.examples
  if (!finding) return []
  const { words, audience } = teller
  const { line, falsePositives } = creditsOf(finding, teller)
  const range = rangeText(timesOf(item, teller), words)
  const prefix = audience === 'privacy' ? 'privacy.false' : 'item.false'
  const harmless = falsePositives?.join('; ')
  return [
    `   - ${style(words.say(`level.${item.level}`), codes[item.level])}  ${titleOf(finding, teller).text}, ${words.count('item.count', item.count)}${range === '' ? '' : `, ${range}`}`,
    ...(finding.because
      ? evidenceOf(finding, teller).map(
          ({ field, value, asked }) =>
            `       ${asked.length > 0 ? asked.join('; ') : printable(field ?? '', 80)}: ${printable(value ?? '–', 160)}`,
        )
      : [`       ${reasonText(finding, words)}`]),
    ...(finding.evidence ?? [finding])
      .slice(0, reportLimits.maxExamples)
      .map((event) => `       ${recordText(event, words)}`),
    ...(harmless ? [`       ${words.say(prefix)}: ${harmless}`] : []),
    `       ${words.say('item.rule')}: ${line}`,
    `       ${pressText(finding, teller).join(' ')}`,
  ]
}

function numbered(lines: readonly string[]): readonly string[] {
  return lines.map((line, at) => `  ${at + 1}. ${line}`)
}
