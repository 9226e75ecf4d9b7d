// A report for other programs: lines of JSON, one a group, and CSV, one row a rule in a group, that no table runs as a formula.
// SPDX-License-Identifier: EUPL-1.2
import { jsonLine, printable } from '../engine/printable.ts'
import { findingId, type Group, type Item, type Report } from './group.ts'
import { reportLimits } from './limits.ts'
import { reasonText } from './reason.ts'
import { creditsOf, nextSteps, placeText, signsText, type Teller } from './telling.ts'

export function* jsonLines(report: Report, teller: Teller): Generator<string> {
  for (const [at, group] of report.groups.entries()) yield jsonLine(groupObject(group, at + 1, teller))
}

function groupObject(group: Group, rank: number, teller: Teller): object {
  return {
    rank,
    audience: teller.audience,
    place: group.subject,
    assetClass: group.assetClass,
    ...spanOf(group, teller),
    level: group.level,
    findings: group.count,
    signs: signsText(group, teller),
    next: nextSteps(group, teller),
    rules: group.items.map((item) => itemObject(item, teller)),
    furtherFindings: group.left,
  }
}

/** What the group holds together: an hour, or for the privacy officer a day of the house. */
function spanOf(
  { begin }: Group,
  { audience, times }: Teller,
): { hour: string | null } | { day: string | null } {
  if (audience === 'privacy') return { day: begin === null ? null : times.dayKey(begin) }
  return { hour: isoOf(begin) }
}

function itemObject(item: Item, teller: Teller): object {
  const [finding] = item.examples
  if (!finding) return {}
  const { level, tags, because, evidence, group } = finding
  const { ruleId, title, author, licence } = finding
  return {
    id: findingId(finding),
    ruleId: short(ruleId),
    title: short(title),
    level,
    findings: item.count,
    first: isoOf(item.first),
    last: isoOf(item.last),
    groupsWithThisRule: item.spread,
    reason: reasonText(finding, teller.words),
    ...(because ? { because } : {}),
    ...(group ? { group, evidence } : {}),
    records: item.examples.map(({ source, record, time }) => ({ source: short(source), record, time })),
    tags,
    author: author === null ? null : short(author),
    licence: licence === null ? null : short(licence),
    falsePositives: creditsOf(finding, teller).falsePositives,
  }
}

function short(text: string): string {
  return text.slice(0, reportLimits.maxCellUnits)
}

const columns = [
  'rank',
  'place',
  'asset_class',
  'begin_utc',
  'begin_local',
  'level',
  'rule',
  'rule_id',
  'findings',
  'first_utc',
  'last_utc',
  'reason',
  'source',
  'record',
  'author',
  'licence',
  'finding_id',
] as const

/** The mark of the byte order tells spreadsheets that the letters are UTF-8. */
export function* csvLines(report: Report, teller: Teller): Generator<string> {
  yield `\uFEFF${columns.join(',')}\r\n`
  for (const [at, group] of report.groups.entries())
    for (const item of group.items)
      yield `${rowOf(group, item, at + 1, teller)
        .map(cell)
        .join(',')}\r\n`
}

function rowOf(group: Group, item: Item, rank: number, teller: Teller): readonly (string | number)[] {
  const [finding] = item.examples
  if (!finding) return []
  const { times, words } = teller
  const { title, ruleId, source, record, author, licence } = finding
  return [
    rank,
    placeText(group, teller),
    group.assetClass,
    isoOf(group.begin) ?? '',
    group.begin === null ? '' : times.instant(group.begin),
    item.level,
    title,
    ruleId,
    item.count,
    isoOf(item.first) ?? '',
    isoOf(item.last) ?? '',
    reasonText(finding, words),
    source,
    record,
    author ?? '',
    licence ?? '',
    findingId(finding),
  ]
}

/** Signs with which a cell becomes a formula; an apostrophe before them keeps it text. Tabs and breaks are escaped already. */
const beginsFormula = /^\s*[=+\-@|%＝＋－＠]/

export function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = printable(value, reportLimits.maxCellUnits)
  return `"${(beginsFormula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}

function isoOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}
