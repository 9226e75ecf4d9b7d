// What leaves the house: the content of a filing as one fixed text with its hash, and the same text read back.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type FactKey, factKeys } from '../fact-keys.ts'
import { canonicalJson } from './canonical.ts'
import { chains } from './field-map.ts'
import type { AppliedMap } from './maps.ts'
import { type RenderedFiling, renderedFields } from './render.ts'
import type { KnownFacts } from './value.ts'

export const formatName = 'salus-filing/1'
export const sendingWays = ['portal', 'mail', 'connector', 'telephone', 'paper'] as const
export type SendingWay = (typeof sendingWays)[number]

const text = z.string().min(1).max(20_000)
const moment = z.iso.datetime({ offset: true })

const sender = z.strictObject({
  name: text,
  role: text,
  /** On which basis the sender may act, and until which instant; null: without end. */
  mandate: z.strictObject({ basis: text, until: moment.nullable() }),
})
export type Sender = z.output<typeof sender>

const sending = z.strictObject({
  filingId: text,
  authority: z.strictObject({ key: text, name: text }),
  way: z.enum(sendingWays),
  sentAt: moment,
  sender,
  /** The filing that this one corrects. */
  corrects: text.nullable(),
})
export type Sending = z.output<typeof sending>

const content = z.strictObject({
  format: z.literal(formatName),
  duty: text,
  chain: z.enum(chains),
  map: z.strictObject({ version: text, country: text, article: text, isVerified: z.boolean() }),
  /** Content of an exercise says so itself, wherever it ends up. */
  isExercise: z.boolean(),
  /** Null as long as it is a draft. */
  sending: sending.nullable(),
  fields: z.array(
    z.strictObject({
      key: text,
      value: z.union([z.string(), z.number(), z.array(z.string())]),
      recordedAt: text.optional(),
      source: text.optional(),
      confidence: z.string().optional(),
      isAtLeast: z.literal(true).optional(),
    }),
  ),
  missing: z.array(text),
  notes: z.array(z.strictObject({ key: text, text })),
})
export type FilingContent = z.output<typeof content>

/** A sentence that goes with a fact, such as why two numbers are both right. */
export interface FilingNote {
  readonly key: FactKey
  readonly text: string
}

export interface Frozen {
  /** Canonical JSON, RFC 8785. */
  readonly content: string
  /** SHA-256 of its UTF-8 bytes, in hexadecimal. */
  readonly sha256: string
}

export interface ContentParts {
  readonly map: AppliedMap
  readonly rendered: RenderedFiling
  readonly notes: readonly FilingNote[]
  readonly isExercise: boolean
  readonly sending: Sending | null
}

export function contentOf({ map, rendered, notes, isExercise, sending }: ContentParts): FilingContent {
  return content.parse({
    format: formatName,
    duty: rendered.duty,
    chain: rendered.chain,
    map: {
      version: rendered.mapVersion,
      country: map.country,
      article: map.article,
      isVerified: map.verifiedBy !== null,
    },
    isExercise,
    sending,
    fields: renderedFields(rendered)
      .filter(({ value }) => value !== null)
      .map(({ key, value, fact }) => ({ key, value, ...fact })),
    missing: [...rendered.missing],
    notes: notes.map(({ key, text }) => ({ key, text })),
  })
}

export function freeze(parts: ContentParts & { readonly sending: Sending }): Frozen {
  const written = canonicalJson(contentOf(parts))
  return { content: written, sha256: hashOf(written) }
}

export function isIntact(frozen: Frozen): boolean {
  return hashOf(frozen.content) === frozen.sha256
}

/** Throws where the text is not one of ours. */
export function readContent(written: string): FilingContent {
  return content.parse(JSON.parse(written))
}

/** The facts that a filing told, for holding later ones against it. */
export function factsTold({ fields }: FilingContent): KnownFacts {
  const known = new Set<string>(factKeys)
  return Object.fromEntries(
    fields
      .filter(({ key }) => known.has(key))
      .map(({ key, value, recordedAt = '', source = '', confidence = '', isAtLeast }) => [
        key,
        { value, recordedAt, source, confidence, ...(isAtLeast ? { isAtLeast } : {}) },
      ]),
  )
}

export function mayAct({ mandate }: Sender, at: Date): boolean {
  return mandate.until === null || at.getTime() < Date.parse(mandate.until)
}

function hashOf(written: string): string {
  return createHash('sha256').update(written, 'utf8').digest('hex')
}
