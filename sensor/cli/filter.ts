// `sensor filter FINDING|RULE [EVENT…]`: drafts an exception for a false alarm, into a file for a person to look at.
// SPDX-License-Identifier: EUPL-1.2
import { writeFile } from 'node:fs/promises'
import { printable } from '../engine/printable.ts'
import { filterDocument } from '../report/filter/document.ts'
import { type Draft, draftFilter } from '../report/filter/draft.ts'
import { type Silenced, silencedGroups, silencedOf } from '../report/filter/silenced.ts'
import type { ToldFinding } from '../report/group.ts'
import { recordText } from '../report/telling.ts'
import type { CorrelationRule, DetectionRule } from '../sigma/rule.ts'
import { type Words as Said, wordsOf } from '../words/words.ts'
import { type Command, type Output, placeOptions, ruleOptions, UsageFault, type Words } from './command.ts'
import { eventReader, findingNamed, mappingFor } from './filter-events.ts'
import { groupDraftOf, groupNotes } from './filter-group.ts'
import { findingsFrom } from './findings.ts'
import { languageIn } from './language.ts'
import { type RunSettings, settingOptions, settingsOf } from './settings.ts'

const dayMs = 86_400_000

export const filterCommand: Command = {
  name: 'filter',
  usage:
    'FINDING|RULE [EVENT…] --rules DIR [--state DIR | --findings FILE] [--health] [--context DIR] [--sample EVENT] [--days 30] [--out FILE] [--language en|de|fr|it]',
  options: {
    ...placeOptions,
    ...settingOptions,
    ...ruleOptions,
    findings: { type: 'string' },
    sample: { type: 'string', multiple: true },
    days: { type: 'string' },
    out: { type: 'string' },
    language: { type: 'string' },
  },
  async run(words, output) {
    const [wanted, ...named] = words.positionals
    if (wanted === undefined) throw new UsageFault('Which finding, or which rule and which event?')
    await draftFor(wanted, named, words, output)
    return undefined
  },
}

async function draftFor(
  wanted: string,
  named: readonly string[],
  options: Words,
  output: Output,
): Promise<void> {
  const words = wordsOf(languageIn(options))
  const settings = await settingsOf(options, 'informational')
  const { rules, enrich, pipelines } = await settings.equipment()
  const reader = eventReader({ now: Date.now(), ...(await settings.reading()) }, enrich)
  const finding = named.length > 0 ? null : await findingNamed(wanted, await given(options, settings, null))
  const rule = ruleNamed(finding?.ruleId ?? wanted, rules)
  const days = daysIn(options)
  const told = options.text('findings') === null ? days : null
  if (rule.kind === 'correlation') {
    const draft = groupDraftOf(rule, finding, rules, words)
    const findings = await findingsSince(days, options, settings)
    const silenced = findings && (await silencedGroups(findings, rule.head.id, finding?.group ?? {}))
    const notes = notesFor(draft, { words, days: told, silenced, samples: null }, groupNotes(draft, words))
    return hand(rule, draft.bases, draft, notes, options, output)
  }
  const events = finding ? [await reader.ofFinding(finding)] : await Promise.all(named.map(reader.read))
  const samples = await Promise.all(options.texts('sample').map(reader.read))
  const mapping = mappingFor(rule, events[0], pipelines)
  const draft = draftFilter({ rule, mapping, events, samples })
  if (typeof draft === 'string') {
    const record = events[0] ? recordText(events[0], words) : ''
    throw new Error(words.say(`filter.refused.${draft}`, { record }))
  }
  const findings = await findingsSince(days, options, settings)
  const silenced =
    findings &&
    (await silencedOf(findings, rule.head.id, draft, async (one) => {
      const event = await reader.behind(one)
      return event === null ? null : { event, mapping: mappingFor(rule, event, pipelines) ?? mapping }
    }))
  const notes = notesFor(draft, { words, days: told, silenced, samples: samples.length })
  await hand(rule, [rule], draft, notes, options, output)
}

async function hand(
  { head }: DetectionRule | CorrelationRule,
  rules: readonly DetectionRule[],
  { fields }: Pick<Draft, 'fields'>,
  notes: readonly string[],
  options: Words,
  output: Output,
): Promise<void> {
  const day = new Date().toISOString().slice(0, 10)
  const document = filterDocument({ title: head.title, rules, fields, day, comments: notes })
  const file = options.text('out') ?? `filter-${document.id.slice(0, 8)}.yml`
  // Never over a file that somebody may have changed by hand.
  await writeFile(file, document.yaml, { flag: 'wx', mode: 0o600 })
  for (const note of notes) await output.write(printable(note, 1_000))
  await output.write('')
  for (const line of document.yaml.split('\n').filter((text) => !text.startsWith('#')))
    await output.write(printable(line, 2_000))
  await output.write(wordsOf(languageIn(options)).say('filter.written', { file: printable(file, 500) }))
}

interface Told {
  readonly words: Said
  /** Null: all of a file. */
  readonly days: number | null
  /** Null: no findings were named to look at. */
  readonly silenced: Silenced | null
  /** Null where samples cannot be tried. */
  readonly samples: number | null
}

export function notesFor(
  { fields }: Pick<Draft, 'fields'>,
  { words, days, silenced, samples }: Told,
  more: readonly string[] = [],
): readonly string[] {
  const what = fields
    .map(({ field, values }) =>
      values.map((asked) => words.say('reason.equals', { field, asked: asked.slice(0, 200) })).join(' / '),
    )
    .reduce((one, two) => words.say('filter.and', { one, two }))
  return [
    words.say('filter.what', { what }),
    ...(silenced === null ? [] : [silencedText(silenced, days, words)]),
    ...(silenced && silenced.unknown > 0 ? [words.count('filter.unknown', silenced.unknown)] : []),
    ...(silenced && silenced.all > 1 && silenced.silenced === silenced.all ? [words.say('filter.all')] : []),
    ...(samples === null
      ? []
      : [samples > 0 ? words.count('filter.samples', samples) : words.say('filter.no-samples')]),
    ...more,
    words.say('filter.care'),
  ]
}

/** A file of a scan may be of old logs: then all of it counts, however old. */
function silencedText({ silenced, all }: Silenced, days: number | null, words: Said): string {
  if (days === null) return words.say('filter.silenced.file', { silenced, all })
  return words.say('filter.silenced', { days, silenced, all })
}

/** Null where no findings were named to look at. */
async function findingsSince(
  days: number,
  options: Words,
  settings: RunSettings,
): Promise<AsyncIterable<ToldFinding> | null> {
  if (options.text('findings') === null && settings.config.state === undefined) return null
  return given(options, settings, Date.now() - days * dayMs)
}

async function given(options: Words, settings: RunSettings, since: number | null) {
  const file = options.text('findings')
  return (await findingsFrom(file, settings.config.state ?? null, since)).findings
}

function ruleNamed(
  wanted: string,
  rules: Awaited<ReturnType<RunSettings['equipment']>>['rules'],
): DetectionRule | CorrelationRule {
  const rule = rules.find(({ head }) => [head.id, head.name, head.title].includes(wanted))
  if (!rule)
    throw new Error(
      `No rule "${wanted.slice(0, 100)}" is loaded. Name its folder with --rules, or the finding with 12 signs.`,
    )
  if (rule.kind !== 'filter') return rule
  throw new Error(
    `"${rule.head.title}" is a filter itself. Change its file, or name the rule that it is for.`,
  )
}

function daysIn(options: Words): number {
  const days = Number(options.text('days') ?? 30)
  if (!Number.isInteger(days) || days < 1 || days > 3_660) throw new UsageFault('--days is a number of days.')
  return days
}
