// The shape of one conformance suite's result: what passed, what failed, and what is out with its reason.
// SPDX-License-Identifier: EUPL-1.2

/** A case that is known to come out otherwise than the suite wants; the reason is printed and stands in the docs. */
export interface Exception {
  readonly id: string
  readonly reason: string
}

/** A case that came out otherwise than the suite wants, and is not excepted. */
export interface Failure {
  readonly id: string
  readonly detail: string
}

export interface Suite {
  readonly name: string
  readonly passed: number
  /** Cases that came out otherwise than wanted, without those that are excepted. */
  readonly failed: number
  readonly exceptions: readonly Exception[]
  readonly failures: readonly Failure[]
}

/** One judged case; null means that it came out as the suite wants. */
export interface Outcome {
  readonly id: string
  readonly deviation: string | null
}

/**
 * Sums outcomes up. An exception must name a case that really comes out otherwise, or it is itself a failure: a list
 * of excuses that nobody needs any more would hide the next fault.
 */
export function summarise(
  name: string,
  outcomes: readonly Outcome[],
  excused: ReadonlyMap<string, string> = new Map(),
): Suite {
  const wrong = outcomes.filter(({ deviation }) => deviation !== null)
  const wrongIds = new Set(wrong.map(({ id }) => id))
  const failures = [
    ...wrong
      .filter(({ id }) => !excused.has(id))
      .map(({ id, deviation }) => ({ id, detail: deviation ?? '' })),
    ...[...excused.keys()]
      .filter((id) => !wrongIds.has(id))
      .map((id) => ({ id, detail: 'is excepted, but comes out as wanted or does not exist' })),
  ]
  const exceptions = [...wrongIds].flatMap((id) => {
    const reason = excused.get(id)
    return reason === undefined ? [] : [{ id, reason }]
  })
  return { name, passed: outcomes.length - wrong.length, failed: failures.length, exceptions, failures }
}
