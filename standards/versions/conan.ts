// Keys for Conan packages: items between dots, then the pre-release, then the build, as Conan 2 compares them.
// SPDX-License-Identifier: EUPL-1.2
import { extend, numberBytes, tooManyDigits, wordBytes } from './key.ts'
import { numericBranch } from './ordered.ts'
import { type KeySpan, pointSpan, type VersionSpan } from './span.ts'

const item = { end: 0x01, empty: 0x02, star: 0x03, number: 0x04, word: 0x05 } as const
const pre = { present: 0x01, absent: 0x02 } as const
const build = { absent: 0x01, present: 0x02 } as const

/** A version in parts: items, and nested in the same way what stands behind the last "-" and the last "+". */
export interface ConanParts {
  /** Zeros at the end are left out. */
  readonly items: readonly string[]
  readonly pre: ConanParts | null
  readonly build: ConanParts | null
}

/**
 * Null for an item that mixes digits and letters and starts with a digit ("1k"). Conan holds it against a number as
 * text, which runs in a circle (2 < 10, 10 < 10a, 10a < 2); `compareConan` answers for a pair of such versions.
 */
export function readConan(text: string): VersionSpan | null {
  const parts = conanParts(text)
  const bytes = parts && bytesOf(parts)
  return bytes && pointSpan(extend(bytes))
}

/** "1.2" of "1.2.x": every version with these items in front, pre-releases included. */
export function branchOfConan(text: string): KeySpan | null {
  return numericBranch(text, item.number)
}

export function conanParts(text: string): ConanParts | null {
  if (!/^[\w.*+-]+$/.test(text) || !/[0-9A-Za-z]/.test(text) || tooManyDigits(text)) return null
  return split(text)
}

function split(text: string): ConanParts {
  const plus = text.lastIndexOf('+')
  const before = plus < 0 ? text : text.slice(0, plus)
  const dash = before.lastIndexOf('-')
  const items = (dash < 0 ? before : before.slice(0, dash)).split('.')
  return {
    items: items.slice(0, items.findLastIndex((one) => !/^0+$/.test(one)) + 1),
    pre: dash < 0 ? null : split(before.slice(dash + 1)),
    build: plus < 0 ? null : split(text.slice(plus + 1)),
  }
}

function bytesOf(parts: ConanParts): number[] | null {
  const bytes: number[] = []
  for (const one of parts.items) {
    if (one === '') bytes.push(item.empty)
    else if (one === '*') bytes.push(item.star)
    else if (/^\d+$/.test(one)) bytes.push(item.number, ...numberBytes(one))
    else if (/^[A-Za-z_]/.test(one)) bytes.push(item.word, ...wordBytes(one))
    else return null
  }
  const before = parts.pre && bytesOf(parts.pre)
  const behind = parts.build && bytesOf(parts.build)
  if ((parts.pre && !before) || (parts.build && !behind)) return null
  bytes.push(item.end, ...(before ? [pre.present, ...before] : [pre.absent]))
  return [...bytes, ...(behind ? [build.present, ...behind] : [build.absent])]
}

/** Conan's answer for two versions, also where its order has no key; null when one is no version. */
export function compareConan(a: string, b: string): -1 | 0 | 1 | null {
  const [x, y] = [conanParts(a), conanParts(b)]
  return x && y ? compareParts(x, y) : null
}

function compareParts(a: ConanParts, b: ConanParts): -1 | 0 | 1 {
  const shared = Math.min(a.items.length, b.items.length)
  for (let i = 0; i < shared; i++) {
    const step = compareItems(a.items[i] ?? '', b.items[i] ?? '')
    if (step !== 0) return step
  }
  if (a.items.length !== b.items.length) return a.items.length < b.items.length ? -1 : 1
  if (a.pre === null || b.pre === null) {
    if (a.pre !== b.pre) return a.pre === null ? 1 : -1
  } else {
    const step = compareParts(a.pre, b.pre)
    if (step !== 0) return step
  }
  if (a.build === null || b.build === null) return a.build === b.build ? 0 : a.build === null ? -1 : 1
  return compareParts(a.build, b.build)
}

function compareItems(a: string, b: string): -1 | 0 | 1 {
  const digits = /^\d+$/
  if (digits.test(a) && digits.test(b)) {
    const [x, y] = [BigInt(a), BigInt(b)]
    return x === y ? 0 : x < y ? -1 : 1
  }
  const text = (one: string) => (digits.test(one) ? String(BigInt(one)) : one)
  return text(a) === text(b) ? 0 : text(a) < text(b) ? -1 : 1
}
