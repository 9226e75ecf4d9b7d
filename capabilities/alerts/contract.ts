// What crosses HTTP about alerts: schemas of inputs and replies, and the codes of refusals.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { answerKinds, appliesAnswers, maxReasonLength } from './alert.ts'

export const problemCodes = [
  'alerts/not-found',
  'alerts/already-acknowledged',
  'alerts/wrong-state',
  'alerts/answer-incomplete',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** Empty fields of a form count as not given. */
const optionalText = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() === '' ? null : value),
  z.string().trim().max(maxReasonLength).nullable().default(null),
)

export const answerFields = z.object({
  kind: z.enum(answerKinds),
  applies: z.preprocess(
    (value) => (value === '' ? null : value),
    z
      .enum([...appliesAnswers, 'no'])
      .nullable()
      .default(null),
  ),
  assignee: optionalText,
  reason: optionalText,
  acceptedUntil: z.preprocess(
    (value) => (value === '' ? null : value),
    z.iso.date().nullable().default(null),
  ),
})
export type AnswerFields = z.output<typeof answerFields>

export const alertReply = z.object({
  id: z.number(),
  advisoryId: z.number(),
  title: z.string(),
  publisher: z.string(),
  trackingId: z.string(),
  state: z.string(),
  answer: z.string(),
  urgency: z.string(),
  affectedAssets: z.number(),
  unsureAssets: z.number(),
  openedAt: z.date().transform((at) => at.toISOString()),
  nextDueAt: z
    .date()
    .nullable()
    .transform((at) => at?.toISOString() ?? null),
})
