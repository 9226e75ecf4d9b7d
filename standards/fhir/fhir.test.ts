// Tests of reading FHIR Devices, with the examples of HL7.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { absent, readDataSet } from '../inventory/data-sets.ts'
import { type InventoryReading, maxInventoryItems } from '../inventory/item.ts'
import { readFhirDevices } from './index.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const pump = {
  resourceType: 'Device',
  id: 'd1',
  identifier: [{ system: 'urn:example:inventory', value: 'INV-0815' }],
  udiCarrier: [{ carrierHRF: '(01)09506000134352(21)SN-77' }],
  status: 'active',
  manufacturer: 'Nordmed',
  deviceName: [
    { name: 'Pump at bed 4', type: 'user-friendly-name' },
    { name: 'Nordmed Pump 200', type: 'udi-label-name' },
    { name: 'P200', type: 'model-name' },
  ],
  type: { text: 'Infusion pump' },
  version: [
    { type: { text: 'Hardware' }, value: 'C' },
    { type: { coding: [{ code: '531975' }] }, value: '4.2.1' },
  ],
  location: { display: 'Ward 3' },
  patient: { reference: 'Patient/1', display: 'Somebody Private' },
}

function read(document: unknown): { value: InventoryReading; codes: string[]; text: string } {
  const text = typeof document === 'string' ? document : JSON.stringify(document)
  const reading = readFhirDevices(bytesOf(text))
  assert.equal(reading.outcome, 'read', JSON.stringify(reading).slice(0, 300))
  if (reading.outcome !== 'read') throw new Error('unreachable after the assertion')
  return {
    value: reading.value,
    codes: reading.warnings.map((warning) => warning.code),
    text: JSON.stringify(reading),
  }
}

function refusalOf(document: unknown): string | null {
  const reading = readFhirDevices(bytesOf(typeof document === 'string' ? document : JSON.stringify(document)))
  return reading.outcome === 'refused' ? reading.faults[0].code : null
}

const bundle = (...resources: unknown[]): unknown => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: resources.map((resource) => ({ resource })),
})

test('a device of R4 becomes an item, without its patient', () => {
  const { value, codes, text } = read(pump)
  assert.equal(value.formatVersion, 'R4')
  assert.deepEqual(value.items[0], {
    place: '',
    externalId: 'd1',
    name: 'Pump at bed 4',
    vendor: 'Nordmed',
    product: 'Nordmed Pump 200',
    model: 'P200',
    version: '4.2.1',
    serial: 'SN-77',
    udiDi: '09506000134352',
    purl: null,
    cpe: null,
    site: 'Ward 3',
    networkExposure: null,
    clinicalRole: null,
    environment: null,
  })
  assert.deepEqual(codes, ['fhir/several-versions'])
  assert.ok(!text.includes('Private'))
})

test('a device of R5 is read with its new names', () => {
  const { value } = read({
    resourceType: 'Device',
    name: [{ value: 'CardioView 9', type: 'registered-name' }],
    modelNumber: 'CV9',
    type: [{ coding: [{ display: 'Patient monitor' }] }],
    version: [{ value: '9.0' }],
  })
  assert.equal(value.formatVersion, 'R5')
  const [item] = value.items
  assert.deepEqual(
    [item?.name, item?.product, item?.model, item?.version],
    ['CardioView 9', 'CardioView 9', 'CV9', '9.0'],
  )
})

test('a device with a type alone is named by it; a hardware version alone is none', () => {
  const { value } = read({
    resourceType: 'Device',
    type: { text: 'Scale' },
    version: [{ type: { text: 'HW' }, value: '1' }],
  })
  assert.equal(value.items[0]?.name, 'Scale')
  assert.equal(value.items[0]?.version, null)
})

test('devices out of use, doubled or without any name are rejected; other resources are counted', () => {
  const { value } = read(
    bundle(
      pump,
      { ...pump, id: 'd2', status: 'inactive' },
      { ...pump, id: 'd3', status: 'entered-in-error' },
      pump,
      { resourceType: 'Device', id: 'd4' },
      { resourceType: 'Patient' },
      { resourceType: 'Patient' },
      null,
    ),
  )
  assert.equal(value.items.length, 1)
  assert.deepEqual(
    value.rejected.map((item) => [item.code, item.place]),
    [
      ['fhir/inactive', '/entry/1/resource'],
      ['fhir/entered-in-error', '/entry/2/resource'],
      ['fhir/duplicate-id', '/entry/3/resource'],
      ['fhir/nothing-identifies', '/entry/4/resource'],
      ['fhir/other-resource', '/entry/5/resource'],
      ['fhir/other-resource', '/entry/7/resource'],
    ],
  )
  assert.match(value.rejected[4]?.detail ?? '', /^2 resources of the type Patient/)
})

test('one resource per line is read, and a broken line is rejected alone', () => {
  const lines = [JSON.stringify(pump), '', '{"resourceType":"Device",', JSON.stringify({ ...pump, id: 'd2' })]
  const { value } = read(`${lines.join('\n')}\n`)
  assert.deepEqual(
    value.items.map((item) => item.place),
    ['line 1', 'line 4'],
  )
  assert.equal(value.rejected[0]?.place, 'line 3')
})

test('documents without a device are refused and say what they hold', () => {
  assert.equal(refusalOf({ resourceType: 'Patient' }), 'fhir/no-device')
  assert.equal(refusalOf(bundle()), 'fhir/no-device')
  assert.equal(refusalOf([]), 'fhir/no-device')
  assert.equal(refusalOf('{"resourceType":'), 'json/truncated')
})

test('resources are taken to the limit and refused one further', () => {
  const many = (count: number): unknown =>
    bundle(
      ...Array.from({ length: count }, (_, n) => ({ resourceType: 'Device', id: `d${n}`, modelNumber: 'x' })),
    )
  assert.equal(read(many(maxInventoryItems)).value.items.length, maxInventoryItems)
  assert.equal(refusalOf(many(maxInventoryItems + 1)), 'fhir/too-many-resources')
})

test('changed documents and any values never throw', () => {
  const whole = bytesOf(JSON.stringify(bundle(pump)))
  const change = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 4 })
  fc.assert(
    fc.property(change, fc.nat(whole.length), (changes, length) => {
      const bytes = Uint8Array.from(whole)
      for (const [at, value] of changes) bytes[at] = value
      readFhirDevices(bytes)
      readFhirDevices(bytes.slice(0, length))
    }),
    { numRuns: 200 },
  )
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(pump)), fc.jsonValue({ maxDepth: 5 }), (key, value) => {
      readFhirDevices(bytesOf(JSON.stringify({ ...pump, [key]: value })))
    }),
    { numRuns: 300 },
  )
  fc.assert(fc.property(fc.uint8Array(), (bytes) => void readFhirDevices(bytes)))
})

const archive = 'fhir/fhir-examples.tar.gz'

test('the devices of the HL7 examples are read, other resources refused', { skip: absent(archive) }, (t) => {
  const counts: Record<string, number> = {}
  for (const { path, bytes } of readDataSet(archive)) {
    if (!path.endsWith('.json')) continue
    const source: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'))
    const type =
      source !== null && typeof source === 'object' && 'resourceType' in source
        ? String(source.resourceType)
        : ''
    const reading = readFhirDevices(bytes)
    const taken = reading.outcome === 'read' ? reading.value.items.length : 0
    const answer =
      reading.outcome === 'refused'
        ? reading.faults[0].code
        : taken > 0
          ? 'taken'
          : (reading.value.rejected[0]?.code ?? '')
    const key = `${type === 'Device' || type === 'Bundle' ? type : 'other'} ${answer}`
    counts[key] = (counts[key] ?? 0) + 1
  }
  t.diagnostic(JSON.stringify(counts))
  // The three device-example.json (R4, R4B, R5) hold an identifier and nothing that says what the device is.
  assert.equal(counts['Device fhir/nothing-identifies'], 3)
  assert.equal(counts['Device taken'], 4)
  assert.deepEqual(
    Object.keys(counts).filter((key) => key.startsWith('other')),
    ['other fhir/no-device'],
  )
})
