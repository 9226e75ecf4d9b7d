// Tests of reading CSAF documents: names, versions, statuses, advice.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildCsaf, type ProductSketch } from './builders.ts'
import { readCsaf } from './index.ts'

async function advisoryOf(json: unknown) {
  const { advisory } = await readCsaf(json)
  return advisory ?? assert.fail('no advisory')
}

async function codesOf(json: unknown) {
  return (await readCsaf(json)).faults.map(({ code }) => code)
}

/** The only statement about one product that the document calls affected. */
async function statementOf(
  path: ProductSketch['path'],
  name = 'Display name',
  helper: ProductSketch['helper'] = {},
) {
  const advisory = await advisoryOf(
    buildCsaf({
      products: [{ id: 'P1', name, path, helper }],
      vulnerabilities: [{ cve: 'CVE-2026-12345', product_status: { known_affected: ['P1'] } }],
    }),
  )
  return advisory.statements[0] ?? assert.fail('no statement')
}

for (const version of ['2.0', '2.1'] as const) {
  test(`a good ${version} document is valid and read whole`, async () => {
    const { advisory, validity, faults } = await readCsaf(buildCsaf({ version }))
    assert.deepEqual(faults, [])
    assert.equal(validity, 'valid')
    assert.ok(advisory)
    const { statements, vulnerabilities, remediations, ...head } = advisory
    assert.deepEqual(head, {
      format: `csaf-${version}`,
      publisher: 'Inventra Medical',
      publisherCategory: 'vendor',
      trackingId: 'INV-2026-001',
      version: '1',
      state: 'published',
      title: 'Inventra Infusor gateway',
      summary: 'Inventra pumps accept commands without a password.',
      language: 'en',
      tlp: 'CLEAR',
      publishedAt: '2026-03-04T10:00:00.000Z',
      revisedAt: '2026-03-04T10:00:00.000Z',
      references: [{ url: 'https://inventra.example/a/1.json', summary: 'This advisory', isSelf: true }],
      aliases: [],
    })
    assert.deepEqual(vulnerabilities[0], {
      key: 'CVE-2026-12345',
      cveId: 'CVE-2026-12345',
      title: null,
      description: 'Anyone on the network can stop an infusion.',
      cweIds: ['CWE-306'],
      scores: [
        { version: '3.1', cvssVector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', baseScore: 9.8 },
      ],
      exploitation: null,
      automatable: null,
    })
    assert.deepEqual(
      statements.map(({ productId, status, version: stated, pointer }) => [
        productId,
        status,
        stated,
        pointer,
      ]),
      [
        [
          'P1',
          'known_affected',
          { kind: 'text', text: '<2.4.0' },
          '/product_tree/branches/0/branches/0/branches/0/branches/0/product',
        ],
        [
          'P2',
          'fixed',
          { kind: 'exact', text: '2.4.0' },
          '/product_tree/branches/1/branches/0/branches/0/branches/0/product',
        ],
      ],
    )
    assert.deepEqual(remediations, [
      {
        category: 'vendor_fix',
        details: 'Update to 2.4.0.',
        url: null,
        productIds: ['P1'],
        vulnerability: 'CVE-2026-12345',
      },
    ])
  })
}

test('branches of every category find their place', async () => {
  const { product, version } = await statementOf([
    ['vendor', 'Inventra'],
    ['product_family', 'Monitors'],
    ['product_name', 'Vitalis'],
    ['specification', 'hospital edition'],
    ['architecture', 'x64'],
    ['platform', 'Windows 10'],
    ['language', 'German'],
    ['host_name', 'vitalis.example'],
    ['product_version', '1.8.4'],
    ['service_pack', 'Service Pack 01'],
    ['patch_level', 'Hotfix 3'],
  ])
  assert.equal(product.vendor, 'Inventra')
  assert.equal(product.family, 'Monitors')
  assert.equal(product.name, 'Vitalis')
  assert.equal(product.fullName, 'Display name')
  assert.deepEqual(product.platforms, ['hospital edition', 'x64', 'Windows 10', 'German', 'vitalis.example'])
  assert.deepEqual(version, { kind: 'exact', text: '1.8.4 Service Pack 01 Hotfix 3' })
  const legacy = await statementOf([
    ['vendor', 'Inventra'],
    ['legacy', 'Old Pump'],
  ])
  assert.equal(legacy.product.name, 'Old Pump')
})

test('versions are stated as the tree gives them', async () => {
  const cases: [category: string, name: string, expected: unknown][] = [
    ['product_version', '2.4.0', { kind: 'exact', text: '2.4.0' }],
    ['product_version', 'vers:all/*', { kind: 'all' }],
    ['product_version', '14.1.x', { kind: 'text', text: '14.1.x' }],
    ['product_version', '1.0 | 1.1', { kind: 'text', text: '1.0 | 1.1' }],
    ['product_version', '7100 and 7900', { kind: 'text', text: '7100 and 7900' }],
    ['product_version', 'n/a', { kind: 'unstated' }],
    ['product_version_range', 'vers:all/*', { kind: 'all' }],
    ['product_version_range', 'vers:deb/<2.4', { kind: 'text', text: 'vers:deb/<2.4' }],
    ['product_version_range', '2.4.0', { kind: 'text', text: '2.4.0' }],
    ['product_version_range', 'All versions', { kind: 'text', text: 'All versions' }],
  ]
  for (const [category, name, expected] of cases) {
    const { version } = await statementOf([
      ['product_name', 'Vitalis'],
      [category, name],
    ])
    assert.deepEqual(version, expected, `${category} ${name}`)
  }
})

test('without a version branch, identifiers and then the display name are asked', async () => {
  const path: ProductSketch['path'] = [
    ['vendor', 'Inventra'],
    ['product_name', 'Vitalis'],
  ]
  const versionOf = async (name: string, helper?: ProductSketch['helper']) =>
    (await statementOf(path, name, helper)).version
  assert.deepEqual(await versionOf('Vitalis'), { kind: 'unstated' })
  assert.deepEqual(await versionOf('Inventra Vitalis: versions prior to v3.2'), {
    kind: 'text',
    text: 'versions prior to v3.2',
  })
  assert.deepEqual(await versionOf('Inventra Vitalis 3.2'), { kind: 'text', text: '3.2' })
  assert.deepEqual(await versionOf('Vitalis mobile'), { kind: 'unstated' })
  assert.deepEqual(await versionOf('Vitalis', { purl: 'pkg:deb/inventra/vitalis@1%3A3.2?arch=amd64' }), {
    kind: 'exact',
    text: '1:3.2',
  })
  assert.deepEqual(
    await versionOf('Vitalis', { cpe: 'cpe:2.3:a:inventra:vitalis\\:x:3.2\\(1\\):*:*:*:*:*:*:*' }),
    { kind: 'exact', text: '3.2(1)' },
  )
  assert.deepEqual(await versionOf('Vitalis', { cpe: 'cpe:/a:inventra:vitalis:3.2' }), {
    kind: 'exact',
    text: '3.2',
  })
  assert.deepEqual(await versionOf('Vitalis', { cpe: 'cpe:2.3:a:inventra:vitalis:*:*:*:*:*:*:*:*' }), {
    kind: 'unstated',
  })
  assert.deepEqual(await versionOf('Vitalis', { purl: 'pkg:npm/vitalis@%' }), { kind: 'unstated' })
})

test('identification helpers are taken over, purl of 2.0 and purls of 2.1', async () => {
  const { product } = await statementOf([['product_name', 'Vitalis']], 'Vitalis', {
    cpe: 'cpe:2.3:h:inventra:vitalis:-:*:*:*:*:*:*:*',
    purl: 'pkg:generic/vitalis@1',
    purls: ['pkg:generic/vitalis@1', 'pkg:generic/vitalis@2'],
    model_numbers: ['VT-100*'],
    serial_numbers: ['S1'],
    skus: ['K9'],
  })
  assert.deepEqual(product.purls, ['pkg:generic/vitalis@1', 'pkg:generic/vitalis@2'])
  assert.deepEqual(
    [product.cpes.length, product.modelNumbers, product.serialNumbers, product.skus],
    [1, ['VT-100*'], ['S1'], ['K9']],
  )
})

test('products outside the branches are read too', async () => {
  const json = buildCsaf({
    tree: { full_product_names: [{ name: 'Inventra Infusor Y', product_id: 'P3' }] },
    vulnerabilities: [{ cve: 'CVE-2026-1234', product_status: { under_investigation: ['P3'] } }],
  })
  const [statement] = (await advisoryOf(json)).statements
  assert.equal(statement?.status, 'under_investigation')
  assert.deepEqual([statement?.product.name, statement?.product.fullName], [null, 'Inventra Infusor Y'])
})

test('every product status becomes a statement, unknown products become faults', async () => {
  const statuses = [
    'known_affected',
    'known_not_affected',
    'fixed',
    'first_fixed',
    'first_affected',
    'last_affected',
    'under_investigation',
    'recommended',
    'unknown',
  ]
  const json = buildCsaf({
    version: '2.1',
    vulnerabilities: [
      {
        cve: 'CVE-2026-1234',
        product_status: Object.fromEntries(statuses.map((status) => [status, ['P1', 'P404']])),
      },
    ],
  })
  const { advisory, validity, faults } = await readCsaf(json)
  const listed = advisory?.statements.filter(({ vulnerability }) => vulnerability !== null)
  assert.deepEqual(listed?.map(({ status }) => status).sort(), statuses.toSorted())
  assert.equal(validity, 'invalid')
  assert.equal(faults.filter(({ code }) => code === 'csaf/unknown-product').length, statuses.length)
  assert.ok(
    faults.some(
      ({ code, place }) => code === 'csaf/6.1.1' && place === '/vulnerabilities/0/product_status/fixed/1',
    ),
  )
  assert.ok(faults.some(({ code }) => code === 'csaf/6.1.6'))
})

test('advice names its products directly and through groups', async () => {
  const json = buildCsaf({
    tree: { product_groups: [{ group_id: 'G1', product_ids: ['P1', 'P2'] }] },
    vulnerabilities: [
      {
        ids: [{ system_name: 'Inventra tickets', text: 'T-9' }],
        product_status: { known_affected: ['P1', 'P2'] },
        remediations: [
          {
            category: 'mitigation',
            details: 'Unplug it.',
            group_ids: ['G1'],
            url: 'mailto:help@inventra.example',
          },
          {
            category: 'no_fix_planned',
            details: 'End of life.',
            product_ids: ['P2'],
            url: 'https://inventra.example/eol',
          },
          { category: 'pray', details: 'Wait.', product_ids: ['P2'] },
        ],
      },
    ],
  })
  const { advisory, faults } = await readCsaf(json)
  assert.deepEqual(
    advisory?.remediations.map(({ category, productIds, url, vulnerability }) => [
      category,
      productIds,
      url,
      vulnerability,
    ]),
    [
      ['mitigation', ['P1', 'P2'], null, 'T-9'],
      ['no_fix_planned', ['P2'], 'https://inventra.example/eol', 'T-9'],
      ['mitigation', ['P2'], null, 'T-9'],
    ],
  )
  assert.ok(
    faults.some(({ code, place }) => code === 'csaf/address' && place.endsWith('/remediations/0/url')),
  )
  assert.ok(faults.some(({ code }) => code === 'csaf/remediation-category'))
})

test('vulnerabilities get unique keys, with and without CVE ids', async () => {
  const advisory = await advisoryOf(
    buildCsaf({
      vulnerabilities: [
        { cve: 'CVE-2026-1111' },
        { cve: 'CVE-2026-1111' },
        { cve: 'nonsense' },
        { ids: [{ text: 'T-1' }] },
        {},
      ],
    }),
  )
  assert.deepEqual(
    advisory.vulnerabilities.map(({ key, cveId }) => [key, cveId]),
    [
      ['CVE-2026-1111', 'CVE-2026-1111'],
      ['CVE-2026-1111#2', 'CVE-2026-1111'],
      ['vulnerability-3', null],
      ['T-1', null],
      ['vulnerability-5', null],
    ],
  )
})

test('exploitation is read from threats and from SSVC', async () => {
  const exploitationOf = async (vulnerability: Readonly<Record<string, unknown>>) => {
    const advisory = await advisoryOf(buildCsaf({ version: '2.1', vulnerabilities: [vulnerability] }))
    return advisory.vulnerabilities[0]
  }
  const cases: [details: string, expected: string | null][] = [
    ['This vulnerability is being actively exploited.', 'active'],
    ['Exploited:Yes;Latest Software Release:1', 'active'],
    ['Exploited:No;Latest Software Release:Exploitation Less Likely', 'none'],
    ['No known public exploits specifically target this vulnerability.', 'none'],
    ['Not known to be exploited in the wild.', 'none'],
    ['A proof of concept has been published; it is not known to be exploited.', 'poc'],
    ['Ask your dealer.', null],
  ]
  for (const [details, expected] of cases) {
    const vulnerability = await exploitationOf({ threats: [{ category: 'exploit_status', details }] })
    assert.equal(vulnerability?.exploitation, expected, details)
  }
  const selections = [
    { namespace: 'ssvc', key: 'E', values: [{ key: 'P' }] },
    { namespace: 'ssvc', key: 'A', values: [{ key: 'Y' }] },
    { namespace: 'cvss', key: 'E', values: [{ key: 'A' }] },
  ]
  const ssvc = await exploitationOf({ metrics: [{ content: { ssvc_v2: { selections } } }] })
  assert.deepEqual([ssvc?.exploitation, ssvc?.automatable], ['poc', true])
  const seen = await exploitationOf({ first_known_exploitation_dates: [{ date: '2026-01-01T00:00:00Z' }] })
  assert.equal(seen?.exploitation, 'active')
})

test('every CVSS 4 base score passes, also those that no binary number holds exactly', async () => {
  const metric = {
    products: ['P1'],
    content: {
      cvss_v4: {
        version: '4.0',
        vectorString: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:L/VI:L/VA:N/SC:N/SI:N/SA:N',
        baseScore: 5.3,
        baseSeverity: 'MEDIUM',
      },
    },
  }
  const notes = [{ category: 'description', text: 'x' }]
  const product_status = { known_affected: ['P1'] }
  const remediations = [{ category: 'none_available', details: 'x', product_ids: ['P1'] }]
  const vulnerabilities = [{ cve: 'CVE-2026-1234', notes, product_status, remediations, metrics: [metric] }]
  assert.deepEqual(await codesOf(buildCsaf({ version: '2.1', vulnerabilities })), [])
})

test('withdrawn and superseded documents, drafts and TLP labels', async () => {
  const withDocument = (document: Readonly<Record<string, unknown>>) =>
    advisoryOf(buildCsaf({ version: '2.1', document }))
  assert.equal((await withDocument({ category: 'csaf_withdrawn' })).state, 'withdrawn')
  assert.equal((await withDocument({ category: 'csaf_superseded' })).state, 'withdrawn')
  assert.equal((await withDocument({ tracking: { id: 'X', status: 'draft' } })).state, 'draft')
  assert.equal((await withDocument({ distribution: { tlp: { label: 'AMBER+STRICT' } } })).tlp, 'AMBER+STRICT')
  assert.equal((await withDocument({ distribution: { tlp: { label: 'PINK' } } })).tlp, 'RED')
  assert.equal((await withDocument({ distribution: {} })).tlp, null)
})

test('hostile titles stay text, hostile addresses are left out with a fault', async () => {
  const json = buildCsaf({
    document: {
      title: '<img src=x onerror=alert(1)>\n "Pump"',
      references: [
        { summary: 'x', url: 'javascript:alert(1)' },
        { summary: 'y', url: 'https://inventra.example/y' },
        { summary: 'again', url: 'https://inventra.example/y' },
      ],
    },
  })
  const { advisory, faults } = await readCsaf(json)
  assert.equal(advisory?.title, '<img src=x onerror=alert(1)> "Pump"')
  assert.deepEqual(
    advisory?.references.map(({ url }) => url),
    ['https://inventra.example/y'],
  )
  assert.ok(
    faults.some(({ code, place }) => code === 'csaf/address' && place === '/document/references/0/url'),
  )
})

test('what can not be told from other documents is no advisory, what merely breaks a rule is', async () => {
  for (const json of [
    null,
    [],
    'x',
    {},
    { document: {} },
    { document: { csaf_version: '2.0', tracking: {} } },
  ]) {
    const { advisory, validity, faults } = await readCsaf(json)
    assert.deepEqual([advisory, validity], [null, 'invalid'])
    assert.ok(faults.length > 0)
  }
  const { advisory, validity } = await readCsaf(
    buildCsaf({ document: { publisher: undefined, csaf_version: '3.0' } }),
  )
  assert.equal(validity, 'invalid')
  assert.equal(advisory?.publisher, 'unknown')
  assert.equal(advisory?.statements.length, 2)
  assert.ok((await codesOf(buildCsaf({ document: { csaf_version: '3.0' } }))).includes('csaf/version'))
})
