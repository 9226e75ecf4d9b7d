// An item that the centre wrote itself: its words in at least one language, and its audience by simple choices.
// SPDX-License-Identifier: EUPL-1.2
import { type Locale, locales } from '../../platform/i18n/index.ts'
import type { Condition, Texts } from '../facts/index.ts'
import { type Item, itemSchema, type Pillar } from './item.ts'
import type { HouseSize } from './kinds/measure.ts'

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

/** Empty where nothing is written in a language. */
type Words = Readonly<Record<Locale, string>>

/** As `readContent` of typed-own-item.ts found it to be right. */
export interface OwnContent {
  readonly kind: (typeof ownKinds)[number]
  readonly title: Words
  readonly summary: Words
  readonly what: Words
  readonly pillars: readonly Pillar[]
  readonly cost: (typeof costKinds)[number]
  /** Empty: everybody. */
  readonly kinds: readonly (typeof houseKinds)[number][]
  readonly sizes: readonly HouseSize[]
  /** ISO 3166-1 alpha-2 in lower case, as the fact `org.country` says them. */
  readonly countries: readonly string[]
  /** Measures that it helps with. */
  readonly helpsWith: readonly string[]
  readonly answerWithinHours: number | null
}

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
