// Tests of reading CycloneDX: what is taken, what is refused, hostile documents.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type InventoryReading, maxInventoryItems } from '../inventory/item.ts'
import { readCycloneDx } from './index.ts'
import { openUniqueness } from './unique.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const pump = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: {
    component: {
      type: 'device',
      'bom-ref': 'pump',
      name: 'Pump 200',
      version: '2.1',
      manufacturer: { name: 'Nordmed' },
      properties: [
        { name: 'cdx:device:serialNumber', value: 'SN-77' },
        { name: 'nordmed:UDI-DI', value: '(01)09506000134352' },
        { name: 'cdx:device:location', value: 'Ward 3' },
      ],
    },
  },
  components: [
    {
      type: 'operating-system',
      'bom-ref': 'os',
      name: 'embedded-linux',
      version: '5.10',
      components: [
        {
          type: 'library',
          'bom-ref': 'ssl',
          group: 'org',
          name: 'opentls',
          version: '1.1.1',
          purl: 'pkg:generic/opentls@1.1.1',
          cpe: 'cpe:2.3:a:org:opentls:1.1.1:*:*:*:*:*:*:*',
        },
      ],
    },
  ],
  services: [{ name: 'updates' }],
}

async function read(document: unknown): Promise<{ value: InventoryReading; codes: string[] }> {
  const bytes = typeof document === 'string' ? bytesOf(document) : bytesOf(JSON.stringify(document))
  const reading = await readCycloneDx(bytes)
  assert.equal(reading.outcome, 'read', JSON.stringify(reading).slice(0, 400))
  if (reading.outcome !== 'read') throw new Error('unreachable after the assertion')
  return { value: reading.value, codes: reading.warnings.map((warning) => warning.code) }
}

async function refusalOf(document: unknown): Promise<string | null> {
  const reading = await readCycloneDx(
    bytesOf(typeof document === 'string' ? document : JSON.stringify(document)),
  )
  return reading.outcome === 'refused' ? reading.faults[0].code : null
}

test('the described device and its nested components become items', async () => {
  const { value, codes } = await read(pump)
  assert.equal(value.format, 'cyclonedx-json')
  assert.equal(value.formatVersion, '1.6')
  assert.deepEqual(
    value.items.map((item) => [item.place, item.name, item.vendor, item.version, item.environment]),
    [
      ['/metadata/component', 'Pump 200', 'Nordmed', '2.1', null],
      ['/components/0', 'embedded-linux (operating-system)', null, '5.10', 'Pump 200 2.1'],
      ['/components/0/components/0', 'org/opentls', null, '1.1.1', 'embedded-linux 5.10'],
    ],
  )
  const [device, , library] = value.items
  assert.equal(device?.serial, 'SN-77')
  assert.equal(device?.udiDi, '09506000134352')
  assert.equal(device?.site, 'Ward 3')
  assert.equal(library?.externalId, 'ssl')
  assert.equal(library?.purl, 'pkg:generic/opentls@1.1.1')
  assert.deepEqual(codes, ['cyclonedx/services'])
})

test('XML gives the same items as JSON', async () => {
  const xml = `<?xml version="1.0"?><bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1">
    <metadata><component type="device" bom-ref="pump"><manufacturer><name>Nordmed</name></manufacturer><name>Pump 200</name>
    <version>2.1</version></component></metadata>
    <components><component type="library" bom-ref="ssl"><group>org</group><name>opentls</name><version>1.1.1</version>
    <purl>pkg:generic/opentls@1.1.1</purl></component></components></bom>`
  const { value } = await read(xml)
  assert.equal(value.format, 'cyclonedx-xml')
  assert.deepEqual(
    value.items.map((item) => [item.place, item.name, item.vendor, item.purl]),
    [
      ['line 2', 'Pump 200', 'Nordmed', null],
      ['line 4', 'org/opentls', null, 'pkg:generic/opentls@1.1.1'],
    ],
  )
})

test('until 1.5 the maker of the device stands beside it', async () => {
  const component = { type: 'device', name: 'Pump 100' }
  const { value } = await read({
    bomFormat: 'CycloneDX',
    specVersion: '1.4',
    version: 1,
    metadata: { manufacture: { name: 'Nordmed' }, component },
  })
  assert.equal(value.items[0]?.vendor, 'Nordmed')
})

test('a doubled bom-ref rejects the second component and names both places', async () => {
  const components = [
    { type: 'library', name: 'a', 'bom-ref': 'x' },
    { type: 'library', name: 'b', 'bom-ref': 'x' },
  ]
  const { value } = await read({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, components })
  assert.equal(value.items.length, 1)
  assert.equal(value.rejected[0]?.code, 'cyclonedx/duplicate-bom-ref')
  assert.equal(value.rejected[0]?.place, '/components/1')
  assert.match(value.rejected[0]?.detail ?? '', /\/components\/0/)
})

test('old and unknown versions are refused with a remedy', async () => {
  for (const specVersion of ['1.0', '1.1', '1.8', '2.0', 5, undefined]) {
    assert.equal(await refusalOf({ bomFormat: 'CycloneDX', specVersion, version: 1 }), 'cyclonedx/version')
  }
  for (const version of ['1.0', '1.1', '9.9']) {
    const xml = `<bom xmlns="http://cyclonedx.org/schema/bom/${version}" version="1"><components/></bom>`
    assert.equal(await refusalOf(xml), 'cyclonedx/version')
  }
  assert.equal(await refusalOf({ specVersion: '1.6' }), 'cyclonedx/not-cyclonedx')
  assert.equal(await refusalOf('<sbom/>'), 'cyclonedx/not-cyclonedx')
})

test('a document that breaks the schema is refused with the place', async () => {
  const reading = await readCycloneDx(
    bytesOf(
      JSON.stringify({
        bomFormat: 'CycloneDX',
        specVersion: '1.6',
        components: [{ type: 'toaster', name: 'x' }],
      }),
    ),
  )
  assert.ok(reading.outcome === 'refused')
  assert.equal(reading.outcome === 'refused' && reading.faults[0].place, '/components/0/type')
  const xml =
    '<bom xmlns="http://cyclonedx.org/schema/bom/1.6">\n<components>\n<component type="toaster"><name>x</name></component></components></bom>'
  const xmlReading = await readCycloneDx(bytesOf(xml))
  assert.equal(xmlReading.outcome === 'refused' && xmlReading.faults[0].place, 'line 3')
})

test('an address that is none does not cost the inventory', async () => {
  const components = [
    {
      type: 'library',
      name: 'a',
      externalReferences: [{ type: 'website', url: 'https://example.test/{name} x' }],
    },
  ]
  assert.equal(
    (await read({ bomFormat: 'CycloneDX', specVersion: '1.4', version: 1, components })).value.items.length,
    1,
  )
})

test('entities, a DOCTYPE and deep nesting are refused', async () => {
  const laughs =
    '<!DOCTYPE bom [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]><bom xmlns="http://cyclonedx.org/schema/bom/1.6">&c;</bom>'
  assert.equal(await refusalOf(laughs), 'xml/doctype')
  const deep = (depth: number): string => `${'{"components":['.repeat(depth)}${']}'.repeat(depth)}`
  assert.equal(await refusalOf(deep(10_000)), 'json/too-deep')
  const deepXml = `<bom xmlns="http://cyclonedx.org/schema/bom/1.6">${'<components>'.repeat(10_000)}`
  assert.equal(await refusalOf(deepXml), 'xml/too-large')
})

test('keys of the prototype do no harm', async () => {
  const text =
    '{"bomFormat":"CycloneDX","specVersion":"1.6","version":1,"__proto__":{"polluted":1},"components":[]}'
  await readCycloneDx(bytesOf(text))
  assert.equal(({} as Record<string, unknown>).polluted, undefined)
})

test('components are taken to the limit and refused one further', async () => {
  const many = (count: number): unknown => ({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    components: Array.from({ length: count }, (_, n) => ({ type: 'library', name: `lib${n}` })),
  })
  assert.equal((await read(many(maxInventoryItems))).value.items.length, maxInventoryItems)
  assert.equal(await refusalOf(many(maxInventoryItems + 1)), 'cyclonedx/too-many-components')
})

test('entries of a list are told apart whatever the order of their keys', () => {
  const differ = openUniqueness()
  const twice = [
    { a: 1, b: [{ c: 2 }] },
    { b: [{ c: 2 }], a: 1 },
  ]
  assert.equal(differ(twice), false)
  assert.equal(differ([{ a: 1 }, { a: '1' }, [], {}, null, 'null', '#0', [[]], 1]), true)
})

test('lists within lists take no more time than their size', async () => {
  const flat = (level: number): unknown[] =>
    Array.from({ length: 300 }, (_, n) => ({ type: 'library', name: `lib${level}-${n}` }))
  let nested: Record<string, unknown> = { type: 'library', name: 'innermost' }
  for (let level = 0; level < 80; level += 1) {
    nested = { type: 'library', name: `level${level}`, components: [nested, ...flat(level)] }
  }
  const { value } = await read({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    components: [nested],
  })
  assert.equal(value.items.length, 80 * 301 + 1)
})

test('truncated and changed documents never throw', async () => {
  const xml =
    '<bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1"><components><component type="library"><name>a</name></component></components></bom>'
  for (const whole of [bytesOf(JSON.stringify(pump)), bytesOf(xml)]) {
    const change = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(change, fc.nat(whole.length), async (changes, length) => {
        const bytes = Uint8Array.from(whole)
        for (const [at, value] of changes) bytes[at] = value
        await readCycloneDx(bytes)
        await readCycloneDx(bytes.slice(0, length))
      }),
      { numRuns: 150 },
    )
  }
  await fc.assert(fc.asyncProperty(fc.uint8Array(), async (bytes) => void (await readCycloneDx(bytes))))
})

test('values of any type in the place of another never throw', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('metadata', 'components', 'services'),
      fc.jsonValue({ maxDepth: 4 }),
      async (key, value) => {
        await readCycloneDx(bytesOf(JSON.stringify({ ...pump, [key]: value })))
      },
    ),
    { numRuns: 200 },
  )
})

test('hashes of components are kept, from JSON and from XML, and are left out where there are none', async () => {
  const value = 'ab'.repeat(32)
  const component = { type: 'file', name: 'gate.bin', hashes: [{ alg: 'SHA-256', content: value }] }
  const json = { bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, components: [component] }
  const xml = `<bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1"><components><component type="file">
    <name>gate.bin</name><hashes><hash alg="SHA-256">${value}</hash></hashes></component></components></bom>`
  for (const document of [json, xml]) {
    const [item] = (await read(document)).value.items
    assert.deepEqual(item?.hashes, [{ algorithm: 'SHA-256', value }])
  }
  const { value: reading } = await read(pump)
  assert.ok(reading.items.every((item) => !('hashes' in item)))
})
