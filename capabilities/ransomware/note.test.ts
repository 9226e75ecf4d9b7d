// Reading ransom notes: encodings, markup, hidden characters, addresses, and texts that want to do harm.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { processorMs } from '../../platform/testing/processor-time.ts'
import { defang, marksIn } from './mark.ts'
import { decodeNote, maxNoteCharacters, plainText, readNote } from './note.ts'

test('a note in UTF-16, with or without its mark, in UTF-8 or in Windows-1252 reads the same', () => {
  const text = 'Vos données sont chiffrées'
  const utf16 = Buffer.from(text, 'utf16le')
  assert.equal(decodeNote(Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])), text)
  assert.equal(decodeNote(utf16), text)
  assert.equal(decodeNote(Buffer.from(text)), text)
  assert.equal(decodeNote(Buffer.from(text, 'latin1')), text)
})

test('markup, scripts and comments go, entities are said', () => {
  const html =
    '<html><head><style>p { color: red }</style><script>alert("x")</script></head><body><!-- key --><p>All &amp; every&#32;file</p></body></html>'
  assert.equal(readNote(html).words.join(' '), 'all every file')
  assert.match(plainText(html), /All & every file/)
})

test('a plain text with angle brackets keeps them', () => {
  assert.equal(plainText('>>> Your files <<< are locked'), '>>> Your files <<< are locked')
})

test('characters that nobody sees do not hide a name', () => {
  assert.deepEqual(readNote('Ca\u200bct\u00adus').words, ['cactus'])
})

test('numbers of single victims are left out of what is compared', () => {
  assert.deepEqual(readNote('Your id is 5f3a99c2b1d0 and [snip]').words, ['your', 'id', 'is', 'and'])
})

test('addresses are found and can be shown without becoming links', () => {
  const note = `Write to someone@onionmail.example or visit http://${'a'.repeat(56)}.onion/x`
  const marks = marksIn(note)
  assert.deepEqual(
    marks.map(({ kind }) => kind),
    ['onion'],
    'addresses under .example are nobody’s',
  )
  assert.deepEqual(marksIn('write to Someone@Mail.test now'), [{ kind: 'mail', value: 'someone@mail.test' }])
  assert.equal(defang('http://abc.onion/x@y'), 'http[://]abc[.]onion/x[at]y')
})

test('a very long note is cut, and costs time in proportion to its length only', () => {
  const startedAt = processorMs()
  for (const part of ['<', '&#', 'a@', 'a.', '<script', '-', '(((', 'x'.repeat(50)])
    readNote(`<html><body>${part.repeat(400_000 / part.length)}`)
  assert.ok(processorMs() - startedAt < 5_000)
  assert.equal(plainText('a '.repeat(200_000)).length <= maxNoteCharacters, true)
})

test('any bytes and any text are read without an error', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 400 }),
      fc.string({ unit: 'binary', maxLength: 400 }),
      (bytes, text) => {
        readNote(decodeNote(bytes))
        readNote(`<html><p>${text}`)
      },
    ),
    { numRuns: 300 },
  )
})
