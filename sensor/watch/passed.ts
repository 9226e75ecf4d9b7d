// Whether a span is over by the clock of the wall, which somebody may have set back in between.
// SPDX-License-Identifier: EUPL-1.2

/** All in ms. A clock that shows less than it did at `since` says nothing any more, so nobody waits by it. */
export function hasPassed(since: number, spanMs: number, now: number): boolean {
  return now - since >= spanMs || now < since
}
