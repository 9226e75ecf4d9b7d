// Reads STIX patterns (STIX 2.1, part 9) of which any one value is enough: comparisons joined by OR.
// SPDX-License-Identifier: EUPL-1.2

export interface PatternTerm {
  /** `file:hashes.'SHA-256'` as written, without blanks. */
  readonly path: string
  readonly operator: '=' | 'ISSUBSET'
  readonly value: string
}

export type PatternReading =
  | { readonly terms: readonly PatternTerm[] }
  /** A sentence without its first word: "it …". */
  | { readonly because: string }

export interface PatternLimits {
  readonly maxUnits: number
  readonly maxTerms: number
}

type Token =
  | { readonly kind: 'mark' | 'word' | 'path' | 'operator'; readonly text: string }
  /** null where the literal is no text: a number, bytes, an instant, true. */
  | { readonly kind: 'literal'; readonly text: string | null }

class Unusable extends Error {}

/** Never throws over foreign text; takes time in proportion to it. */
export function readStixPattern(pattern: string, limits: PatternLimits): PatternReading {
  if (pattern.length > limits.maxUnits) return { because: `it is longer than ${limits.maxUnits} characters` }
  try {
    return { terms: readPattern(tokensOf(pattern), limits.maxTerms) }
  } catch (error) {
    if (error instanceof Unusable) return { because: error.message }
    throw error
  }
}

const tokenForm =
  /\s+|([[\](),])|([hbt]?'(?:[^'\\]|\\.)*')|([A-Za-z0-9_-]+:(?:'(?:[^'\\]|\\.)*'|[\w.*-]|\[(?:\*|-?\d+)\])+)|(!==|==|<>|!=|<=|>=|=|<|>)|([A-Za-z]+)|([+-]?[\d.]+)/suy

function tokensOf(pattern: string): readonly Token[] {
  const tokens: Token[] = []
  tokenForm.lastIndex = 0
  while (tokenForm.lastIndex < pattern.length) {
    const at = tokenForm.lastIndex
    const found = tokenForm.exec(pattern)
    if (found === null) throw new Unusable(`it is no pattern of STIX at character ${at + 1}`)
    const token = tokenOf(found)
    if (token !== null) tokens.push(token)
  }
  return tokens
}

function tokenOf([, mark, text, path, operator, word, number]: RegExpExecArray): Token | null {
  if (mark !== undefined) return { kind: 'mark', text: mark }
  if (text !== undefined)
    return {
      kind: 'literal',
      text: text.startsWith("'") ? text.slice(1, -1).replace(/\\(.)/gsu, '$1') : null,
    }
  if (path !== undefined) return { kind: 'path', text: path }
  if (operator !== undefined) return { kind: 'operator', text: operator }
  if (number !== undefined || word === 'true' || word === 'false') return { kind: 'literal', text: null }
  return word === undefined ? null : { kind: 'word', text: word }
}

/** OR in an observation and OR between observations mean the same here: any one value is enough. */
function readPattern(tokens: readonly Token[], maxTerms: number): readonly PatternTerm[] {
  const terms: PatternTerm[] = []
  const open: string[] = []
  let isObservation = false
  let at = 0
  let wantsValue = true
  while (at < tokens.length) {
    const token = tokens[at] as Token
    if (token.kind === 'mark' && (token.text === '[' || token.text === '(') && wantsValue) {
      if (token.text === '[' && isObservation) throw new Unusable('its brackets stand within brackets')
      isObservation ||= token.text === '['
      open.push(token.text)
      at++
    } else if (token.kind === 'mark' && (token.text === ']' || token.text === ')') && !wantsValue) {
      if (open.pop() !== (token.text === ']' ? '[' : '(')) throw new Unusable('its brackets do not pair')
      if (token.text === ']') isObservation = false
      at++
    } else if (token.kind === 'word' && !wantsValue) {
      if (token.text !== 'OR') throw new Unusable(whyNot(token.text))
      wantsValue = true
      at++
    } else if (token.kind === 'path' && wantsValue && isObservation) {
      at = readComparison(tokens, at, terms)
      if (terms.length > maxTerms) throw new Unusable(`it has more than ${maxTerms} values`)
      wantsValue = false
    } else throw new Unusable(token.kind === 'word' ? whyNot(token.text) : 'it is not built as STIX asks')
  }
  if (open.length > 0 || wantsValue) throw new Unusable('it ends too early')
  return terms
}

/** Gives the place after the comparison. */
function readComparison(tokens: readonly Token[], start: number, terms: PatternTerm[]): number {
  const path = tokens[start]?.text ?? ''
  const operator = tokens[start + 1]
  const first = tokens[start + 2]
  if (operator?.kind === 'operator' && (operator.text === '=' || operator.text === '==')) {
    terms.push({ path, operator: '=', value: textOf(first) })
    return start + 3
  }
  if (operator?.kind === 'word' && operator.text === 'ISSUBSET') {
    terms.push({ path, operator: 'ISSUBSET', value: textOf(first) })
    return start + 3
  }
  if (operator?.kind === 'word' && operator.text === 'IN') return readList(tokens, start + 2, path, terms)
  throw new Unusable(whyNot(operator?.text ?? ''))
}

function readList(tokens: readonly Token[], start: number, path: string, terms: PatternTerm[]): number {
  const isMark = (at: number, text: string) => tokens[at]?.kind === 'mark' && tokens[at]?.text === text
  if (!isMark(start, '(')) throw new Unusable('its list has no brackets')
  let at = start + 1
  for (;;) {
    terms.push({ path, operator: '=', value: textOf(tokens[at]) })
    if (isMark(at + 1, ')')) return at + 2
    if (!isMark(at + 1, ',')) throw new Unusable('its list is not built as STIX asks')
    at += 2
  }
}

function textOf(token: Token | undefined): string {
  if (token?.kind !== 'literal') throw new Unusable('it compares with something that is no value')
  if (token.text === null) throw new Unusable('it compares with a value that is no text')
  return token.text
}

function whyNot(word: string): string {
  switch (word) {
    case 'AND':
      return 'it asks for several things at once (AND)'
    case 'FOLLOWEDBY':
      return 'it asks for things one after the other (FOLLOWEDBY)'
    case 'NOT':
    case '!=':
    case '<>':
      return 'it asks for what is not the case'
    case 'LIKE':
    case 'MATCHES':
      return `it asks for a likeness (${word}) and not for a value`
    case 'WITHIN':
    case 'REPEATS':
    case 'START':
    case 'STOP':
      return `it asks when or how often (${word})`
    default:
      return 'it compares in a way that names no single value'
  }
}
