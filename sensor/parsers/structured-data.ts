// Reads the structured data of RFC 5424: [id name="value" …], each a field id.name.
// SPDX-License-Identifier: EUPL-1.2
import { type Fields, setField } from '../event/event.ts'

const maxElements = 50
const maxParameters = 200

/** Returns where the message begins, or null where the data are not well formed. */
export function readStructuredData(text: string, start: number, fields: Fields): number | null {
  if (text[start] === '-') return start + 1
  let at = start
  for (let count = 0; text[at] === '['; count += 1) {
    if (count >= maxElements) return null
    const end = readElement(text, at + 1, fields)
    if (end === null) return null
    at = end
  }
  return at === start ? null : at
}

function readElement(text: string, start: number, fields: Fields): number | null {
  let at = endOfName(text, start)
  const id = text.slice(start, at)
  for (let count = 0; text[at] === ' '; count += 1) {
    if (count >= maxParameters) return null
    const nameStart = at + 1
    const nameEnd = endOfName(text, nameStart)
    if (text[nameEnd] !== '=' || text[nameEnd + 1] !== '"') return null
    const valueEnd = endOfValue(text, nameEnd + 2)
    if (valueEnd === null) return null
    setField(fields, `${id}.${text.slice(nameStart, nameEnd)}`, unescaped(text.slice(nameEnd + 2, valueEnd)))
    at = valueEnd + 1
  }
  return text[at] === ']' ? at + 1 : null
}

/** RFC 5424 6.3.2: a name has at most 32 characters; some devices exceed it. */
const maxNameUnits = 128

function endOfName(text: string, start: number): number {
  let at = start
  while (at < text.length && at - start < maxNameUnits && !' =]"'.includes(text.charAt(at))) at += 1
  return at
}

function endOfValue(text: string, start: number): number | null {
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '"') return at
  }
  return null
}

function unescaped(text: string): string {
  return text.includes('\\') ? text.replaceAll(/\\(["\\\]])/g, '$1') : text
}
