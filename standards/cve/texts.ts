// Picks the English text of a CVE record's lists of texts.
// SPDX-License-Identifier: EUPL-1.2
import { type JsonNode, objectsAt, textAt } from '../json/index.ts'

/** The first English value, else the first of any language. */
export function englishText(node: JsonNode, key: string): string | null {
  const texts = objectsAt(node, key)
  const english = texts.find((text) => /^en\b/i.test(textAt(text, 'lang') ?? ''))
  const chosen = english ?? texts[0]
  return chosen === undefined ? null : textAt(chosen, 'value')
}

const maxTitleCharacters = 160

/** Up to the first full stop before a blank; a version number's dots don't end a sentence. */
export function firstSentence(text: string | null): string | null {
  if (text === null) return null
  const line = text.slice(0, 2000).replace(/\s+/g, ' ').trim()
  const end = /[.!?](?= |$)/.exec(line)?.index
  const sentence = end === undefined ? line : line.slice(0, end)
  return sentence.length > maxTitleCharacters
    ? `${sentence.slice(0, maxTitleCharacters - 1)}…`
    : sentence || null
}
