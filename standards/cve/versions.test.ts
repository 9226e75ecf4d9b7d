// Tests of how CVE version entries are read into stated versions.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildCve } from './builders.ts'
import { readCve } from './index.ts'

type Json = Readonly<Record<string, unknown>>

function read(affected: readonly Json[]) {
  const reading = readCve(buildCve({ affected }))
  return reading.outcome === 'read' ? reading : assert.fail(JSON.stringify(reading.faults))
}

/** Statuses and versions in one line each, such as `known_affected [1.0, 2.0) semver`. */
function linesOf(versions: readonly Json[], entry: Json = {}): string[] {
  const { value } = read([{ vendor: 'Inventra', product: 'Infusor X', versions, ...entry }])
  return value.statements.map(({ status, version, defaultOf }) => {
    const said =
      version.kind === 'bounds'
        ? `${version.lowInclusive ? '[' : '('}${version.low ?? ''}, ${version.high ?? ''}${version.highInclusive ? ']' : ')'} ${version.type}`
        : `${version.kind}${'text' in version ? ` ${version.text}` : ''}`
    return `${status} ${said}${defaultOf === undefined ? '' : ' by default'}`
  })
}

test('bounds are read with their inclusion', () => {
  const cases: [entry: Json, line: string][] = [
    [{ version: '1.0', lessThan: '2.0', versionType: 'semver' }, '[1.0, 2.0) semver'],
    [{ version: '1.0', lessThanOrEqual: '2.0' }, '[1.0, 2.0] custom'],
    [{ version: '0', lessThan: '2.0' }, '[, 2.0) custom'],
    [{ version: 'unspecified', lessThanOrEqual: '2.0' }, '[, 2.0] custom'],
    [{ version: 'n/a', lessThan: '2.0' }, '[, 2.0) custom'],
    [{ version: '1.0', lessThan: '*' }, '[1.0, ) custom'],
    [{ version: '1.0', lessThan: 'unspecified' }, '[1.0, ) custom'],
    [{ version: '6.6.33', lessThanOrEqual: '6.6.*' }, '[6.6.33, 6.6.*] custom'],
    [{ version: 'next of 1.0', lessThan: '2.0' }, '(1.0, 2.0) custom'],
    [{ version: '2.0', lessThan: '2.0' }, '[, 2.0) custom'],
    [{ version: '2.0', lessThanOrEqual: '2.0' }, '[, 2.0] custom'],
    [{ version: '12.2\\(33\\)a', lessThan: '12.3\\(1\\)' }, '[12.2(33)a, 12.3(1)) custom'],
    [{ version: '0', lessThanOrEqual: '*' }, 'all'],
    [{ version: 'n/a', lessThanOrEqual: 'n/a' }, 'unstated'],
    [{ version: '10.0', lessThan: 'publication' }, 'text >= 10.0, < publication'],
    [{ version: '0', lessThanOrEqual: '<= 4.1' }, 'text <= 4.1'],
    [{ version: 'before 2.3', lessThan: 'before 2.3' }, 'text < before 2.3'],
  ]
  for (const [entry, line] of cases) {
    assert.deepEqual(
      linesOf([{ status: 'affected', ...entry }]),
      [`known_affected ${line}`],
      JSON.stringify(entry),
    )
  }
})

test('single versions are exact, all, prose or nothing', () => {
  const cases: [version: string, line: string][] = [
    ['2.4.0', 'exact 2.4.0'],
    ['V4.1SP2', 'exact V4.1SP2'],
    ['12.2\\(33\\)a', 'exact 12.2(33)a'],
    ['*', 'all'],
    ['n/a', 'unstated'],
    ['-', 'unstated'],
    ['unspecified', 'unstated'],
    ['all versions', 'text all versions'],
    ['before 2.3', 'text before 2.3'],
    ['<= 4.1', 'text <= 4.1'],
    ['12.1.1-12.1.3', 'text 12.1.1-12.1.3'],
    ['7.x', 'text 7.x'],
    ['0', 'unstated'],
  ]
  for (const [version, line] of cases) {
    assert.deepEqual(linesOf([{ status: 'affected', version }]), [`known_affected ${line}`], version)
  }
})

test('changes of status split the interval', () => {
  const versions = [
    {
      version: '11.1',
      lessThan: '11.1.9',
      status: 'affected',
      versionType: 'custom',
      changes: [
        { at: '11.1.2-h3', status: 'unaffected' },
        { at: '11.1.5', status: 'affected' },
        { at: '11.1.9', status: 'unaffected' },
      ],
    },
  ]
  assert.deepEqual(linesOf(versions), [
    'known_affected [11.1, 11.1.2-h3) custom',
    'known_not_affected [11.1.2-h3, 11.1.5) custom',
    'known_affected [11.1.5, 11.1.9) custom',
  ])
  const open = [
    { version: '1.0', lessThan: '*', status: 'affected', changes: [{ at: '1.4', status: 'unaffected' }] },
  ]
  assert.deepEqual(linesOf(open), ['known_affected [1.0, 1.4) custom', 'known_not_affected [1.4, ) custom'])
})

test('a range that a converter split into two entries is joined again', () => {
  const versions = [
    { version: 'unspecified', lessThan: '8.13.3', status: 'affected' },
    { version: '8.14.0', lessThan: 'unspecified', status: 'affected' },
    { version: 'unspecified', lessThan: '8.14.1', status: 'affected' },
  ]
  assert.deepEqual(linesOf(versions), [
    'known_affected [, 8.13.3) custom',
    'known_affected [8.14.0, 8.14.1) custom',
  ])
})

test('the default status says what holds for versions that are not listed', () => {
  const unaffected = [{ version: '2.4', lessThan: '*', status: 'unaffected' }]
  assert.deepEqual(linesOf(unaffected, { defaultStatus: 'affected' }), [
    'known_not_affected [2.4, ) custom',
    'known_affected all by default',
  ])
  assert.deepEqual(linesOf(unaffected, { defaultStatus: 'unknown' }), ['known_not_affected [2.4, ) custom'])
  assert.deepEqual(linesOf([], { defaultStatus: 'affected' }), ['known_affected all'])
  assert.deepEqual(linesOf([], { defaultStatus: 'unaffected' }), ['known_not_affected all'])
  assert.deepEqual(linesOf([], {}), ['unknown unstated'])
  assert.deepEqual(linesOf([{ version: '1' }]), ['unknown exact 1'])
  const { value } = read([{ product: 'A', versions: unaffected, defaultStatus: 'affected' }])
  assert.equal(value.statements[1]?.defaultOf, '/containers/cna/affected/0')
  assert.ok(value.statements[0]?.pointer.startsWith('/containers/cna/affected/0/'))
})

test('ranges of commits are left out where versions of the same product are named', () => {
  const git = { version: '1da177e4c3f4', lessThan: '9d71dd0c7009', status: 'affected', versionType: 'git' }
  const named = { version: '5.10', lessThan: '6.1', status: 'affected' }
  const entry = (versions: readonly Json[]) => ({ vendor: 'Inventra', product: 'Kern', versions })
  const both = read([entry([git]), entry([named])])
  assert.equal(both.value.statements.length, 1)
  assert.deepEqual(
    both.warnings.map(({ code }) => code),
    ['cve/git-ranges'],
  )
  const alone = read([entry([git])])
  assert.equal(alone.value.statements.length, 1)
  assert.deepEqual(alone.warnings, [])
})
