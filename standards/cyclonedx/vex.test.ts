// Tests of reading CycloneDX documents as VEX.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mutationsOf } from '../json/builders.ts'
import { readCycloneDxVex } from './vex.ts'

type Json = Readonly<Record<string, unknown>>

const serial = '3e671687-395b-41f5-a30f-a58921a69b79'

function documentOf(vulnerabilities: readonly Json[], changes: Json = {}): Json {
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${serial}`,
    version: 2,
    metadata: {
      timestamp: '2026-03-01T08:00:00Z',
      supplier: { name: 'Northwind Medical' },
      component: { 'bom-ref': 'pump', type: 'device', name: 'Pump 200', version: '2.4' },
    },
    components: [
      { 'bom-ref': 'log', type: 'library', name: 'logger', version: '1.5', purl: 'pkg:npm/logger@1.5' },
    ],
    vulnerabilities,
    ...changes,
  }
}

function vulnerabilityOf(state: string, changes: Json = {}): Json {
  return {
    id: 'CVE-2026-12345',
    analysis: { state, justification: 'code_not_reachable', detail: 'It is never called.' },
    affects: [{ ref: 'pump' }],
    ...changes,
  }
}

function read(document: Json) {
  const reading = readCycloneDxVex(document)
  return reading.outcome === 'read' ? reading : assert.fail(JSON.stringify(reading.faults))
}

const said = (document: Json) =>
  read(document).value.statements.map(({ product, version, status }) => [
    product.name,
    'text' in version ? version.text : version.kind,
    status,
  ])
const codesOf = (document: Json) => read(document).warnings.map(({ code }) => code)

test('a document is read whole', () => {
  const { value, warnings } = read(documentOf([vulnerabilityOf('not_affected')]))
  assert.deepEqual(warnings, [])
  assert.deepEqual(
    [value.publisher, value.trackingId, value.version, value.title],
    ['Northwind Medical', `urn:uuid:${serial}`, '2', 'VEX: Pump 200 2.4, CVE-2026-12345'],
  )
  assert.equal(value.statements[0]?.pointer, '/vulnerabilities/0/affects/0')
  assert.deepEqual(value.statements[0]?.reason, {
    justifications: ['code_not_reachable'],
    impact: 'It is never called.',
  })
})

test('each state of the analysis becomes a status', () => {
  const cases = [
    ['resolved', 'fixed'],
    ['resolved_with_pedigree', 'fixed'],
    ['exploitable', 'known_affected'],
    ['in_triage', 'under_investigation'],
    ['false_positive', 'known_not_affected'],
    ['not_affected', 'known_not_affected'],
    ['a word of its own', 'unknown'],
  ]
  for (const [state = '', status] of cases)
    assert.deepEqual(said(documentOf([vulnerabilityOf(state)])), [['Pump 200', '2.4', status]])
  assert.deepEqual(said(documentOf([vulnerabilityOf('', { analysis: undefined })])), [
    ['Pump 200', '2.4', 'known_affected'],
  ])
})

test('"not affected" without justification or detail counts as under investigation', () => {
  const document = documentOf([vulnerabilityOf('not_affected', { analysis: { state: 'not_affected' } })])
  assert.deepEqual(said(document), [['Pump 200', '2.4', 'under_investigation']])
  assert.deepEqual(codesOf(document), ['cyclonedx/unreasoned'])
})

test('versions of their own are taken instead of the component’s, each with its status', () => {
  const affects = [
    {
      ref: 'pump',
      versions: [
        { version: '2.4', status: 'affected' },
        { range: 'vers:generic/>=2.9|<=4.1' },
        { version: '5.0', status: 'unaffected' },
        { version: '6.0', status: 'unknown' },
      ],
    },
  ]
  assert.deepEqual(said(documentOf([vulnerabilityOf('exploitable', { affects })])), [
    ['Pump 200', '2.4', 'known_affected'],
    ['Pump 200', 'vers:generic/>=2.9|<=4.1', 'known_affected'],
    ['Pump 200', '5.0', 'known_not_affected'],
    ['Pump 200', '6.0', 'unknown'],
  ])
  const harmless = documentOf([vulnerabilityOf('not_affected', { affects })])
  assert.deepEqual(
    said(harmless).map(([, , status]) => status),
    ['unknown', 'known_not_affected', 'known_not_affected', 'unknown'],
  )
  assert.deepEqual(codesOf(harmless), ['cyclonedx/contradiction'])
})

test('an exploitable part makes the whole affected; a harmless one is harmless in this product', () => {
  const affects = [{ ref: 'log' }]
  assert.deepEqual(said(documentOf([vulnerabilityOf('exploitable', { affects })])), [
    ['logger', '1.5', 'known_affected'],
    ['Pump 200', '2.4', 'known_affected'],
  ])
  const { value } = read(documentOf([vulnerabilityOf('not_affected', { affects })]))
  assert.deepEqual(
    value.statements.map(({ product }) => [product.name, product.platforms]),
    [['logger', ['Pump 200']]],
  )
})

test('references into another BOM are read where they are purls, and named where they are not', () => {
  const link = `urn:cdx:${serial}/1#`
  const affects = [{ ref: `${link}pkg:maven/org.acme/engine@2.10.0` }, { ref: `${link}engine` }, { ref: 'x' }]
  const document = documentOf([vulnerabilityOf('not_affected', { affects })])
  assert.deepEqual(said(document), [['engine', '2.10.0', 'known_not_affected']])
  assert.deepEqual(codesOf(document), ['cyclonedx/other-bom', 'cyclonedx/unknown-ref'])
})

test('without serial number the document is recognised by what it is about', () => {
  const document = documentOf([vulnerabilityOf('resolved')], { serialNumber: undefined })
  assert.equal(read(document).value.trackingId, 'Pump 200 2.4: CVE-2026-12345')
  assert.deepEqual(codesOf(document), ['cyclonedx/no-serial-number'])
})

test('a list of components without vulnerabilities is refused as VEX', () => {
  const reading = readCycloneDxVex(documentOf([]))
  assert.equal(reading.outcome === 'refused' && reading.faults[0].code, 'cyclonedx/no-vulnerabilities')
  assert.equal(readCycloneDxVex({ vulnerabilities: [{}] }).outcome, 'refused')
})

test('hostile variants do not throw', () => {
  const affects = [{ ref: 'log', versions: [{ version: '1', status: 'unaffected' }] }, { ref: 'pump' }]
  const document = documentOf([
    vulnerabilityOf('exploitable', { affects }),
    vulnerabilityOf('not_affected', { affects, ratings: [{ method: 'CVSSv31', vector: 'AV:N' }] }),
  ])
  fc.assert(
    fc.property(mutationsOf(document), (json) => {
      assert.ok(['read', 'refused'].includes(readCycloneDxVex(json).outcome))
    }),
    { numRuns: 500 },
  )
})
