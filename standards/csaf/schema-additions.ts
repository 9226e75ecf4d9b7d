// What CSAF 2.1 gained after the draft that the validator library knows.
// SPDX-License-Identifier: EUPL-1.2

type Schema = Readonly<Record<string, unknown>>

const text = { type: 'string', minLength: 1 }
const product = { $ref: '#/$defs/full_product_name_t' }
const productIds = { $ref: '#/$defs/products_t' }
const groupIds = { $ref: '#/$defs/product_groups_t' }
const extensions = { x_extensions: { type: 'array', minItems: 1, items: { type: 'object' } } }

/** Paths of several steps, in place of the draft's relationships. */
const productPaths = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    required: ['beginning_product_reference', 'full_product_name', 'subpaths'],
    properties: {
      beginning_product_reference: text,
      full_product_name: product,
      subpaths: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          required: ['category', 'next_product_reference'],
          properties: { category: text, next_product_reference: text },
        },
      },
    },
  },
}

/** Content of metrics; the SSVC selection list has a schema of its own, of which only the frame is checked. */
const metricContent = {
  qualitative_severity_rating: { enum: ['none', 'low', 'medium', 'high', 'critical'] },
  ssvc_v2: { type: 'object', required: ['selections', 'timestamp'] },
  ...extensions,
}

/** Properties to add, by the path of `properties` keys down to the object that gains them. */
const additions: readonly (readonly [path: string, properties: Schema])[] = [
  ['', extensions],
  ['document', extensions],
  ['product_tree', { product_paths: productPaths }],
  ['vulnerabilities', extensions],
  ['vulnerabilities.ids', { product_ids: productIds, group_ids: groupIds }],
  ['vulnerabilities.metrics.content', metricContent],
  ['$full_product_name_t', extensions],
]

/** The library's strict schema of 2.1 with the additions; everything else stays as strict as it is. */
export function addLaterProperties(schema: Schema): Schema {
  const copy: unknown = structuredClone(schema)
  for (const [path, properties] of additions) {
    const target = isObject(copy) ? find(copy, path) : null
    if (target !== null) Object.assign(target, properties)
  }
  return isObject(copy) ? copy : schema
}

/** The `properties` of the object at the path, stepping through lists. */
function find(schema: Record<string, unknown>, path: string): Record<string, unknown> | null {
  if (path.startsWith('$')) return propertiesOf(child(child(schema, '$defs'), path.slice(1)))
  const steps = path === '' ? [] : path.split('.')
  let at: unknown = schema
  for (const step of steps) at = child(propertiesOf(at), step)
  return propertiesOf(at)
}

function propertiesOf(schema: unknown): Record<string, unknown> | null {
  const properties = child(child(schema, 'items') ?? schema, 'properties')
  return isObject(properties) ? properties : null
}

function child(value: unknown, key: string): unknown {
  return isObject(value) ? value[key] : undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
