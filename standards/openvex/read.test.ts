// Tests of reading OpenVEX documents.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mutationsOf } from '../json/builders.ts'
import { readOpenVex } from './index.ts'

type Json = Readonly<Record<string, unknown>>

const early = '2026-03-01T08:00:00Z'
const late = '2026-03-02T08:00:00Z'
const pump = 'pkg:generic/northwind/pump-os@2.4.0'

function documentOf(statements: readonly Json[], changes: Json = {}): Json {
  return {
    '@context': 'https://openvex.dev/ns/v0.2.0',
    '@id': 'https://northwind.example/vex/1',
    author: 'Northwind Medical',
    timestamp: early,
    version: 1,
    statements,
    ...changes,
  }
}

function statementOf(changes: Json = {}): Json {
  return {
    vulnerability: { name: 'CVE-2026-12345' },
    products: [{ '@id': pump }],
    status: 'not_affected',
    justification: 'vulnerable_code_not_present',
    impact_statement: 'The part was removed before the build.',
    ...changes,
  }
}

function read(document: Json) {
  const reading = readOpenVex(document)
  return reading.outcome === 'read' ? reading : assert.fail(JSON.stringify(reading.faults))
}

const codesOf = (document: Json) => read(document).warnings.map(({ code }) => code)

test('a document of 0.2.0 is read whole', () => {
  const { value, warnings } = read(documentOf([statementOf()]))
  assert.deepEqual(warnings, [])
  assert.deepEqual(
    [value.format, value.publisher, value.trackingId, value.version, value.title],
    ['openvex', 'Northwind Medical', 'https://northwind.example/vex/1', '1', 'VEX: CVE-2026-12345'],
  )
  const [statement] = value.statements
  assert.deepEqual(statement, {
    pointer: '/statements/0/products/0',
    vulnerability: 'CVE-2026-12345',
    status: 'known_not_affected',
    product: { ...statement?.product, name: 'pump-os', purls: [pump], cpes: [] },
    version: { kind: 'exact', text: '2.4.0' },
    productId: pump,
    reason: {
      justifications: ['vulnerable_code_not_present'],
      impact: 'The part was removed before the build.',
    },
  })
})

test('each status becomes its word, and bare texts of 0.0.1 are read too', () => {
  const cases = [
    ['fixed', 'fixed'],
    ['affected', 'known_affected'],
    ['under_investigation', 'under_investigation'],
    ['not_affected', 'known_not_affected'],
  ]
  for (const [word, status] of cases) {
    const old = statementOf({ status: word, vulnerability: 'CVE-2026-12345', products: [pump] })
    const { value, warnings } = read(documentOf([old], { '@context': 'https://openvex.dev/ns' }))
    assert.deepEqual([warnings, value.statements.map((one) => one.status)], [[], [status]])
  }
})

test('"not affected" without a reason counts as under investigation, with a fault', () => {
  const bare = statementOf({ justification: undefined, impact_statement: undefined })
  assert.deepEqual(read(documentOf([bare])).value.statements[0]?.status, 'under_investigation')
  assert.deepEqual(codesOf(documentOf([bare])), ['openvex/unreasoned'])
  const reasoned = statementOf({ justification: undefined })
  assert.deepEqual(read(documentOf([reasoned])).value.statements[0]?.status, 'known_not_affected')
})

test('a later statement on the same product and vulnerability takes the place of the earlier, in any order', () => {
  const before = statementOf({ status: 'affected', action_statement: 'Wait for 2.4.0.', timestamp: early })
  const after = statementOf({ timestamp: late })
  for (const statements of [
    [before, after],
    [after, before],
  ]) {
    const { value, warnings } = read(documentOf(statements))
    assert.deepEqual(
      [warnings, value.statements.map(({ status }) => status), value.remediations, value.revisedAt],
      [[], ['known_not_affected'], [], '2026-03-02T08:00:00.000Z'],
    )
  }
  const updated = statementOf({ status: 'affected', timestamp: early, last_updated: '2026-03-03T00:00:00Z' })
  assert.deepEqual(read(documentOf([updated, after])).value.statements[0]?.status, 'known_affected')
})

test('two statuses of one instant contradict each other, so that nobody can tell', () => {
  const document = documentOf([statementOf(), statementOf({ status: 'affected' })])
  assert.deepEqual(
    read(document).value.statements.map(({ status }) => status),
    ['unknown'],
  )
  assert.deepEqual(codesOf(document), ['openvex/contradiction'])
})

test('a harmless part is harmless inside of the product only', () => {
  const part = 'pkg:apk/northwind/libssl3@3.0.8-r3'
  const products = [{ '@id': pump, subcomponents: [{ '@id': part }] }]
  const { value } = read(documentOf([statementOf({ products })]))
  assert.deepEqual(
    value.statements.map(({ product, pointer }) => [product.name, product.platforms, pointer]),
    [
      ['pump-os', [], '/statements/0/products/0'],
      ['libssl3', ['pump-os'], '/statements/0/products/0/subcomponents/0'],
    ],
  )
  const affected = read(documentOf([statementOf({ products, status: 'affected' })]))
  assert.deepEqual(
    affected.value.statements.map(({ product }) => product.name),
    ['pump-os'],
  )
})

test('purl and CPE identify a product, a hash alone does not', () => {
  const cpe23 = 'cpe:2.3:o:northwind:pump_os:2.4.0:*:*:*:*:*:*:*'
  const identified = statementOf({ products: [{ '@id': 'https://a.example/p', identifiers: { cpe23 } }] })
  const [statement] = read(documentOf([identified])).value.statements
  assert.deepEqual([statement?.product.cpes, statement?.version], [[cpe23], { kind: 'exact', text: '2.4.0' }])
  const hashed = documentOf([statementOf({ products: [{ hashes: { 'sha-256': 'aa' } }] })])
  assert.deepEqual([read(hashed).value.statements, codesOf(hashed)], [[], ['openvex/unidentified-product']])
})

test('names of vulnerabilities: the CVE id counts, wherever it stands', () => {
  const other = statementOf({ vulnerability: { name: 'GHSA-aaaa-bbbb-cccc', aliases: ['CVE-2026-12345'] } })
  assert.deepEqual(read(documentOf([other])).value.vulnerabilities[0]?.cveId, 'CVE-2026-12345')
})

test('each fault is named', () => {
  const cases: readonly [Json, string[]][] = [
    [documentOf([statementOf({ status: 'fine' })]), ['openvex/status']],
    [documentOf([statementOf({ vulnerability: {} })]), ['openvex/vulnerability']],
    [documentOf([statementOf({ products: [] })]), ['openvex/no-products']],
    [documentOf([statementOf({ justification: 'because' })]), ['openvex/justification']],
    [documentOf([statementOf()], { timestamp: 'yesterday' }), ['openvex/instant']],
    [documentOf([statementOf()], { author: undefined }), ['openvex/author']],
    [documentOf([statementOf()], { '@context': 'https://openvex.dev/ns/v9' }), ['openvex/version']],
  ]
  for (const [document, expected] of cases) assert.deepEqual(codesOf(document), expected)
})

test('what is no OpenVEX document, or has no name, is refused', () => {
  for (const json of [null, [], {}, documentOf([], { '@context': 'https://other.example' })])
    assert.equal(readOpenVex(json).outcome, 'refused')
  assert.equal(readOpenVex(documentOf([], { '@id': undefined })).outcome, 'refused')
})

test('hostile variants neither throw nor say "not affected" without a product', () => {
  const document = documentOf([
    statementOf({ products: [{ '@id': pump, subcomponents: [{ '@id': pump }] }] }),
    statementOf({ status: 'fixed', timestamp: late }),
  ])
  fc.assert(
    fc.property(mutationsOf(document), (json) => {
      const reading = readOpenVex(json)
      if (reading.outcome === 'refused') return
      for (const { product } of reading.value.statements) assert.ok(product.purls[0] ?? product.cpes[0])
    }),
    { numRuns: 500 },
  )
})
