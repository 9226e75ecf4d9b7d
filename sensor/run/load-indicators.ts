// Opens the indicators of a run: those of the pack in force and those of lists and sets in files.
// SPDX-License-Identifier: EUPL-1.2
import { open, stat } from 'node:fs/promises'
import { printable } from '../engine/printable.ts'
import { type ListReading, setOfLists } from '../indicators/lists/together.ts'
import type { SetInUse } from '../indicators/matcher.ts'
import { IndicatorSetFault } from '../indicators/set/fault.ts'
import { magic } from '../indicators/set/format.ts'
import { type IndicatorSet, openIndicatorSet, openIndicatorSetFile } from '../indicators/set/open.ts'
import { writeIndicatorSet } from '../indicators/set/write.ts'
import type { PackReference } from '../sigma/rule.ts'
import { runLimits } from './limits.ts'

/** Where a set came from, so that another thread can open it too. */
export interface GivenSet {
  readonly from: { readonly bytes: Uint8Array } | { readonly path: string }
  /** Null for lists of the house. */
  readonly pack: PackReference | null
}

export interface LoadedIndicators {
  readonly sets: readonly GivenSet[]
  readonly notes: readonly string[]
}

export function openGiven({ from, pack }: GivenSet): SetInUse {
  return { set: 'path' in from ? openSet(from.path) : openIndicatorSet(from.bytes), pack }
}

/** In memory that all threads read, instead of a copy for each. */
export function sharedBetweenThreads(given: GivenSet): GivenSet {
  if ('path' in given.from) return given
  const bytes = new Uint8Array(new SharedArrayBuffer(given.from.bytes.length))
  bytes.set(given.from.bytes)
  return { ...given, from: { bytes } }
}

/** The lists together are the first set. A file that cannot be read rises; a line that cannot be is told and left out. */
export async function loadIndicators(paths: readonly string[]): Promise<LoadedIndicators> {
  const [lists, written]: [string[], GivenSet[]] = [[], []]
  for (const path of paths)
    if (await isSet(path)) written.push({ from: { path }, pack: null })
    else {
      await requireListSize(path)
      lists.push(path)
    }
  if (lists.length === 0) return { sets: written, notes: [] }
  const together = setOfLists(lists.map((path) => ({ path, options: { name: path } })))
  for (const { unread } of together.lists) if (unread !== null) throw unread
  return {
    sets: [{ from: { bytes: together.written.bytes }, pack: null }, ...written],
    notes: together.lists.flatMap(notesOf),
  }
}

async function requireListSize(path: string): Promise<void> {
  const { size } = await stat(path)
  if (size > runLimits.maxListBytes)
    throw new Error(
      `${path} is larger than a list that is read at each start. Make a set of it: sensor indicators ${path} --write FILE`,
    )
}

function notesOf({ file, faults, red }: ListReading): readonly string[] {
  const [first] = faults.reasons()
  return [
    ...(first
      ? [
          `${file.path}: ${faults.count()} entries are no indicators, such as: ${printable(first.because)}. \`sensor indicators\` lists them.`,
        ]
      : []),
    ...(red > 0 ? [`${file.path}: ${red} indicators are TLP:RED and are left out.`] : []),
  ]
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
