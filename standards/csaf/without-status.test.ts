// Tests of products that a document names without giving them a status.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildCsaf, defaultProducts } from './builders.ts'
import { readCsaf } from './index.ts'

const third = {
  id: 'P3',
  name: 'Inventra Infusor Y before 1.3',
  path: [
    ['vendor', 'Inventra'],
    ['product_name', 'Infusor Y'],
    ['product_version_range', '<1.3'],
  ],
} as const

async function statusesOf(sketch: Parameters<typeof buildCsaf>[0]) {
  const { advisory } = await readCsaf(buildCsaf(sketch))
  const statements = advisory?.statements ?? assert.fail('no advisory')
  return statements.map(({ productId, status, vulnerability }) => [productId, status, vulnerability])
}

const affected = { cve: 'CVE-2026-12345', product_status: { known_affected: ['P1'] } }

test('a product that is named without status is unknown for the whole document', async () => {
  assert.deepEqual(await statusesOf({ products: [...defaultProducts, third], vulnerabilities: [affected] }), [
    ['P1', 'known_affected', 'CVE-2026-12345'],
    ['P2', 'unknown', null],
    ['P3', 'unknown', null],
  ])
})

test('a status in any vulnerability is enough', async () => {
  const fixed = { cve: 'CVE-2026-54321', product_status: { fixed: ['P2', 'P3'] } }
  const statuses = await statusesOf({
    products: [...defaultProducts, third],
    vulnerabilities: [affected, fixed],
  })
  assert.ok(statuses.every(([, status]) => status !== 'unknown'))
})

test('a part of a combination is spoken of by the combination', async () => {
  const relationship = {
    category: 'installed_on',
    full_product_name: { name: 'Infusor Y on Infusor X', product_id: 'C1' },
    product_reference: 'P3',
    relates_to_product_reference: 'P2',
  }
  const statuses = await statusesOf({
    products: [...defaultProducts, third],
    tree: { relationships: [relationship] },
    vulnerabilities: [{ ...affected, product_status: { known_affected: ['P1', 'C1'] } }],
  })
  assert.deepEqual(
    statuses.map(([id]) => id),
    ['P1', 'C1'],
  )
})

test('a document that gives no status at all asks nothing', async () => {
  assert.deepEqual(await statusesOf({ products: defaultProducts, vulnerabilities: [] }), [])
})
