// Tests of what the page for the first minute sends: nothing that can be typed is a reason to refuse, and hostile signs go.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  answersOf,
  firstContactForm,
  maxLineCharacters,
  maxWordsCharacters,
  nightQuery,
  phoneFault,
} from './first-contact.ts'

test('an empty form reads as not answered, which is not known and never no', () => {
  const contact = firstContactForm.parse({})
  assert.equal(contact.danger, null)
  assert.match(contact.formToken, /^[A-Za-z0-9_-]{22}$/)
  assert.deepEqual(answersOf(contact), {
    danger: 'unknown',
    spreading: 'unknown',
    sights: [],
    works: [],
    decider: null,
    deciderPhone: null,
    words: null,
  })
})

test('one tick and several ticks are read, and what is none of the answers is not', () => {
  assert.deepEqual(firstContactForm.parse({ sights: 'telephone' }).sights, ['telephone'])
  assert.deepEqual(firstContactForm.parse({ works: ['internet', 'telephone', 'sauna'] }).works, [
    'telephone',
    'internet',
  ])
})

test('what is too long is cut where one sees it, and lines stay lines', () => {
  const { name, words } = firstContactForm.parse({
    name: 'é'.repeat(500),
    words: `a\r\nb\n${'x'.repeat(9_000)}`,
  })
  assert.equal([...name].length, maxLineCharacters)
  assert.ok(name.endsWith('…') && words.endsWith('…'))
  assert.ok(words.startsWith('a\nb\n'))
  assert.equal([...words].length, maxWordsCharacters)
})

test('a name cannot hold a line end, a direction mark or a zero byte', () => {
  const { name, words } = firstContactForm.parse({
    name: 'Ward\u202e 5\r\nBcc: x\u0000',
    words: 'one\u0000two\u202ethree\ud800',
  })
  assert.equal(name, 'Ward  5 Bcc: x')
  assert.equal(words, 'one two three\ufffd')
})

test('any number that a person can ring is taken, and only what holds none is not', () => {
  for (const phone of [
    '+43 555 0177',
    '0555/0177',
    '(030) 555-0177 ext. 12',
    'Ward 3: 55501',
    '０５５５０１７７',
  ])
    assert.equal(phoneFault(phone), null, phone)
  assert.equal(phoneFault(''), 'missing')
  for (const phone of ['none', '12', 'call me', '1'.repeat(30)])
    assert.equal(phoneFault(phone), 'unreadable', phone)
})

test('whatever is sent, the form is read and its texts fit', () => {
  const anything = fc.record(
    {
      formToken: fc.anything(),
      danger: fc.anything(),
      sights: fc.anything(),
      phone: fc.oneof(fc.string({ unit: 'binary' }), fc.anything()),
      words: fc.string({ unit: 'binary', maxLength: 3_000 }),
      language: fc.anything(),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(anything, (sent) => {
      const contact = firstContactForm.parse(sent)
      assert.ok([...contact.words].length <= maxWordsCharacters)
      assert.ok(contact.words.isWellFormed() && !contact.words.includes('\u0000'))
      assert.ok(!/[\p{Cc}]/u.test(contact.phone))
      assert.equal(firstContactForm.parse({ ...contact, language: null }).words, contact.words)
    }),
    { numRuns: 60 },
  )
})

test('a query that is none of ours says nothing', () => {
  assert.deepEqual(nightQuery.parse({ language: 'xx', do: 'dance', nobody: 'no', word: ['a'] }), {
    language: null,
    word: '',
    code: '',
    do: null,
    nobody: false,
  })
})
