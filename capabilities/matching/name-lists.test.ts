// Tests of lists inside a product name.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expandSharedEnds, listedNames } from './name-lists.ts'

test('models that share letters are written out', () => {
  assert.equal(expandSharedEnds('Q08/16CPU'), 'Q08CPU/Q16CPU')
  assert.equal(expandSharedEnds('Q04/08(EN)CPU'), 'Q04CPU/Q04ENCPU/Q08CPU/Q08ENCPU')
})

test('a variant behind a slash is not taken for a shared end', () => {
  for (const text of ['QP5/5SC', 'QX800/700/600', 'A/B']) assert.equal(expandSharedEnds(text), text)
})

test('a row of capitals and names between slashes are several names', () => {
  assert.deepEqual(listedNames('NX NXE NXS QED').slice(1), ['NX', 'NXE', 'NXS', 'QED'])
  assert.deepEqual(listedNames('Warda Tools/Dynamo Map/Boosta Live').slice(1), [
    'Warda Tools',
    'Dynamo Map',
    'Boosta Live',
  ])
  assert.deepEqual(listedNames('Alpha/Beta Pump'), ['Alpha/Beta Pump'])
  assert.deepEqual(listedNames('GM MUSE NX'), ['GM MUSE NX'])
})
