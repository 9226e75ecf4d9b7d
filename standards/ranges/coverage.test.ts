// Keeps the share of real advisory texts that can be read from falling.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { advisoryFolder, measureCoverage, versionNamesIn } from './coverage.ts'

const folder = advisoryFolder()
const skip = folder ? false : 'csaf-cisa is not on this machine; set SALUS_TEST_DATA'

test('at least 97 of 100 leaf products of the public advisories are read', { skip }, () => {
  const { leaves } = measureCoverage(versionNamesIn(folder ?? ''))
  const all = leaves.exact + leaves.parsed + leaves.unparsed
  assert.ok(all > 11_000)
  assert.ok((leaves.exact + leaves.parsed) / all >= 0.97, JSON.stringify(leaves))
})

test('the count tells texts from leaf products and lists the unread ones by frequency', () => {
  const { leaves, texts, unread } = measureCoverage([
    '< 2',
    '< 2',
    'No version',
    'No version',
    'unaffected',
    'vers:all/*',
  ])
  assert.deepEqual(leaves, { exact: 1, parsed: 2, unparsed: 3 })
  assert.deepEqual(texts, { exact: 1, parsed: 1, unparsed: 2 })
  assert.deepEqual(unread, [
    { text: 'No version', count: 2 },
    { text: 'unaffected', count: 1 },
  ])
})
