// What decides between a new, a revised, a known and a late document.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compareVersions, decideRevision, isMajorChange, versioningOf } from './revision.ts'

const edition = (version: string, sha256 = version, revisedAt: string | null = null) => ({
  version,
  sha256,
  revisedAt,
})

test('integer, semantic and instant versions are ordered, anything else is not', () => {
  const cases: readonly [string, string, number | null][] = [
    ['2', '10', -1],
    ['10', '2', 1],
    ['3', '3', 0],
    ['1.9.0', '1.10.0', -1],
    ['2.0.0', '2', 0],
    ['1.0.0-1', '1.0.0', -1],
    ['1.0.0-alpha.2', '1.0.0-alpha.10', -1],
    ['1.0.0-alpha', '1.0.0-1', 1],
    ['1.0.0+a', '1.0.0+b', 0],
    ['2026-03-01T08:00:00.000Z', '2026-03-02T08:00:00.000Z', -1],
    ['final', '2', null],
    ['', '1', null],
    ['1.2', '1.3', null],
    ['99999999999999999999', '1', null],
  ]
  for (const [left, right, order] of cases)
    assert.equal(compareVersions(left, right), order, `${left} ${right}`)
})

test('comparing versions never throws and is antisymmetric', () => {
  const version = fc.oneof(fc.string(), fc.stringMatching(/^\d{1,3}(\.\d{1,3}\.\d{1,3}(-[a-z0-9.]{1,5})?)?$/))
  fc.assert(
    fc.property(version, version, (left, right) => {
      const order = compareVersions(left, right)
      assert.equal(compareVersions(right, left), order === null ? null : 0 - order)
    }),
  )
})

test('a document is new, revised, known or late', () => {
  assert.equal(decideRevision(edition('1'), null, []), 'new')
  assert.equal(decideRevision(edition('2'), edition('1'), [edition('1')]), 'revised')
  assert.equal(decideRevision(edition('2'), edition('2'), [edition('2')]), 'known')
  assert.equal(decideRevision(edition('1'), edition('2'), [edition('1'), edition('2')]), 'known')
  assert.equal(decideRevision(edition('1'), edition('2'), [edition('2')]), 'late')
})

test('the same version with another content replaces, unless it says that it is older', () => {
  const current = edition('1', 'a', '2026-03-02T00:00:00.000Z')
  assert.equal(decideRevision(edition('1', 'b', '2026-03-02T00:00:00.000Z'), current, [current]), 'revised')
  assert.equal(decideRevision(edition('1', 'b', '2026-03-01T00:00:00.000Z'), current, [current]), 'late')
  assert.equal(decideRevision(edition('final', 'b', null), current, [current]), 'revised')
})

test('semantic versions are told from integers, and a change of their major part is seen', () => {
  assert.deepEqual(['3', '1.2.3', '1.0.0-rc.1', '2026-03-01T00:00:00.000Z', '1.2', 'R2'].map(versioningOf), [
    'integer',
    'semantic',
    'semantic',
    null,
    null,
    null,
  ])
  const cases: readonly [before: string, after: string, isMajor: boolean][] = [
    ['1.4.2', '2.0.0', true],
    ['1.4.2', '1.5.0', false],
    ['2.0.0-1', '2.0.0', false],
    ['0.9.0', '1.0.0', true],
    ['1', '2', false],
    ['1', '2.0.0', false],
  ]
  for (const [before, after, isMajor] of cases)
    assert.equal(isMajorChange(before, after), isMajor, `${before} to ${after}`)
})

test('a deleted version comes back with a newer one only, and where nothing tells which is newer', () => {
  const deleted = (version: string, revisedAt: string | null) => ({
    version,
    revisedAt,
    sha256: 'old',
    isDeleted: true,
  })
  const arrived = (version: string, revisedAt: string | null) => ({ version, revisedAt, sha256: 'new' })
  const [early, late] = ['2026-03-01T00:00:00.000Z', '2026-03-02T00:00:00.000Z']
  const cases: readonly (readonly [string, string | null, string, string | null, string])[] = [
    ['2', early, '3', early, 'revised'],
    ['2', early, '1', late, 'late'],
    ['2', early, '2', early, 'kept-deleted'],
    ['2', early, '2', late, 'revised'],
    ['2', late, '2', early, 'late'],
    ['2', null, '2', null, 'kept-deleted'],
    ['spring', early, 'summer', late, 'revised'],
    ['spring', early, 'summer', early, 'kept-deleted'],
    ['spring', null, 'summer', null, 'revised'],
  ]
  for (const [version, at, newVersion, newAt, expected] of cases)
    assert.equal(
      decideRevision(arrived(newVersion, newAt), deleted(version, at), []),
      expected,
      `${version} ${at} then ${newVersion} ${newAt}`,
    )
})
