// Tests of what identifies a product in a CSAF tree: helpers, relationships of every category, groups.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildCsaf, type ProductSketch } from './builders.ts'
import { readCsaf } from './index.ts'

const helper = {
  cpe: 'cpe:2.3:o:inventra:vitalis:3.2:*:*:*:*:*:*:*',
  hashes: [
    {
      filename: 'vitalis.bin',
      file_hashes: [
        { algorithm: 'sha256', value: '37DF33CB7464DA5C7F077F4D56A32BC84987EC1D85B234537C1C1A4D4FC8D09D' },
        { algorithm: 'sha512', value: '37df33cb7464da5c7f077f4d56a32bc8' },
      ],
    },
  ],
  model_numbers: ['VT-1?0', '*-EU'],
  serial_numbers: ['S\\*1*'],
  skus: ['K9*'],
  sbom_urls: ['https://inventra.example/sbom.json'],
  x_generic_uris: [{ namespace: 'https://inventra.example/udi', uri: 'urn:udi:04012345678901' }],
}
const firmware: ProductSketch = {
  id: 'FW',
  name: 'Vitalis firmware 3.2',
  path: [
    ['vendor', 'Inventra'],
    ['product_name', 'Vitalis firmware'],
    ['product_version', '3.2'],
  ],
  helper,
}
const hardware: ProductSketch = {
  id: 'HW',
  name: 'Inventra Vitalis VT-100',
  path: [
    ['vendor', 'Inventra'],
    ['product_name', 'VT-100'],
  ],
  helper: {
    serial_numbers: ['HW1'],
    hashes: [{ filename: 'boot', file_hashes: [{ algorithm: 'md5', value: 'ab' }] }],
  },
}

async function productsOf(
  tree: Readonly<Record<string, unknown>>,
  ids: readonly string[],
  version: '2.0' | '2.1',
) {
  const vulnerabilities = [{ cve: 'CVE-2026-1234', product_status: { known_affected: ids } }]
  const json = buildCsaf({ version, products: [firmware, hardware], tree, vulnerabilities })
  const { advisory } = await readCsaf(json, { validate: false })
  return (advisory?.statements ?? []).map(({ product }) => product)
}

test('every identification helper is read, hashes in lower case with their file', async () => {
  for (const version of ['2.0', '2.1'] as const) {
    const [product] = await productsOf({}, ['FW'], version)
    assert.deepEqual(product?.cpes, [helper.cpe])
    assert.deepEqual(product?.modelNumbers, helper.model_numbers)
    assert.deepEqual(product?.serialNumbers, helper.serial_numbers)
    assert.deepEqual(product?.skus, helper.skus)
    assert.deepEqual(product?.sbomUrls, helper.sbom_urls)
    assert.deepEqual(product?.genericUris, helper.x_generic_uris)
    assert.deepEqual(
      product?.hashes?.map(({ fileName, algorithm, value }) => [fileName, algorithm, value.slice(0, 8)]),
      [
        ['vitalis.bin', 'sha256', '37df33cb'],
        ['vitalis.bin', 'sha512', '37df33cb'],
      ],
    )
  }
})

test('helpers that are not there leave no trace', async () => {
  const tree = { full_product_names: [{ name: 'Vitalis cloud', product_id: 'C' }] }
  const [product] = await productsOf(tree, ['C'], '2.1')
  assert.equal(product?.fullName, 'Vitalis cloud')
  assert.ok(
    product !== undefined &&
      !('hashes' in product) &&
      !('sbomUrls' in product) &&
      !('genericUris' in product),
  )
})

test('a relationship of any category has the identifiers of its component and runs on its platform', async () => {
  const categories = [
    'default_component_of',
    'external_component_of',
    'installed_on',
    'installed_with',
    'optional_component_of',
  ]
  const relationships = categories.map((category) => ({
    category,
    full_product_name: { name: category, product_id: category },
    product_reference: 'FW',
    relates_to_product_reference: 'HW',
  }))
  const products = await productsOf({ relationships }, categories, '2.0')
  assert.deepEqual(
    products.map(({ fullName }) => fullName),
    categories,
  )
  for (const product of products) {
    assert.equal(product.name, 'Vitalis firmware')
    assert.deepEqual(product.platforms, ['Inventra Vitalis VT-100'])
    assert.equal(product.hashes?.length, 2)
    assert.deepEqual(product.serialNumbers, helper.serial_numbers)
  }
})

test('a product path of any category is read like a relationship, and its own helper comes first', async () => {
  const categories = ['default_component_of', 'installed_on', 'installed_with', 'optional_component_of']
  const product_paths = categories.map((category) => ({
    beginning_product_reference: 'FW',
    full_product_name: {
      name: category,
      product_id: category,
      product_identification_helper: { sbom_urls: ['https://inventra.example/both.json'] },
    },
    subpaths: [{ category, next_product_reference: 'HW' }],
  }))
  for (const product of await productsOf({ product_paths }, categories, '2.1')) {
    assert.deepEqual(product.sbomUrls, ['https://inventra.example/both.json'])
    assert.deepEqual(product.genericUris, helper.x_generic_uris)
    assert.deepEqual(product.platforms, ['Inventra Vitalis VT-100'])
  }
})

test('a group stands for its members in remediations', async () => {
  const vulnerabilities = [
    {
      cve: 'CVE-2026-1234',
      product_status: { known_affected: ['FW', 'HW'] },
      remediations: [
        { category: 'mitigation', details: 'Unplug it.', group_ids: ['G'], product_ids: ['FW'] },
      ],
    },
  ]
  const tree = { product_groups: [{ group_id: 'G', product_ids: ['HW', 'FW'] }] }
  const json = buildCsaf({ products: [firmware, hardware], tree, vulnerabilities })
  const { advisory } = await readCsaf(json, { validate: false })
  assert.deepEqual(advisory?.remediations[0]?.productIds, ['FW', 'HW'])
})
