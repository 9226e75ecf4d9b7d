// The catalogue of services as others read it: CPSV-AP 3.2, with the texts of every language.
// SPDX-License-Identifier: EUPL-1.2
import { type ServiceCatalogue, writeCatalogue } from '@salus/standards/cpsv-ap'
import type { Context } from '../../../platform/context.ts'
import { locales, type TranslationKey } from '../../../platform/i18n/index.ts'
import { type Item, isOffered } from '../item.ts'
import type { ListedItem } from '../own-item.ts'

export function exportCatalogue(
  context: Pick<Context, 'translator' | 'origin' | 'config'>,
  listed: readonly ListedItem[],
) {
  const words = (key: PlainKey) =>
    Object.fromEntries(locales.map((locale) => [locale, context.translator(locale).t(key)]))
  const centre = { id: 'centre', name: context.config.centreName, country: null }
  const catalogue: ServiceCatalogue = {
    base: `${context.origin()}/api/catalogue`,
    title: words('catalogue.export.title'),
    description: words('catalogue.export.description'),
    publisher: centre,
    services: listed
      .filter(({ item }) => isOffered(item))
      .map(({ item, writtenIn }) => ({
        id: item.key,
        title: only(item.title, writtenIn),
        description: only(item.summary, writtenIn),
        authority: item.provider.level === 'own' ? centre : authorityOf(item),
        languages: item.languages.length > 0 ? item.languages : locales,
        thematicAreas: item.pillars.map((pillar) => ({
          id: pillar,
          label: words(`catalogue.pillar.${pillar}`),
        })),
        cost: { isFree: item.cost.kind === 'free', description: item.cost.text },
        channel: {
          id: item.request.kind,
          description: words(`catalogue.export.channel.${item.request.kind}`),
          page: item.request.url,
        },
      })),
  }
  return writeCatalogue(catalogue)
}

type PlainKey = Extract<
  TranslationKey,
  `catalogue.export.${string}` | `catalogue.pillar.${Item['pillars'][number]}`
>

function authorityOf({ provider }: Item) {
  const id = provider.name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
  return { id, name: provider.name, country: provider.country }
}

/** A text that only fills in for a language that lacks is not said to be of that language. */
function only(texts: Item['title'], writtenIn: ListedItem['writtenIn']) {
  return Object.fromEntries(writtenIn.map((locale) => [locale, texts[locale]]))
}
