// What an administrator typed about an item of the centre, read into its content or into one fault for each field.
// SPDX-License-Identifier: EUPL-1.2
import { plainText } from '../../platform/http/plain-text.ts'
import { type Locale, locales } from '../../platform/i18n/index.ts'
import { pillars } from './item.ts'
import { houseSizes } from './kinds/measure.ts'
import {
  costKinds,
  houseKinds,
  maxAnswerHours,
  maxOwnText,
  maxOwnTitle,
  type OwnContent,
  ownKinds,
} from './own-item.ts'
import { type Fault, type Read, result } from './typed.ts'

export type WordField = 'title' | 'summary' | 'what'
export const wordFields: readonly WordField[] = ['title', 'summary', 'what']

export interface TypedContent {
  readonly words: Readonly<Record<WordField, Readonly<Record<Locale, string>>>>
  readonly kind: string
  readonly pillars: readonly string[]
  readonly cost: string
  readonly kinds: readonly string[]
  readonly sizes: readonly string[]
  readonly countries: string
  readonly helpsWith: readonly string[]
  readonly answerWithinHours: string
}

export interface KnownKeys {
  /** ISO 3166-1 alpha-2 in lower case, as the fact `org.country` knows them. */
  readonly countries: readonly string[]
  readonly measures: readonly string[]
}

export function readContent(typed: TypedContent, known: KnownKeys): Read<OwnContent> {
  const faults: Record<string, Fault> = {}
  const countries = listOf(typed.countries)
  if (countries.some((one) => !known.countries.includes(one))) faults.countries = 'country'
  const hours = hoursOf(typed.answerWithinHours)
  if (hours === 'number') faults.answerWithinHours = 'number'
  const kind = ownKinds.find((one) => one === typed.kind)
  if (!kind) faults.kind = 'choose'
  const cost = costKinds.find((one) => one === typed.cost)
  if (!cost) faults.cost = 'choose'
  const chosen = pillars.filter((one) => typed.pillars.includes(one))
  if (chosen.length === 0) faults.pillars = 'choose'
  return result(
    {
      ...wordsOf(typed, faults),
      // Not read where a fault was noted.
      kind: kind ?? 'service',
      pillars: chosen,
      cost: cost ?? 'free',
      kinds: houseKinds.filter((one) => typed.kinds.includes(one)),
      sizes: houseSizes.filter((one) => typed.sizes.includes(one)),
      countries: [...countries],
      helpsWith: known.measures.filter((one) => typed.helpsWith.includes(one)),
      answerWithinHours: hours === 'number' ? null : hours,
    },
    faults,
  )
}

/** One whole language is enough; a language that was begun has to be whole. */
function wordsOf(
  { words }: TypedContent,
  faults: Record<string, Fault>,
): Pick<OwnContent, 'title' | 'summary' | 'what'> {
  const trimmed = (field: WordField) => {
    const { en, de, fr, it } = words[field]
    return { en: plainText(en), de: plainText(de), fr: plainText(fr), it: plainText(it) }
  }
  const said = { title: trimmed('title'), summary: trimmed('summary'), what: trimmed('what') }
  let whole = 0
  for (const locale of locales) {
    const filled = wordFields.filter((field) => said[field][locale] !== '')
    if (filled.length === wordFields.length) whole += 1
    for (const field of wordFields) {
      if (filled.length > 0 && said[field][locale] === '') faults[`${field}-${locale}`] = 'half'
      const max = field === 'title' ? maxOwnTitle : maxOwnText
      if (said[field][locale].length > max) faults[`${field}-${locale}`] = 'long'
    }
  }
  if (whole === 0 && Object.keys(faults).every((field) => !field.startsWith('title-')))
    faults['title-en'] ??= 'language'
  return said
}

function listOf(text: string): readonly string[] {
  return [
    ...new Set(
      text
        .toLowerCase()
        .split(/[\s,;]+/)
        .filter((one) => one !== ''),
    ),
  ]
}

function hoursOf(text: string): number | null | 'number' {
  const trimmed = text.trim()
  if (trimmed === '') return null
  const hours = /^\d{1,5}$/.test(trimmed) ? Number(trimmed) : 0
  return hours >= 1 && hours <= maxAnswerHours ? hours : 'number'
}
