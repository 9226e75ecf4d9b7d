// Says what is wrong with a field, and keeps what was typed as a browser sends it apart from what it means.
// SPDX-License-Identifier: EUPL-1.2
import type { Translator } from '../../../../platform/i18n/index.ts'

export const faults = [
  'missing',
  'too-long',
  'choose',
  'no-time',
  'year',
  'not-past',
  'reason-missing',
  'changed-meanwhile',
  'still-telling',
] as const
export type AfterFault = (typeof faults)[number]

/** One of a longer list of faults that cannot arise here is said as "choose". */
export function faultText(fault: string, { t }: Translator): string {
  return t(`after.fault.${faults.find((one) => one === fault) ?? 'choose'}`)
}

/** Browsers end lines with two signs; NUL cannot be stored. */
export function cleaned(typed: string): string {
  return typed.replaceAll('\r\n', '\n').replaceAll('\0', '').toWellFormed().trim()
}
