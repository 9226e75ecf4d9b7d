// Several lists of indicators as one set, with what each of them gave, and what of it cannot be looked up and why.
// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs'
import type { Indicator } from '../indicator.ts'
import { IndicatorSetFault } from '../set/fault.ts'
import { indicatorSetOf, type WrittenSet } from '../set/write.ts'
import { onWarningList } from '../warning-lists.ts'
import { type ListFaults, listFaults } from './faults.ts'
import { eachIndicator } from './read.ts'
import type { ListOptions } from './words.ts'

export interface ListFile {
  readonly path: string
  readonly options: ListOptions
}

export interface ListReading {
  readonly file: ListFile
  /** Indicators that can be looked up; doubles among them are dropped later. */
  readonly indicators: number
  readonly faults: ListFaults
  readonly red: number
  readonly withoutSource: number
  readonly withoutLicence: number
  /** What the file system said; null where the file was read. */
  readonly unread: unknown
}

export interface ListsTogether {
  readonly written: WrittenSet
  readonly lists: readonly ListReading[]
  /** Indicators that will never be told, because they stand on a warning list. */
  readonly warned: number
}

/** One list and one indicator at a time, because there may be millions. Throws IndicatorSetFault where they are too many. */
export function setOfLists(files: readonly ListFile[]): ListsTogether {
  const lists: ListReading[] = []
  const isWarned = onWarningList()
  let warned = 0
  function* all(): Generator<Indicator> {
    for (const file of files) {
      const faults = listFaults()
      const counts = { indicators: 0, red: 0, withoutSource: 0, withoutLicence: 0 }
      let unread: unknown = null
      try {
        for (const indicator of eachIndicator(readFileSync(file.path), file.options, faults)) {
          counts.indicators++
          if (indicator.tlp === 'red') counts.red++
          if (indicator.source === null) counts.withoutSource++
          if (indicator.licence === null) counts.withoutLicence++
          if (isWarned(indicator) !== null) warned++
          yield indicator
        }
      } catch (error) {
        if (error instanceof IndicatorSetFault) throw error
        unread = error
      }
      lists.push({ file, ...counts, faults, unread })
    }
  }
  const written = indicatorSetOf(all())
  return { written, lists, warned }
}
