// Tests of where a person may be sent on to.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { safePath } from './safe-path.ts'

test('paths of this site stay as they are', () => {
  for (const path of ['/', '/o/12/alerts?state=open&page=2', '/account', '/sign-in?to=%2Faccount'])
    assert.equal(safePath(path), path)
})

test('everything that could lead elsewhere becomes the first page', () => {
  const elsewhere = [
    undefined,
    '',
    'account',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    '/a/..//evil.example',
    '/.//evil.example',
    '/%0d%0aLocation:x\r\n',
    `/${'a'.repeat(3_000)}`,
    '/\u0000',
  ]
  for (const path of elsewhere) assert.equal(safePath(path), '/', JSON.stringify(path))
})

test('whatever is given, a browser that follows it stays on the site', () => {
  const nasty = fc.string({
    unit: fc.constantFrom('/', '\\', '.', '@', ':', '?', '#', '\t', '%', 'a', '2', 'f', '[', ' '),
    maxLength: 30,
  })
  fc.assert(
    fc.property(fc.oneof(nasty, fc.webUrl(), fc.string({ unit: 'binary' })), (path) => {
      const result = safePath(path)
      assert.equal(new URL(result, 'https://salus.example').origin, 'https://salus.example')
      assert.ok(result.startsWith('/') && !result.startsWith('//'))
    }),
    { numRuns: 3000 },
  )
})
