// Reads YAML from outside into plain values, within limits: no tags, no aliases, no merge keys.
// SPDX-License-Identifier: EUPL-1.2
import { parseDocument } from 'yaml'
import type { Fault, Reading } from '../fault/index.ts'
import { maxFlowDepth, maxIndent, maxLibraryBytes } from './limits.ts'

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
  return parse(text)
}

function parse(text: string): Reading<unknown> {
  try {
    const document = parseDocument(text, {
      schema: 'core',
      merge: false,
      resolveKnownTags: false,
      stringKeys: true,
      prettyErrors: true,
    })
    const faults = [...document.errors, ...document.warnings].slice(0, 100).map(
      ({ code, message, linePos }): Fault => ({
        code: `ciso-assistant/yaml-${code.toLowerCase().replaceAll('_', '-')}`,
        place: linePos ? `line ${linePos[0].line}` : '',
        detail: (message.split('\n')[0] ?? '').slice(0, 200),
        remedy: 'Correct this line, or get the file from its publisher again.',
      }),
    )
    const [first, ...rest] = faults
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

function refuse(fault: Fault): Reading<unknown> {
  return { outcome: 'refused', faults: [fault] }
}
