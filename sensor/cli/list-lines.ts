// What is said of a list of indicators: how much of it can be looked up, and why the rest cannot.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '@salus/standards/fault'
import { printable } from '../engine/printable.ts'
import type { ListReading } from '../indicators/lists/together.ts'
import { whyUnread } from '../run/files.ts'

export interface ListReport {
  readonly list: string
  readonly indicators: number
  readonly leftOut: number
  readonly reasons: readonly { readonly because: string; readonly count: number }[]
  readonly faults: readonly Fault[]
  /** Why the file could not be read; null where it could. */
  readonly unread: string | null
}

const maxShown = 15

export function reportOf({ file, indicators, faults, unread }: ListReading): ListReport {
  return {
    list: file.path,
    indicators,
    leftOut: faults.count(),
    reasons: faults.reasons(),
    faults: faults.list(),
    unread: unread === null ? null : whyUnread(unread),
  }
}

export function linesOfList(report: ListReport): readonly string[] {
  const { list, indicators, leftOut, reasons, faults, unread } = report
  const name = printable(list, 500)
  if (unread !== null) return [`${name} ${printable(unread)}`]
  return [
    `${name}: ${indicators} can be looked up, ${leftOut} cannot.`,
    ...reasons.slice(0, maxShown).map(({ because, count }) => `  ${count}: ${printable(because)}`),
    ...faults
      .slice(0, maxShown)
      .map(({ place, detail }) => `  ${printable(place)}: ${printable(detail, 300)}`),
    ...(leftOut > maxShown ? [`  ${leftOut - maxShown} more; --json lists the first 500.`] : []),
  ]
}
