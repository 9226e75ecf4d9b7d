// Gathers findings into a report within bounded memory: what there is no room for is the slightest, and is counted.
// SPDX-License-Identifier: EUPL-1.2
import type { Audience, Finding } from '../engine/finding.ts'
import { type RuleLevel, ruleLevels } from '../sigma/rule.ts'
import {
  type Group,
  type Hour,
  hourMs,
  type Item,
  type Matter,
  matterOf,
  type Report,
  type RuleSpread,
  type ToldFinding,
} from './group.ts'
import { reportLimits } from './limits.ts'
import { ranked } from './rank.ts'
import { audienceIn, emptyRuleBook, type RuleBook } from './rule-book.ts'
import { houseTimes } from './times.ts'

export interface GatherOptions {
  readonly audience: Audience
  /** IANA name of the house's time zone, for its days. */
  readonly timeZone: string
  readonly book?: RuleBook
  /** Milliseconds UTC: findings before it are only counted. */
  readonly since?: number | null
  readonly until?: number | null
}

export interface Gatherer {
  see(finding: ToldFinding): void
  end(unreadable?: number): Report
}

interface OpenItem {
  readonly ruleId: string
  readonly level: RuleLevel
  count: number
  first: number | null
  last: number | null
  readonly examples: ToldFinding[]
}

interface OpenGroup {
  readonly subject: string | null
  begin: number | null
  assetClass: Finding['assetClass']
  level: number
  count: number
  readonly items: Map<string, OpenItem>
  left: number
}

type OpenRule = { -readonly [Key in keyof RuleSpread]: RuleSpread[Key] }
type OpenHour = { -readonly [Key in keyof Hour]: Hour[Key] }

export function gatherer({
  audience,
  timeZone,
  book = emptyRuleBook,
  since = null,
  until = null,
}: GatherOptions): Gatherer {
  const groups = new Map<string, OpenGroup>()
  const rules = new Map<string, OpenRule>()
  const hours = new Map<number, OpenHour>()
  const levels = { informational: 0, low: 0, medium: 0, high: 0, critical: 0 }
  const notShown = { elsewhere: 0, earlier: 0, overflow: 0 }
  const { dayKey } = houseTimes(timeZone, 'en')
  let before = 0
  let findings = 0
  let from = Number.POSITIVE_INFINITY
  let to = Number.NEGATIVE_INFINITY

  const countTime = (at: number, count: number, serious: boolean): void => {
    from = Math.min(from, at)
    to = Math.max(to, at)
    const hour = Math.floor(at / hourMs) * hourMs
    const known = hours.get(hour) ?? { at: hour, serious: 0, slight: 0 }
    known[serious ? 'serious' : 'slight'] += count
    hours.set(hour, known)
    // Logs choose their times: hours without end would fill the memory.
    if (hours.size >= 2 * reportLimits.maxHours) before += giveUpEarliest(hours)
  }
  return {
    see(finding) {
      if (audienceIn(finding, book) !== audience) {
        notShown.elsewhere += finding.count ?? 1
        return
      }
      const at = finding.time === null ? null : Date.parse(finding.time)
      if (at !== null && ((since !== null && at < since) || (until !== null && at > until))) {
        notShown.earlier += finding.count ?? 1
        return
      }
      const count = finding.count ?? 1
      findings += count
      levels[finding.level] += count
      if (at !== null) countTime(at, count, finding.level === 'critical' || finding.level === 'high')
      const isNew = addTo(groups, finding, at, matterOf(finding, audience, dayKey))
      countRule(rules, finding, isNew)
      if (groups.size > reportLimits.maxGroups) notShown.overflow += giveUpSlightest(groups)
    },
    end(unreadable = 0) {
      before += giveUpEarliest(hours)
      const closed = [...groups.values()].map((group) => closedGroup(group, rules))
      return {
        audience,
        from: since ?? (from === Number.POSITIVE_INFINITY ? null : from),
        to: until ?? (to === Number.NEGATIVE_INFINITY ? null : to),
        findings,
        levels,
        subjects: new Set(closed.map(({ subject }) => subject)).size,
        groups: ranked(closed),
        rules: [...rules.values()].sort(
          (one, two) => two.findings - one.findings || (one.ruleId < two.ruleId ? -1 : 1),
        ),
        hours: [...hours.values()].sort((one, two) => one.at - two.at),
        before,
        notShown: { ...notShown, unreadable },
      }
    },
  }
}

/** True where the rule is new in its group. */
function addTo(
  groups: Map<string, OpenGroup>,
  finding: ToldFinding,
  at: number | null,
  { subject, begin, key }: Matter,
): boolean {
  const known = groups.get(key)
  const group: OpenGroup = known ?? {
    subject,
    begin,
    assetClass: 'unknown',
    level: 0,
    count: 0,
    items: new Map(),
    left: 0,
  }
  if (!known) groups.set(key, group)
  else if (begin !== null) group.begin = Math.min(group.begin ?? begin, begin)
  const count = finding.count ?? 1
  group.count += count
  group.level = Math.max(group.level, ruleLevels.indexOf(finding.level))
  if (group.assetClass === 'unknown') group.assetClass = finding.assetClass
  const item = group.items.get(finding.ruleId)
  if (item) {
    addToItem(item, finding, at)
    return false
  }
  if (group.items.size >= reportLimits.maxItemsOfGroup) {
    group.left += count
    return false
  }
  const { ruleId, level } = finding
  group.items.set(ruleId, { ruleId, level, count, first: at, last: lastOf(finding, at), examples: [finding] })
  return true
}

function addToItem(item: OpenItem, finding: ToldFinding, at: number | null): void {
  item.count += finding.count ?? 1
  const last = lastOf(finding, at)
  if (at !== null) item.first = Math.min(item.first ?? at, at)
  if (last !== null) item.last = Math.max(item.last ?? last, last)
  if (item.examples.length < reportLimits.maxExamples) item.examples.push(finding)
}

/** Of what came again the last time; never before the first. */
function lastOf({ lastTime }: ToldFinding, at: number | null): number | null {
  const last = lastTime ? Date.parse(lastTime) : Number.NaN
  return Number.isNaN(last) ? at : Math.max(last, at ?? last)
}

function countRule(
  rules: Map<string, OpenRule>,
  { ruleId, title, level, count = 1 }: ToldFinding,
  isNew: boolean,
): void {
  const known = rules.get(ruleId) ?? { ruleId, title, level, findings: 0, groups: 0 }
  if (known.findings === 0 && rules.size >= reportLimits.maxRules) return
  known.findings += count
  if (isNew) known.groups++
  rules.set(ruleId, known)
}

/** A tenth at once, so that a flood of invented names costs little, and cannot push out what is serious. */
function giveUpSlightest(groups: Map<string, OpenGroup>): number {
  const order = [...groups].sort(
    ([, one], [, two]) =>
      one.level - two.level || (one.begin ?? 0) - (two.begin ?? 0) || one.count - two.count,
  )
  let findings = 0
  for (const [key, group] of order.slice(0, Math.ceil(reportLimits.maxGroups / 10))) {
    findings += group.count
    groups.delete(key)
  }
  return findings
}

/** The findings of those that go. */
function giveUpEarliest(hours: Map<number, Hour>): number {
  const early = [...hours.values()].sort((one, two) => one.at - two.at).slice(0, -reportLimits.maxHours)
  for (const { at } of early) hours.delete(at)
  return early.reduce((sum, { serious, slight }) => sum + serious + slight, 0)
}

function closedGroup(group: OpenGroup, rules: ReadonlyMap<string, RuleSpread>): Group {
  const items = [...group.items.values()].map(
    (item): Item => ({ ...item, spread: rules.get(item.ruleId)?.groups ?? 1 }),
  )
  const { subject, begin, assetClass, count, left } = group
  const level = ruleLevels[group.level] ?? 'informational'
  return { subject, begin, assetClass, count, left, level, score: 0, items }
}
