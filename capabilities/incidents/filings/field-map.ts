// Which facts a filing asks for, as data: one file per duty, changes of a country on top, checked when read.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { type FactKey, factKeys } from '../fact-keys.ts'
import { organisationKeys } from './organisation-keys.ts'

/**
 * `required`: belongs to what is enough now. `welcome`: worth giving, never waited for. `update`: told in an earlier
 * stage, told again where it changed.
 */
export const needs = ['required', 'welcome', 'update'] as const
export type Need = (typeof needs)[number]

export const sectionKeys = [
  'who',
  'times',
  'what',
  'reach',
  'care',
  'measures',
  'data',
  'device',
  'ransom',
] as const
export type SectionKey = (typeof sectionKeys)[number]

/** Filings that continue one another; a later stage is held against the earlier ones. */
export const chains = ['nis2', 'gdpr-33', 'gdpr-34', 'cer', 'fr-sig', 'mdr-u'] as const
export type Chain = (typeof chains)[number]

const factKey = z.enum(factKeys as [FactKey, ...FactKey[]])
const duty = z.string().regex(/^[A-Z][A-Z0-9]*(-[A-Z0-9]+)+$/)

/** When a required field really is; otherwise it is welcome. A condition that cannot be decided leaves it welcome. */
const condition = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fact-is'), fact: factKey, is: z.array(z.string()).min(1) }),
  /** The first of the instants that is known counts. */
  z.strictObject({
    kind: z.literal('later-than'),
    hours: z.number().positive(),
    since: z.array(factKey).min(1),
  }),
])
export type Condition = z.output<typeof condition>

const field = z.union([
  z.strictObject({
    fact: factKey,
    need: z.enum(needs),
    /** Either of the two is enough, such as measures "taken or proposed". */
    or: factKey.optional(),
    when: condition.optional(),
  }),
  z.strictObject({ organisation: z.enum(organisationKeys), need: z.enum(needs) }),
])
export type MapField = z.output<typeof field>

const section = z.strictObject({ key: z.enum(sectionKeys), fields: z.array(field).min(1) })
export type MapSection = z.output<typeof section>

const basis = {
  /** Article and law. */
  article: z.string().min(3),
  source: z.string().min(3),
  sourceUrl: z.url().nullable(),
  evidence: z.enum(['source-read', 'background']),
  /** Null is shown as unverified. */
  verifiedBy: z.string().min(2).nullable(),
}

export const fieldMapSchema = z.strictObject({
  duty,
  chain: z.enum(chains),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  ...basis,
  /** What an authority cannot do without even in the first minutes; all else may follow. */
  enoughWith: z.array(z.union([factKey, z.enum(organisationKeys)])).min(1),
  sections: z.array(section).min(1),
})
export type FieldMap = z.output<typeof fieldMapSchema>

const change = z.strictObject({
  duties: z.array(duty).min(1),
  ...basis,
  validFrom: z.iso.date().nullable(),
  validTo: z.iso.date().nullable(),
  /** Fields to add, or to ask for in another way where the map has them already. */
  fields: z.array(z.strictObject({ section: z.enum(sectionKeys), field })),
  /** What the portal asks besides and no fact holds, in the portal's own words. */
  alsoAsked: z.array(z.strictObject({ text: z.string().min(3), language: z.string().regex(/^[a-z]{2}$/) })),
})

/** One file of `national/`; `EU` holds where a country says nothing else. */
export const nationalSchema = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/),
  changes: z.array(change),
  /** By duty: whether the ransom block is asked; a country's word replaces the Union's. */
  ransomBlock: z.record(duty, z.enum(['off', 'welcome', 'required'])).optional(),
})
export type National = z.output<typeof nationalSchema>

export type FieldKey = FactKey | `organisation.${(typeof organisationKeys)[number]}`

export function fieldKey(one: MapField): FieldKey {
  return 'fact' in one ? one.fact : `organisation.${one.organisation}`
}

export function fieldsOf(map: Pick<FieldMap, 'sections'>): readonly MapField[] {
  return map.sections.flatMap(({ fields }) => fields)
}

/** Throws where the map names a field twice, or calls something enough that it does not require. */
export function readFieldMap(json: unknown): FieldMap {
  const map = fieldMapSchema.parse(json)
  const keys = fieldsOf(map).map(fieldKey)
  const twice = keys.find((key, index) => keys.indexOf(key) !== index)
  if (twice) throw new Error(`${map.duty} asks for ${twice} twice`)
  const required = new Set(
    fieldsOf(map)
      .filter(({ need }) => need === 'required')
      .map((one) => ('fact' in one ? one.fact : one.organisation)),
  )
  const loose = map.enoughWith.find((key) => !required.has(key))
  if (loose) throw new Error(`${map.duty} calls ${loose} enough and does not require it`)
  return map
}
