// `sensor report`: what was found, grouped and ranked, for IT or for the privacy officer: terminal, HTML, JSON lines, CSV.
// SPDX-License-Identifier: EUPL-1.2
import type { Audience } from '../engine/finding.ts'
import { printable } from '../engine/printable.ts'
import { csvLines, jsonLines } from '../report/exports.ts'
import { gatherer } from '../report/gather.ts'
import type { Report } from '../report/group.ts'
import { htmlOfReport, type ReportOptions, tellerFor } from '../report/report-html.ts'
import { emptyRuleBook, type RuleBook, ruleBookOf } from '../report/rule-book.ts'
import type { Teller } from '../report/telling.ts'
import { terminalLines } from '../report/terminal.ts'
import {
  type Command,
  jsonOption,
  type Output,
  placeOptions,
  ruleOptions,
  UsageFault,
  type Words,
} from './command.ts'
import { findingsFrom, sinceIn, zoneFor } from './findings.ts'
import { languageIn } from './language.ts'
import { writePrivate } from './private-file.ts'
import { type RunSettings, settingsOf } from './settings.ts'

const weekMs = 7 * 86_400_000

export const reportCommand: Command = {
  name: 'report',
  usage:
    '[FINDINGS.ndjson] [--state DIR] [--for it|privacy] [--since 7d] [--language en|de|fr|it] [--time-zone ZONE] [--rules DIR] [--html FILE] [--csv FILE] [--json] [--house NAME] [--centre "NAME, PHONE"]',
  options: {
    ...placeOptions,
    ...ruleOptions,
    ...jsonOption,
    for: { type: 'string' },
    since: { type: 'string' },
    language: { type: 'string' },
    'time-zone': { type: 'string' },
    html: { type: 'string' },
    csv: { type: 'string' },
    house: { type: 'string' },
    centre: { type: 'string' },
  },
  async run(words, output) {
    await report(words, output)
    return undefined
  },
}

async function report(words: Words, output: Output): Promise<void> {
  const [file = null, ...others] = words.positionals
  if (others.length > 0) throw new UsageFault('One file of findings at a time.')
  const now = Date.now()
  const settings = await settingsOf(words, 'informational')
  const state = file === null ? (settings.config.state ?? null) : null
  // Logs of a scan may be years old; a running sensor's findings are read week by week.
  const since = sinceIn(words, now) ?? (file === null ? now - weekMs : null)
  const given = await findingsFrom(file, state, since)
  const options: ReportOptions = {
    audience: audienceIn(words),
    language: languageIn(words),
    timeZone: zoneFor(words, settings.config),
    now,
    since,
    book: await bookOf(settings, output),
    house: words.text('house'),
    centre: centreIn(words),
  }
  const teller = tellerFor(options)
  const gathered = gatherer(options)
  for await (const finding of given.findings) gathered.see(finding)
  await tell(gathered.end(given.unreadable()), teller, options, words, output)
}

async function tell(
  report: Report,
  teller: Teller,
  options: ReportOptions,
  words: Words,
  output: Output,
): Promise<void> {
  const [htmlFile, csvFile] = [words.text('html'), words.text('csv')]
  if (htmlFile !== null) {
    await writePrivate(htmlFile, [htmlOfReport(report, options)])
    output.note(`The report is in ${printable(htmlFile, 500)}.`)
  }
  if (csvFile !== null) {
    await writePrivate(csvFile, csvLines(report, teller))
    output.note(`The table is in ${printable(csvFile, 500)}.`)
  }
  if (words.is('json')) for (const line of jsonLines(report, teller)) await output.write(line)
  else if (htmlFile === null && csvFile === null) {
    const colours = process.stdout.isTTY && !process.env.NO_COLOR
    for (const line of terminalLines(report, teller, { colours, now: options.now })) await output.write(line)
  }
}

function audienceIn(words: Words): Audience {
  const wanted = words.text('for') ?? 'it'
  if (wanted === 'it' || wanted === 'privacy') return wanted
  throw new UsageFault('--for is it or privacy.')
}

function centreIn(words: Words): Teller['centre'] {
  const [name = '', phone = ''] = (words.text('centre') ?? '').split(/,\s*(?=[^,]*$)/)
  if (name === '') return null
  if (phone === '')
    throw new UsageFault('--centre is a name and a number: --centre "Health centre, 0800 555 0100".')
  return { name, phone }
}

/** Without rules the report says less; a rule folder that is gone must not keep anybody from reading what was found. */
async function bookOf(settings: RunSettings, output: Output): Promise<RuleBook> {
  const { rules, state } = settings.config
  if (rules.length === 0 && state === undefined) return emptyRuleBook
  try {
    return ruleBookOf((await settings.equipment()).rules)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    output.note(
      `The rules cannot be read, so the report is without what their authors say: ${printable(why, 500)}`,
    )
    return emptyRuleBook
  }
}
