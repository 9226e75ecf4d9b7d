// Tests of reading SPDX; the examples that the SPDX group publishes run in quality/conformance.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type InventoryReading, maxInventoryItems } from '../inventory/item.ts'
import { readSpdx } from './index.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const monitor = {
  spdxVersion: 'SPDX-2.3',
  SPDXID: 'SPDXRef-DOCUMENT',
  documentDescribes: ['SPDXRef-monitor'],
  packages: [
    {
      SPDXID: 'SPDXRef-monitor',
      name: 'CardioView',
      versionInfo: '4.2',
      supplier: 'Organization: Nordmed (Nord) (security@nordmed.example)',
      primaryPackagePurpose: 'FIRMWARE',
    },
    {
      SPDXID: 'SPDXRef-tls',
      name: 'opentls',
      versionInfo: 'NOASSERTION',
      supplier: 'Person: Nobody Inparticular',
      externalRefs: [
        {
          referenceCategory: 'PACKAGE-MANAGER',
          referenceType: 'purl',
          referenceLocator: 'pkg:generic/opentls@1.1',
        },
        {
          referenceCategory: 'SECURITY',
          referenceType: 'cpe23Type',
          referenceLocator: 'cpe:2.3:a:o:opentls:1.1:*:*:*:*:*:*:*',
        },
        {
          referenceCategory: 'SECURITY',
          referenceType: 'cpe23Type',
          referenceLocator: 'cpe:2.3:a:p:opentls:1.1:*:*:*:*:*:*:*',
        },
      ],
    },
    { SPDXID: 'SPDXRef-tls', name: 'other' },
    { SPDXID: 'SPDXRef-x' },
  ],
}

function read(document: unknown): { value: InventoryReading; codes: string[] } {
  const reading = readSpdx(bytesOf(JSON.stringify(document)))
  assert.equal(reading.outcome, 'read', JSON.stringify(reading).slice(0, 300))
  if (reading.outcome !== 'read') throw new Error('unreachable after the assertion')
  return { value: reading.value, codes: reading.warnings.map((warning) => warning.code) }
}

function refusalOf(document: unknown): string | null {
  const reading = readSpdx(bytesOf(typeof document === 'string' ? document : JSON.stringify(document)))
  return reading.outcome === 'refused' ? reading.faults[0].code : null
}

test('packages become items with supplier, purl and CPE', () => {
  const { value, codes } = read(monitor)
  assert.equal(value.formatVersion, 'SPDX-2.3')
  const [subject, library] = value.items
  assert.equal(subject?.name, 'CardioView (firmware)')
  assert.equal(subject?.product, 'CardioView')
  assert.equal(subject?.vendor, 'Nordmed (Nord)')
  assert.equal(subject?.environment, null)
  assert.equal(library?.version, null)
  assert.equal(library?.vendor, null)
  assert.equal(library?.purl, 'pkg:generic/opentls@1.1')
  assert.equal(library?.cpe, 'cpe:2.3:a:o:opentls:1.1:*:*:*:*:*:*:*')
  assert.equal(library?.environment, 'CardioView 4.2')
  assert.deepEqual(codes, ['spdx/further-identifiers'])
})

test('doubled ids and packages without a name are rejected alone', () => {
  const { value } = read(monitor)
  assert.deepEqual(
    value.rejected.map((item) => [item.code, item.place]),
    [
      ['spdx/duplicate-id', '/packages/2'],
      ['spdx/no-name', '/packages/3'],
    ],
  )
})

test('the wrapping of code hosting sites is opened', () => {
  assert.equal(read({ sbom: monitor }).value.items[0]?.place, '/sbom/packages/0')
})

test('other versions and forms are refused with their reason', () => {
  assert.equal(refusalOf({ ...monitor, spdxVersion: 'SPDX-2.1' }), 'spdx/version')
  assert.equal(
    refusalOf({ '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld', '@graph': [] }),
    'spdx/version',
  )
  assert.equal(refusalOf('SPDXVersion: SPDX-2.3\nDataLicense: CC0-1.0\n'), 'spdx/tag-value')
  assert.equal(refusalOf({ name: 'x' }), 'spdx/not-spdx')
  assert.equal(refusalOf([]), 'spdx/not-spdx')
  assert.equal(refusalOf({ ...monitor, packages: {} }), 'spdx/no-packages')
  assert.equal(refusalOf({ ...monitor, packages: [] }), 'spdx/no-packages')
  assert.equal(refusalOf('{"spdxVersion":'), 'json/truncated')
})

test('packages are taken to the limit and refused one further', () => {
  const many = (count: number): unknown => ({
    ...monitor,
    packages: Array.from({ length: count }, () => ({ name: 'x' })),
  })
  assert.equal(read(many(maxInventoryItems)).value.items.length, maxInventoryItems)
  assert.equal(refusalOf(many(maxInventoryItems + 1)), 'spdx/too-many-packages')
})

test('changed documents and any values never throw', () => {
  const whole = bytesOf(JSON.stringify(monitor))
  const change = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 4 })
  fc.assert(
    fc.property(change, fc.nat(whole.length), (changes, length) => {
      const bytes = Uint8Array.from(whole)
      for (const [at, value] of changes) bytes[at] = value
      readSpdx(bytes)
      readSpdx(bytes.slice(0, length))
    }),
    { numRuns: 200 },
  )
  fc.assert(
    fc.property(
      fc.jsonValue({ maxDepth: 5 }),
      (packages) => void readSpdx(bytesOf(JSON.stringify({ ...monitor, packages }))),
    ),
  )
  fc.assert(
    fc.property(
      fc.array(fc.jsonValue()),
      (packages) => void readSpdx(bytesOf(JSON.stringify({ ...monitor, packages }))),
    ),
  )
  fc.assert(fc.property(fc.uint8Array(), (bytes) => void readSpdx(bytes)))
})

test('checksums of packages are kept, and left out where there are none', () => {
  const checksums = [{ algorithm: 'SHA256', checksumValue: 'ab'.repeat(32) }, { algorithm: 'SHA1' }]
  const [first, ...others] = monitor.packages
  const { value } = read({ ...monitor, packages: [{ ...first, checksums }, ...others] })
  assert.deepEqual(value.items[0]?.hashes, [{ algorithm: 'SHA256', value: 'ab'.repeat(32) }])
  assert.ok(value.items.slice(1).every((item) => !('hashes' in item)))
})
