// Builds the answer of every reader: read, all versions, or honestly not read.
// SPDX-License-Identifier: EUPL-1.2
import type { VersionScheme } from '../versions/index.ts'
import type { Interval, RangeReading } from './index.ts'
import { everything, union } from './intervals.ts'

export interface Beside {
  readonly conditions: readonly string[]
  readonly models: readonly string[]
}

const nothingBeside: Beside = { conditions: [], models: [] }

export function unparsed(
  scheme: VersionScheme,
  steps: readonly string[],
  beside: Beside = nothingBeside,
): RangeReading {
  return { grade: 'unparsed', scheme, all: false, intervals: [], ...pick(beside), steps }
}

export function allVersions(
  grade: 'exact' | 'parsed',
  scheme: VersionScheme,
  steps: readonly string[],
  beside: Beside = nothingBeside,
): RangeReading {
  return { grade, scheme, all: true, intervals: [everything], ...pick(beside), steps }
}

export function someVersions(
  grade: 'exact' | 'parsed',
  scheme: VersionScheme,
  intervals: readonly Interval[],
  steps: readonly string[],
  beside: Beside = nothingBeside,
): RangeReading {
  return { grade, scheme, all: false, intervals: union(intervals), ...pick(beside), steps }
}

function pick({ conditions, models }: Beside): Beside {
  return { conditions, models }
}
