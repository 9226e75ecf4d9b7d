// What crosses HTTP: the schemas of paths, queries, forms and JSON.
// SPDX-License-Identifier: EUPL-1.2
import { clinicalRoles, networkExposures } from '@salus/standards/inventory'
import { z } from 'zod'
import { idParam } from '../../../platform/http/input.ts'
import { matchables, maxFactCharacters } from '../asset.ts'
import { importStates } from '../import.ts'

export const assetPath = z.object({ organisationId: idParam, assetId: idParam })
export const importPath = z.object({ organisationId: idParam, importId: idParam })

const fact = z
  .string()
  .trim()
  .max(maxFactCharacters)
  .nullish()
  .transform((text) => text || null)

/** An empty choice of a form is "not said". */
const choice = <const T extends readonly [string, ...string[]]>(words: T) =>
  z
    .enum(words)
    .or(z.literal(''))
    .nullish()
    .transform((word) => word || null)

export const factsSchema = z.object({
  externalId: fact,
  name: fact,
  vendor: fact,
  product: fact,
  model: fact,
  version: fact,
  serial: fact,
  udiDi: fact,
  purl: fact,
  cpe: fact,
  site: fact,
  networkExposure: choice(networkExposures),
  clinicalRole: choice(clinicalRoles),
  environment: fact,
})

/** Of a form: a text that is too long comes back to the person instead of being refused. */
const typed = z
  .string()
  .trim()
  .max(100_000)
  .optional()
  .transform((text) => text || null)

export const factsForm = z.object({
  ...factsSchema.shape,
  externalId: typed,
  name: typed,
  vendor: typed,
  product: typed,
  model: typed,
  version: typed,
  serial: typed,
  udiDi: typed,
  purl: typed,
  cpe: typed,
  site: typed,
  environment: typed,
})

const optionalChoice = <const T extends readonly [string, ...string[]]>(words: T) =>
  z
    .enum(words)
    .or(z.literal(''))
    .optional()
    .transform((word) => word || undefined)
const optionalText = z
  .string()
  .trim()
  .max(200)
  .optional()
  .transform((text) => text || undefined)

export const listQuery = z.object({
  search: optionalText,
  matchable: optionalChoice(matchables),
  clinicalRole: optionalChoice(clinicalRoles),
  networkExposure: optionalChoice(networkExposures),
  site: optionalText,
  missing: z.literal(['yes', '']).optional(),
  after: z.string().max(2_000).optional(),
})
export type ListQuery = z.output<typeof listQuery>

export const uploadFields = z.object({
  covers: z.enum(['whole', 'part']).default('whole'),
  describes: optionalText,
})

const text = z.string().nullable()

export const assetReply = z.object({
  id: z.number(),
  externalId: text,
  name: text,
  vendor: text,
  product: text,
  model: text,
  version: text,
  serial: text,
  udiDi: text,
  purl: text,
  cpe: text,
  site: text,
  networkExposure: z.enum(networkExposures).nullable(),
  clinicalRole: z.enum(clinicalRoles).nullable(),
  environment: text,
  matchable: z.enum(matchables),
  source: z.enum(['import', 'form']),
  changedAt: z.string(),
  missingSince: text,
  goneAt: text,
})

export const assetsReply = z.object({
  coverage: z.object({
    total: z.number(),
    matchable: z.number(),
    needsVersion: z.number(),
    needsProduct: z.number(),
    lifeSupportingUnmatched: z.number(),
  }),
  assets: z.array(assetReply),
  /** Send it back as `after` for the next page; null on the last. */
  next: z.string().nullable(),
})

export const importReply = z.object({
  id: z.number(),
  fileName: z.string(),
  format: text,
  state: z.enum(importStates),
  covers: z.enum(['whole', 'part']),
  rowsTotal: z.number(),
  rowsDone: z.number(),
  summary: z
    .object({
      added: z.number(),
      changed: z.number(),
      unchanged: z.number(),
      gone: z.number(),
      rejected: z.number(),
      storedAt: text,
    })
    .nullable(),
  faults: z.array(z.object({ code: z.string(), place: z.string(), detail: z.string(), remedy: z.string() })),
})
