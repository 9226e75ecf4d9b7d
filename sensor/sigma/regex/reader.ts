// The state of reading a regular expression, and what is said of one that cannot be read.
// SPDX-License-Identifier: EUPL-1.2

export class RegexFault extends Error {}

export interface RegexFlags {
  readonly ignoreCase: boolean
  readonly multiLine: boolean
  readonly dotAll: boolean
}

/** The state of the reading: where it is, and the flags in force there. */
export interface Reader {
  readonly text: string
  at: number
  flags: RegexFlags
  depth: number
}
