// Opens what a run looks values up in: written sets as they are, lists read into one set in memory.
// SPDX-License-Identifier: EUPL-1.2
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import type { Indicator } from './indicator.ts'
import { listFaults } from './lists/faults.ts'
import { eachIndicator } from './lists/read.ts'
import { magic } from './set/format.ts'
import { type IndicatorSet, openIndicatorSet, openIndicatorSetFile } from './set/open.ts'
import { indicatorSetOf } from './set/write.ts'

export interface LoadedIndicators {
  /** The lists together are the first set; each written set is one. */
  readonly sets: readonly IndicatorSet[]
  /** What of each list cannot be looked up, in sentences. */
  readonly notes: readonly string[]
}

/** Throws IndicatorSetFault for a damaged set, and what the file system says of a file that cannot be read. */
export function loadIndicatorFiles(paths: readonly string[]): LoadedIndicators {
  const notes: string[] = []
  const written = paths.filter(isSet)
  const lists = paths.filter((path) => !written.includes(path))
  const sets = lists.length === 0 ? [] : [openIndicatorSet(indicatorSetOf(readLists(lists, notes)).bytes)]
  for (const path of written) sets.push(openIndicatorSetFile(path))
  return { sets, notes }
}

function isSet(path: string): boolean {
  const file = openSync(path, 'r')
  try {
    const start = Buffer.alloc(magic.length)
    readSync(file, start, 0, start.length, 0)
    return start.toString('latin1') === magic
  } finally {
    closeSync(file)
  }
}

function* readLists(paths: readonly string[], notes: string[]): Generator<Indicator> {
  for (const path of paths) {
    const faults = listFaults()
    let red = 0
    for (const indicator of eachIndicator(readFileSync(path), { name: basename(path) }, faults)) {
      if (indicator.tlp === 'red') red++
      yield indicator
    }
    const [first] = faults.reasons()
    if (first)
      notes.push(
        `${path}: ${faults.count()} entries cannot be looked up, ${first.count} of them because ${first.because}. \`sensor indicators\` lists all.`,
      )
    if (red > 0) notes.push(`${path}: ${red} indicators are TLP:RED and are left out.`)
  }
}
