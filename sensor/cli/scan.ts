// `sensor scan PATH… --rules DIR`: reads logs once, prints each finding, and says on stderr what was and was not looked at.
// SPDX-License-Identifier: EUPL-1.2
import type { Detector } from '../engine/detector.ts'
import { detectorOf } from '../engine/detector.ts'
import type { Finding } from '../engine/finding.ts'
import { jsonLine, printable } from '../engine/printable.ts'
import { isBroken } from '../event/event.ts'
import { type LoadedRules, loadRules } from '../sigma/folder.ts'
import type { RuleLevel } from '../sigma/rule.ts'
import { filesBelow, openLogFile, whyUnread } from './files.ts'
import { readPlaceholders } from './placeholders.ts'
import { type ScanCounts, summaryLines, summaryOf } from './summary.ts'

export interface ScanOptions {
  readonly paths: readonly string[]
  readonly rules: readonly string[]
  readonly json: boolean
  readonly level: RuleLevel
  readonly placeholders: string | null
}

export interface Output {
  /** Resolves when more may be written: findings never pile up in memory. */
  write(line: string): Promise<void>
  note(line: string): void
}

/** Whether everything that was asked for was looked at. */
export type ScanEnd = 'whole' | 'partial' | 'stopped'

/** Faults that are told one by one; all are counted. */
const maxNotes = 20

export async function scan(options: ScanOptions, output: Output, stop: AbortSignal): Promise<ScanEnd> {
  const started = performance.now()
  const loaded = await loadRules(options.rules, await readPlaceholders(options.placeholders))
  const detector = detectorOf(loaded.rules, { minLevel: options.level })
  refuseWithoutRules(detector, loaded, options)
  const counts = emptyCounts()
  counts.loadSeconds = (performance.now() - started) / 1_000
  const scanning = performance.now()
  for (const path of options.paths)
    for await (const file of filesBelow(path)) {
      if (stop.aborted) break
      if (file.kind === 'file') await scanFile(file.path, detector, options, output, counts, stop)
      else {
        if (file.kind === 'failed') counts.failedFiles++
        else counts.leftOut++
        note(output, counts, `${printable(file.path, 500)} ${printable(file.because)}`)
      }
    }
  counts.stopped = stop.aborted
  // Windows that a stopped scan has not seen to their end are not decided about.
  await tell(detector.finish(!counts.stopped), options, output, counts)
  counts.seconds = (performance.now() - scanning) / 1_000
  report(detector, loaded, options, output, counts)
  if (counts.stopped) return 'stopped'
  return counts.failedFiles + loaded.unread > 0 ? 'partial' : 'whole'
}

/** Without a rule every log is silent, and silence would be taken for safety. */
function refuseWithoutRules(
  { matcher }: Detector,
  { faults, files }: LoadedRules,
  options: ScanOptions,
): void {
  if (matcher.rules.length > 0) return
  const [first] = faults
  const why = first ? ` The first of ${faults.length} reasons: ${first.file}: ${first.because}.` : ''
  throw new Error(
    `There is no detection rule to run in ${options.rules.join(', ')} (${files} rule files).${why} Name a folder of Sigma rules with --rules; \`sensor rules\` says why a rule does not load.`,
  )
}

async function scanFile(
  file: string,
  detector: Detector,
  options: ScanOptions,
  output: Output,
  counts: ScanCounts,
  stop: AbortSignal,
): Promise<void> {
  counts.files++
  const name = printable(file, 500)
  let bytesRead = () => 0
  try {
    const log = await openLogFile(file, Date.now())
    bytesRead = log.bytesRead
    if (log.parser === null) counts.unknownFiles++
    for await (const item of log.items) {
      if (stop.aborted) break
      if (isBroken(item)) {
        if (log.parser !== null) counts.broken++
        note(
          output,
          counts,
          `${name}${item.record > 0 ? `, record ${item.record}` : ''}: ${printable(item.fault)}`,
        )
        continue
      }
      counts.events++
      const findings = detector.see(item)
      if (findings.length > 0) await tell(findings, options, output, counts)
    }
  } catch (error) {
    // One file that cannot be opened or read must not end the search in all others.
    counts.failedFiles++
    note(output, counts, `${name} ${printable(whyUnread(error))}`)
  } finally {
    counts.bytes += bytesRead()
  }
}

async function tell(
  findings: readonly Finding[],
  { json }: ScanOptions,
  output: Output,
  counts: ScanCounts,
): Promise<void> {
  for (const finding of findings) {
    counts.findings++
    await output.write(json ? jsonLine(finding) : findingText(finding))
  }
}

function findingText({
  time,
  level,
  title,
  source,
  record,
  reason,
  asset,
  author,
  licence,
}: Finding): string {
  const who = [author && `by ${printable(author, 80)}`, licence && printable(licence, 40)]
    .filter(Boolean)
    .join(', ')
  const where = `${printable(source, 300)}, record ${record}${asset ? `, ${printable(asset, 80)}` : ''}`
  return `${time ?? 'no time'}  ${level.toUpperCase()}  ${printable(title)}\n  ${where}\n  ${reason}${who ? `\n  Rule ${who}` : ''}`
}

function report(
  detector: Detector,
  loaded: LoadedRules,
  { json }: ScanOptions,
  output: Output,
  counts: ScanCounts,
): void {
  const summary = summaryOf(detector, loaded, counts)
  if (json) output.note(jsonLine(summary))
  else for (const line of summaryLines(summary)) output.note(line)
}

function note(output: Output, counts: ScanCounts, line: string): void {
  if (counts.notes < maxNotes) output.note(line)
  else if (counts.notes === maxNotes) output.note('More of the same is only counted.')
  counts.notes++
}

function emptyCounts(): ScanCounts {
  return {
    files: 0,
    unknownFiles: 0,
    failedFiles: 0,
    leftOut: 0,
    stopped: false,
    events: 0,
    bytes: 0,
    broken: 0,
    findings: 0,
    seconds: 0,
    loadSeconds: 0,
    notes: 0,
  }
}
