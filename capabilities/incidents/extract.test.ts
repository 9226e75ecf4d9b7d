// Tests of what an incident tells others.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mispEvent } from '@salus/standards/misp'
import { stixBundle } from '@salus/standards/stix'
import { extractOf, findTelling } from './extract.ts'

const sharing = {
  producer: 'Support centre',
  title: 'Ransomware at a healthcare provider',
  description: 'Entry by a stolen password of a supplier.',
  tlp: 'amber' as const,
  country: null,
  indicators: [{ type: 'domain', value: 'evil.example', note: null }],
  secret: Buffer.alloc(32, 7),
}

test('names of the victim are found however they are written', () => {
  const own = ['Tannau Hospital', 'tannau.example', 'Jana Brandt', '+49 30 5550100', 'IT']
  const found = (text: string) => findTelling(text, [], own).map((one) => one.found)
  assert.deepEqual(found('At TANNAU  HOSPITAL the mail broke.'), ['Tannau Hospital'])
  assert.deepEqual(found('Ring +49-30-555 0100'), ['+49 30 5550100'])
  assert.deepEqual(found('The it department'), [], 'a word that short tells nothing')
  assert.deepEqual(findTelling('', [{ type: 'domain', value: 'vpn.tannau.example', note: null }], own), [
    { where: 'indicator', found: 'tannau.example' },
  ])
})

test('neither format holds the number of the case, of the hospital or an hour', () => {
  const extract = extractOf(
    { organisationId: 4711, id: 815 },
    sharing,
    '2026-03-29',
    new Date('2026-04-20T08:00:00Z'),
  )
  const shared = JSON.stringify([stixBundle(extract).bundle, mispEvent(extract, { threatLevel: 2 })])
  assert.doesNotMatch(shared, /4711|"815|2026-03-29T(?!00:00:00)/)
})

test('nobody outside can find the seed of a case', () => {
  const of = (secret: Buffer) =>
    extractOf({ organisationId: 1, id: 1 }, { ...sharing, secret }, '2026-03-29', new Date()).seed
  assert.notEqual(of(Buffer.alloc(32, 1)), of(Buffer.alloc(32, 2)))
})
