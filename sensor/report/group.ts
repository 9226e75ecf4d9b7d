// What a report is made of: groups of findings by place and hour, in them one item for each rule.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { AssetClass } from '../engine/asset-class.ts'
import type { Audience, Finding } from '../engine/finding.ts'
import type { RuleLevel } from '../sigma/rule.ts'

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
  /** Begin of the hour in milliseconds UTC; null for findings without a time. */
  readonly hour: number | null
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

/** The machine, or for the privacy officer the account, that a finding is about. */
export function subjectOf(finding: Finding, audience: Audience): string | null {
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

function groupText({ group }: Finding): string | null {
  const entries = Object.entries(group ?? {})
  return entries.length === 0 ? null : entries.map(([name, value]) => `${name} ${value}`).join(', ')
}
