// What a command of the sensor is: its words, its options, and how it ends.
// SPDX-License-Identifier: EUPL-1.2
import { parseArgs } from 'node:util'
import { type RuleLevel, ruleLevels } from '../sigma/rule.ts'

/** Whether everything that was asked for was done: exit codes 0, 1 and 130. */
export type CommandEnd = 'whole' | 'partial' | 'stopped'

export interface Output {
  /** Resolves when more may be written: findings never pile up in memory. */
  write(line: string): Promise<void>
  note(line: string): void
}

export interface OptionKind {
  readonly type: 'string' | 'boolean'
  readonly multiple?: boolean
}

export interface Command {
  readonly name: string
  /** What follows the name. */
  readonly usage: string
  /** By name, without the dashes. */
  readonly options: Readonly<Record<string, OptionKind>>
  /** Throws UsageFault for words that it does not understand; `stop` is asked for by commands that run long. */
  run(words: Words, output: Output, stop: () => AbortSignal): Promise<CommandEnd | undefined>
}

/** The words after a command's name, each looked up by its option. */
export interface Words {
  readonly positionals: readonly string[]
  text(option: string): string | null
  texts(option: string): readonly string[]
  is(option: string): boolean
}

/** Words that are not understood: what is wrong with them, or what is missing. */
export class UsageFault extends Error {}

/** Options that several commands have. */
export const ruleOptions = {
  rules: { type: 'string', multiple: true },
  placeholders: { type: 'string' },
} as const satisfies Command['options']
export const jsonOption = { json: { type: 'boolean' } } as const satisfies Command['options']
export const levelOption = { level: { type: 'string' } } as const satisfies Command['options']
/** `sensor.yaml`, and the folder in which the sensor keeps what it must remember. */
export const placeOptions = {
  config: { type: 'string' },
  state: { type: 'string' },
} as const satisfies Command['options']

export function wordsFor(options: Command['options'], words: readonly string[]): Words {
  const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options })
  const all = (option: string): readonly (string | boolean)[] => {
    const given = Object.hasOwn(values, option) ? values[option] : undefined
    return given === undefined ? [] : Array.isArray(given) ? given : [given]
  }
  return {
    positionals,
    text: (option) => all(option).map(String).at(-1) ?? null,
    texts: (option) => all(option).map(String),
    is: (option) => all(option).includes(true),
  }
}

export function levelIn(words: Words): RuleLevel | null {
  const wanted = words.text('level')
  if (wanted === null) return null
  const level = ruleLevels.find((known) => known === wanted)
  if (!level) throw new UsageFault(`--level is one of ${ruleLevels.join(', ')}.`)
  return level
}
