// Tests of reading OSV records.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mutationsOf } from '../json/builders.ts'
import { readOsv } from './index.ts'

type Json = Readonly<Record<string, unknown>>

function recordOf(changes: Json = {}): Json {
  return {
    schema_version: '1.6.0',
    id: 'PYSEC-2026-1',
    modified: '2026-03-05T10:00:00Z',
    published: '2026-03-04T10:00:00Z',
    aliases: ['CVE-2026-12345', 'GHSA-aaaa-bbbb-cccc'],
    details: 'inventra-tool runs what it is sent.\nUpdate it.',
    affected: [affectedOf([{ introduced: '0' }, { fixed: '2.4.0' }])],
    references: [{ type: 'WEB', url: 'https://inventra.example/a' }],
    severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }],
    ...changes,
  }
}

function affectedOf(events: readonly Json[], type = 'ECOSYSTEM', more: Json = {}): Json {
  return {
    package: { ecosystem: 'PyPI', name: 'inventra-tool', purl: 'pkg:pypi/inventra-tool' },
    ranges: [{ type, events }],
    ...more,
  }
}

function read(changes: Json) {
  const reading = readOsv(recordOf(changes))
  return reading.outcome === 'read' ? reading : assert.fail(JSON.stringify(reading.faults))
}

function bounds(low: string | null, high: string | null, highInclusive = false, type = 'ECOSYSTEM') {
  return { kind: 'bounds', type, low, lowInclusive: true, high, highInclusive }
}

test('a record is read whole', () => {
  const { value, warnings } = read({})
  assert.deepEqual(warnings, [])
  assert.deepEqual(
    [value.publisher, value.trackingId, value.version, value.state, value.title],
    [
      'Python Packaging Advisory Database',
      'PYSEC-2026-1',
      '2026-03-05T10:00:00.000Z',
      'published',
      'inventra-tool runs what it is sent.',
    ],
  )
  assert.deepEqual(
    value.vulnerabilities.map(({ key, cveId, scores }) => [key, cveId, scores[0]?.baseScore]),
    [['CVE-2026-12345', 'CVE-2026-12345', 9.8]],
  )
  const [statement] = value.statements
  assert.equal(statement?.pointer, '/affected/0/ranges/0')
  assert.equal(statement?.vulnerability, 'CVE-2026-12345')
  assert.deepEqual(statement?.version, bounds(null, '2.4.0'))
  assert.deepEqual(
    [statement?.product.ecosystem, statement?.product.purls],
    ['PyPI', ['pkg:pypi/inventra-tool']],
  )
  assert.deepEqual(value.remediations, [
    {
      category: 'vendor_fix',
      details: 'Update inventra-tool to 2.4.0 or later.',
      url: null,
      productIds: ['pkg:pypi/inventra-tool'],
      vulnerability: 'CVE-2026-12345',
    },
  ])
})

test('events become bounds', () => {
  const cases: [events: Json[], expected: unknown[]][] = [
    [[{ introduced: '0' }], [{ kind: 'all' }]],
    [[{ introduced: '1.0' }], [bounds('1.0', null)]],
    [[{ introduced: '1.0' }, { last_affected: '1.9' }], [bounds('1.0', '1.9', true)]],
    [[{ introduced: '0' }, { limit: '2.0' }], [bounds(null, '2.0')]],
    [[{ introduced: '0' }, { limit: '*' }], [{ kind: 'all' }]],
    [
      [{ introduced: '0' }, { fixed: '1.2' }, { introduced: '2.0' }, { fixed: '2.1' }, { introduced: '3' }],
      [bounds(null, '1.2'), bounds('2.0', '2.1'), bounds('3', null)],
    ],
    [
      [{ fixed: '2.10' }, { introduced: '2.9' }, { fixed: '1.2' }, { introduced: '0' }],
      [bounds(null, '1.2'), bounds('2.9', '2.10')],
    ],
  ]
  for (const [events, expected] of cases) {
    const { value } = read({ affected: [affectedOf(events)] })
    assert.deepEqual(
      value.statements.map(({ version }) => version),
      expected,
      JSON.stringify(events),
    )
  }
  const semver = read({ affected: [affectedOf([{ introduced: '1.0.0' }], 'SEMVER')] })
  assert.deepEqual(semver.value.statements[0]?.version, bounds('1.0.0', null, false, 'semver'))
})

test('unordered events and ranges without a start are warnings', () => {
  const unordered = read({ affected: [affectedOf([{ fixed: '2' }, { introduced: '1' }])] })
  assert.deepEqual(
    unordered.warnings.map(({ code, place }) => [code, place]),
    [['osv/events-unordered', '/affected/0/ranges/0/events']],
  )
  const startless = read({ affected: [affectedOf([{ fixed: '2' }], 'ECOSYSTEM', { versions: ['1.0'] })] })
  assert.ok(startless.warnings.some(({ code }) => code === 'osv/range-without-start'))
  assert.deepEqual(
    startless.value.statements.map(({ version }) => version),
    [{ kind: 'exact', text: '1.0' }],
  )
})

test('ranges win over lists of versions, versions over ranges of commits', () => {
  const git = {
    type: 'GIT',
    repo: 'https://git.inventra.example',
    events: [{ introduced: '0' }, { fixed: 'abc' }],
  }
  const withRange = affectedOf([{ introduced: '0' }, { fixed: '2' }], 'ECOSYSTEM', {
    versions: ['1.0', '1.1'],
  })
  assert.equal(read({ affected: [withRange] }).value.statements.length, 1)
  const withGit = read({ affected: [affectedOf([], 'GIT', { ranges: [git], versions: ['1.0', '1.1'] })] })
  assert.deepEqual(
    withGit.value.statements.map(({ version, pointer }) => [pointer, version]),
    [
      ['/affected/0/versions/0', { kind: 'exact', text: '1.0' }],
      ['/affected/0/versions/1', { kind: 'exact', text: '1.1' }],
    ],
  )
  assert.deepEqual(
    withGit.warnings.map(({ code }) => code),
    ['osv/git-ranges'],
  )
  const onlyGit = read({ affected: [affectedOf([], 'GIT', { ranges: [git] })] })
  assert.deepEqual(
    onlyGit.value.statements.map(({ version }) => version),
    [bounds(null, 'abc', false, 'git')],
  )
  const nothing = read({ affected: [affectedOf([], 'ECOSYSTEM', { ranges: [] })] })
  assert.deepEqual(
    nothing.value.statements.map(({ version }) => version),
    [{ kind: 'unstated' }],
  )
})

test('withdrawn records, records without and with several CVE ids', () => {
  assert.equal(read({ withdrawn: '2026-03-06T00:00:00Z' }).value.state, 'withdrawn')
  const none = read({ aliases: [] }).value
  assert.deepEqual(
    [none.vulnerabilities[0]?.key, none.vulnerabilities[0]?.cveId, none.statements[0]?.vulnerability],
    ['PYSEC-2026-1', null, 'PYSEC-2026-1'],
  )
  const two = read({ aliases: ['CVE-2026-1111', 'CVE-2026-2222'] }).value
  assert.deepEqual([two.vulnerabilities.length, two.statements[0]?.vulnerability], [2, null])
})

test('an entry without package is a warning, a record without id is refused', () => {
  const { value, warnings } = read({ affected: [{ ranges: [{ type: 'GIT', events: [] }] }] })
  assert.deepEqual([value.statements.length, warnings[0]?.code], [0, 'osv/nameless-package'])
  for (const json of [null, [], {}, { id: 'X' }, { id: 'x'.repeat(201), modified: '2026-01-01T00:00:00Z' }]) {
    const reading = readOsv(json)
    assert.ok(reading.outcome === 'refused' && reading.faults[0].code === 'osv/not-a-record')
  }
})

test('no JSON and no change to a good record makes the reader throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), mutationsOf(recordOf())), (json) => {
      const reading = readOsv(json)
      if (reading.outcome === 'refused') assert.ok(reading.faults.length > 0)
    }),
    { numRuns: 1000 },
  )
})

test('a package without package URL gets the one that ecosystem and name say', () => {
  const cases: [ecosystem: string, name: string, purl: string | undefined][] = [
    ['Go', 'example.com/Inventra/tool/v2', 'pkg:golang/example.com/inventra/tool/v2'],
    ['npm', '@inventra/tool', 'pkg:npm/%40inventra/tool'],
    ['Maven', 'example.inventra:tool', 'pkg:maven/example.inventra/tool'],
    ['PyPI', 'Inventra_Tool', 'pkg:pypi/inventra-tool'],
    ['Maven', 'no-group', undefined],
    ['Debian:12', 'inventra', undefined],
    ['Go', 'a name with blanks', undefined],
  ]
  for (const [ecosystem, name, purl] of cases) {
    const entry = {
      package: { ecosystem, name },
      ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }] }],
    }
    assert.equal(
      read({ affected: [entry] }).value.statements[0]?.product.purls[0],
      purl,
      `${ecosystem} ${name}`,
    )
  }
})
