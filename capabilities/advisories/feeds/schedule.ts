// When a feed is asked next: its interval after a success, longer and longer pauses after failures.
// SPDX-License-Identifier: EUPL-1.2

const firstPauseSeconds = 60
const maxPauseSeconds = 6 * 3_600
/** Spread, so that centres that started together don't ask a publisher at the same second. */
const jitterShare = 0.2

/** `random` is from 0 up to 1. `failures` counts those in a row, this one included; 0 is a success. */
export function nextAttemptAt(
  { failures, intervalSeconds }: { readonly failures: number; readonly intervalSeconds: number },
  now: Date,
  random: number,
): Date {
  const pause =
    failures === 0
      ? intervalSeconds
      : Math.min(
          Math.max(intervalSeconds, maxPauseSeconds),
          firstPauseSeconds * 2 ** Math.min(failures - 1, 20),
        )
  return new Date(now.getTime() + pause * 1000 * (1 + jitterShare * random))
}
