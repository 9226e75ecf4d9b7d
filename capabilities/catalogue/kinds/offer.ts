// A service, tool, guide or funding: what happens when it is asked for.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { textsSchema } from '../../facts/index.ts'

export const offerBody = z.strictObject({
  /** What one gets, in a few sentences. */
  what: textsSchema,
  /** From asking to having it. */
  steps: z.array(textsSchema).max(8),
  /** What to have at hand when asking; null where nothing is needed. */
  prepare: textsSchema.nullable(),
  /** A page of the platform that is the offer itself, relative to the member, `readiness`, or `/playbooks` where it is for all. */
  page: z
    .string()
    .regex(/^\/?[a-z0-9-]+(\/[a-z0-9-]+)*$/)
    .nullable(),
  /** Funding: the most that is paid, in euro, and the share that the house pays itself. */
  amount: z
    .strictObject({
      mostEuro: z.int().min(1).nullable(),
      ownSharePercent: z.int().min(0).max(100).nullable(),
    })
    .nullable(),
})
