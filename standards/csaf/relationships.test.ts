// Tests of products that are installed on or part of others.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildCsaf, type ProductSketch } from './builders.ts'
import { readCsaf } from './index.ts'

const parts: readonly ProductSketch[] = [
  {
    id: 'FW',
    name: 'Vitalis firmware before 3.2',
    path: [
      ['vendor', 'Inventra'],
      ['product_name', 'Vitalis firmware'],
      ['product_version_range', '<3.2'],
    ],
  },
  {
    id: 'HW',
    name: 'Inventra Vitalis VT-100',
    path: [
      ['vendor', 'Inventra'],
      ['product_family', 'Vitalis'],
      ['product_name', 'VT-100'],
    ],
    helper: { model_numbers: ['VT-100'] },
  },
  { id: 'ROOM', name: 'Inventra Theatre', path: [['product_name', 'Theatre']] },
]

function installed(id: string, component: string, platform: string, name = `${component} on ${platform}`) {
  return {
    category: 'installed_on',
    full_product_name: { name, product_id: id },
    product_reference: component,
    relates_to_product_reference: platform,
  }
}

function read(
  tree: Readonly<Record<string, unknown>>,
  ids: readonly string[],
  version: '2.0' | '2.1' = '2.0',
) {
  return readCsaf(
    buildCsaf({
      version,
      products: parts,
      tree,
      vulnerabilities: [
        {
          cve: 'CVE-2026-1234',
          notes: [{ category: 'summary', text: 'x' }],
          product_status: { known_affected: ids },
        },
      ],
    }),
  )
}

test('a combination has the names and version of its component and runs on its platform', async () => {
  const { advisory, validity, faults } = await read({ relationships: [installed('C1', 'FW', 'HW')] }, ['C1'])
  assert.deepEqual(faults, [])
  assert.equal(validity, 'valid')
  const [statement] = advisory?.statements ?? []
  assert.equal(statement?.pointer, '/product_tree/relationships/0/full_product_name')
  assert.deepEqual(statement?.version, { kind: 'text', text: '<3.2' })
  assert.deepEqual(statement?.product, {
    vendor: 'Inventra',
    name: 'Vitalis firmware',
    family: 'Vitalis',
    fullName: 'FW on HW',
    ecosystem: null,
    purls: [],
    cpes: [],
    modelNumbers: ['VT-100'],
    serialNumbers: [],
    skus: [],
    platforms: ['Inventra Vitalis VT-100'],
  })
})

test('combinations of combinations are resolved in any order', async () => {
  const relationships = [installed('C2', 'C1', 'ROOM'), installed('C1', 'FW', 'HW')]
  const { advisory, validity } = await read({ relationships }, ['C2'])
  assert.equal(validity, 'valid')
  assert.deepEqual(advisory?.statements[0]?.product.platforms, [
    'Inventra Vitalis VT-100',
    'Inventra Theatre',
  ])
})

test('the product paths of the final CSAF 2.1 are read like relationships', async () => {
  const product_paths = [
    {
      beginning_product_reference: 'FW',
      full_product_name: { name: 'All of it', product_id: 'C1' },
      subpaths: [
        { category: 'installed_on', next_product_reference: 'HW' },
        { category: 'installed_with', next_product_reference: 'ROOM' },
      ],
    },
  ]
  const { advisory, validity, faults } = await read({ product_paths }, ['C1'], '2.1')
  assert.deepEqual([validity, faults], ['valid', []])
  assert.deepEqual(advisory?.statements[0]?.product.platforms, [
    'Inventra Vitalis VT-100',
    'Inventra Theatre',
  ])
  assert.equal(advisory?.statements[0]?.product.name, 'Vitalis firmware')
})

test('a reference to nothing is a fault, and the rest of the combination stays', async () => {
  const { advisory, validity, faults } = await read(
    { relationships: [installed('C1', 'FW', 'GONE'), installed('C2', 'GONE', 'GONE')] },
    ['C1', 'C2'],
  )
  assert.equal(validity, 'invalid')
  assert.ok(
    faults.some(
      ({ code, place }) =>
        code === 'csaf/6.1.1' && place === '/product_tree/relationships/0/relates_to_product_reference',
    ),
  )
  assert.ok(faults.some(({ code }) => code === 'csaf/dangling-relationship'))
  const listed = advisory?.statements.filter(({ status }) => status !== 'unknown')
  assert.deepEqual(
    listed?.map(({ product }) => product.name),
    ['Vitalis firmware', null],
  )
})

test('cycles end, as faults of 6.1.3', async () => {
  const cycles = [
    [installed('C1', 'C1', 'HW')],
    [installed('C1', 'C2', 'HW'), installed('C2', 'C1', 'HW')],
    [installed('C1', 'FW', 'C2'), installed('C2', 'FW', 'C3'), installed('C3', 'FW', 'C1')],
  ]
  for (const relationships of cycles) {
    const { advisory, validity, faults } = await read({ relationships }, ['C1'])
    assert.equal(validity, 'invalid')
    assert.ok(faults.some(({ code }) => code === 'csaf/6.1.3'))
    assert.ok(faults.some(({ code }) => code === 'csaf/relationship-cycle'))
    assert.equal(advisory?.statements.filter(({ status }) => status !== 'unknown').length, 1)
  }
})

test('what the standard allows is no cycle: one platform for many, one id built on twice', async () => {
  const relationships = [
    installed('C1', 'FW', 'HW'),
    installed('C2', 'C1', 'C1'),
    installed('C3', 'C2', 'C1'),
  ]
  const { validity, faults } = await read({ relationships }, ['C3'])
  assert.deepEqual([validity, faults], ['valid', []])
})

test('sixty relationships that each name their predecessor twice take no time', async () => {
  const relationships = Array.from({ length: 60 }, (_, index) => {
    const before = index === 0 ? 'FW' : `C${index - 1}`
    return installed(`C${index}`, before, before)
  })
  const { advisory } = await read({ relationships }, ['C59'])
  assert.ok((advisory?.statements[0]?.product.platforms.length ?? 99) <= 50)
})

test('relationships stacked too deep are cut with a fault', async () => {
  // Written from the outermost inwards, so that resolving the first one means resolving all.
  const relationships = Array.from({ length: 40 }, (_, index) =>
    installed(`C${index}`, index === 39 ? 'FW' : `C${index + 1}`, 'HW'),
  )
  const { faults } = await read({ relationships }, ['C0'])
  assert.ok(faults.some(({ code }) => code === 'csaf/relationship-depth'))
})
