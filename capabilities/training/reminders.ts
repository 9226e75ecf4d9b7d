// When the people who hang up a sheet are written to: when it is planned, a week before the end, a day before the end.
// SPDX-License-Identifier: EUPL-1.2

const dayMs = 86_400_000
const daysBeforeEnd = [null, 7, 1] as const
export const reminderSteps = daysBeforeEnd.length

export interface Reminded {
  readonly madeAt: Date
  readonly until: Date
  /** How many steps have been told. */
  readonly toldSteps: number
}

/** The furthest step that is due and was not told; earlier ones that were missed are not made up for. Null: none. */
export function reminderDue({ madeAt, until, toldSteps }: Reminded, now: Date): number | null {
  if (now >= until) return null
  const due = daysBeforeEnd.findLastIndex((days) => {
    const at = days === null ? madeAt.getTime() : until.getTime() - days * dayMs
    return now.getTime() >= at
  })
  return due >= toldSteps ? due : null
}
