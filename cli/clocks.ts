// `clocks`: computes the legal clocks of incidents from lines of facts, without any database.
// SPDX-License-Identifier: EUPL-1.2
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { dutiesFor, explainDuty, type FactLine, readFactLine } from '../capabilities/incidents/index.ts'
import { formatInstant, loadTranslations, type Translator } from '../platform/i18n/index.ts'
import { type Command, type Output, requireValue, UsageError } from './command.ts'

const maxFileBytes = 200 * 1024 * 1024

/** One line out for each line in, in their order. A line with a fault is answered on standard error, and the code is 1. */
export const clocks: Command = {
  name: 'clocks',
  usage: 'clocks --facts FILE [--json]   (FILE: JSON lines; - is standard input)',
  purpose:
    'Compute what a hospital owes to whom by when after an incident, with the reasons. See docs/using/incident-clocks.md.',
  async run(words, output) {
    const file = requireValue(words, '--facts')
    const input = file === '-' ? process.stdin : await openFile(file)
    const translator = loadTranslations(join(import.meta.dirname, '../translations')).translator('en')
    const print = words.includes('--json') ? printJson : printText
    const now = new Date()
    let lineNumber = 0
    let isFaulty = false
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      lineNumber++
      // An editor may begin the file with a byte-order mark.
      const written = lineNumber === 1 ? text.replace(/^\uFEFF/, '') : text
      if (written.trim() === '') continue
      const { line, faults, remarks } = readFactLine(written, now)
      for (const { pointer, detail } of remarks) output.say(`Line ${lineNumber}, ${pointer}: ${detail}.`)
      for (const { pointer, detail } of faults)
        output.say(`Line ${lineNumber}${pointer && `, ${pointer}`}: ${detail}. This line was not answered.`)
      if (line) print(line, translator, output)
      else isFaulty = true
    }
    return isFaulty ? 1 : 0
  },
}

async function openFile(file: string): Promise<NodeJS.ReadableStream> {
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) throw new UsageError(`There is no file "${file}".`)
  if (found.size > maxFileBytes)
    throw new UsageError(`"${file}" is larger than ${maxFileBytes / 1024 / 1024} MB. Split it.`)
  return createReadStream(file, 'utf8')
}

function printJson({ id, situation, at }: FactLine, translator: Translator, output: Output): void {
  const duties = dutiesFor(situation, at).map((duty) => ({
    rule: duty.rule.key,
    applies: duty.applies,
    dueAt: duty.dueAt?.toISOString() ?? null,
    because: explainDuty(duty, { translator, timeZone: situation.timeZone }),
  }))
  output.print(JSON.stringify({ id, duties }))
}

function printText({ id, situation, at }: FactLine, translator: Translator, output: Output): void {
  const { timeZone } = situation
  output.print(`${id} (${situation.country}, times of ${timeZone})`)
  for (const duty of dutiesFor(situation, at)) {
    const due = duty.dueAt
      ? formatInstant(duty.dueAt, { translator, timeZone, style: 'instant-year' })
      : 'no time'
    const name = translator.find(`duties.rule.${duty.rule.key}.name`) ?? duty.rule.key
    output.print(
      `\n  ${duty.rule.key}  ${name}\n    ${translator.t(`duties.applies.${duty.applies}`)} · ${translator.t(`duties.state.${duty.state}`)} · ${due}`,
    )
    for (const sentence of explainDuty(duty, { translator, timeZone })) output.print(`      ${sentence}`)
  }
  output.print('')
}
