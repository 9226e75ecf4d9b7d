// Hostile variants of a good document, for the tests of all readers.
// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check'

/** Copies of the document in which some values, anywhere, are replaced by arbitrary JSON or taken away. */
export function mutationsOf(document: unknown): fc.Arbitrary<unknown> {
  const pointers = [...pathsOf(document, [])]
  const change = fc.tuple(fc.constantFrom(...pointers), fc.oneof(hostileValues, fc.constant(undefined)))
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
    const copy: unknown = structuredClone(document)
    for (const [path, value] of changes) replaceAt(copy, path, value)
    return copy
  })
}

type Path = readonly (string | number)[]

const hostileValues = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(
    '',
    ' ',
    '__proto__',
    '*',
    'n/a',
    '<script>alert(1)</script>',
    'javascript:alert(1)',
    '\u0000',
  ),
  fc.constantFrom<unknown>([], {}, [[]], [null], { constructor: { prototype: 1 } }, -1, 1e308),
)

function* pathsOf(value: unknown, path: Path): Generator<Path> {
  if (path.length > 0) yield path
  if (value === null || typeof value !== 'object') return
  for (const [key, child] of Object.entries(value)) {
    yield* pathsOf(child, [...path, Array.isArray(value) ? Number(key) : key])
  }
}

function replaceAt(document: unknown, path: Path, value: unknown): void {
  let holder: unknown = document
  for (const step of path.slice(0, -1)) {
    if (holder === null || typeof holder !== 'object') return
    holder = Reflect.get(holder, step)
  }
  const last = path.at(-1)
  if (last === undefined || holder === null || typeof holder !== 'object') return
  if (value === undefined) Reflect.deleteProperty(holder, last)
  else Reflect.set(holder, last, value)
}
