// `sensor indicators LIST…`: what of lists of indicators can be looked up, what cannot and why; writes the set.
// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Fault } from '../../standards/fault/index.ts'
import { jsonLine, printable } from '../engine/printable.ts'
import { type Indicator, indicatorTypes } from '../indicators/indicator.ts'
import { type ListFaults, listFaults } from '../indicators/lists/faults.ts'
import { eachIndicator } from '../indicators/lists/read.ts'
import { IndicatorSetFault } from '../indicators/set/fault.ts'
import { openIndicatorSet } from '../indicators/set/open.ts'
import { indicatorSetOf } from '../indicators/set/write.ts'
import { onWarningList } from '../indicators/warning-lists.ts'
import { type Command, type CommandEnd, jsonOption, type Output, UsageFault } from './command.ts'
import { whyUnread } from './files.ts'

export const indicatorsCommand: Command = {
  name: 'indicators',
  usage: 'LIST… [--write FILE] [--json]   LIST: STIX 2.1, MISP, CSV, or one indicator a line',
  options: { ...jsonOption, write: { type: 'string' } },
  async run(words, output) {
    if (words.positionals.length === 0) throw new UsageFault('Which lists?')
    return listIndicators(words.positionals, words.text('write'), words.is('json'), output)
  },
}

interface ListReport {
  readonly list: string
  readonly indicators: number
  readonly faults: ListFaults
  /** Why the file could not be read; null where it could. */
  readonly unread: string | null
}

async function listIndicators(
  paths: readonly string[],
  target: string | null,
  json: boolean,
  output: Output,
): Promise<CommandEnd> {
  const reading = { lists: [] as ListReport[], warned: 0 }
  const written = indicatorSetOf(readLists(paths, reading))
  const { counts } = openIndicatorSet(written.bytes)
  const { lists, warned } = reading
  const report = {
    lists: lists.map(({ list, indicators: count, faults, unread }) => ({
      list,
      indicators: count,
      leftOut: faults.count(),
      reasons: faults.reasons(),
      faults: faults.list(),
      unread,
    })),
    indicators: written.written,
    types: indicatorTypes.map((type) => ({ type, indicators: counts[type] })),
    doubles: written.doubles,
    red: written.red,
    onWarningList: warned,
    bytes: written.bytes.length,
    file: target,
  }
  const isWhole = lists.every(({ unread }) => unread === null)
  // Half of what was asked for is not written over what was there.
  if (target !== null && isWhole) await writeWhole(target, written.bytes)
  if (json) await output.write(jsonLine(report))
  else for (const line of textOf(report, isWhole)) await output.write(line)
  return isWhole ? 'whole' : 'partial'
}

/** One list and one indicator at a time, because there may be millions. */
function* readLists(
  paths: readonly string[],
  reading: { readonly lists: ListReport[]; warned: number },
): Generator<Indicator> {
  const isWarned = onWarningList()
  for (const path of paths) {
    const faults = listFaults()
    let indicators = 0
    let unread: string | null = null
    try {
      for (const indicator of eachIndicator(readFileSync(path), { name: basename(path) }, faults)) {
        indicators++
        if (isWarned(indicator) !== null) reading.warned++
        yield indicator
      }
    } catch (error) {
      if (error instanceof IndicatorSetFault) throw error
      unread = whyUnread(error)
    }
    reading.lists.push({ list: path, indicators, faults, unread })
  }
}

/** Beside it first: whoever opens the set at this moment finds the old one or the new one. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.new`
  const file = await open(temporary, 'w', 0o644)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(temporary, path)
}

const maxShown = 15

interface Report {
  readonly lists: readonly {
    readonly list: string
    readonly indicators: number
    readonly leftOut: number
    readonly reasons: readonly { readonly because: string; readonly count: number }[]
    readonly faults: readonly Fault[]
    readonly unread: string | null
  }[]
  readonly indicators: number
  readonly types: readonly { readonly type: string; readonly indicators: number }[]
  readonly doubles: number
  readonly red: number
  readonly onWarningList: number
  readonly bytes: number
  readonly file: string | null
}

function textOf(report: Report, isWhole: boolean): readonly string[] {
  const { lists, types, indicators, doubles, red, onWarningList: warned, bytes, file } = report
  return [
    ...lists.flatMap(linesOfList),
    `${indicators} indicators: ${types
      .filter((one) => one.indicators > 0)
      .map((one) => `${one.indicators} ${one.type}`)
      .join(', ')}.`,
    ...(doubles > 0 ? [`  ${doubles} came more than once; what holds longest is kept.`] : []),
    ...(red > 0 ? [`  ${red} are TLP:RED, for those only who were told in person, and are left out.`] : []),
    ...(warned > 0
      ? [
          `  ${warned} are on a warning list (private addresses, resolvers, great sites …): counted, not told.`,
        ]
      : []),
    ...(file === null
      ? []
      : isWhole
        ? [`Written to ${printable(file, 500)}: ${bytes} bytes.`]
        : [`Not written, because a list could not be read. Name only lists that are there.`]),
  ]
}

function linesOfList({ list, indicators, leftOut, reasons, faults, unread }: Report['lists'][number]) {
  const name = printable(list, 500)
  if (unread !== null) return [`${name} ${printable(unread)}`]
  return [
    `${name}: ${indicators} can be looked up, ${leftOut} cannot.`,
    ...reasons.slice(0, maxShown).map(({ because, count }) => `  ${count}: ${printable(because)}`),
    ...faults
      .slice(0, maxShown)
      .map(({ place, detail }) => `  ${printable(place)}: ${printable(detail, 300)}`),
    ...(leftOut > maxShown ? [`  ${leftOut - maxShown} more; --json lists the first 500.`] : []),
  ]
}
