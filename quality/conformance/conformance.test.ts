// Every conformance suite whose data is at hand comes out as wanted, but for the exceptions that are listed.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { absent } from '../../standards/inventory/data-sets.ts'
import { summarise } from './suite.ts'
import { suites } from './suites.ts'

for (const { name, archive, run } of suites) {
  const skip = archive === null ? false : absent(archive)
  test(`the suite ${name} comes out as wanted`, { skip }, async (context) => {
    const { passed, failures, exceptions } = await run()
    context.diagnostic(`${passed} passed, ${failures.length} failed, ${exceptions.length} excepted`)
    assert.deepEqual(failures, [])
    assert.ok(passed > 0)
  })
}

test('a case that comes out otherwise is a failure, unless it is excepted', () => {
  const outcomes = [
    { id: 'a', deviation: null },
    { id: 'b', deviation: 'was read' },
    { id: 'c', deviation: 'was refused' },
  ]
  const suite = summarise('sample', outcomes, new Map([['b', 'the label is wrong']]))
  assert.deepEqual(suite, {
    name: 'sample',
    passed: 1,
    failed: 1,
    exceptions: [{ id: 'b', reason: 'the label is wrong' }],
    failures: [{ id: 'c', detail: 'was refused' }],
  })
})

test('an exception that no case needs is a failure', () => {
  const suite = summarise('sample', [{ id: 'a', deviation: null }], new Map([['a', 'outdated']]))
  assert.equal(suite.failed, 1)
  assert.equal(suite.passed, 1)
})
