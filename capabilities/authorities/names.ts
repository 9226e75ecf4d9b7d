// How an authority is called in a reader's language, with its official name beside it.
// SPDX-License-Identifier: EUPL-1.2
import type { Authority } from './authority.ts'

export interface AuthorityName {
  readonly text: string
  /** BCP 47, for the `lang` of the page. */
  readonly language: string
}

/** The name for the reader, and the official one where that is another; a letter carries the official name. */
export function authorityName(
  authority: Pick<Authority, 'name' | 'language' | 'translations'>,
  locale: string,
): { readonly shown: AuthorityName; readonly official: AuthorityName | null } {
  const official = { text: authority.name, language: authority.language }
  const translated = authority.translations[locale]
  if (translated === undefined || locale === authority.language) return { shown: official, official: null }
  return { shown: { text: translated, language: locale }, official }
}
