// Why somebody may see a patient: encounters, appointments, orders and care teams, as numbers sorted by patient.
// SPDX-License-Identifier: EUPL-1.2
import { reasonSpans } from './limits.ts'
import { int32Column } from './numbers.ts'
import { openEnd } from './spans.ts'

/** By their files; the best evidence first. */
export const reasonKinds = ['care-team', 'appointment', 'order', 'ward'] as const
export type ReasonKind = (typeof reasonKinds)[number]
export type Explanation = ReasonKind | 'on-call'

const minuteMs = 60_000
const openMinute = 0x7fffffff

export interface Reasons {
  /** `unit` and `account` are numbers from 1, or 0; `patient` is a place from 0. */
  add(reason: {
    kind: ReasonKind
    patient: number
    unit: number
    account: number
    from: number
    to: number
  }): void
  /** Must be called before anything is asked, and again after more was added. */
  sort(patients: number): void
  /** What explains that the account, with its units, sees the patient; the best evidence, or null. */
  explain(patient: number, at: number, who: Viewer): Explanation | null
  /** Units in which the patient is, or if none, lately was. */
  unitsAt(patient: number, at: number): readonly number[]
  /** Newest beginning of any of them but appointments, in milliseconds; infinite where there are only appointments. */
  readonly newest: () => number
  readonly size: () => number
  readonly bytes: () => number
}

export interface Viewer {
  readonly account: number
  readonly units: readonly number[]
  /** Units for which the person is on call now; `wholeHouse` for all. */
  readonly onCall: readonly number[]
}

export function reasonsOf(wholeHouse: number): Reasons {
  const columns = {
    patient: int32Column(),
    unitKind: int32Column(),
    account: int32Column(),
    from: int32Column(),
    to: int32Column(),
  }
  let starts = new Int32Array(1)
  let order = new Int32Array(0)
  let newest = Number.NEGATIVE_INFINITY

  const rangeOf = (patient: number): readonly [number, number] =>
    patient < 0 || patient + 1 >= starts.length
      ? [0, 0]
      : [starts[patient] as number, starts[patient + 1] as number]
  const kindAt = (row: number): ReasonKind => reasonKinds[columns.unitKind.get(row) & 3] as ReasonKind
  const covers = (row: number, minute: number): boolean => {
    const { beforeMs, afterMs } = reasonSpans[kindAt(row)]
    const to = columns.to.get(row)
    return (
      minute >= columns.from.get(row) - beforeMs / minuteMs &&
      (to === openMinute || minute <= to + afterMs / minuteMs)
    )
  }
  return {
    add({ kind, patient, unit, account, from, to }) {
      columns.patient.push(patient)
      columns.unitKind.push((unit << 2) | reasonKinds.indexOf(kind))
      columns.account.push(account)
      columns.from.push(Math.floor(from / minuteMs))
      columns.to.push(to >= openEnd ? openMinute : Math.ceil(to / minuteMs))
      // Appointments are made for days to come and say nothing about the age of the extract.
      if (kind !== 'appointment' && from > newest) newest = from
    },
    sort(patients) {
      const size = columns.patient.length()
      starts = new Int32Array(patients + 1)
      for (let row = 0; row < size; row++) {
        const after = columns.patient.get(row) + 1
        starts[after] = (starts[after] as number) + 1
      }
      for (let at = 1; at <= patients; at++) starts[at] = (starts[at] as number) + (starts[at - 1] as number)
      const next = starts.slice()
      order = new Int32Array(size)
      for (let row = 0; row < size; row++) {
        const patient = columns.patient.get(row)
        const place = next[patient] as number
        order[place] = row
        next[patient] = place + 1
      }
    },
    explain(patient, at, { account, units, onCall }) {
      const minute = Math.floor(at / minuteMs)
      const [from, to] = rangeOf(patient)
      let best = Number.POSITIVE_INFINITY
      for (let index = from; index < to; index++) {
        const row = order[index] as number
        if (!covers(row, minute)) continue
        const unit = columns.unitKind.get(row) >> 2
        const rank = columns.unitKind.get(row) & 3
        const named = columns.account.get(row)
        if ((named !== 0 && named === account) || (unit !== 0 && units.includes(unit)))
          best = Math.min(best, rank)
        else if (unit !== 0 && onCall.length > 0 && (onCall.includes(unit) || onCall.includes(wholeHouse)))
          best = Math.min(best, reasonKinds.length)
      }
      return best === Number.POSITIVE_INFINITY ? null : (reasonKinds[best] ?? 'on-call')
    },
    unitsAt(patient, at) {
      const minute = Math.floor(at / minuteMs)
      const [from, to] = rangeOf(patient)
      const now = new Set<number>()
      const lately = new Set<number>()
      for (let index = from; index < to; index++) {
        const row = order[index] as number
        const unit = columns.unitKind.get(row) >> 2
        if (unit === 0 || kindAt(row) !== 'ward' || !covers(row, minute)) continue
        lately.add(unit)
        if (minute >= columns.from.get(row) && minute <= columns.to.get(row)) now.add(unit)
      }
      return [...(now.size > 0 ? now : lately)]
    },
    newest: () => (newest === Number.NEGATIVE_INFINITY ? Number.POSITIVE_INFINITY : newest),
    size: () => columns.patient.length(),
    bytes: () =>
      Object.values(columns).reduce(
        (sum, column) => sum + column.bytes(),
        starts.byteLength + order.byteLength,
      ),
  }
}
