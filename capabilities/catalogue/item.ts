// An item: anything the centre offers or asks, as versioned, translated, licensed data with a rule that says for whom.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { type DecisionTable, decisionTableSchema, textsSchema } from '../facts/index.ts'
import { clauseBody } from './kinds/clause.ts'
import { courseBody } from './kinds/course.ts'
import { dutyBody } from './kinds/duty.ts'
import { measureBody } from './kinds/measure.ts'
import { offerBody } from './kinds/offer.ts'

export const itemKinds = [
  'measure',
  'course',
  'duty',
  'clause',
  'service',
  'tool',
  'guide',
  'funding',
] as const
export type ItemKind = (typeof itemKinds)[number]

/** In lists of offers; measures, duties and clauses have pages of their own. */
export const offeredKinds = [
  'service',
  'tool',
  'guide',
  'funding',
  'course',
] as const satisfies readonly ItemKind[]

export function isOffered({ kind }: { readonly kind: ItemKind }): boolean {
  return offeredKinds.some((one) => one === kind)
}

export const pillars = ['prevent', 'detect', 'respond', 'recover'] as const
export type Pillar = (typeof pillars)[number]

export const itemKeyPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/
const itemKey = z.string().regex(itemKeyPattern).max(80)

/** What an item means for another one; read in both directions. */
export const relations = [
  'helps-with',
  'teaches',
  'taught-by',
  'funds',
  'required-by',
  'asks-supplier-for',
] as const

/** Frameworks that items point to. Of ISO and CIS the identifiers only: their texts are not ours to show. */
export const frameworks = [
  'nis2-art-21',
  'implementing-regulation-2024-2690',
  'nist-csf-2.0',
  'hhs-hph-cpg',
  'iso-27001-2022',
  'cis-8',
] as const

const common = {
  key: itemKey,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  title: textsSchema,
  /** One or two sentences: what it is and what one has from it. */
  summary: textsSchema,
  provider: z.strictObject({
    level: z.enum(['eu', 'national', 'regional', 'own']),
    name: z.string().min(1).max(200),
    /** ISO 3166-1 alpha-2, for national and regional ones. */
    country: z.string().length(2).nullable(),
  }),
  /** The languages in which it is delivered, BCP 47; empty: in every language of the platform. */
  languages: z.array(z.string().min(2).max(8)),
  source: z.strictObject({ name: z.string().min(1).max(300), url: z.url().nullable() }),
  licence: z.string().min(1).max(100),
  /** Null is shown as "not reviewed yet". */
  reviewedOn: z.iso.date().nullable(),
  reviewedBy: z.string().min(2).max(200).nullable(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  pillars: z.array(z.enum(pillars)).min(1),
  /** For whom: decides `yes` or `no`; a fact that lacks leaves it unknown, and the item is offered with the question. */
  audience: decisionTableSchema.pick({ policy: true, rows: true }),
  cost: z.strictObject({
    kind: z.enum(['free', 'paid', 'shared']),
    /** What it costs or who pays which part; null where it is free. */
    text: textsSchema.nullable(),
  }),
  request: z.strictObject({
    /** `self`: one starts at once. `centre`: the centre delivers. `external`: asked for elsewhere, the centre keeps track. */
    kind: z.enum(['self', 'centre', 'external']),
    url: z.url().nullable(),
    /** Until the first answer to a request. */
    answerWithinHours: z.int().min(1).nullable(),
  }),
  links: z.array(z.strictObject({ relation: z.enum(relations), to: itemKey })),
  references: z.array(
    z.strictObject({ framework: z.enum(frameworks), ids: z.array(z.string().min(1).max(40)).min(1) }),
  ),
}

export const itemSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('measure'), ...common, body: measureBody }),
  z.strictObject({ kind: z.literal('course'), ...common, body: courseBody }),
  z.strictObject({ kind: z.literal('duty'), ...common, body: dutyBody }),
  z.strictObject({ kind: z.literal('clause'), ...common, body: clauseBody }),
  z.strictObject({ kind: z.literal('service'), ...common, body: offerBody }),
  z.strictObject({ kind: z.literal('tool'), ...common, body: offerBody }),
  z.strictObject({ kind: z.literal('guide'), ...common, body: offerBody }),
  z.strictObject({ kind: z.literal('funding'), ...common, body: offerBody }),
])
export type Item = z.output<typeof itemSchema>
export type ItemOf<K extends ItemKind> = Extract<Item, { readonly kind: K }>

/** The item's audience as a table of its own, so that it is checked and explained like every other rule. */
export function audienceTable(item: Item): DecisionTable {
  return {
    key: `audience-${item.key}`,
    version: item.version,
    title: item.title,
    source: item.source.name,
    articles: [],
    validFrom: item.validFrom,
    validTo: item.validTo,
    verifiedBy: item.reviewedBy,
    outcomes: ['yes', 'no'],
    ...item.audience,
  }
}
