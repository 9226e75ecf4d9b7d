// Tests of our own CSAF 2.1 rules: for each a text that breaks it, and the nearest one that does not.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { adviceRules21, mandatoryRules21 } from './index.ts'
import { readLicenseExpression } from './license-grammar.ts'
import { rangeHolds, rangesMeet } from './range-sets.ts'
import { readRangeName } from './range-text.ts'

const now = '2026-11-27T12:00:00.000Z'

async function breaks(id: string, document: unknown): Promise<boolean> {
  const rule = [...mandatoryRules21, ...adviceRules21].find((one) => one.id === id)
  assert.ok(rule, `there is no rule ${id}`)
  return (await rule.check(document, now)).length > 0
}

const helped = (helper: unknown) => ({
  product_tree: {
    full_product_names: [{ product_id: 'P', name: 'P', product_identification_helper: helper }],
  },
})
const branched = (...path: readonly (readonly [category: string, name: string])[]) => ({
  product_tree: {
    branches: [
      path.reduceRight<unknown>(
        (inner, [category, name]) =>
          inner === null
            ? { category, name, product: { product_id: 'P', name: 'P' } }
            : { category, name, branches: [inner] },
        null,
      ),
    ],
  },
})
const ranged = (name: string) => branched(['product_name', 'Pump'], ['product_version_range', name])
const dated = (content: unknown) => ({
  document: {
    tracking: { status: 'final', revision_history: [{ date: '2026-03-04T10:00:00Z', number: '1' }] },
  },
  vulnerabilities: [{ cve: 'CVE-2026-1234', metrics: [{ products: ['P'], content }] }],
})
const ssvc = (selection: unknown) =>
  dated({ ssvc_v2: { schemaVersion: '2.0.0', timestamp: '2026-03-04T10:00:00Z', selections: [selection] } })
const selection = { namespace: 'ssvc', key: 'MI', version: '1.0.0', values: [{ key: 'N' }, { key: 'NED' }] }
const licensed = (license_expression: string, notes: unknown = []) => ({
  document: { license_expression, notes },
})
const extended = (extension: unknown) => ({ x_extensions: [extension] })
const extension = {
  $schema: 'https://inventra.example/x.json',
  category: 'significant',
  critical: false,
  content: { a: 1 },
}

/** Rule, a document that breaks it, one that does not. */
const cases: readonly (readonly [id: string, wrong: unknown, right: unknown])[] = [
  [
    '6.1.42',
    helped({ purls: ['pkg:npm/a@1', 'pkg:npm/b@1'] }),
    helped({ purls: ['pkg:npm/a@1', 'pkg:npm/a@1?x=y'] }),
  ],
  ['6.1.44', helped({ serial_numbers: ['A*1*'] }), helped({ serial_numbers: ['A*1\\*'] })],
  ['6.1.61', helped({ skus: ['*1*'] }), helped({ skus: ['*1'] })],
  ['6.1.50', ranged('all versions < 4.2'), ranged('<4.2')],
  ['6.1.50', ranged('vers:semver/<2.0.0|>=1.0.0'), ranged('vers:semver/>=1.0.0|<2.0.0')],
  ['6.1.50', ranged('vers:all/<4'), ranged('vers:all/*')],
  ['6.1.59', ranged('vers:semver/4.2.0'), ranged('vers:semver/4.2.0|4.3.0')],
  ['6.2.49', ranged('>=4.2|!=5'), ranged('>=4.2|<5')],
  ['6.2.51', ranged('vers:inventra/<4'), ranged('vers:semver/<4.0.0')],
  [
    '6.1.57',
    branched(['vendor', 'A'], ['vendor', 'B']),
    branched(['product_family', 'A'], ['product_family', 'B']),
  ],
  ['6.1.58', branched(['product_version', '1'], ['product_version_range', '<1']), ranged('<1')],
  ['6.2.48', branched(['vendor', 'open  SOURCE']), branched(['vendor', 'Open Source Ltd.'])],
  [
    '6.1.51',
    dated({ epss: { timestamp: '2026-03-04T10:00:01Z' } }),
    dated({ epss: { timestamp: '2026-03-04T12:00:00+02:00' } }),
  ],
  [
    '6.2.41',
    dated({ epss: { timestamp: '2026-02-17T09:59:59Z' } }),
    dated({ epss: { timestamp: '2026-02-17T10:00:00Z' } }),
  ],
  ['6.1.46', ssvc({ ...selection, values: [] }), ssvc(selection)],
  ['6.1.48', ssvc({ ...selection, values: [{ key: 'NED' }, { key: 'N' }] }), ssvc(selection)],
  [
    '6.1.48',
    ssvc({ ...selection, version: '1.9.9' }),
    ssvc({ ...selection, namespace: 'x_example.test#own', version: '1.9.9' }),
  ],
  ['6.2.34', ssvc({ ...selection, namespace: 'x_inventra.example#own' }), ssvc(selection)],
  ['6.1.54', licensed('MIT AND'), licensed('MIT AND (Apache-2.0 OR BSD-3-Clause)')],
  [
    '6.1.55',
    licensed('LicenseRef-inventra'),
    licensed('LicenseRef-inventra', [{ title: 'License', category: 'legal_disclaimer' }]),
  ],
  ['6.2.44', licensed('GPL-2.0'), licensed('GPL-2.0-only')],
  ['6.2.45', licensed('No-Such-License'), licensed('MIT')],
  ['6.1.60.1', extended({ ...extension, content: {} }), extended(extension)],
  ['6.2.54.3', extended({ ...extension, critical: true }), extended(extension)],
  [
    '6.1.37',
    { vulnerabilities: [{ disclosure_date: '2026-02-30T00:00:00Z' }] },
    { vulnerabilities: [{ disclosure_date: '2024-02-29T00:00:00.12345678901Z' }] },
  ],
  [
    '6.1.56',
    dated({ cvss_v3: {}, qualitative_severity_rating: 'high' }),
    dated({ qualitative_severity_rating: 'high' }),
  ],
  [
    '6.1.27.3',
    { document: { category: 'csaf_superseded' }, vulnerabilities: [{}] },
    { document: { category: 'csaf_superseded' } },
  ],
  [
    '6.2.53',
    { vulnerabilities: [{ ids: [{ system_name: 'https://euvd.enisa.europa.eu', text: '1' }] }] },
    { vulnerabilities: [{ ids: [{ system_name: 'https://euvd.enisa.europa.eu', text: 'EUVD-2026-1234' }] }] },
  ],
]

test('each rule finds what breaks it, and lets pass what does not', async () => {
  for (const [id, wrong, right] of cases) {
    assert.equal(await breaks(id, wrong), true, `${id} misses ${JSON.stringify(wrong)}`)
    assert.equal(await breaks(id, right), false, `${id} refuses ${JSON.stringify(right)}`)
  }
})

test('no rule throws on values of wrong types', async () => {
  const keys = [
    'document',
    'product_tree',
    'branches',
    'vulnerabilities',
    'metrics',
    'content',
    'ssvc_v2',
    'x_extensions',
  ]
  const anything = fc.object({ key: fc.constantFrom(...keys), maxDepth: 4, maxKeys: 6 })
  await fc.assert(
    fc.asyncProperty(anything, async (document) => {
      for (const rule of [...mandatoryRules21, ...adviceRules21]) await rule.check(document, now)
    }),
    { numRuns: 150, interruptAfterTimeLimit: 20_000 },
  )
})

test('ranges meet where a version lies in both', () => {
  const meet = (one: string, other: string) => rangesMeet(readRangeName(one), readRangeName(other))
  assert.equal(meet('>2.1|<4.2', '>1.2|<2.4'), true)
  assert.equal(meet('>2.1|<4.2', '>1.2|<=2.1'), false)
  assert.equal(meet('>=2.1|<4.2', '>1.2|<=2.1'), true)
  assert.equal(meet('vers:all/*', '<1'), true)
  assert.equal(meet('vers:maven/<1', 'vers:maven/<2'), true)
  assert.equal(meet('vers:inventra/<1', 'vers:inventra/>2'), null)
  assert.equal(rangeHolds(readRangeName('>2.1|!=2.4|<4.2'), '2.4'), false)
  assert.equal(rangeHolds(readRangeName('>2.1|!=2.4|<4.2'), '2.5'), true)
  assert.equal(rangeHolds(readRangeName('<1|>=3'), '2'), false)
})

test('licence expressions follow the grammar of SPDX', () => {
  assert.deepEqual(readLicenseExpression('GPL-2.0-or-later WITH Classpath-exception-2.0'), {
    licenses: ['GPL-2.0-or-later'],
    exceptions: ['Classpath-exception-2.0'],
  })
  assert.deepEqual(readLicenseExpression('(MIT OR Apache-2.0+)')?.licenses, ['MIT', 'Apache-2.0'])
  for (const wrong of [
    '',
    'MIT MIT',
    '(MIT',
    'MIT)',
    'AND MIT',
    'MIT And MIT',
    'DocumentRef-a:LicenseRef-b',
    'licenseref-a',
    '(MIT) WITH x',
  ])
    assert.equal(readLicenseExpression(wrong), null, wrong)
})
