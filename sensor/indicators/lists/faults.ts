// What of a list could not be used, with place and reason: the first few hundred one by one, all of them counted.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '@salus/standards/fault'
import { type FaultCollector, quoteForeign } from '@salus/standards/json'
import { printable } from '../../engine/printable.ts'
import { indicatorLimits } from '../limits.ts'

export interface ListFaults extends FaultCollector {
  /** One thing of the list that is passed over; `because` is a sentence without its first word ("it is …"). */
  leaveOut(place: string, what: unknown, because: string, remedy?: string): void
  count(): number
  /** How often for which reason, the most frequent first. */
  reasons(): readonly { readonly because: string; readonly count: number }[]
}

/** A reason may hold a word of the list, such as the name of a type. */
const maxReasons = 200
const otherReasons = 'other reasons'

export function listFaults(): ListFaults {
  const faults: Fault[] = []
  const reasons = new Map<string, number>()
  let count = 0
  const record = (code: string, place: string, because: string, detail: () => string, remedy: string) => {
    count++
    const key = reasons.has(because) || reasons.size < maxReasons ? because : otherReasons
    reasons.set(key, (reasons.get(key) ?? 0) + 1)
    // Texts are made only for faults that are told: a hostile list has a million.
    if (faults.length < indicatorLimits.maxFaults)
      faults.push({ code: `indicators/${code}`, place, detail: detail(), remedy })
  }
  return {
    add: (code, place, detail, remedy) => record(code, place, detail, () => detail, remedy),
    leaveOut: (place, what, because, remedy = 'Correct it in the list, or do without it.') =>
      record(
        'left-out',
        place,
        because,
        () => `${printable(quoteForeign(what))} is left out, because ${printable(because)}.`,
        remedy,
      ),
    count: () => count,
    list: () => faults,
    reasons: () =>
      [...reasons]
        .map(([because, times]) => ({ because, count: times }))
        .sort((one, two) => two.count - one.count || (one.because < two.because ? -1 : 1)),
  }
}
