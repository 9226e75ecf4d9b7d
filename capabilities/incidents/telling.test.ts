// Tests of what would tell who a victim is: every way to write it is found, and little else.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { processorMs } from '../../platform/testing/processor-time.ts'
import { findHits } from './telling.ts'

const own = [
  'Tannau Hospital',
  'Klinikum Münster-Süd',
  'Main site',
  'St. Anna',
  'Jana Brandt',
  'Dr. Ott',
  'jana.brandt@tannau.example',
  'tannau.example',
  '+49 30 5550100',
  'amber-heron-27',
]
const found = (text: string) =>
  findHits([{ where: 'description', text }], own)
    .map((hit) => hit.found)
    .toSorted()

for (const [text, expected] of [
  ['TANNAU  hospital stood still', ['Tannau Hospital']],
  ['the T.a.n.n.a.u hospital', ['Tannau Hospital']],
  ['people of Tannau', ['Tannau']],
  ['the Tannauer clinic', ['Tannau']],
  ['in Muenster', ['Münster']],
  ['in MÜNSTER', ['Münster']],
  ['Brandt rang', ['Brandt']],
  ['Mrs J. Brandt, Jana', ['Brandt', 'Jana']],
  ['mail to JANA.BRANDT@TANNAU.EXAMPLE', ['jana.brandt@tannau.example']],
  ['https://vpn.tannau.example/login and Tannau', ['Tannau', 'tannau.example']],
  ['ring 030/555-0100', ['+49 30 5550100']],
  ['case Amber Heron 27', ['amber-heron-27']],
  ['Saint Anna', ['Anna']],
] as const)
  test(`"${text}" tells ${expected.join(' and ')}`, () => assert.deepEqual(found(text), expected))

for (const text of [
  'The domain controller of a hospital was lost on the site.',
  'A clinic in the south, hospital staff, the medical centre',
  'Hannah and annals',
  'Number 55501 and 0100 apart',
  '',
])
  test(`"${text}" tells nothing`, () => assert.deepEqual(found(text), []))

test('a hit of one text is another than that of a changed text, and of another word', () => {
  const keyOf = (text: string) => findHits([{ where: 'description', text }], own)[0]?.key
  assert.notEqual(keyOf('In Tannau'), keyOf('In Tannau it was'))
  assert.equal(keyOf('In Tannau'), keyOf('In Tannau'))
})

test('whatever stands around it, and however letters are spaced, a name is found', () => {
  const separator = fc.stringMatching(/^[ ._-]{0,3}$/)
  fc.assert(
    fc.property(
      fc.string(),
      fc.array(separator, { minLength: 9, maxLength: 9 }),
      fc.string(),
      (before, between, after) => {
        const spaced = [...'Birkensee']
          .map((letter, index) => letter + (index < 8 ? between[index] : ''))
          .join('')
        const hits = findHits([{ where: 'indicator', text: `${before} ${spaced} ${after}` }], ['Birkensee'])
        assert.equal(hits[0]?.found, 'Birkensee')
      },
    ),
    { numRuns: 300 },
  )
})

test('a long text and many names take no long time, whatever the names hold', () => {
  const names = Array.from({ length: 300 }, (_, index) => `Name${index} ((a+)+$ [\\ ${'a'.repeat(40)}`)
  const passages = Array.from({ length: 200 }, () => ({
    where: 'indicator' as const,
    text: 'a -'.repeat(600),
  }))
  const started = processorMs()
  findHits(passages, names)
  assert.ok(processorMs() - started < 30_000)
})
