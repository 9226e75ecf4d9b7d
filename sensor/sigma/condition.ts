// Reads a condition ("selection and not 1 of filter_*") into an expression over the named selections.
// SPDX-License-Identifier: EUPL-1.2
import { both, type Expression } from './expression.ts'
import { ruleLimits } from './limits.ts'

export class ConditionFault extends Error {}

interface Reader {
  readonly tokens: readonly string[]
  at: number
  depth: number
  readonly selections: ReadonlyMap<string, Expression>
}

/** Binds as Sigma says: "not" before "and" before "or"; key words in either case. */
export function readCondition(text: string, selections: ReadonlyMap<string, Expression>): Expression {
  const tokens: readonly string[] = text.match(/[()|]|[^\s()|]+/g) ?? []
  if (tokens.length > ruleLimits.maxConditionTokens)
    throw new ConditionFault(`more than ${ruleLimits.maxConditionTokens} words`)
  if (tokens.includes('|'))
    throw new ConditionFault('an aggregation after "|", which Sigma 2 has replaced by correlation rules')
  const reader: Reader = { tokens, at: 0, depth: 0, selections }
  const expression = anyOf(reader)
  const rest = reader.tokens[reader.at]
  if (rest !== undefined) throw new ConditionFault(`an unexpected "${rest.slice(0, 40)}"`)
  return expression
}

function anyOf(reader: Reader): Expression {
  if (++reader.depth > ruleLimits.maxConditionDepth)
    throw new ConditionFault(`nested more than ${ruleLimits.maxConditionDepth} deep`)
  const parts = [allOf(reader)]
  while (takeWord(reader, 'or')) parts.push(allOf(reader))
  reader.depth--
  return both('or', parts)
}

function allOf(reader: Reader): Expression {
  const parts = [negated(reader)]
  while (takeWord(reader, 'and')) parts.push(negated(reader))
  return both('and', parts)
}

function negated(reader: Reader): Expression {
  let nots = 0
  while (takeWord(reader, 'not')) nots++
  const of = operand(reader)
  return nots % 2 === 1 ? { kind: 'not', of } : of
}

function operand(reader: Reader): Expression {
  const token = reader.tokens[reader.at++]
  if (token === undefined) throw new ConditionFault('it ends where a selection should follow')
  if (token === '(') {
    const inner = anyOf(reader)
    if (reader.tokens[reader.at++] !== ')') throw new ConditionFault('a "(" without its ")"')
    return inner
  }
  if (/^(all|any|\d{1,4})$/i.test(token) && reader.tokens[reader.at]?.toLowerCase() === 'of') {
    reader.at++
    return quantified(reader, token.toLowerCase())
  }
  const selection = reader.selections.get(token)
  if (!selection || /^(and|or|not|of|\))$/i.test(token))
    throw new ConditionFault(`"${token.slice(0, 60)}" is no selection of the rule`)
  return { kind: 'named', name: token, of: selection }
}

function quantified(reader: Reader, amount: string): Expression {
  const pattern = reader.tokens[reader.at++]
  if (pattern === undefined) throw new ConditionFault(`"${amount} of" without a name`)
  const chosen = namesLike(pattern, [...reader.selections.keys()]).flatMap((name): Expression[] => {
    const of = reader.selections.get(name)
    return of ? [{ kind: 'named', name, of }] : []
  })
  if (chosen.length === 0) throw new ConditionFault(`"${pattern.slice(0, 60)}" fits no selection of the rule`)
  if (amount === 'all') return both('and', chosen)
  const wanted = amount === 'any' ? 1 : Number(amount)
  if (wanted === 0 || wanted > chosen.length)
    throw new ConditionFault(`"${amount} of ${pattern.slice(0, 60)}" where ${chosen.length} fit`)
  return wanted === 1 ? both('or', chosen) : { kind: 'atLeast', count: wanted, of: chosen }
}

function namesLike(pattern: string, names: readonly string[]): readonly string[] {
  // "them" leaves out what begins with an underscore.
  if (pattern.toLowerCase() === 'them') return names.filter((name) => !name.startsWith('_'))
  const [head = '', ...tails] = pattern.split('*')
  return names.filter((name) => {
    if (!name.startsWith(head)) return false
    let at = head.length
    for (const [index, tail] of tails.entries()) {
      const found = index === tails.length - 1 ? lastFit(name, tail, at) : name.indexOf(tail, at)
      if (found < 0) return false
      at = found + tail.length
    }
    return at === name.length
  })
}

function lastFit(name: string, tail: string, from: number): number {
  const at = name.length - tail.length
  return at >= from && name.endsWith(tail) ? at : -1
}

function takeWord(reader: Reader, word: string): boolean {
  if (reader.tokens[reader.at]?.toLowerCase() !== word) return false
  reader.at++
  return true
}
