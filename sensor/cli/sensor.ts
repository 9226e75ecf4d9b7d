// The sensor's command line: scan, explain, rules; one line of the table for each command.
// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { printable } from '../engine/printable.ts'
import { type RuleLevel, ruleLevels } from '../sigma/rule.ts'
import { explainRule } from './explain.ts'
import { whyUnread } from './files.ts'
import { listRules } from './rules.ts'
import { type Output, type ScanEnd, scan } from './scan.ts'

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
  readonly run: (words: Words, output: Output) => Promise<ScanEnd | undefined>
}

/** 2 is for words that are not understood, 1 also for whatever else kept a command from its work. */
const exitCodes: Readonly<Record<ScanEnd, number>> = { whole: 0, partial: 1, stopped: 130 }

const commands: Readonly<Record<string, Command>> = {
  scan: {
    usage: 'scan PATH… --rules DIR [--level LEVEL] [--placeholders FILE] [--json]',
    refuse: ({ positionals, rules }) =>
      positionals.length === 0
        ? 'Which logs?'
        : rules.length === 0
          ? 'Which rules? Name their folder with --rules.'
          : null,
    run: ({ positionals, ...options }, output) =>
      scan({ ...options, paths: positionals }, output, stopSignal()),
  },
  explain: {
    usage:
      'explain RULE EVENT [--rules DIR] [--json]   RULE: a file or an id; EVENT: a log file, #5 for its fifth record',
    refuse: ({ positionals }) => (positionals.length === 2 ? null : 'One rule and one event are needed.'),
    async run({ positionals: [rule = '', event = ''], ...options }, output) {
      await explainRule({ ...options, rule, event }, output)
      return undefined
    },
  },
  rules: {
    usage: 'rules DIR… [--placeholders FILE] [--json]',
    refuse: ({ positionals, rules }) => (positionals.length + rules.length > 0 ? null : 'Which folder?'),
    async run({ positionals, rules, placeholders, json }, output) {
      await listRules([...positionals, ...rules], placeholders, json, output)
      return undefined
    },
  },
}

const explanations = `
--rules          a folder of Sigma rules, such as a copy of github.com/SigmaHQ/sigma, or one file; may be named again
--level          the lowest level told: ${ruleLevels.join(', ')}
--placeholders   a YAML or JSON file with the values of %names% in rules
--json           one JSON object a finding on the output, the summary as one object on the error output

scan ends with 0 if all could be looked at, 1 if a path, file, folder or rule file could not be read, 2 if the words
are not understood, 130 if it was stopped. Findings do not change it.
`

process.exitCode = await main(process.argv.slice(2))

async function main([name = '', ...rest]: readonly string[]): Promise<number> {
  if (name === 'help' || [name, ...rest].some((word) => word === '--help' || word === '-h')) return help()
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) return usage(name === '' ? 'Which command?' : `There is no command "${name}".`)
  try {
    const words = wordsOf(rest)
    if (typeof words === 'string') return usage(words)
    const refused = command.refuse(words)
    if (refused !== null) return usage(refused)
    return exitCodes[(await command.run(words, standardOutput())) ?? 'whole']
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
      return usage(`${error.message.split('. ')[0]}.`)
    // A missing folder, an unreadable rule: the person at the keyboard can act on each.
    process.stderr.write(`${printable(messageOf(error), 1_000)}\n`)
    return 1
  }
}

function messageOf(error: unknown): string {
  if (error instanceof Error && 'path' in error) return `${error.path} ${whyUnread(error)}`
  return error instanceof Error ? error.message : String(error)
}

/** Ctrl-C ends a scan with what it has found and the summary; a second one ends the process. */
function stopSignal(): AbortSignal {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  return stop.signal
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

function usage(problem: string): number {
  process.stderr.write(`${printable(problem)}\n${usageText()}`)
  return 2
}

function help(): number {
  process.stdout.write(`${usageText()}${explanations}`)
  return 0
}

function usageText(): string {
  return `Usage:\n${Object.values(commands)
    .map((command) => `  sensor ${command.usage}\n`)
    .join('')}`
}

function standardOutput(): Output {
  // A reader that closes early (`| head`) ends the scan without a stack trace.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    process.stderr.write(`The findings cannot be written (${error.code}), so the scan ends here.\n`)
    process.exit(1)
  })
  // Findings go on where nobody reads the notes.
  process.stderr.on('error', () => undefined)
  return {
    async write(line) {
      if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain')
    },
    note(line) {
      process.stderr.write(`${line}\n`)
    },
  }
}
