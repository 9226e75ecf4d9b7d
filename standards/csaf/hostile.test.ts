// Tests of CSAF documents that want to cost time or memory, and of arbitrary ones.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { processorMs } from '../../platform/testing/processor-time.ts'
import { mutationsOf } from '../json/builders.ts'
import { readJson } from '../json/index.ts'
import { buildCsaf } from './builders.ts'
import { maxBranchDepth, maxProducts, readCsaf } from './index.ts'

/** Generous, because the machine may be busy; measured 0.7 s. */
const maxSeconds = 10

function many<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

async function timed(json: unknown) {
  const start = processorMs()
  const reading = await readCsaf(json)
  assert.ok((processorMs() - start) / 1000 < maxSeconds, 'took too long')
  return { ...reading, codes: new Set(reading.faults.map(({ code }) => code)) }
}

function flatProducts(count: number, idOf: (index: number) => string) {
  return {
    branches: [
      { category: 'vendor', name: 'Inventra', branches: many(count, (index) => branch(index, idOf(index))) },
    ],
  }
}

function branch(index: number, id: string) {
  return {
    category: 'product_version',
    name: `1.${index}`,
    product: { name: `Pump 1.${index}`, product_id: id },
  }
}

test('an advisory with 40,000 products is checked and read', async () => {
  const ids = many(40_000, (index) => `P${index}`)
  const vulnerability = {
    cve: 'CVE-2026-1234',
    notes: [{ category: 'summary', text: 'x' }],
    product_status: { known_affected: ids },
    remediations: [{ category: 'none_available', details: 'x', product_ids: ids }],
  }
  const json = buildCsaf({
    tree: flatProducts(ids.length, (index) => `P${index}`),
    vulnerabilities: [vulnerability],
  })
  const { advisory, validity, faults } = await timed(json)
  assert.deepEqual(faults, [])
  assert.equal(validity, 'valid')
  assert.equal(advisory?.statements.length, 40_000)
})

test('products beyond the limit are left out with a fault', async () => {
  const json = buildCsaf({ tree: flatProducts(maxProducts + 2, (index) => `P${index}`), vulnerabilities: [] })
  assert.ok((await timed(json)).codes.has('csaf/too-many-products'))
})

test('a product id defined twice counts for both definitions, without end for none', async () => {
  const vulnerabilities = [{ cve: 'CVE-2026-1234', product_status: { known_affected: ['P'] } }]
  const twice = await timed(buildCsaf({ tree: flatProducts(2, () => 'P'), vulnerabilities }))
  assert.equal(twice.advisory?.statements.length, 2)
  assert.equal(twice.validity, 'invalid')
  assert.ok(twice.codes.has('csaf/6.1.2') && twice.codes.has('csaf/duplicate-product'))
  const endless = await timed(buildCsaf({ tree: flatProducts(20_000, () => 'P'), vulnerabilities }))
  assert.equal(endless.advisory?.statements.length, 20)
})

test('statements are limited when vulnerabilities and products multiply', async () => {
  const product_status = { known_affected: many(6000, (index) => `P${index}`) }
  const vulnerabilities = many(100, (index) => ({ cve: `CVE-2026-${1000 + index}`, product_status }))
  const reading = await timed(
    buildCsaf({ tree: flatProducts(6000, (index) => `P${index}`), vulnerabilities }),
  )
  assert.equal(reading.advisory?.statements.length, 500_000)
  assert.ok(reading.codes.has('csaf/too-many-statements'))
})

test('branches are followed to the limit and no further', async () => {
  const nested = (depth: number): unknown => ({
    category: 'product_name',
    name: `level ${depth}`,
    ...(depth === 1 ? { product: { name: 'Pump', product_id: 'P' } } : { branches: [nested(depth - 1)] }),
  })
  const read = (depth: number) =>
    timed(
      buildCsaf({
        tree: { branches: [nested(depth)] },
        vulnerabilities: [{ product_status: { fixed: ['P'] } }],
      }),
    )
  assert.equal((await read(maxBranchDepth)).advisory?.statements.length, 1)
  const tooDeep = await read(maxBranchDepth + 1)
  assert.equal(tooDeep.advisory?.statements.length, 0)
  assert.ok(tooDeep.codes.has('csaf/branch-depth'))
})

test('groups that stand for millions of products are not expanded', async () => {
  const product_groups = many(300, (index) => ({
    group_id: `G${index}`,
    product_ids: many(1000, (at) => `P${at}`),
  }))
  const group_ids = product_groups.map(({ group_id }) => group_id)
  const remediations = many(100, () => ({ category: 'mitigation', details: 'x', group_ids }))
  for (const version of ['2.0', '2.1'] as const) {
    const { codes, validity } = await timed(
      buildCsaf({ version, tree: { product_groups }, vulnerabilities: [{ remediations }] }),
    )
    assert.equal(validity, 'invalid')
    assert.ok(codes.has('csaf/too-many-product-references') && codes.has('csaf/too-large-to-check'))
  }
})

test('lists that would be compared pair by pair are not checked', async () => {
  const flags = many(20_000, (index) => ({ label: 'component_not_present', product_ids: [`P${index}`] }))
  const { codes } = await timed(buildCsaf({ vulnerabilities: [{ flags }] }))
  assert.ok(codes.has('csaf/too-large-to-check'))
})

test('a hundred thousand wrong values give a bounded list of faults', async () => {
  const { faults } = await timed(buildCsaf({ vulnerabilities: many(100_000, () => 0) }))
  assert.ok(faults.length <= 501)
  assert.match(faults.at(-1)?.detail ?? '', /more faults/)
})

test('a history of the same day written newest first is valid', async () => {
  const date = '2026-03-04T10:00:00Z'
  const revision_history = ['3', '2', '1'].map((number) => ({ date, number, summary: 'x' }))
  const tracking = {
    id: 'X',
    status: 'final',
    version: '3',
    initial_release_date: date,
    current_release_date: date,
    revision_history,
  }
  assert.deepEqual((await timed(buildCsaf({ document: { tracking } }))).faults, [])
  const gap = { ...tracking, revision_history: revision_history.filter(({ number }) => number !== '2') }
  assert.ok((await timed(buildCsaf({ document: { tracking: gap } }))).codes.has('csaf/6.1.21'))
})

test('keys that poison prototypes do nothing', async () => {
  const text = JSON.stringify(buildCsaf()).replace(
    '"title"',
    '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"title"',
  )
  const json = readJson(text)
  assert.ok(json.outcome === 'read')
  const { advisory } = await readCsaf(json.value)
  assert.equal(advisory?.trackingId, 'INV-2026-001')
  assert.equal(Reflect.get({}, 'polluted'), undefined)
})

test('no JSON makes the reader throw', async () => {
  const document = fc.record({
    csaf_version: fc.constantFrom('2.0', '2.1'),
    tracking: fc.constant({ id: 'x' }),
  })
  const almost = fc.record({ document, product_tree: fc.jsonValue(), vulnerabilities: fc.jsonValue() })
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.jsonValue(), almost), async (json) => {
      const { faults, validity } = await readCsaf(json)
      assert.ok(validity === 'valid' || faults.length > 0)
    }),
    { numRuns: 150 },
  )
})

for (const version of ['2.0', '2.1'] as const) {
  test(`no change to a good ${version} document makes the reader throw`, async () => {
    await fc.assert(
      fc.asyncProperty(mutationsOf(buildCsaf({ version })), async (json) => {
        const { faults, validity } = await readCsaf(json)
        assert.ok(validity === 'valid' || faults.length > 0)
        for (const fault of faults) assert.ok(fault.remedy !== '' && fault.detail.length < 500)
      }),
      { numRuns: 250 },
    )
  })
}
