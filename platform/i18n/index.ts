// The door to languages: translations, translators, and the formats of time, numbers and lists.
// SPDX-License-Identifier: EUPL-1.2
export { type DayStyle, formatDay, formatInstant, type InstantOptions, type InstantStyle } from './instant.ts'
export { type Locale, locales, type MessageValues, type TranslationKey } from './keys.ts'
export { formatLeft, percentRun } from './left.ts'
export { chooseLocale, isLocale, nameOfLocale } from './locale.ts'
export { formatList, formatNumber } from './number.ts'
export { loadTranslations, type Translations } from './translations.ts'
export type { RenderTag, Translator } from './translator.ts'
