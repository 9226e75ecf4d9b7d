// What a scan says at its end: what was read, what it cost, which rules ran, which could not and why, which were blind.
// SPDX-License-Identifier: EUPL-1.2
import type { Detector } from '../engine/detector.ts'
import { printable } from '../engine/printable.ts'
import { type Untold, untoldLines } from '../indicators/untold.ts'
import type { ReadCounts } from '../run/scan/settle.ts'
import type { LoadedRules } from '../sigma/folder.ts'
import type { RuleFault } from '../sigma/rule.ts'

export interface ScanCounts extends ReadCounts {
  /** Threads that read. */
  workers: number
  stopped: boolean
  findings: number
  /** Findings left out because the same was told for this asset and hour. */
  repeats: number
  seconds: number
  loadSeconds: number
  notes: number
}

export interface Summary {
  readonly events: number
  readonly bytes: number
  readonly workers: number
  readonly seconds: number
  readonly eventsPerSecond: number
  readonly peakMemoryBytes: number
  readonly loadSeconds: number
  /** True where somebody ended the scan before its end. */
  readonly stopped: boolean
  readonly files: {
    readonly read: number
    readonly unknown: number
    readonly failed: number
    readonly leftOut: number
  }
  readonly brokenRecords: number
  readonly notices: number
  readonly findings: number
  readonly repeats: number
  readonly rules: { readonly loaded: number; readonly unsupported: number; readonly blind: number }
  readonly unsupported: readonly { readonly rule: string; readonly file: string; readonly because: string }[]
  readonly blind: readonly { readonly logSource: string; readonly rules: number }[]
  readonly correlation: {
    readonly late: number
    readonly undated: number
    readonly ungrouped: number
    readonly evictedGroups: number
    readonly forgottenEvents: number
  }
  /** What was met and not told one by one. */
  readonly indicators: Untold
}

const maxListed = 1_000

export function summaryOf(detector: Detector, loaded: LoadedRules, counts: ScanCounts): Summary {
  const faults = [...loaded.faults, ...detector.faults]
  const blind = [...detector.blind()].sort((one, two) => two.rules - one.rules)
  const { correlations } = detector
  return {
    events: counts.events,
    bytes: counts.bytes,
    workers: counts.workers,
    seconds: rounded(counts.seconds),
    eventsPerSecond: counts.seconds > 0 ? Math.round(counts.events / counts.seconds) : 0,
    peakMemoryBytes: process.resourceUsage().maxRSS * 1_024,
    loadSeconds: rounded(counts.loadSeconds),
    stopped: counts.stopped,
    files: {
      read: counts.files,
      unknown: counts.unknownFiles,
      failed: counts.failedFiles,
      leftOut: counts.leftOut,
    },
    brokenRecords: counts.broken,
    notices: counts.notices,
    findings: counts.findings,
    repeats: counts.repeats,
    rules: {
      loaded: loaded.rules.length - detector.faults.length,
      unsupported: faults.length,
      blind: blind.reduce((sum, { rules }) => sum + rules, 0),
    },
    unsupported: faults.slice(0, maxListed).map(faultSummary),
    blind,
    correlation: {
      late: correlations.counts.late(),
      undated: detector.counts.undated,
      ungrouped: correlations.counts.ungrouped,
      evictedGroups: correlations.counts.evicted(),
      forgottenEvents: correlations.counts.forgotten(),
    },
    indicators: counts.untold,
  }
}

export function faultSummary({ ruleId, title, file, line, place, because }: RuleFault) {
  const rule = ruleId ?? title ?? ''
  return { rule, file: `${file}:${line}`, because: place === '' ? because : `${place}: ${because}` }
}

export function summaryLines(summary: Summary): readonly string[] {
  const { rules, files, correlation } = summary
  const mebibytes = (bytes: number) => `${(bytes / 1_048_576).toFixed(1)} MiB`
  return [
    '',
    ...(summary.stopped ? ['The scan was stopped; this holds for what was read until then.'] : []),
    `${summary.findings} findings in ${summary.events} events (${mebibytes(summary.bytes)}) of ${files.read} files.`,
    `${summary.seconds} seconds${summary.workers > 1 ? ` with ${summary.workers} threads` : ''}, ${summary.eventsPerSecond} events a second; peak memory ${mebibytes(summary.peakMemoryBytes)}; rules read in ${summary.loadSeconds} seconds.`,
    ...(summary.brokenRecords + files.unknown + files.failed + files.leftOut > 0
      ? [
          `Not looked at: ${summary.brokenRecords} broken records, ${files.unknown} files of unknown format, ${files.failed} files or folders that could not be read, ${files.leftOut} links and devices.`,
        ]
      : []),
    ...(summary.notices > 0
      ? [`${summary.notices} notices on files that were read all the same, such as a wrong checksum.`]
      : []),
    ...(summary.repeats > 0
      ? [`${summary.repeats} more findings were the same rule on the same asset in the same hour.`]
      : []),
    `Rules: ${rules.loaded} loaded, ${rules.unsupported} unsupported, ${rules.blind} blind (no event of their log source came).`,
    ...reasons(summary),
    ...summary.blind
      .slice(0, 15)
      .map(({ logSource, rules: count }) => `  blind: ${printable(logSource)} (${count} rules)`),
    ...(summary.blind.length > 15
      ? [`  blind: ${summary.blind.length - 15} more log sources; --json lists them all.`]
      : []),
    ...(Object.values(correlation).some((count) => count > 0)
      ? [
          `Correlations left out ${correlation.late} late events, ${correlation.undated} undated ones and ${correlation.ungrouped} without a field to group by, and forgot ${correlation.evictedGroups} groups and ${correlation.forgottenEvents} events of groups for want of room.`,
        ]
      : []),
    ...untoldLines(summary.indicators),
  ]
}

function reasons({ unsupported }: Summary): readonly string[] {
  const shown = unsupported
    .slice(0, 15)
    .map(({ rule, because }) => `  unsupported: ${printable(rule, 60)}: ${printable(because)}`)
  return unsupported.length > 15
    ? [...shown, `  unsupported: ${unsupported.length - 15} more; \`sensor rules\` lists them all.`]
    : shown
}

function rounded(seconds: number): number {
  return Math.round(seconds * 1_000) / 1_000
}
