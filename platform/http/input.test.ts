// Tests of checking input: every fault with its place, and no sign that the database cannot store.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { memberPath, nothing, parseInput } from './input.ts'
import { Refusal } from './problem.ts'

const body = z.object({
  text: z.string().max(5),
  several: z.array(z.string()).default([]),
  inner: z.unknown().optional(),
})
const parse = (value: unknown, params: unknown = { organisationId: '7' }) =>
  parseInput({ params: [memberPath, params], query: [nothing, undefined], body: [body, value] })

test('what a form sends loses the signs that no database stores, before anything else is checked', () => {
  const { body: read } = parse({ text: 'a\0bcde', several: ['x\0', 'y\ud800'], inner: { kept: 'z\0' } })
  assert.deepEqual(read, { text: 'abcde', several: ['x', 'y\ufffd'], inner: { kept: 'z\0' } })
})

test('every fault is named with its place; a faulty address alone is one that leads nowhere', () => {
  const refused = (value: unknown, params?: unknown) => {
    try {
      return parse(value, params)
    } catch (error) {
      assert.ok(error instanceof Refusal)
      return [error.status, ...error.faults.map(({ pointer }) => pointer)]
    }
  }
  assert.deepEqual(refused({ text: 'far too long', several: 4 }), [422, '/body/text', '/body/several'])
  assert.deepEqual(refused({ text: '' }, { organisationId: '0' }), [404, '/params/organisationId'])
  assert.deepEqual(refused([]), [422, '/body'])
})
