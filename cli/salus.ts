// The operator's command line: finds the command, runs it, and prints errors with their remedy.
// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../platform/http/problem.ts'
import { badgeKeys, badgeNewKey, badgeVerify } from './badge.ts'
import { catalogue } from './catalogue.ts'
import { clocks } from './clocks.ts'
import { type Command, type Output, UsageError } from './command.ts'
import { coverage } from './coverage.ts'
import { distribute } from './distribute.ts'
import { exampleRemove } from './example-remove.ts'
import { explain } from './explain.ts'
import { frameworksImport } from './frameworks.ts'
import { importAdvisories } from './import-advisories.ts'
import { importFamilies } from './import-families.ts'
import { journalVerify } from './journal-verify.ts'
import { match } from './match.ts'
import { matchAgain } from './match-again.ts'
import { quality } from './quality.ts'
import { rematch } from './rematch.ts'
import { rulesExplain, rulesList } from './rules.ts'
import { sensorsPublish } from './sensors.ts'
import { versions } from './versions.ts'

const commands: readonly Command[] = [
  importAdvisories,
  importFamilies,
  match,
  matchAgain,
  rematch,
  explain,
  quality,
  coverage,
  clocks,
  journalVerify,
  distribute,
  exampleRemove,
  versions,
  rulesExplain,
  rulesList,
  catalogue,
  badgeVerify,
  badgeKeys,
  badgeNewKey,
  frameworksImport,
  sensorsPublish,
]

const output: Output = {
  print: (line) => process.stdout.write(`${line}\n`),
  say: (line) => process.stderr.write(`${line}\n`),
  progress: (line) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${line}`)
  },
}

async function main(words: readonly string[]): Promise<number> {
  const command = commands.find((one) => words.slice(0, one.name.split(' ').length).join(' ') === one.name)
  if (!command) {
    output.say(
      words.length === 0 || words[0] === 'help' || words[0] === '--help'
        ? 'Commands:'
        : `There is no command "${words.join(' ')}". These are the commands:`,
    )
    for (const one of commands) output.say(`  npm run salus -- ${one.usage}\n      ${one.purpose}`)
    return words.length === 0 || words[0] === 'help' || words[0] === '--help' ? 0 : 2
  }
  try {
    return await command.run(words.slice(command.name.split(' ').length), output)
  } catch (error) {
    return reportError(error, command)
  }
}

function reportError(error: unknown, command: Command): number {
  if (error instanceof UsageError) {
    output.say(`${error.message}\nUsage: npm run salus -- ${command.usage}`)
    return 2
  }
  if (error instanceof Refusal) {
    output.say(`${error.message}\n${error.remedy}`)
    return 1
  }
  output.say(error instanceof Error ? error.message : String(error))
  return 1
}

process.exitCode = await main(process.argv.slice(2))
