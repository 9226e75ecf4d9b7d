// Reads a regular expression of a rule into a tree, or says which construct cannot be matched in one pass.
// SPDX-License-Identifier: EUPL-1.2
import { ruleLimits } from '../limits.ts'
import { readClass, readEscape } from './classes.ts'
import type { Assertion, RegexNode } from './node.ts'
import { type Reader, RegexFault, type RegexFlags } from './reader.ts'

export function parseRegex(text: string, flags: RegexFlags): RegexNode {
  const reader: Reader = { text, at: 0, flags, depth: 0 }
  const node = choice(reader)
  if (reader.at < text.length) throw new RegexFault(`an unexpected ")" at position ${reader.at + 1}`)
  return node
}

function choice(reader: Reader): RegexNode {
  if (++reader.depth > ruleLimits.maxRegexDepth)
    throw new RegexFault(`groups nested more than ${ruleLimits.maxRegexDepth} deep`)
  const branches = [sequence(reader)]
  while (reader.text[reader.at] === '|') {
    reader.at++
    branches.push(sequence(reader))
  }
  reader.depth--
  const [first] = branches
  return branches.length === 1 && first ? first : { kind: 'choice', of: branches }
}

function sequence(reader: Reader): RegexNode {
  const parts: RegexNode[] = []
  while (reader.at < reader.text.length) {
    const next = reader.text[reader.at]
    if (next === '|' || next === ')') break
    const part = quantified(reader)
    if (part) parts.push(part)
  }
  return { kind: 'sequence', of: parts }
}

function quantified(reader: Reader): RegexNode | null {
  const start = reader.at
  const atom = readAtom(reader)
  if (!atom) return null
  let node = atom
  for (let count = quantifier(reader); count; count = quantifier(reader)) {
    if (atom.kind === 'assert') throw new RegexFault(`a repeated anchor at position ${start + 1}`)
    node = { kind: 'repeat', of: node, ...count }
    const after = reader.text[reader.at]
    if (after === '+') throw new RegexFault('a possessive quantifier')
    // Lazy or greedy makes no difference to whether there is a match.
    if (after === '?') reader.at++
  }
  return node
}

function quantifier(reader: Reader): { min: number; max: number | null } | null {
  const sign = reader.text[reader.at]
  if (sign === '*' || sign === '+' || sign === '?') {
    reader.at++
    return { min: sign === '+' ? 1 : 0, max: sign === '?' ? 1 : null }
  }
  if (sign !== '{') return null
  const found = /^\{(\d{1,4})(,(\d{0,4}))?\}/.exec(reader.text.slice(reader.at, reader.at + 12))
  if (!found) return null
  reader.at += found[0].length
  const min = Number(found[1])
  const max = found[2] === undefined ? min : found[3] ? Number(found[3]) : null
  if (max !== null && max < min) throw new RegexFault(`the quantifier ${found[0]}`)
  return { min, max }
}

function readAtom(reader: Reader): RegexNode | null {
  const sign = reader.text[reader.at]
  switch (sign) {
    case '(':
      return group(reader)
    case '[':
      reader.at++
      return { kind: 'set', set: readClass(reader) }
    case '\\':
      reader.at++
      return readEscape(reader)
    case '.':
      reader.at++
      return {
        kind: 'set',
        set: { ranges: reader.flags.dotAll ? [] : [10, 10], negated: true, ignoreCase: false },
      }
    case '^':
      return anchor(reader, reader.flags.multiLine ? 'lineStart' : 'start')
    case '$':
      return anchor(reader, reader.flags.multiLine ? 'lineEnd' : 'end')
    case '*':
    case '+':
    case '?':
      throw new RegexFault(`nothing to repeat at position ${reader.at + 1}`)
    default: {
      const unit = reader.text.charCodeAt(reader.at++)
      return {
        kind: 'set',
        set: { ranges: [unit, unit], negated: false, ignoreCase: reader.flags.ignoreCase },
      }
    }
  }
}

function anchor(reader: Reader, what: Assertion): RegexNode {
  reader.at++
  return { kind: 'assert', what }
}

function group(reader: Reader): RegexNode | null {
  const outer = reader.flags
  const opening = /^\((?:\?(?:(:)|P?<([A-Za-z_]\w*)>|([a-z]*)(?:-([a-z]*))?([:)])|(.{0,2})))?/.exec(
    reader.text.slice(reader.at, reader.at + 80),
  )
  const [whole = '(', , , on = '', off = '', mark, other] = opening ?? []
  if (other !== undefined) throw new RegexFault(constructNamed(other))
  reader.at += whole.length
  if (mark !== undefined) reader.flags = changedFlags(outer, on, off)
  // "(?i)" holds for the rest of the group that it stands in.
  if (mark === ')') return null
  const node = choice(reader)
  if (reader.text[reader.at] !== ')') throw new RegexFault('a "(" without its ")"')
  reader.at++
  reader.flags = outer
  return node
}

function constructNamed(mark: string): string {
  if (/^(=|!|<=|<!)/.test(mark)) return 'look-around'
  return mark.startsWith('>') ? 'an atomic group' : `a group of the kind "(?${mark}"`
}

function changedFlags(flags: RegexFlags, on: string, off: string): RegexFlags {
  const unknown = /[^ims]/.exec(on + off)
  if (unknown) throw new RegexFault(`the flag "${unknown[0]}"`)
  const value = (letter: string, before: boolean) => (on.includes(letter) || before) && !off.includes(letter)
  return {
    ignoreCase: value('i', flags.ignoreCase),
    multiLine: value('m', flags.multiLine),
    dotAll: value('s', flags.dotAll),
  }
}
