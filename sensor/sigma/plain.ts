// Turns YAML from outside into plain values: bounded in size, depth and aliases, objects as maps without a prototype.
// SPDX-License-Identifier: EUPL-1.2
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from 'yaml'
import { ruleLimits } from './limits.ts'

/** A map and not an object, so that a key `__proto__` is a key like any other. */
export type Plain = string | number | boolean | null | readonly Plain[] | PlainMap
export type PlainMap = ReadonlyMap<string, Plain>

export interface PlainDocument {
  /** Line in the file where the document begins, from 1. */
  readonly line: number
  readonly value: Plain
}

/** What kept a document from being read, with its line. */
export class YamlFault extends Error {
  readonly line: number
  constructor(message: string, line: number) {
    super(message)
    this.line = line
  }
}

/** Every document of the text, or the fault that kept it from being read; a broken one leaves the others alone. */
export function readPlainDocuments(text: string): readonly (PlainDocument | YamlFault)[] {
  if (text.length > ruleLimits.maxFileBytes)
    return [new YamlFault(`the file is larger than ${ruleLimits.maxFileBytes} bytes`, 1)]
  const deep = firstDeepLine(text)
  if (deep > 0) return [new YamlFault(`brackets are nested more than ${ruleLimits.maxDepth} deep`, deep)]
  if (manyDocuments(text))
    return [new YamlFault(`more than ${ruleLimits.maxDocumentsOfFile} documents in one file`, 1)]
  const lines = new LineCounter()
  try {
    const documents = parseAllDocuments(text, {
      lineCounter: lines,
      schema: 'core',
      // The reader's own look compares every name with every other; `plainValue` looks them up.
      uniqueKeys: false,
      prettyErrors: false,
      stringKeys: false,
    })
    if (!Array.isArray(documents)) return []
    const budget = { aliased: 0 }
    return documents.map((document) => {
      const line = lines.linePos(document.contents?.range?.[0] ?? document.range?.[0] ?? 0).line
      const [error] = document.errors
      if (error) return new YamlFault(`not valid YAML (${error.code})`, lines.linePos(error.pos[0]).line)
      try {
        return { line, value: plainOf(document.contents, { anchors: new Map(), budget, lines }, 0) }
      } catch (fault) {
        if (fault instanceof YamlFault) return fault
        throw fault
      }
    })
  } catch (fault) {
    // The only error left is the stack of the YAML reader, on block structures nested by the thousand.
    return [new YamlFault(fault instanceof RangeError ? 'nested too deep' : 'not readable as YAML', 1)]
  }
}

interface Context {
  readonly anchors: Map<string, { readonly value: Plain; readonly size: number }>
  readonly budget: { aliased: number }
  readonly lines: LineCounter
}

function plainOf(node: unknown, context: Context, depth: number): Plain {
  if (node === null || node === undefined) return null
  const place = () => context.lines.linePos((node as Node).range?.[0] ?? 0).line
  if (depth > ruleLimits.maxDepth)
    throw new YamlFault(`nested more than ${ruleLimits.maxDepth} deep`, place())
  if (isAlias(node)) {
    const target = context.anchors.get(node.source)
    if (!target) throw new YamlFault(`alias *${node.source.slice(0, 40)} names nothing before it`, place())
    context.budget.aliased += target.size
    if (context.budget.aliased > ruleLimits.maxAliasedNodes)
      throw new YamlFault(`aliases repeat more than ${ruleLimits.maxAliasedNodes} values`, place())
    return target.value
  }
  const value = plainValue(node, context, depth, place)
  const anchor = (node as Node & { anchor?: string }).anchor
  if (anchor) context.anchors.set(anchor, { value, size: sizeOf(value) })
  return value
}

function plainValue(node: unknown, context: Context, depth: number, place: () => number): Plain {
  if (isScalar(node)) return scalarOf(node.value, node.source)
  if (isSeq(node)) return node.items.map((item) => plainOf(item, context, depth + 1))
  if (isMap(node)) {
    const map = new Map<string, Plain>()
    for (const { key, value } of node.items) {
      const name = plainOf(key, context, depth + 1)
      if (typeof name === 'object' && name !== null)
        throw new YamlFault('a list or map as the name of a field', place())
      const field = String(name ?? 'null')
      if (map.has(field)) throw new YamlFault(`the name "${field.slice(0, 40)}" stands there twice`, place())
      map.set(field, plainOf(value, context, depth + 1))
    }
    return map
  }
  throw new YamlFault('a kind of YAML value that rules do not have', place())
}

/** Numbers that JavaScript would round keep their own digits. */
function scalarOf(value: unknown, source: string | undefined): Plain {
  if (typeof value === 'number')
    return Number.isInteger(value) && !Number.isSafeInteger(value) ? (source ?? String(value)) : value
  if (typeof value === 'bigint') return String(value)
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
  return source ?? null
}

function sizeOf(value: Plain): number {
  if (typeof value !== 'object' || value === null) return 1
  let size = 1
  for (const item of value instanceof Map ? value.values() : value) size += sizeOf(item as Plain)
  return size
}

/** Counted before reading, which takes long for documents by the hundred thousand. */
function manyDocuments(text: string): boolean {
  const marks = ['\n---', '\n...']
  return marks.some((mark) => {
    let count = 1
    for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + mark.length)) count++
    return count > ruleLimits.maxDocumentsOfFile
  })
}

/** Line where brackets outside of quotes are too deep, or 0; looked at first because the YAML reader recurses. */
function firstDeepLine(text: string): number {
  let depth = 0
  let line = 1
  let run = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10) {
      line++
      depth = 0
      run = 0
    } else if (code === 91 || code === 123) depth++
    else if (code === 93 || code === 125) depth--
    // "- - - -" and "? ? ? ?" open a list or map within another each time, on one line.
    else if ((code === 45 || code === 63) && text.charCodeAt(at + 1) === 32) run++
    if (depth > 512 || run > 512) return line
  }
  return 0
}
