// What crosses HTTP: problem codes, and the schemas of feeds and replies.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { feedKinds } from './feeds/feed.ts'

export type AdvisoryProblem =
  | 'advisories/no-such-file'
  | 'advisories/no-file'
  | 'advisories/unknown-advisory'
  | 'advisories/unknown-feed'
  | 'advisories/unknown-document'
  | 'advisories/thread-full'
  | 'advisories/comment-not-yours'
  | 'advisories/already-deleted'
  | 'advisories/not-deleted'

/** Of one upload; larger imports are a command of the operator. */
export const maxUploadBytes = 50 * 1024 * 1024

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
  category: z.string().nullable(),
  tlp: z.string().nullable(),
  maxBaseScore: z.number().nullable(),
  aggregateSeverity: z.string().nullable(),
  publishedAt: z.iso.datetime().nullable(),
  revisedAt: z.iso.datetime().nullable(),
  recordedAt: z.iso.datetime(),
  /** By the person who asks, in the revision that is in use. */
  isRead: z.boolean(),
  deletedAt: z.iso.datetime().nullable(),
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
