// A recorded advisory with its statements made ready for matching, read once for all that is asked of it.
// SPDX-License-Identifier: EUPL-1.2
import type { RecordedAdvisory } from '../../advisories/index.ts'
import { type MatchableStatement, readMatchableStatements } from '../matchable.ts'

export interface ReadAdvisory {
  readonly recorded: RecordedAdvisory
  readonly statements: readonly MatchableStatement[]
}

/** A withdrawn or rejected advisory no longer says anything. */
export function readForMatching(recorded: RecordedAdvisory): ReadAdvisory {
  const isSilent = recorded.state === 'withdrawn' || recorded.state === 'rejected'
  return { recorded, statements: isSilent ? [] : readMatchableStatements(recorded.advisory) }
}
