// Reads a JSON document from outside, or says where and why it can't be read.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault, Reading } from '../fault/index.ts'
import { decodeUtf8 } from './decode.ts'
import { findKeyFaults } from './keys.ts'
import { defaultJsonLimits, type JsonLimits } from './limits.ts'
import { scanStructure } from './structure.ts'
import { findSyntaxFault, placeOf } from './syntax.ts'

/** Reads bytes (UTF-8, with or without a byte order mark) or text; `__proto__` keys are removed with a warning. */
export function readJson(
  input: Uint8Array | string,
  limits: JsonLimits = defaultJsonLimits,
): Reading<unknown> {
  const text = typeof input === 'string' ? takeText(input, limits) : takeBytes(input, limits)
  if (text.outcome === 'refused') return text
  const structure = scanStructure(text.value, limits.maxDepth)
  if (structure.tooDeepAt !== null) {
    return refuse(tooDeep(placeOf(text.value, structure.tooDeepAt), limits.maxDepth))
  }
  try {
    const value: unknown = JSON.parse(text.value)
    return { outcome: 'read', value, warnings: findKeyFaults(value, structure.members) }
  } catch {
    return refuse(findSyntaxFault(text.value))
  }
}

function takeText(text: string, limits: JsonLimits): Reading<string> {
  if (text.length > limits.maxBytes) return refuse(tooLarge(text.length, limits.maxBytes))
  return { outcome: 'read', value: text.startsWith('\uFEFF') ? text.slice(1) : text, warnings: [] }
}

function takeBytes(bytes: Uint8Array, limits: JsonLimits): Reading<string> {
  if (bytes.byteLength > limits.maxBytes) return refuse(tooLarge(bytes.byteLength, limits.maxBytes))
  return decodeUtf8(bytes)
}

function refuse(fault: Fault): { readonly outcome: 'refused'; readonly faults: readonly [Fault] } {
  return { outcome: 'refused', faults: [fault] }
}

function tooLarge(size: number, most: number): Fault {
  return {
    code: 'json/too-large',
    place: '',
    detail: `The document has ${size} bytes; at most ${most} are read.`,
    remedy: 'Check that this is the right file. If it is, split it, or ask the centre to raise the limit.',
  }
}

function tooDeep(place: string, most: number): Fault {
  return {
    code: 'json/too-deep',
    place,
    detail: `Lists and objects are nested more than ${most} deep; no advisory needs that.`,
    remedy: 'Check where the document comes from; do not open it with other programs.',
  }
}
