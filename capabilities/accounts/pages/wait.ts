// How long to wait, in whole minutes as one says it.
// SPDX-License-Identifier: EUPL-1.2

export function minutesUntil(moment: Date, now: Date): number {
  return Math.max(1, Math.ceil((moment.getTime() - now.getTime()) / 60_000))
}
