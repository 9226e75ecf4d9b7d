// Bounds in fields of their own and single versions, with their edges and refusals.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { versionKey } from '../versions/index.ts'
import { intervalsContain, type RangeReading, readBounds, readExactVersion, schemeFor } from './index.ts'

function holds({ intervals, scheme }: RangeReading, version: string): boolean {
  return intervalsContain(intervals, versionKey(scheme, version) ?? assert.fail(version))
}

test('an introduced version is affected and a fixed one is not', () => {
  const reading = readBounds({ type: 'SEMVER', low: '1.2.0', high: '1.4.0' })
  assert.deepEqual([reading.grade, reading.scheme, reading.all], ['exact', 'semver', false])
  assert.ok(holds(reading, '1.2.0') && holds(reading, '1.3.9') && holds(reading, '1.4.0-rc.1'))
  assert.ok(!holds(reading, '1.4.0') && !holds(reading, '1.1.9'))
})

test('the last affected version of a device counts with its builds', () => {
  const reading = readBounds({ type: 'custom', low: '0', high: '31.4.6', highInclusive: true })
  assert.ok(holds(reading, '31.4.6.7712') && holds(reading, '31.4.6') && holds(reading, '1'))
  assert.ok(!holds(reading, '31.4.7'))
})

test('excluded lower bounds leave out the version itself', () => {
  const reading = readBounds({ low: '5.1', lowInclusive: false })
  assert.ok(holds(reading, '5.2') && !holds(reading, '5.1') && !holds(reading, '5.0'))
})

test('no bound at all is every version, and a bound that does not parse leaves the range unparsed', () => {
  assert.ok(readBounds({ low: '0', high: '*', highInclusive: true }).all)
  for (const bounds of [{ low: 'soon' }, { high: 'n/a' }, { type: 'pypi', low: '1.0', high: '2.0-banana' }]) {
    const reading = readBounds(bounds)
    assert.equal(reading.grade, 'unparsed')
    assert.deepEqual(reading.intervals, [])
  }
})

test('prose in a bound is read as prose', () => {
  const reading = readBounds({ type: 'custom', low: '9.18.0 and below', high: '9.18.0 and below' })
  assert.equal(reading.grade, 'parsed')
  assert.ok(holds(reading, '9.18.0') && holds(reading, '9.1') && !holds(reading, '9.19.0'))
})

test('versions that are called SemVer but are not are compared part by part', () => {
  const reading = readBounds({ type: 'semver', low: '22.2-NXQ', high: '22.2R3-S4-NXQ' })
  assert.equal(reading.scheme, 'generic')
  assert.ok(holds(reading, '22.2R3-S3') && holds(reading, '22.2R1'))
  assert.ok(!holds(reading, '22.2R3-S4') && !holds(reading, '22.1R3'))
  assert.equal(readBounds({ low: '1.0.0', high: '2.0R1' }, 'semver').grade, 'unparsed')
})

test('bounds in the wrong order hold nothing', () => {
  assert.deepEqual(readBounds({ low: '3.0', high: '2.0' }).intervals, [])
})

test('a single version holds itself; a whole number or wildcard its branch', () => {
  assert.ok(holds(readExactVersion('8'), '8.0.3'))
  assert.ok(holds(readExactVersion('14.1.x'), '14.1.2'))
  assert.ok(holds(readExactVersion('VM5.0'), 'VM5.0'))
  assert.ok(holds(readExactVersion('1.52'), '1.52 build 4') && !holds(readExactVersion('1.52'), '1.53'))
  assert.ok(!holds(readExactVersion('1.2'), '1.2.1'))
  assert.ok(!holds(readExactVersion('1.2.3', 'semver'), '1.2.4'))
  assert.ok(holds(readExactVersion('1.2.3', 'rpm'), '1.2.3-4.el9'))
  assert.ok(readExactVersion('*').all)
  assert.equal(readExactVersion('unknown').grade, 'unparsed')
})

test('the scheme follows the ecosystem, else it is generic', () => {
  assert.equal(schemeFor({ purlType: 'npm' }), 'semver')
  assert.equal(schemeFor({ ecosystem: 'Debian:12' }), 'deb')
  assert.equal(schemeFor({ ecosystem: 'PyPI' }), 'pep440')
  assert.equal(schemeFor({ purlType: 'rpm' }), 'rpm')
  assert.equal(schemeFor({ purlType: 'maven' }), 'maven')
  assert.equal(schemeFor({ ecosystem: 'Alpine:v3.20' }), 'apk')
  assert.equal(schemeFor({ ecosystem: 'RubyGems' }), 'gem')
  assert.equal(schemeFor({ type: '__proto__' }), 'generic')
  assert.equal(schemeFor({}), 'generic')
})

test('of several ends in one field the first one counts', () => {
  const holds = (version: string, type: string) => {
    const reading = readBounds({ type, low: '23.2', high: '23.2R1-S2, 23.2R2' })
    const key = versionKey('generic', version)
    return key !== null && intervalsContain(reading.intervals, key)
  }
  for (const type of ['custom', 'semver']) {
    assert.ok(holds('23.2R1', type), type)
    assert.ok(!holds('23.2R1-S2', type) && !holds('23.2R2', type) && !holds('22.4R3', type), type)
  }
  assert.equal(readBounds({ type: 'custom', high: '1.2, and more' }).grade, 'unparsed')
})
