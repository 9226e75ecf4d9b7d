// A legal duty: what is owed on which article, which tables decide whether it applies, and what proves it.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { factKeyPattern, textsSchema } from '../../facts/index.ts'

export const laws = ['nis2', 'gdpr', 'mdr', 'ivdr', 'cra', 'ehds', 'ai-act', 'cer', 'national'] as const
export type Law = (typeof laws)[number]

export const dutyBody = z.strictObject({
  law: z.enum(laws),
  /** `Directive (EU) 2022/2555, Art. 21(2)(c)`. */
  articles: z.array(z.string().min(3)).min(1),
  /** European Legislation Identifier of the act; of a national one the official address. */
  eli: z.url(),
  /**
   * Decision tables with outcomes `applies`, `uncertain` (the law leaves it open), `not-applicable`; more than one where a
   * country says more: the strictest counts.
   */
  tables: z.array(z.string().min(1)).min(1),
  /** What one has to do. */
  what: textsSchema,
  evidence: textsSchema,
  /** What the house has said about keeping it, and which of its words mean that it does. */
  facts: z
    .array(
      z.strictObject({ fact: z.string().regex(factKeyPattern), done: z.array(z.string().min(1)).min(1) }),
    )
    .default([]),
  /** Roles of authorities in `authorities`, whom it is owed to; empty: nobody in particular. */
  authorities: z.array(z.string().min(1)),
  /** A standing duty is looked at again after this time; null where a law or event sets its own clock. */
  reviewMonths: z.int().min(1).max(60).nullable(),
  /** First day on which it is owed, where that is later than the law's own date. */
  appliesFrom: z.iso.date(),
})
