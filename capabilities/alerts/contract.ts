// What crosses HTTP about alerts: schemas of inputs and replies, and the codes of refusals.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { idParam } from '../../platform/http/input.ts'
import { matchLevels } from '../matching/index.ts'
import { answerKinds, appliesAnswers, maxReasonLength } from './alert.ts'
import { remediationStatuses } from './remediation.ts'

export const problemCodes = [
  'alerts/not-found',
  'alerts/already-acknowledged',
  'alerts/wrong-state',
  'alerts/answer-incomplete',
  'alerts/nothing-to-mark',
  'alerts/too-many-runs',
  'alerts/no-such-assets',
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

/** From narrow to broad; each holds the ones before it. */
export const showQuery = z.object({ show: z.enum(matchLevels).default('possible') })
/** Keyset: rows whose number is higher than that of the last row of the page before. */
export const showPage = showQuery.extend({ after: z.coerce.number().int().min(0).default(0) })

export const levelCounts = z.object({
  certain: z.number(),
  likely: z.number(),
  possible: z.number(),
  ignored: z.number(),
})

export const maxAssetsOfCommand = 500

export const markFields = z.object({
  status: z.enum(remediationStatuses),
  /** As the advisory calls it; left out or empty: all. */
  vulnerability: z.preprocess(
    (value) => (value === '' ? null : value),
    z.string().max(1_000).nullable().default(null),
  ),
  /** One tick box of a form arrives as a text, several as a list. */
  assetIds: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(idParam).max(maxAssetsOfCommand),
  ),
  /** Instead of `assetIds`: every asset that the advisory concerns. */
  all: z.preprocess((value) => value === true || value === 'yes', z.boolean()),
})
export type MarkFields = z.output<typeof markFields>

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
