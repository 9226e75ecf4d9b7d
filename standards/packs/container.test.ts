// Tests of the `.salus-pack` file: whole, cut off, crooked, too large.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  openContainer,
  packLimits,
  packText,
  type RandomAccess,
  unpackText,
  writeContainer,
} from './index.ts'

const bytes = (text: string) => Buffer.from(text)
const hash = 'ab'.repeat(32)

function access(content: Uint8Array): RandomAccess {
  return { size: content.length, read: async (at, length) => content.subarray(at, at + length) }
}

async function open(content: Uint8Array) {
  const opened = await openContainer(access(content))
  return opened.outcome === 'read' ? opened.value : opened.faults[0].detail
}

const files: readonly (readonly [string, Uint8Array])[] = [
  ['1.root.json', bytes('{"a":\n1}')],
  [`${hash}.indicators.bin`, Buffer.alloc(5_000, 10)],
  ['timestamp.json', bytes('')],
]
const whole = Buffer.concat([...writeContainer(files)])

test('every file comes back as it was, others are absent, and the limit of the reader holds', async () => {
  const repository = await open(whole)
  assert.ok(typeof repository !== 'string')
  for (const [name, content] of files) assert.deepEqual(await repository.read(name, 5_000), content)
  assert.equal(await repository.read('2.root.json', 5_000), null)
  await assert.rejects(repository.read(`${hash}.indicators.bin`, 4_999), /more than 4999 bytes/)
})

test('a container that is cut off anywhere gives a fault or fewer files, and never half of one', async () => {
  for (let length = 0; length < whole.length; length += 7) {
    const opened = await open(whole.subarray(0, length))
    if (typeof opened === 'string') continue
    for (const [name, content] of files) {
      const found = await opened.read(name, 5_000)
      if (found !== null) assert.deepEqual(found, content)
    }
  }
})

test('names that lead elsewhere, doubles, wrong lengths and other files are refused', async () => {
  const mark = 'salus-pack 1\n'
  for (const [content, reason] of [
    ['PK\u0003\u0004', /does not begin/],
    [`${mark}../etc/passwd 1\nx`, /no file that packs have/],
    [`${mark}/timestamp.json 1\nx`, /no file that packs have/],
    [`${mark}__proto__ 1\nx`, /no file that packs have/],
    [`${mark}timestamp.json -1\nx`, /no file that packs have/],
    [`${mark}timestamp.json 1\nxtimestamp.json 1\ny`, /stands there twice/],
    [`${mark}timestamp.json 99\nx`, /not copied to its end/],
    [`${mark}timestamp.json 99999999\nx`, /more than/],
    [`${mark}${'a'.repeat(100_000)}`, /no file that packs have/],
  ] as const)
    assert.match(String(await open(bytes(content))), reason)
  assert.throws(() => [...writeContainer([['../x', bytes('')]])], /no file/)
  assert.match(
    String(
      await openContainer({ size: packLimits.maxContainerBytes + 1, read: async () => bytes('') }).then(
        (opened) => opened.outcome === 'refused' && opened.faults[0].detail,
      ),
    ),
    /more than/,
  )
})

test('any bytes are answered without an exception', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (tail) => {
      await openContainer(access(Buffer.concat([bytes('salus-pack 1\n'), tail])))
    }),
    { numRuns: 200 },
  )
})

test('texts come back whole, their words cannot be seen in what is stored, and bombs are left', () => {
  const text = `Invoke-Mimikatz \u00e9\u{1f600}\ufeff ${'sekurlsa::logonpasswords '.repeat(50)}`
  for (const length of [0, 1, 2, 3, 4, 5, text.length]) {
    const cut = Array.from(text).slice(0, length).join('')
    assert.equal(unpackText(packText(cut), 10_000, 'x'), cut)
  }
  assert.ok(!Buffer.from(packText(text)).includes('imikatz'))
  assert.throws(
    () => unpackText(packText('x'.repeat(2_000_000)), 1_000_000, 'rules'),
    /more than 1000000 bytes/,
  )
  assert.throws(() => unpackText(bytes('no gzip'), 1_000, 'rules'), /no gzip/)
  assert.throws(() => unpackText(packText(text).subarray(0, 40), 10_000, 'rules'), /cut off/)
})
