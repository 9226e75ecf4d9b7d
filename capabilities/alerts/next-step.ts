// The one thing a duty officer does next: call who is late, then who is silent, the most urgent advisory first.
// SPDX-License-Identifier: EUPL-1.2
import { type Urgency, urgencies } from './urgency.ts'

export interface AdvisoryStanding {
  readonly advisoryId: number
  readonly urgency: Urgency
  readonly overdue: number
  readonly silent: number
}

export interface NextStep<Row extends AdvisoryStanding> {
  readonly call: 'overdue' | 'silent'
  readonly advisory: Row
  /** Members who come after the one to call now, over all advisories. */
  readonly overdueAfter: number
  readonly silentAfter: number
}

/** Null when nobody is late and nobody is silent. */
export function nextStepOf<Row extends AdvisoryStanding>(rows: readonly Row[]): NextStep<Row> | null {
  const first = urgencies
    .flatMap((urgency) => {
      const ofUrgency = rows.filter((row) => row.urgency === urgency)
      return [mostWith('overdue', ofUrgency), mostWith('silent', ofUrgency)]
    })
    .find((step) => step !== null)
  if (!first) return null
  return {
    ...first,
    overdueAfter: sum(rows, 'overdue') - (first.call === 'overdue' ? 1 : 0),
    silentAfter: sum(rows, 'silent') - (first.call === 'silent' ? 1 : 0),
  }
}

/** What is next for one advisory, as its row on the board says. */
export function callsOf(
  row: AdvisoryStanding,
): { readonly call: 'overdue' | 'silent'; readonly count: number } | null {
  if (row.overdue > 0) return { call: 'overdue', count: row.overdue }
  return row.silent > 0 ? { call: 'silent', count: row.silent } : null
}

function mostWith<Row extends AdvisoryStanding>(call: 'overdue' | 'silent', rows: readonly Row[]) {
  const [advisory] = rows.filter((row) => row[call] > 0).toSorted((a, b) => b[call] - a[call])
  return advisory ? { call, advisory } : null
}

function sum(rows: readonly AdvisoryStanding[], figure: 'overdue' | 'silent'): number {
  return rows.reduce((total, row) => total + row[figure], 0)
}
