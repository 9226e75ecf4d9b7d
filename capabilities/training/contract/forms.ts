// What addresses and forms send, as typed; what a person can correct is checked by the page and not refused here.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { idParam, memberPath } from '../../../platform/http/input.ts'

/** More than the longest field takes, so that a text that is a little too long comes back with its fault. */
const maxTyped = 2000
const maxTicks = 200
/** A signed certificate has some two thousand characters. */
const maxCertificateText = 20_000

const typed = z.string().max(maxTyped).default('')
const ticks = z
  .union([z.string().max(20), z.array(z.string().max(20)).max(maxTicks)])
  .default([])
  .transform((value) => (typeof value === 'string' ? [value] : value))

export const classForm = z.object({
  course: typed,
  label: typed,
  'until-day': typed,
  'until-month': typed,
  'until-year': typed,
  language: typed,
  people: ticks,
  formToken: z.string().min(8).max(100),
})
export type TypedClassForm = z.output<typeof classForm>

export const newClassQuery = z.object({ course: typed })
export const doneQuery = z.object({ done: z.enum(['made']).nullable().catch(null) })
export const campaignQuery = z.object({ planned: z.coerce.number().int().min(0).nullable().catch(null) })
export const enterQuery = z.object({ code: z.string().max(40).optional().catch(undefined) })
export const answerForm = z.object({ choice: typed })
export const nameForm = z.object({ name: typed })
export const certificateForm = z.object({ token: z.string().max(maxCertificateText).default('') })

export const classPath = memberPath.extend({ classId: idParam })
export const coursePath = memberPath.extend({ key: z.string().min(1).max(80) })
export const publicCoursePath = z.object({ key: z.string().min(1).max(80) })
export const codePath = z.object({ code: z.string().min(1).max(40) })
export const placePath = codePath.extend({ number: z.coerce.number().int().min(1).max(100) })
export const keyPath = z.object({ thumbprint: z.string().min(1).max(100) })
