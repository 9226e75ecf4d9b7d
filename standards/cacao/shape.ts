// Building stones for saying what a foreign JSON object must look like; each wrong value is a fault with its pointer.
// SPDX-License-Identifier: EUPL-1.2
import { cleanText } from '../json/foreign.ts'
import { escapePointer, type FaultCollector, quoteForeign } from '../json/index.ts'
import { typeOfIdentifier } from './identifier.ts'
import { maxEntries, maxTextCharacters } from './limits.ts'

/** Adds what is wrong with a value at a place. */
export type Shape = (value: unknown, at: string, faults: FaultCollector) => void

type Fields = Readonly<Record<string, Shape>>

function wrong(faults: FaultCollector, at: string, wanted: string, value: unknown): void {
  const found = Array.isArray(value) ? 'a list' : value === null ? 'null' : typeof value
  faults.add(
    'type',
    at,
    `Expected ${wanted}, found ${found} ${quoteForeign(value)}.`,
    `Write ${wanted} here.`,
  )
}

export const text: Shape = (value, at, faults) => {
  if (typeof value !== 'string') wrong(faults, at, 'a text', value)
  else if (value.length > maxTextCharacters)
    faults.add(
      'too-long',
      at,
      `This text has ${value.length} characters; at most ${maxTextCharacters} are read.`,
      'Shorten it.',
    )
}

/** A text with something to read in it. */
export const words: Shape = (value, at, faults) => {
  text(value, at, faults)
  if (typeof value === 'string' && cleanText(value).trim() === '')
    faults.add('empty', at, 'This text is empty.', 'Say what is meant.')
}

export const textOrNull: Shape = (value, at, faults) => {
  if (value !== null) text(value, at, faults)
}

export const boolean: Shape = (value, at, faults) => {
  if (typeof value !== 'boolean') wrong(faults, at, 'true or false', value)
}

export function integer(least: number, most = Number.MAX_SAFE_INTEGER): Shape {
  return (value, at, faults) => {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
      wrong(faults, at, `a whole number from ${least} to ${most}`, value)
  }
}

export function oneOf(...allowed: readonly string[]): Shape {
  return (value, at, faults) => {
    if (typeof value !== 'string' || !allowed.includes(value))
      wrong(faults, at, `one of ${allowed.join(', ')}`, value)
  }
}

/** An identifier, of one of these types where any are named. */
export function identifier(...types: readonly string[]): Shape {
  return (value, at, faults) => {
    const type = typeof value === 'string' ? typeOfIdentifier(value) : null
    if (type === null)
      faults.add(
        'identifier',
        at,
        `${quoteForeign(value)} is no identifier: a type, two hyphens and a UUID of version 1 to 5.`,
        'Write an identifier such as action--6398eb05-3eb8-43f5-87d3-f24e07492a41.',
      )
    else if (types.length > 0 && !types.includes(type))
      wrong(faults, at, `an identifier of ${types.join(' or ')}`, value)
  }
}

// CACAO 2.0, section 10.14: RFC 3339 in UTC.
const instant =
  /^\d{4}-(0[1-9]|1[012])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d{1,12})?Z$/

export const timestamp: Shape = (value, at, faults) => {
  if (typeof value !== 'string' || !instant.test(value))
    wrong(faults, at, 'an instant in UTC such as 2026-11-27T08:00:00.000Z', value)
}

export function list(entry: Shape, least = 1): Shape {
  return (value, at, faults) => {
    if (!Array.isArray(value)) return wrong(faults, at, 'a list', value)
    if (value.length < least)
      faults.add('too-few', at, `This list needs at least ${least} entries.`, 'Add them, or leave it out.')
    if (isTooMany(value.length, at, faults)) return
    for (const [index, one] of value.entries()) entry(one, `${at}/${index}`, faults)
  }
}

/** A dictionary: each key passes `key`, each value the shape that `of` gives for its key. */
export function dictionary(key: Shape, of: (key: string) => Shape, least = 0): Shape {
  return (value, at, faults) => {
    if (!isObject(value)) return wrong(faults, at, 'an object', value)
    const entries = Object.entries(value)
    if (entries.length < least)
      faults.add('too-few', at, `At least ${least} entry is needed here.`, 'Add it, or leave the field out.')
    if (isTooMany(entries.length, at, faults)) return
    for (const [name, one] of entries) {
      const place = `${at}/${escapePointer(name)}`
      key(name, place, faults)
      of(name)(one, place, faults)
    }
  }
}

/** Fields that are not named here are left alone: CACAO lets objects carry more. */
export function object(fields: Fields, required: readonly string[] = []): Shape {
  return (value, at, faults) => {
    if (!isObject(value)) return wrong(faults, at, 'an object', value)
    for (const name of required)
      if (!Object.hasOwn(value, name))
        faults.add('missing', `${at}/${name}`, `The field "${name}" is missing.`, `Add "${name}".`)
    for (const [name, shape] of Object.entries(fields))
      if (Object.hasOwn(value, name)) shape(value[name], `${at}/${name}`, faults)
  }
}

export function all(...shapes: readonly Shape[]): Shape {
  return (value, at, faults) => {
    for (const shape of shapes) shape(value, at, faults)
  }
}

export const anything: Shape = () => undefined

function isTooMany(count: number, at: string, faults: FaultCollector): boolean {
  if (count <= maxEntries) return false
  faults.add('too-many', at, `${count} entries; at most ${maxEntries} are read.`, 'Split the playbook.')
  return true
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
