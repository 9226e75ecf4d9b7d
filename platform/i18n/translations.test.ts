// Checks every message of every language against the English ones, and that keys.ts is current.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { readLocales, readMessages, sourceLocale } from './files.ts'
import { generateKeys } from './generate.ts'
import { locales } from './keys.ts'
import { readShape } from './message.ts'

const directory = fileURLToPath(new URL('../../translations', import.meta.url))
const english = readMessages(directory, sourceLocale)

test('keys.ts is what the English files say; if not, run node --import tsx platform/i18n/generate.ts', () => {
  const written = readFileSync(new URL('./keys.ts', import.meta.url), 'utf8')
  assert.equal(written, generateKeys(directory))
  assert.deepEqual([...locales], readLocales(directory))
})

for (const locale of locales) {
  const messages = readMessages(directory, locale)

  test(`${locale} has every key of English and no other`, () => {
    assert.deepEqual(
      [...english.keys()].filter((key) => !messages.has(key)),
      [],
      'missing',
    )
    assert.deepEqual(
      [...messages.keys()].filter((key) => !english.has(key)),
      [],
      'superfluous',
    )
  })

  test(`every message in ${locale} parses and asks for the same values and tags as English`, () => {
    const differing = [...messages].filter(
      ([key, message]) => asksFor(message, locale) !== asksFor(english.get(key) ?? '', sourceLocale),
    )
    assert.deepEqual(differing, [])
  })

  test(`no message in ${locale} has a straight apostrophe before a value or tag, which ICU would swallow`, () => {
    assert.deepEqual(
      [...messages].filter(([, message]) => /'[{}<>#]/.test(message)),
      [],
    )
  })
}

// A language may choose a plural where English needs none, so only the names are compared, and the choices of a select.
function asksFor(message: string, locale: string): string {
  const shape = readShape(message, locale)
  const choices = [...shape.placeholders].map(([name, kind]) =>
    typeof kind === 'string' ? name : `${name}:${kind.join('|')}`,
  )
  return JSON.stringify([choices.sort(), [...shape.tags].sort()])
}
