// For purchases: a clause of the contract, or a question to the supplier, by what is bought and what it touches.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { factKeyPattern, textsSchema } from '../../facts/index.ts'

export const purchases = ['device', 'software-service', 'remote-maintenance', 'health-record-system'] as const
export type Purchase = (typeof purchases)[number]

/** What a purchase may touch in the house. */
export const touches = ['patient-data', 'network', 'remote-access', 'clinical-service'] as const

export const clauseBody = z.strictObject({
  use: z.enum(['clause', 'question']),
  purchases: z.array(z.enum(purchases)).min(1),
  /** `plan`: before the tender. `source`: choosing and signing. `manage`: while it is used. */
  phase: z.enum(['plan', 'source', 'manage']),
  /** It matters where the purchase touches one of these, or nobody knows yet; empty: always. */
  touches: z.array(z.enum(touches)),
  /** The wording itself: of the contract, or of the question. */
  wording: textsSchema,
  why: textsSchema,
  /** A good answer, and what should make one ask again; null for clauses. */
  goodAnswer: textsSchema.nullable(),
  warningSign: textsSchema.nullable(),
  /** What the supplier hands in as proof. */
  proof: z.enum(['none', 'document', 'sbom', 'certificate', 'contact']),
  /** A purchase is not made without it. */
  must: z.boolean(),
  /** What the answer of one supplier says about a fact over all of them: the words for none, some and all. */
  proposes: z
    .strictObject({
      fact: z.string().regex(factKeyPattern),
      none: z.string().min(1),
      some: z.string().min(1),
      all: z.string().min(1),
    })
    .nullable(),
})
