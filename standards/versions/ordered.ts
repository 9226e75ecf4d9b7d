// Bytes of orders that several schemes share: padded sequences, digit runs with leading zeros, numbers below zero.
// SPDX-License-Identifier: EUPL-1.2
import { extend, numberBytes, tooManyDigits, wordBytes } from './key.ts'
import type { KeySpan } from './span.ts'

/** First byte of a digit run: those with a leading zero come first. */
const run = { leadingZero: 0x01, plain: 0x02 } as const

/**
 * A number behind a dot as apk and Gentoo compare it: where one of two runs of digits starts with a zero they
 * compare as text, else as numbers. Text with a leading zero is below every other, so both rules are one order.
 */
export function digitRunBytes(digits: string): number[] {
  return digits.startsWith('0')
    ? [run.leadingZero, ...wordBytes(digits)]
    : [run.plain, ...numberBytes(digits)]
}

/** The bytes of a number turned over: the greater the magnitude, the lower. */
export function negativeBytes(magnitude: string): number[] {
  return numberBytes(magnitude).map((byte) => 0xff - byte)
}

/**
 * Every version that starts with these numbers, where zeros at the end are not written: "1.0" starts where 1 does and
 * ends before 1.1. `tag` stands before each number.
 */
export function numericBranch(text: string, tag: number): KeySpan | null {
  if (!/^\d+(?:\.\d+)*$/.test(text) || tooManyDigits(text)) return null
  const numbers = text.split('.')
  const kept = numbers.slice(0, numbers.findLastIndex((digits) => !/^0+$/.test(digits)) + 1)
  const prefix = kept.flatMap((digits) => [tag, ...numberBytes(digits)])
  const zeros = numbers.slice(kept.length).flatMap(() => [tag, 0])
  return { low: Uint8Array.from(prefix), high: extend(prefix, ...zeros, 0xff) }
}
