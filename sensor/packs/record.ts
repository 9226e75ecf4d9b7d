// What is remembered of an installed pack: its parts by hash, and which of its rules are not run.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const part = z.strictObject({ length: z.number().int().min(0), sha256: hash })
const text = z.string()

export const recordShape = z.strictObject({
  format: z.literal(1),
  id: text,
  sequence: z.number().int().min(1),
  rootVersion: z.number().int().min(1),
  title: z.strictObject({ en: text, de: text, fr: text, it: text }),
  publisher: text,
  installedAt: z.iso.datetime(),
  validUntil: z.iso.datetime(),
  parts: z.record(text, part),
  /** The compiled form that is run (`start-form.ts`), and which versions of it and of the compiler made it. */
  compiled: part.extend({ compiler: z.number().int(), form: z.number().int().default(0) }),
  rules: z.number().int().min(0),
  tested: z.number().int().min(0),
  untested: z.array(text),
  leftOut: z.array(z.strictObject({ ruleId: text, title: text, path: text, because: text })),
})
export type PackRecord = z.infer<typeof recordShape>
export type PackPart = z.infer<typeof part>
