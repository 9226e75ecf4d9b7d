// Tests of how much memory the embedded PostgreSQL takes.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { memorySettings } from './sizing.ts'

const gibibyte = 1024 ** 3

test('a small machine keeps most of its memory for everything else, a large one gives no more than is of use', () => {
  assert.equal(memorySettings(2 * gibibyte).shared_buffers, '409MB')
  assert.equal(memorySettings(2 * gibibyte).work_mem, '10MB')
  assert.equal(memorySettings(gibibyte / 4).shared_buffers, '128MB')
  assert.equal(memorySettings(512 * gibibyte).shared_buffers, '8192MB')
  assert.equal(memorySettings(512 * gibibyte).work_mem, '128MB')
})
