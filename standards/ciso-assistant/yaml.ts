// Reads YAML from outside into plain values, within limits: no tags, no aliases, no merge keys.
// SPDX-License-Identifier: EUPL-1.2
import { type Document, isScalar, Lexer, LineCounter, parseDocument, visit } from 'yaml'
import type { Fault, Reading } from '../fault/index.ts'
import { maxFlowDepth, maxIndent, maxLibraryBytes, maxTokens } from './limits.ts'

export function readYaml(bytes: Uint8Array): Reading<unknown> {
  if (bytes.byteLength > maxLibraryBytes)
    return refuse({
      code: 'ciso-assistant/too-large',
      place: '',
      detail: `The file has ${bytes.byteLength} bytes; at most ${maxLibraryBytes} are read.`,
      remedy: 'Check that this is the right file.',
    })
  const text = decode(bytes)
  if (text === null)
    return refuse({
      code: 'ciso-assistant/encoding',
      place: '',
      detail: 'The file is not UTF-8.',
      remedy: 'Save it as UTF-8 and send it again.',
    })
  const deep = tooDeepAt(text)
  if (deep !== null)
    return refuse({
      code: 'ciso-assistant/too-deep',
      place: `line ${deep}`,
      detail: 'Lists and maps are nested deeper than any library needs.',
      remedy: 'Check where the file comes from.',
    })
  if (hasTooManyTokens(text))
    return refuse({
      code: 'ciso-assistant/too-many',
      place: '',
      detail: `The file has more than ${maxTokens} words and signs of YAML.`,
      remedy: 'Split the file.',
    })
  return parse(text)
}

const maxFaults = 100

function parse(text: string): Reading<unknown> {
  const lines = new LineCounter()
  try {
    // Without excerpts in errors and without its own look for keys that are there twice: both take the square of the size.
    const document = parseDocument(text, {
      schema: 'core',
      merge: false,
      resolveKnownTags: false,
      stringKeys: true,
      prettyErrors: false,
      uniqueKeys: false,
      lineCounter: lines,
    })
    const found = [...document.errors, ...document.warnings]
    const faults = found
      .slice(0, maxFaults)
      .map(({ code, message, pos: [at] }) => faultAt(code, message, lines.linePos(at).line))
    const [first, ...rest] = [...faults, ...(found.length === 0 ? keysTwice(document, lines) : [])]
    if (first) return { outcome: 'refused', faults: [first, ...rest] }
    // Ten lines can stand for a billion values through aliases, so none is followed.
    return { outcome: 'read', value: document.toJS({ maxAliasCount: 0 }) as unknown, warnings: [] }
  } catch (error) {
    return refuse({
      code: 'ciso-assistant/yaml',
      place: '',
      detail: `The file cannot be read as YAML: ${error instanceof Error ? error.message.slice(0, 120) : 'unknown'}.`,
      remedy: 'Aliases (*name) are not read. Get the file from its publisher again.',
    })
  }
}

function faultAt(code: string, message: string, line: number): Fault {
  return {
    code: `ciso-assistant/yaml-${code.toLowerCase().replaceAll('_', '-')}`,
    place: `line ${line}`,
    detail: (message.split('\n')[0] ?? '').slice(0, 200),
    remedy: 'Correct this line, or get the file from its publisher again.',
  }
}

/** Of two values for one key the last would count, and nobody would know of the first. */
function keysTwice(document: Document, lines: LineCounter): readonly Fault[] {
  const faults: Fault[] = []
  visit(document, {
    Map(_key, { items }) {
      const seen = new Set<unknown>()
      for (const { key } of items) {
        if (!isScalar(key)) continue
        if (seen.has(key.value) && faults.length < maxFaults) {
          const { line } = lines.linePos(key.range?.[0] ?? 0)
          faults.push(faultAt('DUPLICATE_KEY', 'This key stands in its map twice.', line))
        }
        seen.add(key.value)
      }
    },
  })
  return faults
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The line where it begins. Brackets in texts count as well: libraries have few, and a refusal is safe. */
function tooDeepAt(text: string): number | null {
  let line = 1
  let indent = 0
  let isIndent = true
  let open = 0
  for (const character of text) {
    if (character === '\n') {
      line += 1
      indent = 0
      isIndent = true
      continue
    }
    if (isIndent && (character === ' ' || character === '-')) {
      indent += 1
      if (indent > maxIndent) return line
      continue
    }
    isIndent = false
    if (character === '[' || character === '{') open += 1
    else if ((character === ']' || character === '}') && open > 0) open -= 1
    if (open > maxFlowDepth) return line
  }
  return null
}

function hasTooManyTokens(text: string): boolean {
  let count = 0
  for (const _token of new Lexer().lex(text)) {
    count += 1
    if (count > maxTokens) return true
  }
  return false
}

function refuse(fault: Fault): Reading<unknown> {
  return { outcome: 'refused', faults: [fault] }
}
