// What is sent to mark, comment, delete and compare documents, and what comes back.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { idParam } from '../../../platform/http/input.ts'

/** A page of the list. */
export const maxMarkedAtOnce = 100
export const maxCommentCharacters = 4_000
export const maxReasonCharacters = 1_000

/** Browsers end lines in two signs; counted and kept as one. */
const lines = z.string().transform((text) => text.replaceAll('\r\n', '\n').trim())
const comment = lines.pipe(z.string().max(maxCommentCharacters))
const reason = lines.pipe(z.string().max(maxReasonCharacters))

export const commentBody = z.object({ text: comment.pipe(z.string().min(1)) })
export const reasonBody = z.object({ reason: reason.pipe(z.string().min(1)) })

/** What was left empty comes back with the fault beside the field. */
export const commentForm = z.object({ text: comment.default('') })
export const reasonForm = z.object({ reason: reason.default('') })

const read = z.preprocess((value) => (typeof value === 'boolean' ? value : value === 'yes'), z.boolean())
/** One number of a form arrives as a text, several as a list. */
const advisoryIds = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(idParam).max(maxMarkedAtOnce),
)
export const readBody = z.object({ advisoryIds, read })
/** `query`: the list that the person comes from and goes back to. */
export const readForm = readBody.extend({ query: z.string().max(4_000).default('') })

export const compareQuery = z.object({ before: idParam.optional(), after: idParam.optional() })

export const commentReply = z.object({
  id: z.number().int(),
  version: z.string(),
  text: z.string(),
  writtenByName: z.string(),
  writtenAt: z.iso.datetime(),
  retractedAt: z.iso.datetime().nullable(),
  isOwn: z.boolean(),
})

const revision = z.object({ id: z.number().int(), version: z.string(), sha256: z.string() })
const status = z.object({ status: z.string(), version: z.record(z.string(), z.unknown()) })
export const comparisonReply = z.object({
  before: revision,
  after: revision,
  statements: z.array(
    z.object({
      product: z.string(),
      vulnerability: z.string().nullable(),
      before: z.array(status),
      after: z.array(status),
    }),
  ),
  remediations: z.array(
    z.object({
      category: z.string(),
      vulnerabilities: z.array(z.string()),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
  values: z.array(
    z.object({
      kind: z.enum(['added', 'removed', 'changed']),
      pointer: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
  /** Null entries stand for lines left out; null where the documents are too large or too different for lines. */
  lines: z
    .array(
      z
        .object({
          kind: z.enum(['same', 'added', 'removed']),
          before: z.number().int().nullable(),
          after: z.number().int().nullable(),
          text: z.string(),
        })
        .nullable(),
    )
    .nullable(),
  /** Not all that differs is listed. */
  isCut: z.boolean(),
})
