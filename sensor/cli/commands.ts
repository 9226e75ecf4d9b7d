// All commands, and what the words after `sensor` lead to: one line of the list for each command.
// SPDX-License-Identifier: EUPL-1.2
import { printable } from '../engine/printable.ts'
import { whyUnread } from '../run/files.ts'
import { type Command, type CommandEnd, type Output, UsageFault, wordsFor } from './command.ts'
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

/** Resolves with the exit code. */
export async function runSensor(
  [name = '', ...rest]: readonly string[],
  output: Output,
  stop: () => AbortSignal,
): Promise<number> {
  if (name === 'help' || [name, ...rest].some((word) => word === '--help' || word === '-h')) {
    await output.write(`${await usageText()}${explanations.trimEnd()}`)
    return 0
  }
  const command = Object.hasOwn(commands, name) ? await commands[name]?.() : undefined
  if (!command) return usage(name === '' ? 'Which command?' : `There is no command "${name}".`, output)
  try {
    return exitCodes[(await command.run(wordsFor(command.options, rest), output, stop)) ?? 'whole']
  } catch (error) {
    if (error instanceof UsageFault) return usage(error.message, output)
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
      return usage(`${error.message.split('. ')[0]}.`, output)
    // A missing folder, an unreadable rule: the person at the keyboard can act on each.
    output.note(printable(messageOf(error), 1_000))
    return 1
  }
}

function messageOf(error: unknown): string {
  if (error instanceof Error && 'path' in error && 'code' in error) return `${error.path} ${whyUnread(error)}`
  return error instanceof Error ? error.message : String(error)
}

async function usage(problem: string, output: Output): Promise<number> {
  output.note(`${printable(problem)}\n${(await usageText()).trimEnd()}`)
  return 2
}

async function usageText(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()))
  return `Usage:\n${all.map(({ name, usage: words }) => `  sensor ${name} ${words}\n`).join('')}`
}
