// What pasted lines are read as, and that nothing of them is lost or becomes a link.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { defanged, maxIndicatorLines, readIndicator, readIndicatorLines } from './indicator-text.ts'

const cases: readonly (readonly [line: string, type: string, value: string, shown: string])[] = [
  ['Evil.Example', 'domain', 'evil.example', 'evil[.]example'],
  ['evil[.]example', 'domain', 'evil.example', 'evil[.]example'],
  ['192.0.2.17', 'ipv4', '192.0.2.17', '192[.]0[.]2[.]17'],
  ['192[.]0(.)2[dot]17', 'ipv4', '192.0.2.17', '192[.]0[.]2[.]17'],
  ['2001:DB8::1', 'ipv6', '2001:db8::1', '2001[:]db8[:][:]1'],
  [
    'hxxps://evil[.]example/Path?a=B',
    'url',
    'https://evil.example/Path?a=B',
    'hxxps://evil[.]example/Path?a=B',
  ],
  ['badguy@evil.example', 'email', 'badguy@evil.example', 'badguy[at]evil[.]example'],
  [
    'D41D8CD98F00B204E9800998ECF8427E',
    'md5',
    'd41d8cd98f00b204e9800998ecf8427e',
    'd41d8cd98f00b204e9800998ecf8427e',
  ],
  ['a'.repeat(40), 'sha1', 'a'.repeat(40), 'a'.repeat(40)],
  ['0'.repeat(64), 'sha256', '0'.repeat(64), '0'.repeat(64)],
  ['README_TO_DECRYPT.txt', 'file-name', 'README_TO_DECRYPT.txt', 'README_TO_DECRYPT.txt'],
  ['C:\\Windows\\Temp\\a.exe', 'file-name', 'C:\\Windows\\Temp\\a.exe', 'C:\\Windows\\Temp\\a.exe'],
  ['999.1.2.3', 'other', '999.1.2.3', '999.1.2.3'],
  ['a strange service at night', 'other', 'a strange service at night', 'a strange service at night'],
  ['a@b@evil.example', 'other', 'a@b@evil.example', 'a@b@evil.example'],
]

for (const [line, type, value, shown] of cases)
  test(`${line.slice(0, 40)} is read as ${type}`, () => {
    const read = readIndicator(line)
    assert.deepEqual(read, { type, value })
    assert.equal(defanged(read), shown)
  })

test('the same trace twice, safely written or not, is one', () => {
  const read = readIndicatorLines('evil.example\r\n\n evil[.]example \nEVIL.example')
  assert.deepEqual(read.ok && read.indicators, [{ type: 'domain', value: 'evil.example' }])
})

test('too many lines and too long ones are refused, not cut', () => {
  assert.deepEqual(readIndicatorLines(' \n '), { ok: false, fault: 'missing' })
  const lines = Array.from({ length: maxIndicatorLines + 1 }, (_, index) => `host${index}.example`)
  assert.deepEqual(readIndicatorLines(lines.join('\n')), { ok: false, fault: 'too-many-lines' })
  assert.equal(readIndicatorLines(lines.slice(1).join('\n')).ok, true)
  assert.deepEqual(readIndicatorLines('x'.repeat(2_001)), { ok: false, fault: 'line-too-long' })
})

test('whatever is pasted: no line is dropped, and read again it stays what it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (line) => {
      const text = line.replaceAll('\n', ' ').replaceAll('\0', '').toWellFormed().trim()
      fc.pre(text !== '')
      const read = readIndicatorLines(line.replaceAll('\n', ' '))
      assert.equal(read.ok && read.indicators.length, 1)
      const [one] = read.ok ? read.indicators : []
      assert.ok(one)
      if (one.type !== 'other') assert.deepEqual(readIndicator(defanged(one)), one)
    }),
    { numRuns: 500 },
  )
})
