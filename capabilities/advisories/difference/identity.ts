// What an entry of a list is about, by which it is found again in another version of the document.
// SPDX-License-Identifier: EUPL-1.2

/** The first whose fields an entry has, all of them texts or lists of texts; CSAF, CVE and OSV. */
const naming: readonly (readonly string[])[] = [
  ['product_id'],
  ['cve'],
  ['group_id'],
  ['cveID'],
  ['category', 'product_reference', 'relates_to_product_reference'],
  ['number'],
  ['category', 'product_ids'],
  ['category', 'group_ids'],
  ['label', 'product_ids'],
  ['category', 'name'],
  ['category', 'title'],
  ['source', 'products'],
  ['products'],
  ['system_name', 'text'],
  ['url'],
  ['vendor', 'product'],
  ['id'],
  ['category'],
  ['name'],
]
const maxIdentityCharacters = 2_000

/** One for each entry, all different: what occurs again is numbered, what has no name is known by its position. */
export function identitiesOf(entries: readonly unknown[]): readonly string[] {
  const seen = new Map<string, number>()
  return entries.map((entry, index) => {
    const identity = identityOf(entry) ?? `at ${index}`
    const count = seen.get(identity) ?? 0
    seen.set(identity, count + 1)
    return `${identity} ${count}`
  })
}

function identityOf(entry: unknown): string | null {
  if (entry === null || typeof entry !== 'object')
    return `is ${JSON.stringify(entry)}`.slice(0, maxIdentityCharacters)
  if (Array.isArray(entry)) return null
  // An object that is no list has string keys; the values stay unknown.
  const fields = entry as Readonly<Record<string, unknown>>
  for (const names of naming) {
    const values = names.map((name) => (Object.hasOwn(fields, name) ? textOf(fields[name]) : null))
    if (values.every((value) => value !== null))
      return JSON.stringify([names, values]).slice(0, maxIdentityCharacters)
  }
  return null
}

/** The order of products does not count. */
function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'string')) return null
  return [...value].sort().join(' ')
}
