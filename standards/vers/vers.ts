// What a version range specifier is: a type, and constraints like signposts along the line of its versions.
// SPDX-License-Identifier: EUPL-1.2
import { compareVersions } from '../versions/index.ts'
import { schemeOfVersType } from './types.ts'

export const comparators = ['=', '!=', '<', '<=', '>', '>='] as const
export type Comparator = (typeof comparators)[number]

export interface Constraint {
  readonly comparator: Comparator
  /** Percent-decoded, as the ecosystem writes it. */
  readonly version: string
}

export interface Vers {
  /** Lower case: `npm`, `pypi`, `all`. */
  readonly type: string
  /** `*` for every version; for the type `none` it means no version. */
  readonly constraints: '*' | readonly Constraint[]
}

/** Order of two versions of a vers type; null when the type is unknown or one of them is no version of it. */
export function compareInType(type: string, a: string, b: string): -1 | 0 | 1 | null {
  const scheme = schemeOfVersType(type)
  return scheme && compareVersions(scheme, a, b)
}
