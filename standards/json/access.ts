// Typed access to foreign JSON: a wrong type is a fault with its JSON pointer, never an exception.
// SPDX-License-Identifier: EUPL-1.2
import type { FaultCollector } from './collector.ts'
import { cleanText, escapePointer, quoteForeign } from './foreign.ts'

/** An object inside a foreign document, with its place and the list that its faults go to. */
export interface JsonNode {
  readonly value: Readonly<Record<string, unknown>>
  readonly pointer: string
  readonly faults: FaultCollector
}

/** Texts longer than this are cut, with a fault: a description of megabytes is an attack or an accident. */
const maxTextCharacters = 200_000

/** The document itself as a node; null with a fault if it is no object. */
export function rootOf(json: unknown, faults: FaultCollector): JsonNode | null {
  return asNode(json, '', faults)
}

/** The value below a key, own properties only, so that `__proto__` and `constructor` find nothing inherited. */
export function atKey(node: JsonNode, key: string): unknown {
  const value = Object.hasOwn(node.value, key) ? node.value[key] : undefined
  return value === null ? undefined : value
}

export function objectAt(node: JsonNode, key: string): JsonNode | null {
  const value = atKey(node, key)
  return value === undefined ? null : asNode(value, pointerTo(node, key), node.faults)
}

/** The objects of a list; an entry of another type is a fault and left out. */
export function objectsAt(node: JsonNode, key: string): JsonNode[] {
  const pointer = pointerTo(node, key)
  return listAt(node, key).flatMap((entry, index) => asNode(entry, `${pointer}/${index}`, node.faults) ?? [])
}

/** Text without control characters and outer blanks; null where it is absent, empty or not a text. */
export function textAt(node: JsonNode, key: string): string | null {
  const value = atKey(node, key)
  return value === undefined ? null : asText(value, pointerTo(node, key), node.faults)
}

export function textsAt(node: JsonNode, key: string): string[] {
  const pointer = pointerTo(node, key)
  return listAt(node, key).flatMap((entry, index) => asText(entry, `${pointer}/${index}`, node.faults) ?? [])
}

export function numberAt(node: JsonNode, key: string): number | null {
  const value = atKey(node, key)
  if (value === undefined) return null
  if (typeof value === 'number' && Number.isFinite(value)) return value
  return wrongType(value, 'a number', pointerTo(node, key), node.faults)
}

export function booleanAt(node: JsonNode, key: string): boolean | null {
  const value = atKey(node, key)
  if (value === undefined || typeof value === 'boolean') return value ?? null
  return wrongType(value, 'true or false', pointerTo(node, key), node.faults)
}

function listAt(node: JsonNode, key: string): readonly unknown[] {
  const value = atKey(node, key)
  if (value === undefined) return []
  if (Array.isArray(value)) return value
  return wrongType(value, 'a list', pointerTo(node, key), node.faults) ?? []
}

function asNode(value: unknown, pointer: string, faults: FaultCollector): JsonNode | null {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return wrongType(value, 'an object', pointer, faults)
  }
  // An object that is no list has string keys; the values stay unknown.
  return { value: value as Record<string, unknown>, pointer, faults }
}

function asText(value: unknown, pointer: string, faults: FaultCollector): string | null {
  if (typeof value !== 'string') return wrongType(value, 'a text', pointer, faults)
  if (value.length > maxTextCharacters) {
    faults.add(
      'text-too-long',
      pointer,
      `This text has ${value.length} characters; the first ${maxTextCharacters} were kept.`,
      'Shorten the text, or refer to it by address.',
    )
  }
  return cleanText(value.slice(0, maxTextCharacters)).trim() || null
}

function pointerTo(node: JsonNode, key: string): string {
  return `${node.pointer}/${escapePointer(key)}`
}

function wrongType(value: unknown, wanted: string, pointer: string, faults: FaultCollector): null {
  faults.add(
    'type',
    pointer,
    `Expected ${wanted}, found ${kindOf(value)} ${quoteForeign(value)}; it was left out.`,
    `Write ${wanted} here, or leave the field out.`,
  )
  return null
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'list' : typeof value
}
