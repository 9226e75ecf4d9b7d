// For purchases: a clause of the contract, or a question to the supplier, by what is bought.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { textsSchema } from '../../facts/index.ts'

export const purchases = ['device', 'software-service', 'remote-maintenance', 'health-record-system'] as const
export type Purchase = (typeof purchases)[number]

export const clauseBody = z.strictObject({
  use: z.enum(['clause', 'question']),
  purchases: z.array(z.enum(purchases)).min(1),
  /** `plan`: before the tender. `source`: choosing and signing. `manage`: while it is used. */
  phase: z.enum(['plan', 'source', 'manage']),
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
})
