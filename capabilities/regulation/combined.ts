// Several tables that answer one question, the Union's and those of countries: the strictest counts, and doubt stays doubt.
// SPDX-License-Identifier: EUPL-1.2
import { type Decision, strictestOf } from '../facts/index.ts'

/** What a table of a country says where it asks for nothing more than the Union does. */
export const beyond = 'nothing-stricter'

export interface Combined {
  /** One of the outcomes, or `unknown`: several are still possible. */
  readonly answer: string
  /** The strictest first. */
  readonly possible: readonly string[]
  readonly decisions: readonly Decision[]
  /** Facts that could settle it; none where the answer is certain. */
  readonly lacking: readonly string[]
}

/** At least one of the decisions is of a table that covers everything; the others may add to it. */
export function combine(decisions: readonly Decision[], outcomes: readonly string[]): Combined {
  const { possible: all } = strictestOf(decisions, [...outcomes, beyond])
  const possible = all.filter((outcome) => outcome !== beyond)
  const [only] = possible
  const isCertain = possible.length === 1 && only !== undefined
  return {
    answer: isCertain ? only : 'unknown',
    possible,
    decisions,
    lacking: isCertain ? [] : [...new Set(decisions.flatMap(({ lacking }) => lacking))],
  }
}

/** The decisions that made the answer what it is; those of other countries say nothing about it. */
export function decidingOf({ answer, decisions }: Combined): readonly Decision[] {
  if (answer === 'unknown') return decisions.filter((decision) => decision.answer === 'unknown')
  return decisions.filter((decision) => decision.answer === answer)
}
