// Tests of who counts as the maker of a product, and who only says so.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Advisory, StatedProduct } from '@salus/standards/advisory'
import { authorityOf } from './authority.ts'
import { distributionPackageOf } from './backport.ts'
import { buildAdvisory, buildStatement } from './builders.ts'
import { readMatchableStatements } from './matchable.ts'

function authority(
  advisory: Partial<Advisory>,
  product: Partial<StatedProduct>,
  vendors: readonly string[],
  purl: string | null = null,
) {
  const statement = buildStatement(product, { kind: 'exact', text: '1.0' })
  const document = buildAdvisory([statement], advisory)
  const [matchable] = readMatchableStatements(document)
  const distribution = distributionPackageOf({ vendor: null, product: 'x', version: '1.0', purl })
  return authorityOf(document, matchable ?? assert.fail(), { vendors, distribution })
}

test('the vendor that the inventory names is the maker, in any spelling', () => {
  const vex = { format: 'openvex', publisher: 'Northwind Medical GmbH' } as const
  assert.equal(authority(vex, { vendor: null, name: 'Pump' }, ['Northwind Medical']), 'manufacturer')
  assert.equal(authority(vex, { vendor: 'Northwind Medical', name: 'Pump' }, ['Southwind']), 'anybody')
})

test('nobody makes itself the maker of a product whose vendor nobody else names', () => {
  const vex = { format: 'csaf-2.0', publisher: 'Mallory', publisherCategory: 'vendor' } as const
  assert.equal(authority(vex, { vendor: 'Mallory', name: 'Pump' }, []), 'anybody')
})

test('records of CVE and OSV and what coordinators publish come next', () => {
  const product = { vendor: 'Northwind Medical', name: 'Pump' }
  assert.equal(authority({ format: 'cve-5', publisher: 'CVE (x)' }, product, []), 'coordinator')
  assert.equal(authority({ format: 'osv', publisher: 'A Database' }, product, []), 'coordinator')
  const centre = { format: 'csaf-2.1', publisher: 'A Centre', publisherCategory: 'coordinator' } as const
  assert.equal(authority(centre, product, ['Northwind Medical']), 'coordinator')
  assert.equal(authority({ format: 'cyclonedx-vex', publisher: 'unknown' }, product, []), 'anybody')
})

test('of a package of a distribution the distributor is the maker, and the program’s makers know nothing', () => {
  const purl = 'pkg:deb/debian/libwave@1.0-1?distro=debian-12'
  const own = { name: 'libwave', purls: ['pkg:deb/debian/libwave@1.0'] }
  const csaf = { format: 'csaf-2.0', publisher: 'Debian Security Team', publisherCategory: 'vendor' } as const
  assert.equal(authority(csaf, own, [], purl), 'distributor')
  assert.equal(authority({ format: 'osv' }, { ...own, ecosystem: 'Debian:12' }, [], purl), 'distributor')
  assert.equal(authority({ ...csaf, publisher: 'Mallory' }, own, [], purl), 'anybody')
  const upstream = { vendor: 'Wave', name: 'libwave', cpes: ['cpe:2.3:a:wave:libwave:*:*:*:*:*:*:*:*'] }
  assert.equal(authority({ publisher: 'Wave' }, upstream, ['Wave'], purl), 'anybody')
})
