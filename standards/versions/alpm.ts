// Keys for Arch Linux versions, [epoch:]version[-release], ordered as pacman's vercmp does.
// SPDX-License-Identifier: EUPL-1.2
import { extend, numberBytes, tooManyDigits, wordBytes } from './key.ts'
import { type KeySpan, pointSpan, type VersionSpan, wideSpan } from './span.ts'

// After the same beginning: letters joined to a number come before the end, everything behind a separator after it.
const tag = { joinedWord: 0x01, end: 0x02, segment: 0x03, word: 0x01, number: 0x02 } as const
const release = { absent: 0x01, present: 0x02, beyond: 0x03 } as const

export function readAlpm(text: string): VersionSpan | null {
  const match = tooManyDigits(text) ? null : /^(?:(\d+):)?([^\s:/-]+)(?:-([^\s:/-]+))?$/.exec(text)
  if (!match) return null
  const version = segmentBytes(match[2] ?? '')
  if (!version) return null
  const prefix = [...numberBytes(match[1] ?? '0'), ...version]
  // vercmp ignores the release where one side states none: the bare version stands for all its releases.
  if (match[3] === undefined) return wideSpan(extend(prefix, release.absent), extend(prefix, release.beyond))
  const behind = segmentBytes(match[3])
  return behind && pointSpan(extend(prefix, release.present, ...behind))
}

/** pacman has no way to write "every version of this branch". */
export function branchOfAlpm(_text: string): KeySpan | null {
  return null
}

/**
 * Null with separators in front or at the end: vercmp then runs in a circle (`1.` < `1.1` < `1..a` < `1.`), and no
 * key can follow it.
 */
function segmentBytes(part: string): number[] | null {
  if (!/^[0-9A-Za-z](?:.*[0-9A-Za-z])?$/.test(part)) return null
  const bytes: number[] = []
  for (const [, separators = '', segment = ''] of part.matchAll(/([^0-9A-Za-z]*)([0-9]+|[A-Za-z]+)/g)) {
    const isNumber = /^[0-9]/.test(segment)
    if (separators === '' && !isNumber) bytes.push(tag.joinedWord)
    else bytes.push(tag.segment, separators.length, isNumber ? tag.number : tag.word)
    bytes.push(...(isNumber ? numberBytes(segment) : wordBytes(segment)))
  }
  return [...bytes, tag.end]
}
