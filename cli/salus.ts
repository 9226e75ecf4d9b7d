// The operator's command line: finds the command, runs it, and prints errors with their remedy.
// SPDX-License-Identifier: EUPL-1.2
import { Refusal } from '../platform/http/problem.ts'
import { type Command, type Output, UsageError } from './command.ts'

/** Loaded when it is called: all of them together take seconds. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  'import advisories': async () => (await import('./import-advisories.ts')).importAdvisories,
  'import-families': async () => (await import('./import-families.ts')).importFamilies,
  match: async () => (await import('./match.ts')).match,
  'match-again': async () => (await import('./match-again.ts')).matchAgain,
  rematch: async () => (await import('./rematch.ts')).rematch,
  explain: async () => (await import('./explain.ts')).explain,
  quality: async () => (await import('./quality.ts')).quality,
  coverage: async () => (await import('./coverage.ts')).coverage,
  clocks: async () => (await import('./clocks.ts')).clocks,
  'journal verify': async () => (await import('./journal-verify.ts')).journalVerify,
  distribute: async () => (await import('./distribute.ts')).distribute,
  'example remove': async () => (await import('./example-remove.ts')).exampleRemove,
  versions: async () => (await import('./versions.ts')).versions,
  'rules explain': async () => (await import('./rules.ts')).rulesExplain,
  'rules list': async () => (await import('./rules.ts')).rulesList,
  catalogue: async () => (await import('./catalogue.ts')).catalogue,
  'badge verify': async () => (await import('./badge.ts')).badgeVerify,
  'badge keys': async () => (await import('./badge.ts')).badgeKeys,
  'badge new-key': async () => (await import('./badge.ts')).badgeNewKey,
  'frameworks import': async () => (await import('./frameworks.ts')).frameworksImport,
  'sensors package': async () => (await import('./sensors-package.ts')).sensorsPackage,
  'sensors publish': async () => (await import('./sensors.ts')).sensorsPublish,
}

const output: Output = {
  print: (line) => process.stdout.write(`${line}\n`),
  say: (line) => process.stderr.write(`${line}\n`),
  progress: (line) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${line}`)
  },
}

async function main(words: readonly string[]): Promise<number> {
  const name = Object.keys(commands).find((one) => words.slice(0, one.split(' ').length).join(' ') === one)
  const command = name === undefined ? undefined : await commands[name]?.()
  if (!command) {
    output.say(
      words.length === 0 || words[0] === 'help' || words[0] === '--help'
        ? 'Commands:'
        : `There is no command "${words.join(' ')}". These are the commands:`,
    )
    for (const load of Object.values(commands)) {
      const { usage, purpose } = await load()
      output.say(`  npm run salus -- ${usage}\n      ${purpose}`)
    }
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
