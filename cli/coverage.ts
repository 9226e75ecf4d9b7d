// `coverage`: how many version statements of advisories are read, and which forms are not.
// SPDX-License-Identifier: EUPL-1.2
import { type Counts, type CoverageReport, coverageFolder, measureCoverage } from '../quality/coverage.ts'
import type { Command, Output } from './command.ts'

export const coverage: Command = {
  name: 'coverage',
  usage: 'coverage [FOLDER] [--json]',
  purpose:
    'Count the version statements of CSAF documents that are read, and list the commonest unread forms.',
  async run(words, output) {
    const folder = words.find((word) => !word.startsWith('--')) ?? coverageFolder()
    if (folder === null) {
      output.say(
        'No advisories found. Give a folder with .jsonl or .jsonl.gz files, or set SALUS_TEST_DATA to the folder with csaf-cisa.',
      )
      return 1
    }
    const report = await measureCoverage(folder)
    if (words.includes('--json')) output.print(JSON.stringify(report, null, 2))
    else printReport(report, output)
    return 0
  },
}

function printReport({ total, sets, unreadForms }: CoverageReport, { print }: Output): void {
  for (const [name, counts] of [...Object.entries(sets), ['total', total] as const]) print(line(name, counts))
  print(`\n${unreadForms.length} commonest forms that are not read:`)
  for (const { form, count, example } of unreadForms)
    print(`${String(count).padStart(5)}  ${form}   e.g. ${JSON.stringify(example.slice(0, 80))}`)
}

function line(name: string, counts: Counts): string {
  const { documents, statements, allVersions, parsed, members, cannotTell, readShare } = counts
  return (
    `${name}: ${documents} documents, ${statements} statements; all versions ${allVersions}, parsed ${parsed}, ` +
    `models or products ${members}, cannot tell ${cannotTell}; read ${(readShare * 100).toFixed(2)} %`
  )
}
