// The form of an own offer: what stands in it for a version, and what was typed as content to be read.
// SPDX-License-Identifier: EUPL-1.2
import { ownItemForm, type TypedOwnItem } from '../contract/forms.ts'
import type { OwnVersion } from '../own-item.ts'
import type { TypedContent, WordField } from '../typed-own-item.ts'

export const emptyTyped: TypedOwnItem = ownItemForm.parse({})

export function typedOf({ content, version }: OwnVersion): TypedOwnItem {
  const { title, summary, what } = content
  return {
    kind: content.kind,
    'title-en': title.en,
    'title-de': title.de,
    'title-fr': title.fr,
    'title-it': title.it,
    'summary-en': summary.en,
    'summary-de': summary.de,
    'summary-fr': summary.fr,
    'summary-it': summary.it,
    'what-en': what.en,
    'what-de': what.de,
    'what-fr': what.fr,
    'what-it': what.it,
    pillars: [...content.pillars],
    cost: content.cost,
    kinds: [...content.kinds],
    sizes: [...content.sizes],
    countries: content.countries.map((code) => code.toUpperCase()).join(', '),
    helpsWith: [...content.helpsWith],
    answerWithinHours: content.answerWithinHours === null ? '' : String(content.answerWithinHours),
    version: String(version),
  }
}

export function typedContent(typed: TypedOwnItem): TypedContent {
  const words = (field: WordField) => ({
    en: typed[`${field}-en`],
    de: typed[`${field}-de`],
    fr: typed[`${field}-fr`],
    it: typed[`${field}-it`],
  })
  return { ...typed, words: { title: words('title'), summary: words('summary'), what: words('what') } }
}
