// Tests of the unguessable address of a case.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { caseKeyOf, readCaseKey } from './case-key.ts'

const secret = randomBytes(32)
const numbers = { organisationId: 12, incidentId: 1_000_000_000_034 }

test('the key leads back to its case and needs no escaping in an address', () => {
  const key = caseKeyOf(secret, numbers)
  assert.deepEqual(readCaseKey(secret, key), numbers)
  assert.equal(encodeURIComponent(key), key)
})

test('a key for another case, another hospital or another installation opens nothing', () => {
  const key = caseKeyOf(secret, numbers)
  const mac = key.slice(key.indexOf('-', 3) + 1)
  assert.equal(readCaseKey(secret, `13-${numbers.incidentId}-${mac}`), null)
  assert.equal(readCaseKey(secret, `12-1-${mac}`), null)
  assert.equal(readCaseKey(randomBytes(32), key), null)
})

test('one changed letter, a missing one and rubbish open nothing', () => {
  const key = caseKeyOf(secret, numbers)
  const changed = `${key.slice(0, -2)}${key.at(-2) === 'A' ? 'B' : 'A'}${key.at(-1)}`
  for (const wrong of [changed, key.slice(0, -1), `${key}A`, '', '--', '12-34-', 'x'.repeat(100)])
    assert.equal(readCaseKey(secret, wrong), null, wrong)
})
