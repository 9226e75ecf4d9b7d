// An item that the centre wrote itself: its words in at least one language, and its audience by simple choices.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { type Locale, locales } from '../../platform/i18n/index.ts'
import type { Condition, Texts } from '../facts/index.ts'
import { type Item, itemSchema, pillars } from './item.ts'
import { houseSizes } from './kinds/measure.ts'

export const ownKinds = ['service', 'tool', 'guide', 'funding'] as const
export const houseKinds = [
  'university-hospital',
  'hospital',
  'clinic',
  'practice',
  'hospital-group',
  'other',
] as const
export const costKinds = ['free', 'paid', 'shared'] as const

export const maxOwnTitle = 120
export const maxOwnText = 2000
export const maxAnswerHours = 24 * 60

const words = (max: number) =>
  z.strictObject({
    en: z.string().max(max).default(''),
    de: z.string().max(max).default(''),
    fr: z.string().max(max).default(''),
    it: z.string().max(max).default(''),
  })
export const ownContentSchema = z.strictObject({
  kind: z.enum(ownKinds),
  title: words(maxOwnTitle),
  summary: words(maxOwnText),
  what: words(maxOwnText),
  pillars: z.array(z.enum(pillars)).min(1),
  cost: z.enum(costKinds),
  /** Empty: everybody. */
  kinds: z.array(z.enum(houseKinds)),
  sizes: z.array(z.enum(houseSizes)),
  /** ISO 3166-1 alpha-2 in lower case, as the fact `org.country` says them. */
  countries: z.array(z.string().regex(/^[a-z]{2}$/)).max(60),
  /** Measures that it helps with. */
  helpsWith: z.array(z.string().min(1).max(80)).max(10),
  answerWithinHours: z.int().min(1).max(maxAnswerHours).nullable(),
})
export type OwnContent = z.output<typeof ownContentSchema>

export interface OwnVersion {
  readonly key: string
  readonly version: number
  readonly state: 'offered' | 'retired'
  readonly content: OwnContent
  readonly at: Date
  readonly byName: string
}

/** An item as it is shown: with the languages that its words are written in. */
export interface ListedItem {
  readonly item: Item
  readonly writtenIn: readonly Locale[]
}

/** Complete in a language: title, summary and text. One such language is enough. */
export function writtenIn({ title, summary, what }: Pick<OwnContent, 'title' | 'summary' | 'what'>) {
  return locales.filter((locale) => [title, summary, what].every((text) => text[locale].trim() !== ''))
}

export function itemOf({ key, version, content, at, byName }: OwnVersion): ListedItem {
  const languages = writtenIn(content)
  const fill = (text: OwnContent['title']): Texts => {
    const [first] = languages
    const otherwise = first === undefined ? key : text[first]
    const said = (locale: Locale) => (languages.includes(locale) ? text[locale] : otherwise)
    return { en: said('en'), de: said('de'), fr: said('fr'), it: said('it') }
  }
  const item = itemSchema.parse({
    kind: content.kind,
    key,
    version: `${version}.0.0`,
    title: fill(content.title),
    summary: fill(content.summary),
    provider: { level: 'own', name: 'Salus', country: null },
    languages,
    source: { name: 'Written by the centre', url: null },
    licence: 'CC-BY-4.0',
    reviewedOn: at.toISOString().slice(0, 10),
    // Who offers it has looked at it.
    reviewedBy: byName.length >= 2 ? byName : null,
    validFrom: at.toISOString().slice(0, 10),
    validTo: null,
    pillars: content.pillars,
    audience: { policy: 'agree', rows: rowsOf(content) },
    cost: { kind: content.cost, text: null },
    request: { kind: 'centre', url: null, answerWithinHours: content.answerWithinHours },
    links: content.helpsWith.map((to) => ({ relation: 'helps-with' as const, to })),
    references: [],
    body: { what: fill(content.what), steps: [], prepare: null, page: null, amount: null },
  })
  return { item, writtenIn: languages }
}

/** One row for all that fits, one for each reason why not: every combination has a row, and none contradict. */
function rowsOf({ kinds, sizes, countries }: OwnContent) {
  const dimensions = [
    ['kind', 'org.kind', kinds],
    ['size', 'org.size', sizes],
    ['country', 'org.country', countries],
  ] as const
  const limited = dimensions.filter(([, , values]) => values.length > 0)
  const when: Condition = Object.fromEntries(limited.map(([, fact, values]) => [fact, { is: [...values] }]))
  return [
    { id: 'fits', when, outcome: 'yes' },
    ...limited.map(([name, fact, values]) => ({
      id: `other-${name}`,
      when: { [fact]: { isNot: [...values] } },
      outcome: 'no',
    })),
  ]
}
