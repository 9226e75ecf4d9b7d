// The sensor's command line: one line of the list for each command.
// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events'
import { printable } from '../engine/printable.ts'
import { type Command, type CommandEnd, type Output, UsageFault, wordsFor } from './command.ts'
import { whyUnread } from './files.ts'
import { explanations } from './help.ts'

/** One a line, and loaded when it is called: all of them together take a second. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  scan: async () => (await import('./scan.ts')).scanCommand,
  watch: async () => (await import('./watch.ts')).watchCommand,
  status: async () => (await import('./status.ts')).statusCommand,
  explain: async () => (await import('./explain.ts')).explainCommand,
  rules: async () => (await import('./rules.ts')).rulesCommand,
  pack: async () => (await import('./pack.ts')).packCommand,
  indicators: async () => (await import('./indicators.ts')).indicatorsCommand,
  report: async () => (await import('./report.ts')).reportCommand,
  coverage: async () => (await import('./coverage.ts')).coverageCommand,
  filter: async () => (await import('./filter.ts')).filterCommand,
  enrol: async () => (await import('./enrol.ts')).enrolCommand,
  sightings: async () => (await import('./sightings.ts')).sightingsCommand,
}

/** 2 is for words that are not understood, 1 also for whatever else kept a command from its work. */
const exitCodes: Readonly<Record<CommandEnd, number>> = { whole: 0, partial: 1, stopped: 130 }

process.exitCode = await main(process.argv.slice(2))

async function main([name = '', ...rest]: readonly string[]): Promise<number> {
  if (name === 'help' || [name, ...rest].some((word) => word === '--help' || word === '-h')) return help()
  const command = Object.hasOwn(commands, name) ? await commands[name]?.() : undefined
  if (!command) return usage(name === '' ? 'Which command?' : `There is no command "${name}".`)
  try {
    const end = await command.run(wordsFor(command.options, rest), standardOutput(), stopSignal)
    return exitCodes[end ?? 'whole']
  } catch (error) {
    if (error instanceof UsageFault) return usage(error.message)
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
      return usage(`${error.message.split('. ')[0]}.`)
    // A missing folder, an unreadable rule: the person at the keyboard can act on each.
    process.stderr.write(`${printable(messageOf(error), 1_000)}\n`)
    return 1
  }
}

function messageOf(error: unknown): string {
  if (error instanceof Error && 'path' in error && 'code' in error) return `${error.path} ${whyUnread(error)}`
  return error instanceof Error ? error.message : String(error)
}

/** Ctrl-C ends a command in good order; a second one ends the process. */
function stopSignal(): AbortSignal {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
  return stop.signal
}

async function usage(problem: string): Promise<number> {
  process.stderr.write(`${printable(problem)}\n${await usageText()}`)
  return 2
}

async function help(): Promise<number> {
  process.stdout.write(`${await usageText()}${explanations}`)
  return 0
}

async function usageText(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()))
  return `Usage:\n${all.map(({ name, usage: words }) => `  sensor ${name} ${words}\n`).join('')}`
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
