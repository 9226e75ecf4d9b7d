// Reads character classes and escapes of a regular expression.
// SPDX-License-Identifier: EUPL-1.2
import type { Assertion, CharSet, RegexNode } from './node.ts'
import { type Reader, RegexFault } from './reader.ts'

const digits = [48, 57]
const word = [48, 57, 65, 90, 95, 95, 97, 122]
const space = [9, 13, 32, 32, 0xa0, 0xa0, 0x1680, 0x1680, 0x2000, 0x200a, 0x2028, 0x2029, 0x202f, 0x202f]
const horizontal = [9, 9, 32, 32, 0xa0, 0xa0]
const named: Readonly<Record<string, readonly number[]>> = { d: digits, w: word, s: space, h: horizontal }
const control: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13, a: 7, e: 27, '0': 0 }
const anchors: Readonly<Record<string, Assertion>> = {
  b: 'word',
  B: 'notWord',
  A: 'start',
  Z: 'end',
  z: 'veryEnd',
}
const posix: Readonly<Record<string, readonly number[]>> = {
  alpha: [65, 90, 97, 122],
  digit: digits,
  alnum: [48, 57, 65, 90, 97, 122],
  upper: [65, 90],
  lower: [97, 122],
  space,
  xdigit: [48, 57, 65, 70, 97, 102],
  punct: [33, 47, 58, 64, 91, 96, 123, 126],
}

/** After the backslash, outside of a class. */
export function readEscape(reader: Reader): RegexNode {
  const letter = reader.text[reader.at]
  if (letter === undefined) throw new RegexFault('a backslash at the end')
  const what = anchors[letter]
  if (what) {
    reader.at++
    return { kind: 'assert', what }
  }
  if (/[1-9]/.test(letter)) throw new RegexFault('a back-reference')
  const set = escaped(reader)
  return { kind: 'set', set: { ...set, ignoreCase: reader.flags.ignoreCase } }
}

/** After the opening bracket. */
export function readClass(reader: Reader): CharSet {
  const negated = reader.text[reader.at] === '^'
  if (negated) reader.at++
  const ranges: number[] = []
  for (let first = true; ; first = false) {
    const letter = reader.text[reader.at]
    if (letter === undefined) throw new RegexFault('a "[" without its "]"')
    if (letter === ']' && !first) break
    member(reader, ranges)
  }
  reader.at++
  return { ranges, negated, ignoreCase: reader.flags.ignoreCase }
}

function member(reader: Reader, ranges: number[]): void {
  const name = /^\[:([a-z]+):\]/.exec(reader.text.slice(reader.at, reader.at + 12))
  if (name) {
    const found = posix[name[1] ?? '']
    if (!found) throw new RegexFault(`the class ${name[0]}`)
    reader.at += name[0].length
    ranges.push(...found)
    return
  }
  const from = single(reader)
  const [low, high] = from.ranges
  const oneUnit = from.ranges.length === 2 && low === high && !from.negated
  const next = reader.text[reader.at + 1]
  if (oneUnit && reader.text[reader.at] === '-' && next !== undefined && next !== ']') {
    reader.at++
    const to = single(reader)
    const [last, end] = to.ranges
    if (low === undefined || last === undefined) return
    if (to.ranges.length > 2 || last !== end || to.negated) ranges.push(low, low, 45, 45, ...positive(to))
    else if (last < low) throw new RegexFault('a class whose range runs backwards')
    else ranges.push(low, last)
  } else ranges.push(...positive(from))
}

function single(reader: Reader): CharSet {
  if (reader.text[reader.at] !== '\\') return unitSet(reader.text.charCodeAt(reader.at++))
  reader.at++
  if (reader.text[reader.at] === 'b') {
    reader.at++
    return unitSet(8)
  }
  return escaped(reader)
}

function escaped(reader: Reader): CharSet {
  const letter = reader.text[reader.at++]
  if (letter === undefined) throw new RegexFault('a backslash at the end')
  const set = named[letter.toLowerCase()]
  if (set) return { ranges: set, negated: letter !== letter.toLowerCase(), ignoreCase: false }
  const code = /^(?:x\{([0-9a-f]{1,4})\}|x([0-9a-f]{2})|u([0-9a-f]{4}))/i.exec(
    reader.text.slice(reader.at - 1, reader.at + 8),
  )
  if (code) {
    reader.at += code[0].length - 1
    return unitSet(Number.parseInt(code[1] ?? code[2] ?? code[3] ?? '0', 16))
  }
  const unit = control[letter]
  if (unit !== undefined) return unitSet(unit)
  if (/[A-Za-z]/.test(letter)) throw new RegexFault(`the escape "\\${letter}"`)
  return unitSet(letter.charCodeAt(0))
}

function unitSet(unit: number): CharSet {
  return { ranges: [unit, unit], negated: false, ignoreCase: false }
}

function positive(set: CharSet): readonly number[] {
  if (!set.negated) return set.ranges
  const holes: number[] = []
  let from = 0
  for (let at = 0; at < set.ranges.length; at += 2) {
    const low = set.ranges[at] ?? 0
    if (low > from) holes.push(from, low - 1)
    from = (set.ranges[at + 1] ?? 0) + 1
  }
  if (from <= 0xffff) holes.push(from, 0xffff)
  return holes
}
