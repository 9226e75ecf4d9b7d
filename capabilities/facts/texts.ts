// A text of our content in every language; a language that lacks is a fault of the data, found when it is read.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { isLocale } from '../../platform/i18n/index.ts'

const maxLength = 6000

/** Plain text without markup; paragraphs are parted by an empty line. */
const text = z.string().trim().min(1).max(maxLength)

export const textsSchema = z.strictObject({ en: text, de: text, fr: text, it: text })
export type Texts = z.output<typeof textsSchema>

export function textIn(texts: Texts, locale: string): string {
  return isLocale(locale) ? texts[locale] : texts.en
}
