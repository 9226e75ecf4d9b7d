// Tests of packages of distributions: upstream ranges leave a doubt, the distributor's word ends it.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import type { Statement } from '@salus/standards/advisory'
import { distributionPackageOf, isFixedInPackage, upstreamVersionOf } from './backport.ts'
import { buildAdvisory, buildStatement } from './builders.ts'
import { judge } from './judge.ts'
import { type MatchableStatement, readMatchableStatements } from './matchable.ts'
import type { InventoryLike } from './product-name.ts'

const lib = 'pkg:deb/debian/libwave'

function packageOf(version: string, purl = `${lib}@${version}?distro=debian-12`): InventoryLike {
  return { vendor: null, product: 'libwave', version, purl, cpe: 'cpe:2.3:a:wave:libwave:*:*:*:*:*:*:*:*' }
}

const upstream = (high: string, low: string | null = null): Statement =>
  buildStatement(
    { name: 'libwave', vendor: 'wave', cpes: ['cpe:2.3:a:wave:libwave:*:*:*:*:*:*:*:*'] },
    { kind: 'bounds', type: 'custom', low, lowInclusive: true, high, highInclusive: false },
  )

const distributed = (fixedIn: string, ecosystem: string, purl = lib): Statement =>
  buildStatement(
    { name: 'libwave', ecosystem, purls: [purl] },
    { kind: 'bounds', type: 'ECOSYSTEM', low: null, lowInclusive: true, high: fixedIn, highInclusive: false },
    { fixedIn },
  )

function matchable(statement: Statement): MatchableStatement {
  const [only] = readMatchableStatements(buildAdvisory([statement], { format: 'osv' }))
  return only ?? assert.fail('no statement')
}

test('release and upstream version are read from purl and version', () => {
  const cases = [
    ['pkg:deb/debian/a@1:3.0.11-1~deb12u2?distro=debian-12.4', '12', '3.0.11'],
    ['pkg:deb/debian/a@3.0.11-1~deb12u2', '12', '3.0.11'],
    ['pkg:deb/ubuntu/a@2.3+dfsg1-1ubuntu4?distro=ubuntu-22.04', '22.04', '2.3'],
    ['pkg:rpm/redhat/a@1:3.0.7-24.el9_2?distro=rhel-9.2', '9', '3.0.7'],
    ['pkg:rpm/amzn/a@2.30.2-2.amzn2.0.7', '2', '2.30.2'],
    ['pkg:apk/alpine/a@3.0.8-r3?distro=alpine-3.18.2', '3.18', '3.0.8'],
    ['pkg:deb/debian/a@4.2-1', null, '4.2'],
  ] as const
  for (const [purl, release, version] of cases) {
    const own = distributionPackageOf({ vendor: null, product: null, version: null, purl })
    assert.ok(own)
    assert.deepEqual([own.release, upstreamVersionOf(own)], [release, version], purl)
  }
  assert.equal(
    distributionPackageOf({ vendor: null, product: null, version: '1', purl: 'pkg:npm/a@1' }),
    null,
  )
})

test('a package within an upstream range is a doubt, outside of it the makers’ fix is in it', () => {
  const answer = (version: string, statement: Statement) =>
    judge(packageOf(version), buildAdvisory([statement])).answer
  assert.equal(answer('3.0.11-1~deb12u2', upstream('3.0.12')), 'cannot_tell')
  assert.equal(answer('3.0.12-1', upstream('3.0.12')), 'not_affected')
  assert.equal(answer('1:3.0.11-1', upstream('3.0.12', '3.0.0')), 'cannot_tell', 'an epoch is no version')
  const program = { vendor: 'wave', product: 'libwave', version: '3.0.11' }
  assert.equal(judge(program, buildAdvisory([upstream('3.0.12')])).answer, 'affected')
  const { explanation } = judge(packageOf('3.0.11-1'), buildAdvisory([upstream('3.0.12')]))
  assert.ok(explanation.some(({ code }) => code === 'backport-possible'))
})

test('a statement of the distribution on its own package is compared as it is', () => {
  const answer = (version: string, ecosystem: string) =>
    judge(packageOf(version), buildAdvisory([distributed('3.0.11-1~deb12u2', ecosystem)], { format: 'osv' }))
      .answer
  assert.equal(answer('3.0.11-1~deb12u1', 'Debian:12'), 'affected')
  assert.equal(answer('3.0.11-1~deb12u2', 'Debian:12'), 'not_affected')
  assert.equal(answer('3.0.11-1~deb12u1', 'Debian:13'), 'no_match', 'another release')
})

test('only the fix of the same release frees a package', () => {
  const frees = (item: InventoryLike, statement: Statement) => {
    const own = distributionPackageOf(item)
    return own !== null && isFixedInPackage(own, matchable(statement))
  }
  const fix = '3.0.11-1~deb12u2'
  const cases: readonly [InventoryLike, Statement, boolean][] = [
    [packageOf('3.0.11-1~deb12u2'), distributed(fix, 'Debian:12'), true],
    [packageOf('3.0.11-1~deb12u3'), distributed(fix, 'Debian:12'), true],
    [packageOf('3.0.11-1~deb12u1'), distributed(fix, 'Debian:12'), false],
    [packageOf('3.0.14-1'), distributed(fix, 'Debian:11'), false],
    [packageOf('3.0.14-1', `${lib}@3.0.14-1`), distributed('3.0.11-1', 'Debian:12'), false],
    [packageOf('3.0.14-1'), distributed('3.0.11-1', 'Debian'), false],
  ]
  for (const [item, statement, expected] of cases)
    assert.equal(frees(item, statement), expected, `${item.purl} ${statement.fixedIn}`)
  const rpm = 'pkg:rpm/redhat/libwave'
  const own = (version: string) => packageOf(version, `${rpm}@${version}`)
  const csaf = buildStatement(
    { name: 'libwave', purls: [`${rpm}@3.0.7-24.el9`] },
    { kind: 'exact', text: '3.0.7-24.el9' },
    { status: 'fixed' },
  )
  assert.equal(frees(own('3.0.7-25.el9_3'), csaf), true)
  assert.equal(frees(own('3.0.7-25.el8'), csaf), false, 'a fix of release 9 says nothing about release 8')
  assert.equal(frees(own('3.0.7-23.el9'), csaf), false)
})

const dataFolder = process.env.SALUS_TEST_DATA ?? join(import.meta.dirname, '../../../shared/data')
const labelsPath = join(dataFolder, 'sbom-match-labels/labels.jsonl.gz')

interface Label {
  readonly package?: { readonly name: string; readonly version: string }
}

test('no labelled package of a distribution is called affected, or lost, by an upstream range alone', {
  skip: existsSync(labelsPath) ? false : 'sbom-match-labels is not there (set SALUS_TEST_DATA)',
}, () => {
  const packages = new Map<string, string>()
  for (const line of gunzipSync(readFileSync(labelsPath)).toString('utf8').trim().split('\n')) {
    // The file's shape is settled beside it.
    const { package: named } = JSON.parse(line) as Label
    const type = named ? packageTypeOf(named.version) : null
    if (named && type !== null)
      packages.set(`pkg:${type}/any/libwave@${encodeURIComponent(named.version)}`, named.version)
  }
  // The labels come from the distributions' own records, so they say nothing of how often an upstream range is
  // right; what they give is hundreds of versions as distributions really write them.
  assert.ok(packages.size > 500, `${packages.size} versions`)
  const advisory = buildAdvisory([upstream('999999')])
  for (const [purl, version] of packages)
    assert.equal(judge(packageOf(version, purl), advisory).answer, 'cannot_tell', purl)
})

/** As far as the version tells. */
function packageTypeOf(version: string): string | null {
  if (/\.(?:el|fc|amzn)\d/.test(version)) return 'rpm'
  if (/deb\d{1,2}u\d|ubuntu\d/.test(version)) return 'deb'
  return /^\d[\w.]*-r\d{1,3}$/.test(version) ? 'apk' : null
}
