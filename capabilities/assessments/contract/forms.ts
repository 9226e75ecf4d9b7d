// What addresses and forms of the yearly check carry, as typed; what a person can correct is checked by the page.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { idParam, memberPath } from '../../../platform/http/input.ts'
import { views } from '../score.ts'

/** More than the longest field takes, so that a text that is a little too long comes back with its fault. */
const maxTypedLength = 10_000
const maxTicks = 1000
const typed = z.string().max(maxTypedLength).default('')
const ticks = z
  .union([z.string().max(200), z.array(z.string().max(200)).max(maxTicks)])
  .default([])
  .transform((value) => (typeof value === 'string' ? [value] : value))
const factName = z.string().min(1).max(80)
const key = z.string().min(1).max(120)

export const depthForm = z.object({ depth: typed })
export const questionPath = memberPath.extend({ fact: factName })
export const answerForm = z.object({ value: ticks, 'value-unknown': typed, note: typed, evidence: typed })
export type TypedAnswer = z.output<typeof answerForm>
export const askForm = z.object({ what: typed, forWhom: typed, email: typed, language: typed, words: typed })
export type TypedAsking = z.output<typeof askForm>
export const linkPath = memberPath.extend({ linkId: idParam })
export const checkPath = memberPath.extend({ checkId: idParam })
export const resultQuery = z.object({ by: z.enum(views).catch('law').default('law') })
export const tokenPath = z.object({ token: z.string().min(1).max(100) })
export const guestQuery = z.object({ fact: typed })
export const guestForm = answerForm.extend({ fact: factName })
export const frameworkPath = memberPath.extend({ key })
export const frameworkQuery = z.object({
  version: typed,
  show: typed,
  page: z.coerce.number().int().min(1).max(200).catch(1).default(1),
})

export const campaignForm = z.object({
  year: typed,
  'due-day': typed,
  'due-month': typed,
  'due-year': typed,
  whom: typed,
  members: ticks,
})
export type TypedCampaign = z.output<typeof campaignForm>
export const campaignPath = z.object({ campaignId: idParam })
export const extractForm = z.object({ year: typed })
export const centreFrameworkPath = z.object({ frameworkId: idParam })
export const confirmForm = z.object({ right: typed })
