// The sensor's command line: scan, explain, rules; one line of the table for each command.
// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { printable } from '../engine/printable.ts'
import { type RuleLevel, ruleLevels } from '../sigma/rule.ts'
import { explainRule } from './explain.ts'
import { listRules } from './rules.ts'
import { type Output, scan } from './scan.ts'

interface Words {
  readonly positionals: readonly string[]
  readonly rules: readonly string[]
  readonly json: boolean
  readonly level: RuleLevel
  readonly placeholders: string | null
}

interface Command {
  readonly usage: string
  /** What is wrong with the words, or null. */
  readonly refuse: (words: Words) => string | null
  readonly run: (words: Words, output: Output) => Promise<unknown>
}

const commands: Readonly<Record<string, Command>> = {
  scan: {
    usage: 'scan PATH… --rules DIR [--level LEVEL] [--placeholders FILE] [--json]',
    refuse: ({ positionals, rules }) =>
      positionals.length === 0
        ? 'Which logs?'
        : rules.length === 0
          ? 'Which rules? Name their folder with --rules.'
          : null,
    run: ({ positionals, ...options }, output) => scan({ ...options, paths: positionals }, output),
  },
  explain: {
    usage:
      'explain RULE EVENT [--rules DIR] [--json]   RULE: a file or an id; EVENT: a log file, #5 for its fifth record',
    refuse: ({ positionals }) => (positionals.length === 2 ? null : 'One rule and one event are needed.'),
    run: ({ positionals: [rule = '', event = ''], ...options }, output) =>
      explainRule({ ...options, rule, event }, output),
  },
  rules: {
    usage: 'rules DIR… [--placeholders FILE] [--json]',
    refuse: ({ positionals, rules }) => (positionals.length + rules.length > 0 ? null : 'Which folder?'),
    run: ({ positionals, rules, placeholders, json }, output) =>
      listRules([...positionals, ...rules], placeholders, json, output),
  },
}

process.exitCode = await main(process.argv.slice(2))

async function main([name = '', ...rest]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command)
    return usage(
      name === '' || name === 'help' || name === '--help' ? null : `There is no command "${name}".`,
    )
  try {
    const words = wordsOf(rest)
    const refused = typeof words === 'string' ? words : command.refuse(words)
    if (refused !== null || typeof words === 'string') return usage(refused)
    await command.run(words, standardOutput())
    return 0
  } catch (error) {
    // Wrong options, a missing folder, an unreadable rule: the person at the keyboard can act on each.
    process.stderr.write(`${printable(messageOf(error), 1_000)}\n`)
    return 1
  }
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code, path } = error as NodeJS.ErrnoException
  if (code === 'ENOENT')
    return `${path ?? 'A file'} does not exist. Look at the path and run the command again.`
  if (code === 'EACCES')
    return `${path ?? 'A file'} may not be read by this account. Run the sensor with an account that may.`
  return error.message
}

function wordsOf(words: readonly string[]): Words | string {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      rules: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
      level: { type: 'string', default: 'informational' },
      placeholders: { type: 'string' },
    },
  })
  const level = ruleLevels.find((known) => known === values.level)
  if (!level) return `--level is one of ${ruleLevels.join(', ')}.`
  return {
    positionals,
    rules: values.rules,
    json: values.json,
    level,
    placeholders: values.placeholders ?? null,
  }
}

function usage(problem: string | null): number {
  const lines = Object.values(commands).map((command) => `  sensor ${command.usage}`)
  process.stderr.write(`${problem ? `${printable(problem)}\n` : ''}Usage:\n${lines.join('\n')}\n`)
  return problem === null ? 0 : 2
}

function standardOutput(): Output {
  // A reader that closes early (`| head`) ends the scan without a stack trace.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  return {
    async write(line) {
      if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain')
    },
    note(line) {
      process.stderr.write(`${line}\n`)
    },
  }
}
