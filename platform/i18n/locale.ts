// Which of our languages a person gets: a known name, or what the browser asks for.
// SPDX-License-Identifier: EUPL-1.2
import { type Locale, locales } from './keys.ts'

const maxHeaderLength = 500
const maxWishes = 20

export function isLocale(name: unknown): name is Locale {
  return locales.some((locale) => locale === name)
}

/** Reads an Accept-Language header (RFC 9110, 12.5.4); the first of our languages in order of wish, else English. */
export function chooseLocale(acceptLanguage: string | undefined): Locale {
  const wishes = (acceptLanguage ?? '').slice(0, maxHeaderLength).split(',').slice(0, maxWishes).map(readWish)
  const best = wishes.filter((wish) => wish.quality > 0).sort((a, b) => b.quality - a.quality)
  return best.map((wish) => wish.language).find(isLocale) ?? 'en'
}

function readWish(text: string): { readonly language: string; readonly quality: number } {
  const [range = '', ...parameters] = text.trim().toLowerCase().split(';')
  const quality = parameters
    .map((parameter) => parameter.trim())
    .find((parameter) => parameter.startsWith('q='))
  const value = quality === undefined ? 1 : Number(quality.slice(2))
  return { language: range.split('-')[0] ?? '', quality: Number.isFinite(value) ? value : 0 }
}

/** The language's own name, for the language switch. */
export function nameOfLocale(locale: Locale): string {
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}
