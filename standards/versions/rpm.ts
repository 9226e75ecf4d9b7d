// Keys for RPM versions: [epoch:]version[-release], with "~" before and "^" just after the end of a version.
// SPDX-License-Identifier: EUPL-1.2
import { extend, numberBytes, tooManyDigits, wordBytes } from './key.ts'
import { type KeySpan, pointSpan, type VersionSpan, wideSpan } from './span.ts'

const tag = { tilde: 0x01, end: 0x02, caret: 0x03, word: 0x04, number: 0x05 } as const
const release = { absent: 0x01, present: 0x02, beyond: 0x03 } as const

/**
 * As rpm itself parses: only digits before the first colon are an epoch ("a:1" is all version, ":1" has epoch 0),
 * the last dash starts the release, and an empty release comes before every written one.
 */
export function readRpm(text: string): VersionSpan | null {
  if (tooManyDigits(text)) return null
  const match = /^(?:(\d*):)?(\S+)$/.exec(text)
  const body = match?.[2]
  if (!match || body === undefined) return null
  const dash = body.lastIndexOf('-')
  const version = dash < 0 ? body : body.slice(0, dash)
  if (!/[0-9A-Za-z]/.test(version)) return null
  const prefix = [...numberBytes(match[1] || '0'), ...segmentBytes(version)]
  // RPM ignores the release where one side states none: the bare version stands for all its releases.
  if (dash < 0) return wideSpan(extend(prefix, release.absent), extend(prefix, release.beyond))
  return pointSpan(extend(prefix, release.present, ...segmentBytes(body.slice(dash + 1))))
}

/** RPM has no way to write "every version of this branch". */
export function branchOfRpm(_text: string): KeySpan | null {
  return null
}

function segmentBytes(part: string): number[] {
  const bytes: number[] = []
  for (const [segment] of part.matchAll(/[0-9]+|[A-Za-z]+|[~^]/g)) {
    if (segment === '~') bytes.push(tag.tilde)
    else if (segment === '^') bytes.push(tag.caret)
    else if (/^[0-9]/.test(segment)) bytes.push(tag.number, ...numberBytes(segment))
    else bytes.push(tag.word, ...wordBytes(segment))
  }
  return [...bytes, tag.end]
}
