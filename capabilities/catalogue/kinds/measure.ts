// A measure: why, and for each size of house how, the easy first step, who does it, and what proves it.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { factKeyPattern, textsSchema } from '../../facts/index.ts'

export const houseSizes = ['practice', 'clinic', 'hospital'] as const
export type HouseSize = (typeof houseSizes)[number]

/** NIS2 Art. 21(2), and Art. 20 (management) and 23 (reporting) beside it. */
export const art21Measures = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'art-20', 'art-23'] as const

const inSize = z.strictObject({
  /** What to do today, without money and without help. */
  firstStep: textsSchema,
  /** The steps, each one or two sentences. */
  how: z.array(textsSchema).min(2).max(8),
  who: z.enum(['hospital', 'supplier', 'both']),
  /** Minutes of the first step. */
  minutes: z.int().min(1).max(480),
  /** What to keep, to show that it is done. */
  evidence: textsSchema,
})

export const measureBody = z.strictObject({
  /** Its place among the ten essentials; null: comes after them. */
  essential: z.int().min(1).max(10).nullable(),
  art21: z.array(z.enum(art21Measures)).min(1),
  why: textsSchema,
  /** The facts that say whether it is done. Anything else known counts as not done, and not known as not known. */
  facts: z
    .array(
      z.strictObject({
        fact: z.string().regex(factKeyPattern),
        done: z.array(z.string().min(1)).min(1),
        partly: z.array(z.string().min(1)).default([]),
      }),
    )
    .min(1),
  sizes: z.strictObject({ practice: inSize, clinic: inSize, hospital: inSize }),
  /** What fits between two patients. */
  tasks: z.array(
    z.strictObject({
      key: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
      title: textsSchema,
      steps: z.array(textsSchema).min(1).max(8),
    }),
  ),
})
