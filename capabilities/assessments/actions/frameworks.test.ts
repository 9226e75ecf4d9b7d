// Tests of frameworks of others: files are taken in whole or refused with every place, shown once confirmed, and answered once for all.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { extract } from 'tar-stream'
import type { Refusal } from '../../../platform/http/problem.ts'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { aMoment, checkingOf, daysLater, type GivenHouse, givenHouse } from '../builders.ts'
import { selectFrameworks } from '../store/frameworks.ts'
import { answerQuestion } from './answer.ts'
import { type Checking, openCheck } from './check.ts'
import { confirmFramework, importFramework, withdrawFramework } from './frameworks.ts'
import { shownFrameworks, viewFramework } from './view-framework.ts'

const dataFolder = process.env.SALUS_TEST_DATA ?? join(import.meta.dirname, '../../../../shared/data')
const archives = ['ciso-assistant-libraries', 'oscal-nist'].map((name) =>
  join(dataFolder, `frameworks/${name}.tar.gz`),
)
const skip = archives.every(existsSync) ? false : 'frameworks are not on this machine; set SALUS_TEST_DATA'
const officer = { actor: 'person:1', name: 'Pia Lorenz' }

let db: TestDatabase
let checking: Checking
let house: GivenHouse
const files = new Map<string, Buffer>()

before(async () => {
  db = await testDatabase()
  checking = checkingOf(db.database)
  house = await givenHouse(db.database, { name: 'Tannau Hospital' })
  await openCheck(checking, house.lead, 3, aMoment)
  if (!skip) for (const archive of archives) await unpack(archive)
})
after(() => db.close())

async function unpack(archive: string): Promise<void> {
  const entries = extract()
  entries.end(gunzipSync(readFileSync(archive)))
  for await (const entry of entries) {
    const parts: Buffer[] = []
    // The stream of a tar entry gives buffers only.
    for await (const part of entry) parts.push(part as Buffer)
    files.set(entry.header.name.split('/').at(-1) ?? '', Buffer.concat(parts))
  }
}

const file = (name: string) => {
  const found = files.get(name)
  assert.ok(found, name)
  return found
}
const take = (bytes: Uint8Array, now = aMoment) => importFramework(checking.context, officer, bytes, now)
const view = (key: string, version = '') =>
  db.database.asMember(house.id, (scope) =>
    viewFramework(checking, scope, { organisationId: house.id, key, version }, aMoment),
  )
const standingOf = async (key: string, ref: string, version = '') =>
  (await view(key, version)).results.find(({ requirement }) => requirement.ref === ref)?.standing

const library = (version: number, nodes: string) => `urn: urn:lakeland:risk:library:house-rules
name: House rules
locale: en
version: ${version}
provider: Lakeland
copyright: Free for members
objects:
  framework:
    urn: urn:lakeland:risk:framework:house-rules
    name: House rules
    requirement_nodes:
${nodes}
  requirement_mapping_sets:
  - source_framework_urn: urn:lakeland:risk:framework:house-rules
    target_framework_urn: urn:intuitem:risk:framework:nist-csf-2.0
    requirement_mappings:
    - source_requirement_urn: urn:lakeland:risk:req_node:house-rules:r1
      target_requirement_urn: urn:intuitem:risk:req_node:nist-csf-2.0:pr.ds-11
      relationship: equal
`
const node = (ref: string, text: string) => `    - urn: urn:lakeland:risk:req_node:house-rules:${ref}
      assessable: true
      depth: 1
      ref_id: ${ref}
      description: ${text}`

test('a file with faults is refused with the place of each, and nothing is stored', async () => {
  const refusal = async (text: string) => {
    const error = await take(Buffer.from(text)).then(
      () => null,
      (found: unknown) => found as Refusal,
    )
    assert.equal(error?.code, 'assessments/framework-faulty')
    return error.faults.map(({ pointer }) => pointer)
  }
  assert.deepEqual(
    await refusal('{"catalog":{"metadata":{"title":"x"},"groups":[{"id":"a","controls":[{"id":"a-1"}]}]}}'),
    ['/catalog/groups/0/controls/0/title', '/catalog', '/catalog/uuid', '/catalog/metadata/version'],
  )
  assert.deepEqual(await refusal('name: x'), ['/objects'])
  assert.deepEqual(await refusal('a: &x [1]\nobjects: *x'), [''])
  assert.deepEqual(await refusal('a: [1\nb: 2'), ['line 2'])
  assert.deepEqual(await db.database.asCentre(selectFrameworks), [])
})

test('whatever stands in the fields of a file, it is stored or refused with a reason', async () => {
  const strange = (changes: Readonly<Record<string, string>>) =>
    Object.entries({
      'urn:lakeland:risk:framework:house-rules': 'urn:lakeland:risk:framework:-.Strange..-Rules-.',
      ...changes,
    }).reduce((text, [from, to]) => text.replaceAll(from, to), library(1, node('r1', 'Restore is tested')))
  const smile = '\u{1f600}'
  const files = [
    strange({ 'version: 1': 'version: ""' }),
    strange({ 'version: 1': 'version: "2\\0"', 'name: House rules': 'name: "a\\0\\ud83d"' }),
    strange({ 'version: 1': 'version: 1.5e300', 'depth: 1': 'depth: 1e300' }),
    strange({ 'version: 1': 'version: 4', 'ref_id: r1': `ref_id: ${'x'.repeat(119)}${smile}` }),
    strange({ 'version: 1': 'version: 5', 'description: ': `description: ${'x'.repeat(3999)}${smile}` }),
    strange({
      'version: 1': 'version: 6',
      '    - urn: urn:lakeland:risk:req_node:house-rules:r1': '    - urn: "a:"',
    }).replace('      ref_id: r1\n', ''),
    strange({ 'version: 1': 'version: 7', 'nist-csf-2.0:pr.ds-11': `nist-csf-2.0:${'ß'.repeat(20_000)}` }),
    strange({ 'version: 1': 'version: 8', 'house-rules:r1': `house-rules:${'ß'.repeat(200)}` }).replace(
      '      ref_id: r1\n',
      '',
    ),
    JSON.stringify({
      catalog: {
        uuid: 'u',
        metadata: { title: `${'x'.repeat(299)}${smile}`, version: `${'x'.repeat(59)}${smile}` },
        controls: [
          {
            id: 'a',
            title: `${'x'.repeat(3999)}${smile}`,
            props: [{ name: 'label', value: `${'x'.repeat(119)}${smile}` }],
            parts: [{ name: 'statement', prose: `${'x'.repeat(3999)}${smile}` }],
          },
        ],
      },
    }),
  ]
  const versions: string[] = []
  for (const text of files) {
    const { frameworkId } = await take(Buffer.from(text))
    assert.ok(frameworkId)
    const found = (await db.database.asCentre(selectFrameworks)).find(({ id }) => id === frameworkId)
    versions.push(found?.version ?? '')
    if (found?.format === 'ciso-assistant') assert.equal(found.key, 'strange-rules')
    await withdrawFramework(checking.context, officer, frameworkId, aMoment)
  }
  assert.deepEqual(versions.slice(0, 3), ['1', '2', '1.5e+300'])
})

test('members see a framework once the centre has confirmed its right, and no longer when it is withdrawn', async () => {
  const { frameworkId } = await take(Buffer.from(library(1, node('r1', 'Restore is tested'))))
  assert.ok(frameworkId)
  const seen = () => db.database.asMember(house.id, shownFrameworks)
  assert.deepEqual(await seen(), [])
  await assert.rejects(() => view('house-rules'), /no check, question/)
  await confirmFramework(checking.context, officer, frameworkId, 'our own rules', aMoment)
  assert.equal((await seen())[0]?.confirmedRight, 'our own rules')
  await assert.rejects(
    () => confirmFramework(checking.context, officer, frameworkId, 'again', aMoment),
    /took this step/,
  )
  await assert.rejects(() => take(Buffer.from(library(1, node('r1', 'x')))), /imported before/)
})

test('an answer given before a new version counts in it too, and the old version stays readable', async () => {
  const give = (fact: string, value: string) =>
    answerQuestion(
      checking,
      house.lead,
      { fact, value, note: null, evidenceUrl: null, language: 'en' },
      aMoment,
    )
  await give('recovery.backup', 'daily')
  await give('recovery.restore-tested', 'within-half-year')
  assert.equal(await standingOf('house-rules', 'r1'), 'met')
  const newer = await take(
    Buffer.from(library(2, `${node('r1', 'Restore is tested twice')}\n${node('r2', 'Something new')}`)),
    daysLater(1),
  )
  assert.ok(newer.frameworkId)
  assert.equal((await view('house-rules')).framework.version, '1', 'not confirmed yet')
  await confirmFramework(checking.context, officer, newer.frameworkId, 'our own rules', aMoment)
  assert.equal((await view('house-rules')).framework.version, '2')
  assert.equal(await standingOf('house-rules', 'r1'), 'met')
  assert.equal(await standingOf('house-rules', 'r2'), 'not-mapped')
  const old = await view('house-rules', '1')
  assert.equal(old.results[0]?.requirement.text, 'Restore is tested')
  assert.equal(old.results[0]?.standing, 'met')
  await withdrawFramework(checking.context, officer, newer.frameworkId, aMoment)
  assert.equal((await view('house-rules')).framework.version, '1')
})

test('one answer counts in CSF 2.0, in the regulation 2024/2690 and in an OSCAL baseline at once', {
  skip,
}, async () => {
  for (const name of [
    'nist-csf-2.0.yaml',
    'annex-nis2-regulation--2024-2690-with-technical-implementation-guidance-by-enisa.yaml',
    'NIST_SP-800-53_rev5_LOW-baseline-resolved-profile_catalog.json',
    'NIST_SP-800-53_rev5_HIGH-baseline_profile.json',
  ]) {
    const { frameworkId, requirements } = await take(file(name))
    assert.ok(frameworkId && requirements > 100, name)
    await confirmFramework(checking.context, officer, frameworkId, 'public domain', aMoment)
  }
  const { mappings } = await take(
    file('mapping-annex-technical-and-methodological-requirements-nis2-and-nist-csf-2.0.yaml'),
  )
  assert.ok(mappings > 4000)
  const places = [
    ['nist-csf-2.0', 'PR.DS-11'],
    ['annex-technical-and-methodological-requirements-nis2', '4.2.1'],
    ['nist-special-publication-800-53-low-impact-baseline', 'CP-9'],
    ['nist-special-publication-800-53-high-impact-baseline', 'CP-9'],
  ] as const
  for (const [key, ref] of places) assert.equal(await standingOf(key, ref), 'met', `${key} ${ref}`)
  await answerQuestion(
    checking,
    house.lead,
    { fact: 'recovery.backup', value: 'weekly', note: null, evidenceUrl: null, language: 'en' },
    daysLater(2),
  )
  for (const [key, ref] of places) assert.equal(await standingOf(key, ref), 'partly', `${key} ${ref}`)
})
