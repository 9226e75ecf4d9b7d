// Walks the tokens of a text until one is out of place (RFC 8259), without building anything.
// SPDX-License-Identifier: EUPL-1.2
import { endOfString } from './structure.ts'

/** What may come next. */
type Expect = 'value' | 'firstItem' | 'key' | 'firstKey' | 'colon' | 'comma'

interface Token {
  readonly kind: string
  readonly start: number
  readonly end: number
}

/** Offset of the first token out of place; the text's length if the text merely ends too early. */
export function firstWrongOffset(text: string): number {
  const open: string[] = []
  let expect: Expect = 'value'
  for (let at = 0; ; ) {
    const token = tokenAt(text, at)
    if (token.kind === 'end') return text.length
    const next: Expect | null = token.kind === 'wrong' ? null : step(expect, token.kind, open)
    if (next === null) return token.start
    expect = next
    at = token.end
  }
}

const blanks = /[ \t\r\n]*/y
const literal = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y
const cutLiteral = /(?:-?\d*\.?\d*(?:[eE][+-]?\d*)?|t|tr|tru|f|fa|fal|fals|n|nu|nul)$/y

function tokenAt(text: string, from: number): Token {
  const start = endOfMatch(blanks, text, from)
  const mark = text[start]
  if (mark === undefined) return { kind: 'end', start, end: start }
  if ('{}[],:'.includes(mark)) return { kind: mark, start, end: start + 1 }
  if (mark === '"') return stringAt(text, start)
  const end = endOfMatch(literal, text, start)
  if (end > start) return { kind: 'literal', start, end }
  const isCut = endOfMatch(cutLiteral, text, start) === text.length
  return { kind: isCut ? 'end' : 'wrong', start, end: start }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 8259 forbids control characters in strings
const wrongInString = /[\u0000-\u001F]|\\(?:[^"\\/bfnrtu]|u(?![\dA-Fa-f]{4}))/

function stringAt(text: string, start: number): Token {
  const end = endOfString(text, start)
  if (end === text.length) return { kind: 'end', start, end }
  // Escaped backslashes first, so that `\\q` is not taken for `\q`.
  const isWrong = wrongInString.test(text.slice(start + 1, end).replaceAll('\\\\', ''))
  return { kind: isWrong ? 'wrong' : 'string', start, end: end + 1 }
}

function endOfMatch(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

function step(expect: Expect, found: string, open: string[]): Expect | null {
  if (expect === 'colon') return found === ':' ? 'value' : null
  if (expect === 'comma') return afterValue(found, open)
  if (expect === 'key' || expect === 'firstKey') {
    if (found === 'string') return 'colon'
    return expect === 'firstKey' && found === '}' ? close(open) : null
  }
  if (found === '{' || found === '[') {
    open.push(found)
    return found === '{' ? 'firstKey' : 'firstItem'
  }
  if (found === 'string' || found === 'literal') return 'comma'
  return expect === 'firstItem' && found === ']' ? close(open) : null
}

function afterValue(found: string, open: string[]): Expect | null {
  const inside = open.at(-1)
  if (inside === undefined) return null
  if (found === ',') return inside === '{' ? 'key' : 'value'
  const closes = (found === '}' && inside === '{') || (found === ']' && inside === '[')
  return closes ? close(open) : null
}

function close(open: string[]): Expect {
  open.pop()
  return 'comma'
}
