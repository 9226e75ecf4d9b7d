// `sensor explain RULE EVENT`: shows part by part why a rule holds for one event, or where it fails.
// SPDX-License-Identifier: EUPL-1.2
import { type Explanation, explain } from '../engine/explain.ts'
import { groupsOf, type Mapping, selects, sourceName } from '../engine/groups.ts'
import { jsonLine, printable } from '../engine/printable.ts'
import { traitsOf } from '../engine/router.ts'
import { isBroken, type LogEvent } from '../event/event.ts'
import { loadRules } from '../sigma/folder.ts'
import { standardPipelines } from '../sigma/pipelines/pipeline.ts'
import type { DetectionRule } from '../sigma/rule.ts'
import { type Command, jsonOption, type Output, ruleOptions, UsageFault } from './command.ts'
import { openLogFile } from './files.ts'
import { readPlaceholders } from './placeholders.ts'

interface ExplainOptions {
  /** A rule file, or with `rules` an id, a name or a title. */
  readonly rule: string
  /** A log file; `#5` at its end means its fifth record. */
  readonly event: string
  readonly rules: readonly string[]
  readonly json: boolean
  readonly placeholders: string | null
}

export const explainCommand: Command = {
  name: 'explain',
  usage:
    'RULE EVENT [--rules DIR] [--json]   RULE: a file or an id; EVENT: a log file, #5 for its fifth record',
  options: { ...ruleOptions, ...jsonOption },
  async run(words, output) {
    const [rule, event] = words.positionals
    if (rule === undefined || event === undefined || words.positionals.length > 2)
      throw new UsageFault('One rule and one event are needed.')
    const options = { rule, event, rules: words.texts('rules'), json: words.is('json') }
    await explainRule({ ...options, placeholders: words.text('placeholders') }, output)
    return undefined
  },
}

async function explainRule(options: ExplainOptions, output: Output): Promise<void> {
  const rule = await findRule(options)
  const event = await findEvent(options.event)
  const selector = groupsOf([rule], standardPipelines)[0]?.selectors.find((one) =>
    selects(one, traitsOf(event)),
  )
  const mapping: Mapping | null = selector?.mapping ?? null
  const explanation = explain(rule.expression, event, mapping)
  const held = selector !== undefined && explanation.held
  if (options.json)
    return output.write(jsonLine({ ruleId: rule.head.id, held, routed: selector !== undefined, explanation }))
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

async function findRule({ rule: wanted, rules, placeholders }: ExplainOptions): Promise<DetectionRule> {
  const isFile = /\.ya?ml$/i.test(wanted)
  const loaded = await loadRules(isFile ? [wanted] : rules, await readPlaceholders(placeholders))
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

async function findEvent(wanted: string): Promise<LogEvent> {
  const [, path = wanted, number = '1'] = /^(.*)#(\d{1,9})$/.exec(wanted) ?? []
  const log = await openLogFile(path, { now: Date.now() })
  if (log.parser === null) throw new Error(`No parser knows the format of ${path}.`)
  for await (const item of log.items) {
    if (item.record !== Number(number)) continue
    if (isBroken(item)) throw new Error(`Record ${number} is broken: ${item.fault}`)
    return item
  }
  throw new Error(`${path} has no record ${number}.`)
}
