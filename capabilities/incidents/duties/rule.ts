// What a reporting rule is: dated data with its source, who owes what to whom, from when, until when, and with what content.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { type FactKey, factKeys } from '../fact-keys.ts'
import { conditions } from './condition.ts'
import { answersOfFact } from './condition-facts.ts'
import { filingMoments, inboundMoments, momentKeys } from './moments.ts'

const day = z.iso.date()

/** Elapsed hours; calendar months; or a time that the law does not put in figures. */
const offset = z.union([
  z.strictObject({ hours: z.int().min(1).max(8760) }),
  z.strictObject({ months: z.int().min(1).max(24) }),
  z.enum(['without-undue-delay', 'immediately', 'as-asked', 'always', 'none']),
])
export type Offset = z.output<typeof offset>

const deadline = z.strictObject({
  /** Only while the final report waits for the handling, NIS2 Art. 23(4)(e); left out: in any case. */
  when: z.strictObject({ finalReportWaits: z.array(z.enum(answersOfFact.finalReportWaits)) }).optional(),
  anchors: z.array(z.enum(momentKeys)).min(1),
  /** Which of several known anchors counts: the first of the list, or the earliest moment. */
  pick: z.enum(['first', 'earliest']).default('first'),
  offset,
  /** The law asks for it without undue delay, and by that time in any event. */
  andWithoutUndueDelay: z.boolean().default(false),
})
export type Deadline = z.output<typeof deadline>

const content = z.strictObject({
  fact: z.enum(factKeys as [FactKey, ...FactKey[]]),
  /** required: asked for now; update: already sent, say what changed; welcome: worth saying if known. */
  need: z.enum(['required', 'update', 'welcome']),
})

export const recipients = [
  'csirt',
  'joint-reporting-point',
  'health-csirt',
  'service-recipients',
  'data-protection',
  'controller',
  'persons',
  'internal-register',
  'cer-authority',
  'device-authority',
  'market-surveillance',
  'ai-provider',
  'hospital',
  'single-entry-point',
] as const

export const ruleSchema = z.strictObject({
  /** `NIS2-EW/de`: the key and where the rule comes from. */
  id: z.string().regex(/^[A-Z0-9-]+\/[a-z0-9-]+$/),
  basedOn: z.string().nullable().default(null),
  key: z.string().regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/),
  regime: z.enum(['NIS2', 'GDPR', 'CER', 'MDR', 'CRA', 'EHDS', 'AI', 'national-health']),
  article: z.string().min(1),
  source: z.strictObject({ title: z.string().min(1), url: z.url().nullable() }),
  /** Name of a territory of the Union, or a country by ISO 3166-1 alpha-2. */
  territory: z.string().regex(/^[A-Z]{2,6}$/),
  validFrom: day,
  validTo: day.nullable(),
  /** proposed: a change that is no law yet. It is shown and never operative. */
  status: z.enum(['in-force', 'proposed']),
  /** Keys of the rules that a proposal would change. */
  changes: z.array(z.string()).default([]),
  /** source-read: the source named was read. background: written from general knowledge. Neither is a verification. */
  evidence: z.enum(['source-read', 'background']),
  /** Who compared the rule with the text of the law; null is shown as unverified on every screen and print. */
  verifiedBy: z.string().min(1).nullable(),
  owedBy: z.enum(['hospital', 'csirt', 'processor', 'manufacturer', 'ai-provider']),
  recipient: z.enum(recipients),
  strength: z.enum(['duty', 'encouraged', 'voluntary']),
  condition: z.string().refine((name) => conditions.has(name), 'no such condition'),
  deadlines: z.array(deadline).min(1),
  /** The moment that ends the clock; null where nothing is sent. */
  dischargedBy: z.enum([...filingMoments, ...inboundMoments]).nullable(),
  content: z.array(content),
  /** Codes of remarks, whose words are `duties.because.<code>`. */
  notes: z.array(z.string().regex(/^note-[a-z0-9-]+$/)),
})
export type Rule = z.output<typeof ruleSchema>
export type Recipient = Rule['recipient']

/** How far the directive became law of the country. */
export const transpositionSchema = z.strictObject({
  regime: ruleSchema.shape.regime,
  status: z.enum(['in-force', 'signed', 'not-found']),
  /** The national law by its own name; null where it was not found. */
  law: z.string().min(1).nullable(),
  since: day.nullable(),
  source: ruleSchema.shape.source.nullable(),
})
export type Transposition = z.output<typeof transpositionSchema>

/** A figure from which national law always takes an incident to be significant. */
export const thresholdSchema = z.strictObject({
  fact: z.enum(['usersAffected', 'usersAffectedShare', 'durationHours', 'dataSubjectCount']),
  atLeast: z.number().min(0),
  source: ruleSchema.shape.source,
  validFrom: day,
  verifiedBy: z.string().min(1).nullable(),
})
export type Threshold = z.output<typeof thresholdSchema>

/** A file of `rules/`. A rule with `basedOn` says only what differs from that rule. */
export const ruleFileSchema = z.strictObject({
  /** `EU`, or a country by ISO 3166-1 alpha-2. */
  territory: z.string().regex(/^[A-Z]{2}$/),
  transpositions: z.array(transpositionSchema),
  significanceThresholds: z.array(thresholdSchema),
  rules: z.array(z.looseObject({ id: z.string(), basedOn: z.string().optional() })),
})
