// The parts from which the closed schemas are made: ids, hours, bytes in Base64url.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { maxIdLength } from './limits.ts'

/**
 * A UUID, a STIX id (`indicator--` and a UUID) or a registered word such as `salus-mass-access`. The grammar has no
 * dot, colon, slash, at-sign, blank or capital, so that it spells no address, path, mail address or sentence; that the
 * id is one of the pack named, both sides check besides.
 */
export const registeredId = z
  .string()
  .max(maxIdLength)
  .regex(/^[a-z0-9]+(?:-{1,2}[a-z0-9]+)*$/, 'an id of small letters, digits and hyphens')

export const packReference = z.strictObject({
  id: registeredId,
  sequence: z.int().min(1).max(2_147_483_647),
})
export type PackReference = z.infer<typeof packReference>

const hourForm = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):00:00Z$/

/** A full hour in UTC, `2026-11-27T10:00:00Z`, that exists in the calendar. */
export const hourText = z
  .string()
  .regex(hourForm, 'a full hour in UTC, such as 2026-11-27T10:00:00Z')
  .refine((hour) => hourOf(Date.parse(hour)) === hour, 'an hour that the calendar has')

/** The hour in which an instant falls. `at` in milliseconds since 1970. */
export function hourOf(at: number): string {
  const whole = Math.floor(at / 3_600_000) * 3_600_000
  return Number.isNaN(new Date(whole).getTime()) ? '' : `${new Date(whole).toISOString().slice(0, 19)}Z`
}

/** When an hour is over, in milliseconds since 1970. */
export function endOfHour(hour: string): number {
  return Date.parse(hour) + 3_600_000
}

/** Bytes in Base64url without padding, in the one spelling that they have. */
export function bytesText(minBytes: number, maxBytes: number) {
  return z
    .string()
    .min(Math.ceil((minBytes * 4) / 3))
    .max(Math.ceil((maxBytes * 4) / 3))
    .regex(/^[A-Za-z0-9_-]+$/, 'Base64url without padding')
    .refine(
      (text) => Buffer.from(text, 'base64url').toString('base64url') === text,
      'Base64url without loose bits',
    )
}

export const instant = z.iso.datetime({ offset: false, precision: 3 })
