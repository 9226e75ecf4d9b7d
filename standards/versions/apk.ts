// Keys for Alpine package versions, ordered as apk-tools 3 does: digits, letter, suffixes, commit hash, revision.
// SPDX-License-Identifier: EUPL-1.2
import { extend, numberBytes, tooManyDigits, wordBytes } from './key.ts'
import { digitRunBytes } from './ordered.ts'
import { type KeySpan, pointSpan, type VersionSpan } from './span.ts'

// What follows the same beginning, from low to high. apk calls the version that goes on the greater one, unless it
// goes on with a suffix of a pre-release; of two that go on, the earlier kind of token in this grammar is greater.
const tag = {
  alpha: 0x01,
  beta: 0x02,
  pre: 0x03,
  rc: 0x04,
  end: 0x10,
  revision: 0x11,
  hash: 0x12,
  suffixNumber: 0x13,
  cvs: 0x20,
  svn: 0x21,
  git: 0x22,
  hg: 0x23,
  p: 0x24,
  letter: 0x30,
  digits: 0x31,
} as const

const pattern =
  /^(\d+)((?:\.\d+)*)([a-z]?)((?:_(?:alpha|beta|pre|rc|cvs|svn|git|hg|p)\d*)*)(?:~([0-9a-f]+))?(?:-r(\d+))?$/

export function readApk(text: string): VersionSpan | null {
  const match = tooManyDigits(text) ? null : pattern.exec(text)
  if (!match?.[1]) return null
  const [, first, further = '', letter, suffixes = '', hash, revision] = match
  const bytes = numberBytes(first)
  for (const digits of further.split('.').slice(1)) bytes.push(tag.digits, ...digitRunBytes(digits))
  if (letter) bytes.push(tag.letter, letter.charCodeAt(0))
  for (const [, name, number] of suffixes.matchAll(/_([a-z]+)(\d*)/g)) {
    // The pattern lets only these names through.
    bytes.push(tag[name as 'alpha' | 'beta' | 'pre' | 'rc' | 'cvs' | 'svn' | 'git' | 'hg' | 'p'])
    if (number) bytes.push(tag.suffixNumber, ...numberBytes(number))
  }
  if (hash !== undefined) bytes.push(tag.hash, ...wordBytes(hash))
  if (revision !== undefined) bytes.push(tag.revision, ...numberBytes(revision))
  return pointSpan(extend(bytes, tag.end))
}

/** apk's fuzzy "~1.2" is a matter of ranges, not of versions: no branch. */
export function branchOfApk(_text: string): KeySpan | null {
  return null
}
