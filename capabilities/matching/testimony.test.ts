// Tests of what one document says about a version, and that an all-clear needs certainty where a warning does not.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Advisory, StatedVersion, Statement } from '@salus/standards/advisory'
import { buildAdvisory, buildStatement } from './builders.ts'
import { linkStatements } from './judge.ts'
import { readMatchableStatements } from './matchable.ts'
import { type InventoryLike, inventoryName } from './product-name.ts'
import { testimonyOf } from './testimony.ts'

const cve = 'CVE-2030-0001'
const product = { vendor: 'Northwind Medical', name: 'PumpGate', fullName: 'Northwind Medical PumpGate' }
const asset: InventoryLike = { vendor: 'Northwind Medical', product: 'PumpGate', version: '2.3.1' }
const exact = (text: string): StatedVersion => ({ kind: 'exact', text })

function hear(statements: readonly Statement[], item = asset, parts: Partial<Advisory> = {}) {
  const advisory = buildAdvisory(statements, parts)
  const source = { advisoryId: 1, revisionId: 1, sha256: '00', advisory }
  const name = inventoryName(item)
  const linked = linkStatements(name, readMatchableStatements(advisory))
  const known = { vendors: [], distribution: null }
  return testimonyOf({ name, version: item.version }, known, source, linked, cve)
}

const free = (version: StatedVersion, parts: Partial<Statement> = {}) =>
  buildStatement(product, version, { status: 'known_not_affected', ...parts })

test('exact version, range and all versions are told apart', () => {
  const said = (version: StatedVersion) => {
    const testimony = hear([free(version)])
    return testimony && `${testimony.answer} ${testimony.specificity}`
  }
  assert.equal(said(exact('2.3.1')), 'not_affected exact')
  assert.equal(said({ kind: 'text', text: '< 2.4.0' }), 'not_affected range')
  assert.equal(said({ kind: 'all' }), 'not_affected all')
  assert.equal(said({ kind: 'unstated' }), 'not_affected all')
  assert.equal(said(exact('2.3.2')), null, 'another version')
})

test('to be outside of all affected ranges is no statement', () => {
  assert.equal(hear([buildStatement(product, { kind: 'text', text: '< 2.0' })]), null)
})

test('each status is heard as what it is', () => {
  const answer = (status: Statement['status']) => hear([free(exact('2.3.1'), { status })])?.answer ?? null
  assert.equal(answer('known_affected'), 'affected')
  assert.equal(answer('first_affected'), 'affected')
  assert.equal(answer('last_affected'), 'affected')
  assert.equal(answer('fixed'), 'not_affected')
  assert.equal(answer('first_fixed'), 'not_affected')
  assert.equal(answer('known_not_affected'), 'not_affected')
  assert.equal(answer('under_investigation'), 'cannot_tell')
  assert.equal(answer('unknown'), 'cannot_tell')
  assert.equal(answer('recommended'), null, 'advice to install is no word on who is affected')
})

test('an option, a platform or a version that the inventory does not state frees nothing', () => {
  const inside = buildStatement({ ...product, platforms: ['Ward Hub'] }, exact('2.3.1'), { status: 'fixed' })
  assert.equal(hear([inside]), null)
  assert.equal(hear([inside], { ...asset, environment: 'Ward Hubble 3' }), null)
  assert.equal(hear([inside], { ...asset, environment: 'Ward Hub 3' })?.answer, 'not_affected')
  assert.equal(hear([free(exact('2.3.1'))], { ...asset, version: null }), null)
  assert.equal(hear([free({ kind: 'all' })], { ...asset, version: null })?.answer, 'not_affected')
})

test('a statement on another vulnerability says nothing, one on the whole document does', () => {
  assert.equal(hear([free(exact('2.3.1'), { vulnerability: 'CVE-2030-0002' })]), null)
  const vulnerability = {
    key: cve,
    cveId: cve,
    title: null,
    description: null,
    cweIds: [],
    scores: [],
    exploitation: null,
    automatable: null,
  }
  const whole = hear([free(exact('2.3.1'), { vulnerability: null })], asset, {
    vulnerabilities: [vulnerability],
  })
  assert.equal(whole?.answer, 'not_affected')
})

test('a document that says two things of a version warns', () => {
  const both = [free(exact('2.3.1')), free(exact('2.3.1'), { status: 'known_affected' })]
  assert.equal(hear(both)?.answer, 'affected')
})

test('a VEX document without statements is not read from its description', () => {
  const description = 'Acme PumpGate before 2.4.0 allows anything.'
  const vulnerability = { key: cve, cveId: cve, title: null, description, cweIds: [], scores: [] }
  const record = buildAdvisory([], {
    format: 'cve-5',
    vulnerabilities: [{ ...vulnerability, exploitation: null, automatable: null }],
  })
  assert.equal(readMatchableStatements(record).length, 1, 'the text of a CVE record is read')
  for (const format of ['openvex', 'cyclonedx-vex'] as const)
    assert.deepEqual(readMatchableStatements({ ...record, format }), [])
})
