// Opens the indicators of a run: those of the pack in force and those of lists and sets in files.
// SPDX-License-Identifier: EUPL-1.2
import { open, readFile, stat } from 'node:fs/promises'
import { printable } from '../engine/printable.ts'
import type { Indicator } from '../indicators/indicator.ts'
import { listFaults } from '../indicators/lists/faults.ts'
import { eachIndicator } from '../indicators/lists/read.ts'
import { IndicatorSetFault } from '../indicators/set/fault.ts'
import { magic } from '../indicators/set/format.ts'
import { type IndicatorSet, openIndicatorSet, openIndicatorSetFile } from '../indicators/set/open.ts'
import { writeIndicatorSet } from '../indicators/set/write.ts'
import { runLimits } from './limits.ts'

export interface LoadedIndicators {
  readonly sets: readonly IndicatorSet[]
  readonly notes: readonly string[]
}

/** A file that cannot be read rises; a line that cannot be is told and left out. */
export async function loadIndicators(paths: readonly string[]): Promise<LoadedIndicators> {
  const sets: IndicatorSet[] = []
  const notes: string[] = []
  const listed: Indicator[] = []
  for (const path of paths) {
    if (await isSet(path)) sets.push(openSet(path))
    else {
      const { size } = await stat(path)
      if (size > runLimits.maxListBytes)
        throw new Error(
          `${path} is larger than a list that is read at each start. Make a set of it: sensor indicators ${path} --write FILE`,
        )
      const faults = listFaults()
      for (const one of eachIndicator(await readFile(path), { name: path }, faults)) listed.push(one)
      const [first] = faults.reasons()
      if (first)
        notes.push(
          `${path}: ${faults.count()} entries are no indicators, such as: ${printable(first.because)}. \`sensor indicators\` lists them.`,
        )
    }
  }
  if (listed.length > 0) sets.push(openIndicatorSet(writeIndicatorSet(listed)))
  return { sets, notes }
}

export function emptyIndicators(): IndicatorSet {
  return openIndicatorSet(writeIndicatorSet([]))
}

async function isSet(path: string): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const start = Buffer.alloc(magic.length)
    await file.read(start, 0, start.length, 0)
    return start.toString('latin1') === magic
  } finally {
    await file.close()
  }
}

function openSet(path: string): IndicatorSet {
  try {
    return openIndicatorSetFile(path)
  } catch (error) {
    if (error instanceof IndicatorSetFault) throw new Error(`${path}: ${error.message}`)
    throw error
  }
}
