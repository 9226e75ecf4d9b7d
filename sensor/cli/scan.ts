// `sensor scan PATH… --rules DIR`: reads logs once, prints each finding, and says on stderr what was and was not looked at.
// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '../engine/finding.ts'
import { jsonLine, printable } from '../engine/printable.ts'
import { type Broken, isBroken } from '../event/event.ts'
import type { ReadingContext } from '../parsers/parser.ts'
import { type Detection, detectionOf } from '../run/detection.ts'
import type { Equipment } from '../run/equipment.ts'
import { runLimits } from '../run/limits.ts'
import { type Repeats, repeatsCounter } from '../run/repeats.ts'
import {
  type Command,
  type CommandEnd,
  jsonOption,
  levelOption,
  type Output,
  placeOptions,
  ruleOptions,
  UsageFault,
} from './command.ts'
import { filesBelow, openLogFile, whyUnread } from './files.ts'
import { findingText } from './finding-text.ts'
import { type RunSettings, settingOptions, settingsOf } from './settings.ts'
import { type ScanCounts, summaryLines, summaryOf } from './summary.ts'

interface ScanOptions {
  readonly paths: readonly string[]
  readonly json: boolean
  /** Whether the same rule on the same asset in the same hour is told only once. */
  readonly once: boolean
  readonly settings: RunSettings
}

export const scanCommand: Command = {
  name: 'scan',
  usage:
    'PATH… --rules DIR [--level LEVEL] [--state DIR] [--health] [--indicators FILE] [--context FILE] [--config FILE] [--once] [--json]',
  options: {
    ...ruleOptions,
    ...levelOption,
    ...jsonOption,
    ...placeOptions,
    ...settingOptions,
    once: { type: 'boolean' },
  },
  async run(words, output, stop) {
    if (words.positionals.length === 0) throw new UsageFault('Which logs?')
    const settings = await settingsOf(words, 'informational')
    const { config, wanted } = settings
    if (config.rules.length + config.indicators.length === 0 && !wanted.health && wanted.state === null)
      throw new UsageFault('Which rules? Name their folder with --rules.')
    const options = { paths: words.positionals, json: words.is('json'), once: words.is('once'), settings }
    return scan(options, output, stop())
  },
}

interface Scan {
  readonly options: ScanOptions
  readonly output: Output
  readonly detection: Detection
  readonly repeats: Repeats | null
  readonly context: Omit<ReadingContext, 'source'>
  readonly counts: ScanCounts
  readonly stop: AbortSignal
}

async function scan(options: ScanOptions, output: Output, stop: AbortSignal): Promise<CommandEnd> {
  const { settings } = options
  const counts = emptyCounts()
  const started = performance.now()
  const equipment = await settings.equipment()
  for (const text of equipment.notes) note(output, counts, printable(text, 500))
  const detection = detectionOf(equipment, {
    level: settings.config.level,
    assetClasses: settings.assetClasses,
    lanes: ['live'],
  })
  refuseWithoutRules(detection, equipment, settings.config.rules)
  counts.loadSeconds = (performance.now() - started) / 1_000
  const scanning = performance.now()
  const context = { now: Date.now(), ...(await settings.reading()) }
  const repeats = options.once ? repeatsCounter() : null
  const one: Scan = { options, output, detection, repeats, context, counts, stop }
  for (const path of options.paths)
    for await (const file of filesBelow(path)) {
      if (stop.aborted) break
      if (file.kind === 'file') await scanFile(file.path, one)
      else {
        if (file.kind === 'failed') counts.failedFiles++
        else counts.leftOut++
        note(output, counts, `${printable(file.path, 500)} ${printable(file.because)}`)
      }
    }
  counts.stopped = stop.aborted
  // Windows that a stopped scan has not seen to their end are not decided about.
  await tell(detection.finish(!counts.stopped), one)
  counts.seconds = (performance.now() - scanning) / 1_000
  report(equipment, one)
  if (counts.stopped) return 'stopped'
  return counts.failedFiles + equipment.unread > 0 ? 'partial' : 'whole'
}

/** Without a rule every log is silent, and silence would be taken for safety. */
function refuseWithoutRules(
  { first }: Detection,
  { faults, files, indicators }: Equipment,
  folders: readonly string[],
): void {
  if (first.matcher.rules.length > 0 || indicators !== null) return
  const [fault] = faults
  const why = fault ? ` The first of ${faults.length} reasons: ${fault.file}: ${fault.because}.` : ''
  throw new Error(
    `There is no detection rule to run in ${folders.join(', ') || 'what was named'} (${files} rule files).${why} Name a folder of Sigma rules with --rules; \`sensor rules\` says why a rule does not load.`,
  )
}

async function scanFile(file: string, scan: Scan): Promise<void> {
  const { detection, output, counts, stop } = scan
  counts.files++
  const name = printable(file, 500)
  let bytesRead = () => 0
  try {
    const log = await openLogFile(file, scan.context)
    bytesRead = log.bytesRead
    if (log.parser === null) counts.unknownFiles++
    for await (const item of log.items) {
      if (stop.aborted) break
      if (isBroken(item)) {
        if (log.parser !== null) countBroken(item, counts)
        const place = item.record > 0 ? `, record ${item.record}` : ''
        note(output, counts, `${name}${place}: ${printable(item.fault)}`)
        continue
      }
      counts.events++
      const findings = detection.see(item, 'live')
      if (findings.length > 0) await tell(findings, scan)
    }
  } catch (error) {
    // One file that cannot be opened or read must not end the search in all others.
    counts.failedFiles++
    note(output, counts, `${name} ${printable(whyUnread(error))}`)
  } finally {
    counts.bytes += bytesRead()
  }
}

/** A fault that costs no bytes is a remark on records that were read all the same. */
function countBroken({ bytes }: Broken, counts: ScanCounts): void {
  if (bytes === 0) counts.notices++
  else counts.broken++
}

async function tell(findings: readonly Finding[], scan: Scan): Promise<void> {
  const { options, repeats, counts, output, context } = scan
  for (const finding of findings) {
    if (repeats?.see(finding, context.now).isNew === false) {
      counts.repeats++
      continue
    }
    counts.findings++
    await output.write(options.json ? jsonLine(finding) : findingText(finding))
  }
}

function report(equipment: Equipment, { detection, options, output, counts }: Scan): void {
  const summary = summaryOf(detection.first, equipment, counts)
  if (options.json) output.note(jsonLine(summary))
  else for (const line of summaryLines(summary)) output.note(line)
}

function note(output: Output, counts: ScanCounts, line: string): void {
  if (counts.notes < runLimits.maxNotes) output.note(line)
  else if (counts.notes === runLimits.maxNotes) output.note('More of the same is only counted.')
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
    notices: 0,
    findings: 0,
    repeats: 0,
    seconds: 0,
    loadSeconds: 0,
    notes: 0,
  }
}
