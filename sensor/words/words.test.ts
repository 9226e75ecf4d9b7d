// Tests of the words: no key missing in any language, the same values asked for, kind words for the privacy officer.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { languages, wordsOf } from './words.ts'

const read = (language: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(join(import.meta.dirname, `${language}.json`), 'utf8'))
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
const english = read('en')

describe('the words of the sensor', () => {
  for (const language of languages) {
    const words = read(language)
    test(`${language} has every key of English and no other`, () => {
      assert.deepEqual(Object.keys(words).sort(), Object.keys(english).sort())
    })
    test(`${language} asks for the same values as English and leaves no text empty`, () => {
      for (const [key, text] of Object.entries(words)) {
        assert.notEqual(text.trim(), '', key)
        assert.deepEqual(placeholders(text), placeholders(english[key] ?? ''), key)
      }
    })
    test(`${language} differs from English wherever it is a sentence`, () => {
      if (language === 'en') return
      const same = Object.keys(english).filter(
        (key) =>
          !key.startsWith('span.') && words[key] === english[key] && (english[key] ?? '').includes(' '),
      )
      assert.deepEqual(same, [])
    })
  }

  test('every tactic has first steps, and every form for one has a form for others', () => {
    const keys = Object.keys(english)
    for (const key of keys) {
      const [, tactic] = /^tactic\.([\w-]+)\.means$/.exec(key) ?? []
      if (tactic) assert.ok(keys.includes(`steps.${tactic}.2`), tactic)
      if (key.endsWith('.one')) assert.ok(keys.includes(key.replace(/one$/, 'other')), key)
    }
  })

  test('the privacy officer reads of candidates for review, never of suspects or violations', () => {
    const forbidden =
      /suspect|violat|offen[cd]|guilty|abuse|snoop|verdächtig|verstoß|täter|missbrauch|suspect|coupable|sospett|colpevol/i
    for (const language of languages)
      for (const [key, text] of Object.entries(read(language)))
        if (key.startsWith('privacy.')) assert.doesNotMatch(text, forbidden, `${language} ${key}`)
  })

  test('numbers take the form and the writing of their language', () => {
    assert.equal(wordsOf('en').count('group.findings', 1), '1 finding')
    assert.equal(wordsOf('de').count('group.findings', 1234), '1.234 Befunde')
    assert.equal(wordsOf('fr').count('group.findings', 0), '0 constat')
    assert.equal(wordsOf('it').count('group.findings', 2_000_000), '2.000.000 rilievi')
  })

  test('a forgotten value is told and does not come out as a blank', () => {
    assert.throws(() => wordsOf('en').say('report.made', { time: 'now' }), /"zone"/)
  })
})
