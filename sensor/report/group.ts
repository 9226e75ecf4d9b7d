// What a report is made of: groups of findings by place and hour, or by person and day, in them one item for each rule.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { AssetClass } from '../engine/asset-class.ts'
import type { Audience, Finding } from '../engine/finding.ts'
import type { RuleLevel } from '../sigma/rule.ts'
import { reportLimits } from './limits.ts'

export const hourMs = 3_600_000

/** A rule in a group: how often it held, and a few of its findings with their evidence. */
export interface Item {
  readonly ruleId: string
  readonly level: RuleLevel
  readonly count: number
  /** Milliseconds UTC; null where no finding has a time. */
  readonly first: number | null
  readonly last: number | null
  readonly examples: readonly ToldFinding[]
  /** Groups of the whole report in which the rule held. */
  readonly spread: number
}

export interface Group {
  /** Machine or person; null where the log names none. */
  readonly subject: string | null
  readonly assetClass: AssetClass
  /** Milliseconds UTC: begin of the hour, or first finding of the day; null for findings without a time. */
  readonly begin: number | null
  readonly level: RuleLevel
  readonly score: number
  readonly count: number
  /** Most serious and most unusual first. */
  readonly items: readonly Item[]
  /** Findings of further rules that were only counted. */
  readonly left: number
}

export interface RuleSpread {
  readonly ruleId: string
  readonly title: string
  readonly level: RuleLevel
  readonly findings: number
  readonly groups: number
}

export interface Hour {
  readonly at: number
  readonly serious: number
  readonly slight: number
}

export interface Report {
  readonly audience: Audience
  /** Time of the earliest and latest finding, or what was asked for. */
  readonly from: number | null
  readonly to: number | null
  readonly findings: number
  readonly levels: Readonly<Record<RuleLevel, number>>
  readonly subjects: number
  readonly groups: readonly Group[]
  readonly rules: readonly RuleSpread[]
  /** In the order of time. */
  readonly hours: readonly Hour[]
  /** Findings before the hours that are kept. */
  readonly before: number
  readonly notShown: {
    /** Findings for the other audience. */
    readonly elsewhere: number
    readonly earlier: number
    /** Of groups that were given up for want of room. */
    readonly overflow: number
    /** Lines that could not be read. */
    readonly unreadable: number
  }
}

/** A finding of a scan, or one that a state folder keeps, which also says how often the same came. */
export interface ToldFinding extends Finding {
  readonly id?: string
  readonly count?: number
  readonly lastTime?: string | null
}

/** The same finding has the same name in every report: twelve signs that a person can type. */
export function findingId({ id, ruleId, source, record, time }: ToldFinding): string {
  if (id !== undefined) return id.slice(0, 12)
  const hash = createHash('sha256').update(JSON.stringify([ruleId, source, record, time]))
  return hash.digest('hex').slice(0, 12)
}

/** What a finding tells of whom or what it is about. */
type Told = Pick<Finding, 'time' | 'group' | 'because' | 'asset' | 'source'>

export interface Matter {
  readonly subject: string | null
  readonly begin: number | null
  /** Equal for findings that stand together. */
  readonly key: string
}

/**
 * What stands together on a desk: of a machine what came within an hour; of a person, or of a record that many opened,
 * what came within a day of the house, by whatever rules, because it is looked into once. `dayKey` names such a day.
 */
export function matterOf(finding: Told, audience: Audience, dayKey: (at: number) => string): Matter {
  const subject = subjectOf(finding, audience)?.slice(0, reportLimits.maxValueUnits) ?? null
  const at = finding.time === null ? null : Date.parse(finding.time)
  const hour = at === null ? null : Math.floor(at / hourMs) * hourMs
  const span = audience === 'privacy' && at !== null ? dayKey(at) : hour
  // Hosts and accounts are written in many cases: one of them is one place.
  return {
    subject,
    begin: audience === 'privacy' ? at : hour,
    key: JSON.stringify([subject?.toLowerCase(), span]),
  }
}

/** The machine, or for the privacy officer the account, that a finding is about. */
function subjectOf(finding: Told, audience: Audience): string | null {
  if (audience === 'privacy') {
    const actor =
      finding.group?.actor ??
      finding.because?.about.actor ??
      finding.because?.tests.find(({ field }) => field === 'actor')?.value
    return actor || groupText(finding)
  }
  if (finding.asset !== null && finding.asset !== '') return finding.asset
  return groupText(finding) ?? (finding.source === '' ? null : basename(finding.source.replaceAll('\\', '/')))
}

function groupText({ group }: Told): string | null {
  const entries = Object.entries(group ?? {})
  return entries.length === 0 ? null : entries.map(([name, value]) => `${name} ${value}`).join(', ')
}
