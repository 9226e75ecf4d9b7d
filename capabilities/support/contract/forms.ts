// What forms send, as typed; what a person can correct is checked by the page and not refused here.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { idParam, memberPath } from '../../../platform/http/input.ts'
import { matchSteps } from '../aid.ts'
import { callSteps } from '../call.ts'
import { itemKeys } from '../dossier/items.ts'

/** More than the longest field takes, so that a text that is a little too long comes back with its fault. */
const maxTypedLength = 20_000
const maxTicks = 100

const typed = z.string().max(maxTypedLength).default('')
const ticks = z
  .union([z.string().max(100), z.array(z.string().max(100)).max(maxTicks)])
  .default([])
  .transform((value) => (typeof value === 'string' ? [value] : value))

export const callForm = z.object({
  kind: typed,
  text: typed,
  matter: typed,
  exercise: typed,
  contactName: typed,
  contactPhone: typed,
  formToken: typed,
})
export type TypedCall = z.output<typeof callForm>

export const stepForm = z.object({ note: typed, who: typed, when: typed })
export type TypedStep = z.output<typeof stepForm>

export const itemForm = z.object({ text: typed })
export const dossierForm = z.object({ title: typed, matter: typed, exercise: typed, formToken: typed })
export type TypedDossier = z.output<typeof dossierForm>

export const decisionForm = z.object({
  step: typed,
  decision: typed,
  name: typed,
  role: typed,
  mandate: typed,
  receiptNumber: typed,
  text: typed,
  sha256: typed,
})
export type TypedDecision = z.output<typeof decisionForm>

export const linkForm = z.object({ forWhom: typed })

export const offerForm = z.object({
  kind: typed,
  title: typed,
  text: typed,
  capacity: typed,
  area: typed,
  showsName: typed,
  contactName: typed,
  contactPhone: typed,
  startsAt: typed,
  until: typed,
  circle: typed,
  countries: ticks,
  members: typed,
  exercise: typed,
})
export type TypedPosting = z.output<typeof offerForm>

export const answerForm = z.object({ text: typed, contactName: typed, contactPhone: typed })
export type TypedAnswer = z.output<typeof answerForm>

export const memberId = idParam
export const callPath = memberPath.extend({ callId: idParam })
export const stepPath = callPath.extend({ step: z.enum(callSteps) })
export const itemPath = memberPath.extend({ item: z.enum(itemKeys) })
export const dossierPath = memberPath.extend({ dossierId: idParam })
export const dossierItemPath = dossierPath.extend({ item: z.enum(itemKeys) })
export const policePath = memberPath.extend({ incidentId: idParam })
export const postingPath = memberPath.extend({ postingId: idParam })
export const matchPath = memberPath.extend({ matchId: idParam, step: z.enum(matchSteps) })

/** Of the centre: `organisationId` in a path would ask for a role in that member. */
export const centreCallPath = z.object({ memberId: idParam, callId: idParam })
export const centreStepPath = centreCallPath.extend({ step: z.enum(callSteps) })
export const centreDossierPath = z.object({ memberId: idParam, dossierId: idParam })
export const centreLinkPath = centreDossierPath.extend({ linkId: idParam })
export const tokenPath = z.object({ token: z.string().min(1).max(100) })
