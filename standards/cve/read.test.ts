// Tests of reading CVE records: head, products, enrichment by others, odd and hostile records.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mutationsOf } from '../json/builders.ts'
import { buildCve, type RecordSketch } from './builders.ts'
import { readCve } from './index.ts'

function read(sketch: RecordSketch) {
  const reading = readCve(buildCve(sketch))
  return reading.outcome === 'read' ? reading : assert.fail(JSON.stringify(reading.faults))
}

const enrichment = {
  title: 'CISA ADP Vulnrichment',
  providerMetadata: { shortName: 'CISA-ADP', dateUpdated: '2026-03-09T10:00:00.000Z' },
  metrics: [
    {
      other: {
        type: 'ssvc',
        content: {
          options: [{ Exploitation: 'poc' }, { Automatable: 'yes' }, { 'Technical Impact': 'total' }],
        },
      },
    },
    {
      cvssV3_1: {
        version: '3.1',
        vectorString: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
        baseScore: 9.8,
      },
    },
  ],
  affected: [
    {
      cpes: ['cpe:2.3:h:inventra:infusor_x:-:*:*:*:*:*:*:*'],
      vendor: 'inventra',
      product: 'infusor_x',
      versions: [{ version: '0', lessThan: '2.4.0', status: 'affected' }],
    },
  ],
}

test('a record is read with the enrichment of others', () => {
  const { value, warnings } = read({ adp: [enrichment] })
  assert.deepEqual(warnings, [])
  assert.equal(value.publisher, 'CVE (inventra)')
  assert.equal(value.trackingId, 'CVE-2026-12345')
  assert.equal(value.title, 'Infusor X before 2.4.0 lets anyone stop a pump')
  assert.equal(value.publishedAt, '2026-03-04T10:00:00.000Z')
  // The enrichment is newer than the record itself.
  assert.equal(value.version, '2026-03-09T10:00:00.000Z')
  const [vulnerability] = value.vulnerabilities
  assert.equal(vulnerability?.exploitation, 'poc')
  assert.equal(vulnerability?.automatable, true)
  assert.deepEqual(
    vulnerability?.scores.map(({ baseScore }) => baseScore),
    [9.8],
  )
  assert.deepEqual(
    value.statements.map(({ pointer, product }) => [pointer, product.vendor, product.cpes.length]),
    [
      ['/containers/cna/affected/0/versions/0', 'Inventra', 0],
      ['/containers/adp/0/affected/0/versions/0', 'inventra', 1],
    ],
  )
})

test('a known exploited vulnerability is active, whoever else says otherwise', () => {
  const kev = { metrics: [{ other: { type: 'kev', content: { dateAdded: '2026-03-06' } } }] }
  assert.equal(read({ adp: [enrichment, kev] }).value.vulnerabilities[0]?.exploitation, 'active')
  const tagged = { cna: { tags: ['x_known-exploited-vulnerability'] } }
  assert.equal(read(tagged).value.vulnerabilities[0]?.exploitation, 'active')
  assert.equal(read({}).value.vulnerabilities[0]?.exploitation, null)
})

test('a rejected record is rejected and says why', () => {
  const { value } = read({
    metadata: { state: 'REJECTED' },
    affected: [],
    cna: { descriptions: undefined, rejectedReasons: [{ lang: 'en', value: 'Reported twice.' }] },
  })
  assert.deepEqual([value.state, value.summary, value.statements.length], ['rejected', 'Reported twice.', 0])
})

test('titles and texts: the English one, the first sentence, dots in versions', () => {
  const { value } = read({
    cna: {
      descriptions: [
        { lang: 'de', value: 'Deutsch' },
        { lang: 'en-US', value: 'In Infusor 2.3.1 a check is missing! Update.' },
      ],
      solutions: [{ lang: 'en', value: 'Update to 2.4.0.' }],
      workarounds: [
        { lang: 'en', value: 'Unplug the network.' },
        { lang: 'es', value: 'Desconectar.' },
      ],
    },
  })
  assert.equal(value.title, 'In Infusor 2.3.1 a check is missing')
  assert.deepEqual(
    value.remediations.map(({ category, details }) => [category, details]),
    [
      ['vendor_fix', 'Update to 2.4.0.'],
      ['workaround', 'Unplug the network.'],
    ],
  )
})

test('packages get ecosystem and package URL from their collection', () => {
  const cases: [collectionURL: string, packageName: string, ecosystem: string, purl: string | null][] = [
    ['https://pypi.org/project', 'Inventra_Tool', 'PyPI', 'pkg:pypi/inventra-tool'],
    ['https://www.npmjs.com', '@inventra/tool', 'npm', 'pkg:npm/%40inventra/tool'],
    [
      'https://repo.maven.apache.org/maven2/',
      'example.inventra:tool',
      'Maven',
      'pkg:maven/example.inventra/tool',
    ],
    ['https://repo.maven.apache.org/maven2', 'tool', 'Maven', null],
    ['https://pkg.go.dev', 'inventra.example/Tool', 'Go', 'pkg:golang/inventra.example/tool'],
    ['https://packagist.org/', 'inventra/tool', 'Packagist', 'pkg:composer/inventra/tool'],
    [
      'https://access.redhat.com/downloads/content/package-browser/',
      'tool',
      'Red Hat',
      'pkg:rpm/redhat/tool',
    ],
    ['https://wordpress.org/plugins', 'tool', 'WordPress plugins', null],
    ['https://git.inventra.example/x', 'tool', 'git.inventra.example', null],
    ['no address', 'tool', 'no address', null],
  ]
  for (const [collectionURL, packageName, ecosystem, purl] of cases) {
    const { value } = read({
      affected: [{ vendor: 'Inventra', product: 'Tool', collectionURL, packageName, versions: [] }],
    })
    const product = value.statements[0]?.product
    assert.deepEqual(
      [product?.ecosystem, product?.purls],
      [ecosystem, purl === null ? [] : [purl]],
      collectionURL,
    )
  }
})

test('platforms and modules are kept, placeholders are not names', () => {
  const entry = {
    vendor: 'n/a',
    product: 'Infusor X',
    platforms: ['Windows'],
    modules: ['web'],
    versions: [{ version: '1', status: 'affected' }],
  }
  const { value } = read({ affected: [entry] })
  const product = value.statements[0]?.product
  assert.deepEqual(
    [product?.vendor, product?.name, product?.fullName, product?.platforms],
    [null, 'Infusor X', 'Infusor X (web)', ['Windows']],
  )
  const nameless = read({
    affected: [{ vendor: 'n/a', product: 'n/a', versions: [{ version: 'n/a', status: 'affected' }] }],
  })
  assert.deepEqual(nameless.value.statements, [])
  assert.deepEqual(
    nameless.warnings.map(({ code, place }) => [code, place]),
    [['cve/nameless-product', '/containers/cna/affected/0']],
  )
})

test('CPE applicability statements become statements with bounds', () => {
  const cpeApplicability = [
    {
      nodes: [
        {
          operator: 'OR',
          cpeMatch: [
            {
              vulnerable: true,
              criteria: 'cpe:2.3:o:inventra:infusor_x\\:pro:*:*:*:*:*:*:*:*',
              versionStartIncluding: '2.0',
              versionEndExcluding: '2.4',
            },
            { vulnerable: true, criteria: 'cpe:2.3:o:inventra:infusor_y:1.0\\(2\\):*:*:*:*:*:*:*' },
            { vulnerable: false, criteria: 'cpe:2.3:h:inventra:infusor:-:*:*:*:*:*:*:*' },
            { vulnerable: true, criteria: 'cpe:/o:inventra:old' },
          ],
        },
        { operator: 'OR', negate: true, cpeMatch: [] },
      ],
    },
  ]
  const { value, warnings } = read({ affected: [], cna: { cpeApplicability } })
  assert.deepEqual(
    value.statements.map(({ product, version }) => [product.name, version]),
    [
      [
        'infusor x:pro',
        { kind: 'bounds', type: 'cpe', low: '2.0', lowInclusive: true, high: '2.4', highInclusive: false },
      ],
      ['infusor y', { kind: 'exact', text: '1.0(2)' }],
    ],
  )
  assert.deepEqual(
    warnings.map(({ code }) => code),
    ['cve/cpe', 'cve/applicability'],
  )
})

test('what is no CVE record is refused with a reason', () => {
  for (const json of [
    null,
    [],
    {},
    { cveMetadata: { cveId: 'CVE-2026-1' }, containers: { cna: {} } },
    { cveMetadata: { cveId: 'CVE-2026-1234' } },
  ]) {
    const reading = readCve(json)
    assert.ok(reading.outcome === 'refused' && reading.faults[0].code === 'cve/not-a-record')
  }
})

test('hostile addresses are left out, wrong types are warnings', () => {
  const { value, warnings } = read({
    affected: [{ vendor: 5, product: 'Infusor X', versions: 'all' }, 'x'],
    cna: {
      references: [{ url: 'javascript:alert(1)' }, { url: 'https://inventra.example' }],
      metrics: [{ cvssV3_1: { vectorString: 'AV:N' } }],
    },
  })
  assert.equal(value.references.length, 1)
  assert.equal(value.statements.length, 1)
  assert.deepEqual(warnings.map(({ code }) => code).sort(), [
    'cve/address',
    'cve/cvss',
    'cve/type',
    'cve/type',
    'cve/type',
  ])
})

test('no JSON and no change to a good record makes the reader throw', () => {
  const json = fc.oneof(fc.jsonValue(), mutationsOf(buildCve({ adp: [enrichment] })))
  fc.assert(
    fc.property(json, (value) => {
      const reading = readCve(value)
      if (reading.outcome === 'refused') assert.ok(reading.faults.length > 0)
      else assert.match(reading.value.trackingId, /^CVE-/)
    }),
    { numRuns: 1000 },
  )
})
