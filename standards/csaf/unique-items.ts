// Makes the CSAF schema check long lists for repeats in linear time.
// SPDX-License-Identifier: EUPL-1.2

/**
 * The schema compiler compares every pair of a `uniqueItems` list unless it sees that the items are texts,
 * and it does not look behind a `$ref`: a status list of 40,000 product ids took 20 seconds. Writing the
 * definition in place of the reference changes nothing else.
 */
export function inlineUniqueItems(schema: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const definitions = isObject(schema.$defs) ? schema.$defs : {}
  const rewritten = rewrite(schema, definitions)
  return isObject(rewritten) ? rewritten : {}
}

type Definitions = Readonly<Record<string, unknown>>

/** Recursion follows the schema of the standard, not a foreign document. */
function rewrite(value: unknown, definitions: Definitions): unknown {
  if (Array.isArray(value)) return value.map((item) => rewrite(item, definitions))
  if (!isObject(value)) return value
  const copy = Object.fromEntries(
    Object.entries(value).map(([key, child]) => [key, rewrite(child, definitions)]),
  )
  if (copy.uniqueItems === true) copy.items = resolve(copy.items, definitions)
  return copy
}

function resolve(items: unknown, definitions: Definitions): unknown {
  const reference = isObject(items) ? items.$ref : undefined
  if (typeof reference !== 'string') return items
  return definitions[reference.replace('#/$defs/', '')] ?? items
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
