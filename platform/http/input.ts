// Checks what came from outside against an endpoint's schemas and names every fault with its place.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { type FieldFault, Refusal } from './problem.ts'

export const nothing = z.object({})
export const idParam = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER)
export const memberPath = z.object({ organisationId: idParam })

export function parseInput(parts: {
  params: [z.ZodType, unknown]
  query: [z.ZodType, unknown]
  body: [z.ZodType, unknown]
}) {
  const faults: FieldFault[] = []
  const read = (part: keyof typeof parts): unknown => {
    const [schema, value] = parts[part]
    const parsed = schema.safeParse(storableFields(value ?? {}))
    if (parsed.success) return parsed.data
    for (const issue of parsed.error.issues)
      faults.push({ pointer: `/${[part, ...issue.path.map(String)].join('/')}`, detail: issue.message })
    return undefined
  }
  const input = { params: read('params'), query: read('query'), body: read('body') }
  if (faults.length === 0) return input
  throw new Refusal({
    code: 'platform/invalid-input',
    status: faults.every((fault) => fault.pointer.startsWith('/params')) ? 404 : 422,
    title: 'Something in this request cannot be read',
    detail: faults.map((fault) => `${fault.pointer}: ${fault.detail}`).join(' '),
    remedy: 'Correct the fields named here and send it again.',
    values: { count: faults.length },
    faults,
  })
}

/** Of flat fields, as forms and addresses send them; documents inside of a body are left as they came. */
function storableFields(fields: object): object {
  if (Array.isArray(fields)) return fields
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map((one: unknown) => storable(one)) : storable(value),
    ]),
  )
}

/** PostgreSQL stores neither a null character nor half a surrogate pair; nobody who types means one. */
function storable(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value
}
