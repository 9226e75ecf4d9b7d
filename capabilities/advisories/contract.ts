// What crosses HTTP: problem codes, and the schemas of lists, uploads and feeds.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { feedKinds } from './feeds/feed.ts'

export type AdvisoryProblem =
  | 'advisories/no-such-file'
  | 'advisories/no-file'
  | 'advisories/unknown-advisory'
  | 'advisories/unknown-feed'
  | 'advisories/unknown-document'

/** Of one upload; larger imports are a command of the operator. */
export const maxUploadBytes = 50 * 1024 * 1024

const states = z.enum(['published', 'draft', 'withdrawn', 'rejected'])
const validities = z.enum(['valid', 'invalid'])
const formats = z.enum(['csaf-2.0', 'csaf-2.1', 'cve-5', 'osv', 'openvex', 'cyclonedx-vex'])

/** Instant and number of the last row of the page before, such as `2026-03-04T10:00:00.000Z~17`. */
const after = z
  .string()
  .max(60)
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z~\d{1,15}$/)
  .refine((text) => !Number.isNaN(Date.parse(text.split('~')[0] ?? '')), 'is no instant')

/** For machines. */
export const listQuery = z.object({
  q: z.string().max(200).default(''),
  state: states.optional(),
  validity: validities.optional(),
  format: formats.optional(),
  after: after.optional(),
})

/** A form sends what was left open as the empty text. */
const orEmpty = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

export const listForm = listQuery.extend({
  state: orEmpty(states),
  validity: orEmpty(validities),
  format: orEmpty(formats),
})
export type ListQuery = z.output<typeof listQuery>

export const feedForm = z.object({
  kind: z.enum(feedKinds),
  name: z.string().trim().max(200).default(''),
  url: z.string().trim().max(2_000).default(''),
  minutes: z.string().trim().max(10).default(''),
})
export type FeedForm = z.output<typeof feedForm>

export const listedAdvisory = z.object({
  id: z.number().int(),
  publisher: z.string(),
  trackingId: z.string(),
  version: z.string(),
  title: z.string(),
  format: z.string(),
  state: z.string(),
  validity: z.enum(['valid', 'invalid']),
  revisedAt: z.iso.datetime().nullable(),
  recordedAt: z.iso.datetime(),
})

const fault = z.object({ code: z.string(), place: z.string(), detail: z.string(), remedy: z.string() })

export const advisoryReply = listedAdvisory.extend({
  sha256: z.string(),
  content: z.record(z.string(), z.unknown()),
  statements: z.array(z.record(z.string(), z.unknown())),
  statementCount: z.number().int(),
  faults: z.array(fault),
})

export const recordedReply = z.object({
  documents: z.array(
    z.object({
      name: z.string(),
      outcome: z.enum(['new', 'revised', 'known', 'quarantined', 'kev', 'epss']),
      advisoryId: z.number().int().nullable(),
      faults: z.array(fault),
    }),
  ),
})
