// `sensor scan PATH… --rules DIR`: reads logs once, prints each finding, and says on stderr what was and was not looked at.
// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '../engine/finding.ts'
import { jsonLine, printable } from '../engine/printable.ts'
import { noneUntold } from '../indicators/untold.ts'
import type { Equipment } from '../run/equipment.ts'
import { runLimits } from '../run/limits.ts'
import { type Repeats, repeatsCounter } from '../run/repeats.ts'
import { openScan } from '../run/scan/scan.ts'
import {
  type Command,
  type CommandEnd,
  jsonOption,
  levelOption,
  type Output,
  placeOptions,
  ruleOptions,
  UsageFault,
  type Words,
} from './command.ts'
import { findingText } from './finding-text.ts'
import { type RunSettings, settingOptions, settingsOf } from './settings.ts'
import { type ScanCounts, summaryLines, summaryOf } from './summary.ts'

interface ScanOptions {
  readonly paths: readonly string[]
  readonly json: boolean
  /** Whether the same rule on the same asset in the same hour is told only once. */
  readonly once: boolean
  /** Threads; null: as many as the input is worth. */
  readonly workers: number | null
  readonly settings: RunSettings
}

export const scanCommand: Command = {
  name: 'scan',
  usage:
    'PATH… --rules DIR [--level LEVEL] [--state DIR] [--health] [--indicators FILE] [--context FILE] [--config FILE] [--once] [--workers N] [--json]',
  options: {
    ...ruleOptions,
    ...levelOption,
    ...jsonOption,
    ...placeOptions,
    ...settingOptions,
    once: { type: 'boolean' },
    workers: { type: 'string' },
  },
  async run(words, output, stop) {
    if (words.positionals.length === 0) throw new UsageFault('Which logs?')
    const workers = workersIn(words)
    const settings = await settingsOf(words, 'informational')
    const { config, wanted } = settings
    if (config.rules.length + config.indicators.length === 0 && !wanted.health && wanted.state === null)
      throw new UsageFault('Which rules? Name their folder with --rules.')
    const options = { paths: words.positionals, json: words.is('json'), once: words.is('once') }
    return scan({ ...options, workers, settings }, output, stop())
  },
}

function workersIn(words: Words): number | null {
  const given = words.text('workers')
  if (given === null) return null
  const workers = /^\d{1,3}$/.test(given) ? Number(given) : 0
  if (workers >= 1 && workers <= runLimits.maxWorkers) return workers
  throw new UsageFault(`--workers is a number from 1 to ${runLimits.maxWorkers}.`)
}

async function scan(options: ScanOptions, output: Output, stop: AbortSignal): Promise<CommandEnd> {
  const { settings } = options
  const counts = emptyCounts()
  const started = performance.now()
  const equipment = await settings.equipment()
  for (const text of equipment.notes) note(output, counts, printable(text, 500))
  refuseWithoutRules(equipment, settings.config.rules)
  const now = Date.now()
  const running = await openScan(equipment, {
    paths: options.paths,
    level: settings.config.level,
    assetClasses: Object.entries(settings.config.assetClasses),
    house: settings.config.house,
    context: settings.wanted.context,
    reading: { now, ...(await settings.reading()) },
    workers: options.workers,
    counts,
    note: (path, place, because) =>
      note(output, counts, `${printable(path, 500)}${place}${printable(because)}`),
  })
  counts.workers = running.workers
  counts.loadSeconds = (performance.now() - started) / 1_000
  const scanning = performance.now()
  const told = tellerTo(output, options, counts, now)
  for await (const lines of running.findings(stop)) for (const line of lines) await told(line)
  counts.stopped = stop.aborted
  counts.seconds = (performance.now() - scanning) / 1_000
  const summary = summaryOf(running.detector, equipment, counts)
  if (options.json) output.note(jsonLine(summary))
  else for (const line of summaryLines(summary)) output.note(line)
  if (counts.stopped) return 'stopped'
  return counts.failedFiles + equipment.unread > 0 ? 'partial' : 'whole'
}

/** Without a rule every log is silent, and silence would be taken for safety. */
function refuseWithoutRules(
  { rules, faults, files, indicators }: Equipment,
  folders: readonly string[],
): void {
  if (rules.some(({ kind }) => kind === 'detection') || indicators !== null) return
  const [fault] = faults
  const why = fault ? ` The first of ${faults.length} reasons: ${fault.file}: ${fault.because}.` : ''
  throw new Error(
    `There is no detection rule to run in ${folders.join(', ') || 'what was named'} (${files} rule files).${why} Name a folder of Sigma rules with --rules; \`sensor rules\` says why a rule does not load.`,
  )
}

/** Takes a finding as a line of JSON, and prints it as it is wanted. */
function tellerTo(
  output: Output,
  { json, once }: ScanOptions,
  counts: ScanCounts,
  now: number,
): (line: string) => Promise<void> {
  const repeats: Repeats | null = once ? repeatsCounter() : null
  return async (line) => {
    // The line is one that `jsonLine` made of a finding.
    const finding = json && repeats === null ? null : (JSON.parse(line) as Finding)
    if (finding !== null && repeats?.see(finding, now).isNew === false) {
      counts.repeats++
      return
    }
    counts.findings++
    await output.write(json || finding === null ? line : findingText(finding))
  }
}

function note(output: Output, counts: ScanCounts, line: string): void {
  if (counts.notes < runLimits.maxNotes) output.note(line)
  else if (counts.notes === runLimits.maxNotes) output.note('More of the same is only counted.')
  counts.notes++
}

function emptyCounts(): ScanCounts {
  return {
    workers: 1,
    files: 0,
    unknownFiles: 0,
    failedFiles: 0,
    leftOut: 0,
    stopped: false,
    events: 0,
    bytes: 0,
    broken: 0,
    notices: 0,
    untold: noneUntold(),
    findings: 0,
    repeats: 0,
    seconds: 0,
    loadSeconds: 0,
    notes: 0,
  }
}
