// Tests of the states of an import, of its list, and of the small pure parts around it.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { noFacts } from './asset.ts'
import { headerFingerprint, problemsOfUses, readUses } from './columns.ts'
import { coverageFrom, expectMatchable } from './coverage.ts'
import { writeCsv } from './csv-file.ts'
import { importStates, isEnded, listOf, mayFollow, stemOf } from './import.ts'
import { readPosition, writePosition } from './position.ts'

test('nothing follows the end of an import, and every other state leads on', () => {
  for (const state of importStates) {
    const leadsOn = importStates.some((next) => mayFollow(state, next))
    assert.equal(leadsOn, !isEnded(state), state)
  }
  assert.equal(mayFollow('mapping', 'stored'), false)
  assert.equal(mayFollow('storing', 'discarded'), false)
})

test('all device lists are one list, each SBOM is its own', () => {
  assert.equal(listOf('csv', null, 'november.csv'), listOf('fhir', null, 'devices.json'))
  assert.equal(listOf('cyclonedx-json', 'Archive', 'bom.json'), 'sbom:archive')
  assert.equal(
    listOf('spdx-json', null, 'Archive-2.3.1.spdx.json'),
    listOf('spdx-json', null, 'archive_2.4.0.json'),
  )
  assert.notEqual(listOf('spdx-json', null, 'archive.json'), listOf('spdx-json', null, 'portal.json'))
})

test('any file name has a stem', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 300 }), (name) => stemOf(name).length > 0),
    { numRuns: 300 },
  )
})

test('a field is given by one column only, but a site may be told by several', () => {
  assert.deepEqual(problemsOfUses(['name', 'site', 'site', 'leave-out', 'leave-out']), [])
  assert.deepEqual(problemsOfUses(['name', 'version', 'version']), [
    { kind: 'used-twice', use: 'version', columns: [1, 2] },
  ])
  assert.deepEqual(problemsOfUses(['serial', 'site']), [{ kind: 'nothing-named' }])
})

test('a remembered reading of columns counts only if it fits', () => {
  assert.deepEqual(readUses(['name', 'leave-out'], 2), ['name', 'leave-out'])
  for (const stored of [null, 'name', ['name'], ['name', '__proto__'], ['name', 3], {}])
    assert.equal(readUses(stored, 2), null)
})

test('headings are the same whatever their capitals, and another order is another list', () => {
  assert.equal(headerFingerprint(['Name ', 'SW']), headerFingerprint(['name', 'sw']))
  assert.notEqual(headerFingerprint(['Name', 'SW']), headerFingerprint(['SW', 'Name']))
  assert.notEqual(headerFingerprint(['a,b', 'c']), headerFingerprint(['a', 'b,c']))
})

test('coverage counts what can be matched and who is at stake where it cannot', () => {
  const coverage = coverageFrom([
    { matchable: 'yes', lifeSupporting: true, assets: 4 },
    { matchable: 'needs-version', lifeSupporting: true, assets: 2 },
    { matchable: 'needs-version', lifeSupporting: false, assets: 3 },
    { matchable: 'needs-product', lifeSupporting: false, assets: 1 },
  ])
  assert.deepEqual(coverage, {
    total: 10,
    matchable: 4,
    needsVersion: 5,
    needsProduct: 1,
    lifeSupportingUnmatched: 2,
  })
})

test('before storing we say what can probably be matched', () => {
  const cases = [
    [{ vendor: 'Velora', model: 'P7', version: '1' }, 'yes'],
    [{ vendor: 'Velora', model: 'P7' }, 'needs-version'],
    [{ name: 'Pump 3', version: '1' }, 'needs-product'],
    [{ purl: 'pkg:npm/%40org/box@1.0' }, 'yes'],
    [{ purl: 'pkg:npm/@org/box' }, 'needs-version'],
    [{ cpe: 'cpe:2.3:o:velora:p7:*:*:*:*:*:*:*:*' }, 'needs-version'],
  ] as const
  for (const [facts, expected] of cases) assert.equal(expectMatchable({ ...noFacts, ...facts }), expected)
})

test('no cell of a written CSV begins a formula', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('=', '+', '-', '@', '\t=', ' =', '|'), (text, start) => {
      const [cell = ''] = writeCsv([[start + text]])
        .slice(1)
        .split(/;|\r\n$/)
      assert.ok(cell.startsWith(`"'`))
    }),
    { numRuns: 200 },
  )
  assert.equal(writeCsv([['a "b"', 'c;d']]), '\uFEFF"a ""b""";"c;d"\r\n')
})

test('a position in the list survives its address, and an invented one is the beginning', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', '')),
      fc.nat(),
      (title, id) => {
        assert.deepEqual(readPosition(writePosition({ title, id })), { title, id })
      },
    ),
  )
  for (const text of [undefined, '', 'x', '-1-a', `${'9'.repeat(16)}-a`])
    assert.equal(readPosition(text), null)
})
