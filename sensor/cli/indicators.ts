// `sensor indicators LIST…`: what of lists of indicators can be looked up, what cannot and why; writes the set.
// SPDX-License-Identifier: EUPL-1.2
import { basename } from 'node:path'
import { jsonLine, printable } from '../engine/printable.ts'
import { indicatorTypes } from '../indicators/indicator.ts'
import { setOfLists } from '../indicators/lists/together.ts'
import { openIndicatorSet } from '../indicators/set/open.ts'
import { writePublic } from '../state/durable.ts'
import { type Command, type CommandEnd, jsonOption, type Output, UsageFault } from './command.ts'
import { type ListReport, linesOfList, reportOf } from './list-lines.ts'

export const indicatorsCommand: Command = {
  name: 'indicators',
  usage: 'LIST… [--write FILE] [--json]   LIST: STIX 2.1, MISP, CSV, or one indicator a line',
  options: { ...jsonOption, write: { type: 'string' } },
  async run(words, output) {
    if (words.positionals.length === 0) throw new UsageFault('Which lists?')
    return listIndicators(words.positionals, words.text('write'), words.is('json'), output)
  },
}

async function listIndicators(
  paths: readonly string[],
  target: string | null,
  json: boolean,
  output: Output,
): Promise<CommandEnd> {
  const { lists, written, warned } = setOfLists(
    paths.map((path) => ({ path, options: { name: basename(path) } })),
  )
  const { counts } = openIndicatorSet(written.bytes)
  const report = {
    lists: lists.map(reportOf),
    indicators: written.written,
    types: indicatorTypes.map((type) => ({ type, indicators: counts[type] })),
    doubles: written.doubles,
    red: written.red,
    onWarningList: warned,
    bytes: written.bytes.length,
    file: target,
  }
  const isWhole = report.lists.every(({ unread }) => unread === null)
  // Half of what was asked for is not written over what was there.
  if (target !== null && isWhole) await writePublic(target, written.bytes)
  if (json) await output.write(jsonLine(report))
  else for (const line of textOf(report, isWhole)) await output.write(line)
  return isWhole ? 'whole' : 'partial'
}

interface Report {
  readonly lists: readonly ListReport[]
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
