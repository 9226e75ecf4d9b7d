// Keys for the schemes that vers defines without an ecosystem: dotted integers, timestamps, bytes of text.
// SPDX-License-Identifier: EUPL-1.2
import { extend, numberBytes, tooManyDigits } from './key.ts'
import { type KeySpan, pointSpan, type VersionSpan } from './span.ts'

const tag = { end: 0x01, more: 0x02 } as const

/** `10.234.5.12`; reading stops at the first character that is no digit and no dot. */
export function readIntdot(text: string): VersionSpan | null {
  const match = tooManyDigits(text) ? null : /^\d+(?:\.\d+)*/.exec(text)
  if (!match) return null
  return pointSpan(
    extend(
      match[0].split('.').flatMap((digits) => [tag.more, ...numberBytes(digits)]),
      tag.end,
    ),
  )
}

const instant =
  /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d{1,100}))?(?:[Zz]|([+-])(\d\d):(\d\d))$/

/** An instant of RFC 3339, section 5.6; equal in every offset. A leap second counts as the second after it. */
export function readDatetime(text: string): VersionSpan | null {
  const match = instant.exec(text)
  if (!match) return null
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number)
  const [, , , , , , , fraction = '', sign = '+', offsetHour = '00', offsetMinute = '00'] = match
  if (year === undefined || month === undefined || day === undefined) return null
  if (hour === undefined || minute === undefined || second === undefined) return null
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  if (hour > 23 || minute > 59 || second > 60 || Number(offsetHour) > 23 || Number(offsetMinute) > 59)
    return null
  const offset = (Number(offsetHour) * 60 + Number(offsetMinute)) * (sign === '-' ? 60 : -60)
  const seconds = date.getTime() / 1000 + hour * 3600 + minute * 60 + second + offset
  // Counted from before the year 0, so that no instant is below zero.
  const counted = numberBytes(String(seconds + 62_200_000_000))
  return pointSpan(extend([...counted, ...new TextEncoder().encode(fraction.replace(/0{1,100}$/, ''))], 0))
}

/** The bytes of the text in UTF-8, as they are. */
export function readLexicographic(text: string): VersionSpan | null {
  if (text === '') return null
  return pointSpan(extend(new TextEncoder().encode(text), 0))
}

/** None of the three can write "every version of this branch". */
export function noBranch(_text: string): KeySpan | null {
  return null
}
