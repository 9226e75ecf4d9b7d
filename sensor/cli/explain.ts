// `sensor explain RULE EVENT`: shows part by part why a rule holds for one event, or where it fails.
// SPDX-License-Identifier: EUPL-1.2
import { type Explanation, explain } from '../engine/explain.ts'
import { withFilters } from '../engine/filters.ts'
import { sourceName } from '../engine/groups.ts'
import { jsonLine, printable } from '../engine/printable.ts'
import { selectorFor } from '../engine/router.ts'
import { isBroken, type LogEvent } from '../event/event.ts'
import type { ReadingContext } from '../parsers/parser.ts'
import { openLogFile } from '../run/files.ts'
import { type LoadedRules, loadRules } from '../sigma/folder.ts'
import type { Pipeline } from '../sigma/pipelines/pipeline.ts'
import type { DetectionRule, FilterRule } from '../sigma/rule.ts'
import { type Command, jsonOption, type Output, placeOptions, ruleOptions, UsageFault } from './command.ts'
import { readPlaceholders } from './placeholders.ts'
import { settingOptions, settingsOf } from './settings.ts'

export const explainCommand: Command = {
  name: 'explain',
  usage:
    'RULE EVENT [--rules DIR] [--state DIR] [--health] [--context DIR] [--json]   RULE: a file or an id; EVENT: a log file, #5 for its fifth record',
  options: { ...ruleOptions, ...jsonOption, ...placeOptions, ...settingOptions },
  async run(words, output) {
    const [rule, event] = words.positionals
    if (rule === undefined || event === undefined || words.positionals.length > 2)
      throw new UsageFault('One rule and one event are needed.')
    const settings = await settingsOf(words, 'informational')
    // As a scan with the same words would see rule and event: with packs, filters, pipelines and what the hospital knows.
    const equipment = await settings.equipment()
    const isFile = /\.ya?ml$/i.test(rule)
    const loaded = isFile
      ? await loadRules([rule], await readPlaceholders(settings.config.placeholders ?? null))
      : equipment
    const read = await findEvent(event, await settings.reading())
    const filters = equipment.rules.filter((one): one is FilterRule => one.kind === 'filter')
    const found = findRule(rule, isFile, loaded)
    const given: Given = {
      rule: withFilters([found], filters).rules[0] ?? found,
      event: equipment.enrich?.(read) ?? read,
      pipelines: equipment.pipelines,
    }
    await explainRule(given, words.is('json'), output)
    return undefined
  },
}

interface Given {
  readonly rule: DetectionRule
  readonly event: LogEvent
  readonly pipelines: readonly Pipeline[]
}

async function explainRule({ rule, event, pipelines }: Given, json: boolean, output: Output): Promise<void> {
  const selector = selectorFor(rule, event, pipelines)
  const explanation = explain(rule.expression, event, selector?.mapping ?? null)
  const held = selector !== null && explanation.held
  if (json)
    return output.write(jsonLine({ ruleId: rule.head.id, held, routed: selector !== null, explanation }))
  await output.write(
    `${printable(rule.head.title)} ${held ? 'holds' : 'does not hold'} for record ${event.record} of ${printable(event.source, 500)}.`,
  )
  const source = sourceName(rule.logSource)
  await output.write(
    selector
      ? `${mark(true)} log source ${printable(source)}`
      : `${mark(false)} log source ${printable(source)}: the event is not of it, so the rule never sees the event`,
  )
  for (const line of linesOf(explanation, 0)) await output.write(line)
}

function linesOf({ text, held, parts }: Explanation, depth: number): readonly string[] {
  return [`${'  '.repeat(depth)}${mark(held)} ${text}`, ...parts.flatMap((part) => linesOf(part, depth + 1))]
}

function mark(held: boolean): string {
  return held ? '[yes]' : '[no] '
}

function findRule(
  wanted: string,
  isFile: boolean,
  loaded: Pick<LoadedRules, 'rules' | 'faults'>,
): DetectionRule {
  const [fault] = loaded.faults
  const found = loaded.rules.filter(
    (rule): rule is DetectionRule =>
      rule.kind === 'detection' &&
      (isFile || [rule.head.id, rule.head.name, rule.head.title].includes(wanted)),
  )
  const [first] = found
  if (first) return first
  if (isFile && fault) throw new Error(`The rule cannot be read: ${fault.place}: ${fault.because}.`)
  throw new Error(
    isFile
      ? 'The file has no detection rule.'
      : `No detection rule "${wanted}" is loaded. Name its file, or the folder that has it with --rules.`,
  )
}

async function findEvent(
  wanted: string,
  reading: Pick<ReadingContext, 'timeZone' | 'patientKey'>,
): Promise<LogEvent> {
  const [, path = wanted, number = '1'] = /^(.*)#(\d{1,9})$/.exec(wanted) ?? []
  const log = await openLogFile(path, { now: Date.now(), ...reading })
  if (log.parser === null) throw new Error(`No parser knows the format of ${path}.`)
  for await (const item of log.items) {
    if (item.record !== Number(number)) continue
    if (isBroken(item)) throw new Error(`Record ${number} is broken: ${item.fault}`)
    return item
  }
  throw new Error(`${path} has no record ${number}.`)
}
