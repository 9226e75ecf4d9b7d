// `rules`: explains what decision tables say of lines of facts, and lists the tables; without any database.
// SPDX-License-Identifier: EUPL-1.2
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { audienceTable, ownItems } from '../capabilities/catalogue/index.ts'
import {
  type Decision,
  type DecisionTable,
  decide,
  readFactKeys,
  textIn,
} from '../capabilities/facts/index.ts'
import { regulationTables } from '../capabilities/regulation/index.ts'
import { type Command, type Output, optionValues, requireValue, UsageError } from './command.ts'
import { type FactsLine, readFactsLine } from './rules-line.ts'

const maxFileBytes = 200 * 1024 * 1024

export const rulesList: Command = {
  name: 'rules list',
  usage: 'rules list [--json]',
  purpose: 'List the decision tables: those of the law, and for whom each item of the catalogue is.',
  async run(words, output) {
    const print = words.includes('--json') ? listAsJson : listAsText
    for (const table of allTables()) print(table, output)
    return 0
  },
}

/** One line out for each line in and each table, in their order. A line with a fault is answered on standard error, and the code is 1. */
export const rulesExplain: Command = {
  name: 'rules explain',
  usage:
    'rules explain --facts FILE [--table KEY …] [--json]   (FILE: JSON lines {"id", "facts"}; - is standard input)',
  purpose:
    'Say what decision tables answer to facts, with the rows that decided and the facts that lack. See docs/using/duties.md.',
  async run(words, output) {
    const file = requireValue(words, '--facts')
    const tables = chosenTables(tablesNamed(words), words.includes('--table'))
    const input = file === '-' ? process.stdin : await openFile(file)
    const print = words.includes('--json') ? explainAsJson : explainAsText
    const keys = readFactKeys()
    let lineNumber = 0
    let isFaulty = false
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      lineNumber++
      // An editor may begin the file with a byte-order mark.
      const written = lineNumber === 1 ? text.replace(/^\uFEFF/, '') : text
      if (written.trim() === '') continue
      const { line, faults } = readFactsLine(written, keys)
      for (const { pointer, detail } of faults)
        output.say(`Line ${lineNumber}${pointer && `, ${pointer}`}: ${detail}. This line was not answered.`)
      if (line) for (const table of tables) print(line, decide(table, line.facts), output)
      else isFaulty = true
    }
    return isFaulty ? 1 : 0
  },
}

function allTables(): readonly DecisionTable[] {
  return [...regulationTables().values(), ...ownItems().map(audienceTable)]
}

/** Behind each `--table`, one or several. */
function tablesNamed(words: readonly string[]): readonly string[] {
  return words.flatMap((word, index) =>
    word === '--table' ? optionValues(words.slice(index), '--table') : [],
  )
}

function chosenTables(wanted: readonly string[], isChosen: boolean): readonly DecisionTable[] {
  const all = allTables()
  if (!isChosen) return all
  if (wanted.length === 0) throw new UsageError('--table needs the key of a table.')
  return wanted.map((key) => {
    const found = all.find((table) => table.key === key)
    if (!found) throw new UsageError(`There is no table "${key}". "rules list" names them.`)
    return found
  })
}

async function openFile(file: string): Promise<NodeJS.ReadableStream> {
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) throw new UsageError(`There is no file "${file}".`)
  if (found.size > maxFileBytes)
    throw new UsageError(`"${file}" is larger than ${maxFileBytes / 1024 / 1024} MB. Split it.`)
  return createReadStream(file, 'utf8')
}

function explainAsJson({ id }: FactsLine, decision: Decision, output: Output): void {
  const { table, answer, possible, rows, lacking } = decision
  output.print(
    JSON.stringify({
      id,
      table: table.key,
      version: table.version,
      answer,
      possible,
      rows: rows.map((row) => ({ id: row.id, article: row.article ?? null })),
      lacking,
    }),
  )
}

function explainAsText({ id }: FactsLine, decision: Decision, output: Output): void {
  const { table, answer, possible, rows, lacking } = decision
  output.print(`${id} · ${textIn(table.title, 'en')} (${table.key} ${table.version})`)
  output.print(
    answer === 'unknown'
      ? `  unknown: may still be ${possible.join(', ')}; nobody has said ${lacking.join(', ')}`
      : `  ${answer}`,
  )
  for (const row of rows) {
    const article = row.article ? `${table.source}, ${row.article}` : table.source
    const because = row.because ? `: ${textIn(row.because, 'en')}` : ''
    output.print(`    ${answer === 'unknown' ? 'open: ' : ''}${row.id} (${article})${because}`)
  }
  if (table.verifiedBy === null)
    output.print('    Unverified: nobody has compared this table with its source.')
  output.print('')
}

function listAsJson(table: DecisionTable, output: Output): void {
  const { key, version, source, articles, validFrom, validTo, verifiedBy, outcomes, rows } = table
  output.print(
    JSON.stringify({
      table: key,
      version,
      title: table.title.en,
      source,
      articles,
      validFrom,
      validTo,
      verifiedBy,
      outcomes,
      rows: rows.length,
    }),
  )
}

function listAsText(
  { key, version, title, source, validFrom, verifiedBy, rows }: DecisionTable,
  output: Output,
) {
  output.print(
    `${key} ${version}  ${title.en}\n    ${source} · from ${validFrom} · ${rows.length} ${rows.length === 1 ? 'row' : 'rows'} · ${verifiedBy ? `verified by ${verifiedBy}` : 'unverified'}`,
  )
}
