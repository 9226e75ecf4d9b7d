// Tests that messages are said rightly as text and safely as page content.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { ComponentChild } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { createTranslator } from './translator.ts'

const messages = new Map([
  ['shell.example', '<strong>{name}</strong> runs {count, plural, one {# gateway} other {# gateways}}'],
  ['shell.help', 'See <link>the list of {name}</link>'],
])
const translator = createTranslator('en', messages)

test('the same message is text with its tags fallen away, and page content with its tags kept', () => {
  assert.equal(translator.find('shell.example', { name: 'Erlenau', count: 1 }), 'Erlenau runs 1 gateway')
  assert.equal(
    rich('shell.example', { name: 'Erlenau', count: 2 }),
    '<strong>Erlenau</strong> runs 2 gateways',
  )
})

test('a tag of the page, such as a link, is given by the page and falls away in text', () => {
  const link = (content: ComponentChild) => <a href="/assets">{content}</a>
  assert.equal(rich('shell.help', { name: 'assets', link }), 'See <a href="/assets">the list of assets</a>')
  assert.equal(translator.find('shell.help', { name: 'assets' }), 'See the list of assets')
})

test('a value may be named like a tag of another message, but not of its own', () => {
  assert.equal(
    createTranslator('en', new Map([['shell.help', 'Code {code}']])).find('shell.help', { code: 7 }),
    'Code 7',
  )
  assert.throws(
    () => createTranslator('en', new Map([['shell.help', '<code>{code}</code>']])).find('shell.help'),
    /another name/,
  )
})

test('a value is never read as HTML, whatever it holds', () => {
  const outside = fc.string({ maxLength: 60 })
  fc.assert(
    fc.property(
      fc.oneof(
        outside,
        outside.map((text) => `<script>${text}`),
        fc.constant('<strong>x</strong>{y}'),
      ),
      (name) => {
        const html = rich('shell.example', { name, count: 3 })
        assert.equal(html.replaceAll(/<\/?strong>/g, '').includes('<'), false)
        assert.equal((html.match(/<strong>/g) ?? []).length, 1)
      },
    ),
    { numRuns: 300 },
  )
})

test('a key that does not exist is undefined for find and an error with its file for t', () => {
  assert.equal(translator.find('alerts.nothing'), undefined)
  assert.throws(() => translator.t('shell.skip'), /no message shell\.skip in en.*translations\/en/)
})

// The messages of this test are its own, so their values are not those of the generated types.
function rich(key: string, values: object): string {
  const say = translator.tr as (key: string, values: object) => ComponentChild
  return renderToString(<p>{say(key, values)}</p>).slice('<p>'.length, -'</p>'.length)
}
