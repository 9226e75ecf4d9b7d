// What addresses and forms of the catalogue carry, as typed; what a person can correct is checked by the page.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { idParam, memberPath } from '../../../platform/http/input.ts'
import { requestSteps } from '../request.ts'

/** More than the longest field takes, so that a text that is a little too long comes back with its fault. */
const maxTypedLength = 20_000
const maxTicks = 100

const typed = z.string().max(maxTypedLength).default('')
const ticks = z
  .union([z.string().max(100), z.array(z.string().max(100)).max(maxTicks)])
  .default([])
  .transform((value) => (typeof value === 'string' ? [value] : value))
const itemKey = z.string().min(1).max(80)

export const itemPath = memberPath.extend({ key: itemKey })
export const choicePath = itemPath.extend({
  choice: z.enum(['planned', 'put-off', 'not-for-us', 'done', 'open']),
})
export const choiceForm = z.object({
  'until-day': typed,
  'until-month': typed,
  'until-year': typed,
  reason: typed,
  who: typed,
})
export type TypedChoice = z.output<typeof choiceForm>

export const listQuery = z.object({ pillar: typed, kind: typed, level: typed, cost: typed })
export type ListFilters = z.output<typeof listQuery>

export const requestForm = z.object({
  text: typed,
  contactName: typed,
  contactPhone: typed,
  formToken: z.string().min(8).max(100),
})
export type TypedRequest = z.output<typeof requestForm>

export const requestPath = memberPath.extend({ requestId: idParam })
export const requestStepPath = requestPath.extend({ step: z.enum(requestSteps) })
/** Of the centre: `organisationId` in a path would ask for a role in that member. */
export const centreRequestPath = z.object({ memberId: idParam, requestId: idParam })
export const centreStepPath = centreRequestPath.extend({ step: z.enum(requestSteps) })
export const stepForm = z.object({
  note: typed,
  'when-day': typed,
  'when-month': typed,
  'when-year': typed,
})
export type TypedStep = z.output<typeof stepForm>

export const demandQuery = z.object({ by: typed })

export const ownItemPath = z.object({ key: itemKey })
export const ownVersionPath = ownItemPath.extend({ version: idParam })
const perLanguage = { en: typed, de: typed, fr: typed, it: typed }
export const ownItemForm = z.object({
  kind: typed,
  'title-en': perLanguage.en,
  'title-de': perLanguage.de,
  'title-fr': perLanguage.fr,
  'title-it': perLanguage.it,
  'summary-en': perLanguage.en,
  'summary-de': perLanguage.de,
  'summary-fr': perLanguage.fr,
  'summary-it': perLanguage.it,
  'what-en': perLanguage.en,
  'what-de': perLanguage.de,
  'what-fr': perLanguage.fr,
  'what-it': perLanguage.it,
  pillars: ticks,
  cost: typed,
  kinds: ticks,
  sizes: ticks,
  countries: typed,
  helpsWith: ticks,
  answerWithinHours: typed,
  version: typed,
})
export type TypedOwnItem = z.output<typeof ownItemForm>
