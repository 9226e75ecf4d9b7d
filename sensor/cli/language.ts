// In which language a command speaks: the one that was asked for, else that of the person at the keyboard.
// SPDX-License-Identifier: EUPL-1.2
import { isLanguage, type Language, languages } from '../words/words.ts'
import { UsageFault, type Words } from './command.ts'

export function languageIn(words: Words): Language {
  const wanted = words.text('language')
  if (wanted === null) {
    const { LC_ALL, LC_MESSAGES, LANG } = process.env
    const ours = (LC_ALL || LC_MESSAGES || LANG || '').slice(0, 2).toLowerCase()
    return isLanguage(ours) ? ours : 'en'
  }
  if (!isLanguage(wanted)) throw new UsageFault(`--language is one of ${languages.join(', ')}.`)
  return wanted
}
