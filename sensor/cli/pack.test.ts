// Tests of `sensor pack`: from keys to a pack in force, new keys, a stick, and what is said where something is missing.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sha256Of } from '@salus/standards/packs'
import { ruleYaml, samplesOf, started } from '../packs/builders.ts'
import { currentPack } from '../packs/current.ts'
import { UsageFault, wordsFor } from './command.ts'
import { packCommand } from './pack.ts'

const folder = mkdtempSync(join(tmpdir(), 'salus-pack-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const place = (...names: readonly string[]) => join(folder, ...names)

async function pack(...words: readonly string[]) {
  const lines: string[] = []
  const write = async (line: string) => {
    lines.push(line)
  }
  const stop = () => new AbortController().signal
  const output = { write, note: (line: string) => void lines.push(line) }
  const end = await packCommand.run(wordsFor(packCommand.options, words), output, stop)
  return { end, text: lines.join('\n') }
}

function writeSource(rules: readonly string[]): void {
  mkdirSync(place('source', 'rules', 'own'), { recursive: true })
  writeFileSync(
    place('source', 'pack.json'),
    JSON.stringify({
      id: 'tannau-base',
      title: { en: 'Base', de: 'Grund', fr: 'Base', it: 'Base' },
      publisher: 'CERT Tannau',
      validUntil: '2030-01-01T00:00:00Z',
      sightings: ['own/'],
    }),
  )
  for (const id of rules) {
    const log = JSON.stringify({
      Channel: 'Microsoft-Windows-Sysmon/Operational',
      EventID: 1,
      CommandLine: id,
    })
    writeFileSync(place('source', 'rules', 'own', `${id}.yml`), ruleYaml(id, id))
    writeFileSync(place('source', 'rules', 'own', `${id}.json`), log)
    writeFileSync(
      place('source', 'rules', 'own', `${id}.samples.json`),
      JSON.stringify({
        positive: [{ logFile: `${id}.json` }],
        negative: samplesOf([started('other')]).positive,
      }),
    )
  }
}

test('from keys to a pack in force, by folder and by stick', async () => {
  const keys = await pack('keys', '--out', place('keys'))
  const fingerprint = sha256Of(readFileSync(place('keys', '1.root.json')))
  assert.match(keys.text, new RegExp(`1.root.json {2}fingerprint ${fingerprint}`))
  assert.equal(readdirSync(place('keys')).filter((name) => name.endsWith('.key.pem')).length, 6)
  if (process.platform !== 'win32')
    assert.equal(statSync(place('keys', 'root-1.key.pem')).mode & 0o777, 0o600)
  await assert.rejects(pack('keys', '--out', place('keys')), /never overwritten/)
  writeSource(['alpha', 'beta'])
  assert.match(
    (await pack('build', place('source'), '--out', place('repository'))).text,
    /sequence 1: 2 rules \(2 tested/,
  )
  const early = await pack(
    'install',
    place('repository'),
    '--state',
    place('state'),
    '--fingerprint',
    fingerprint,
  )
  assert.equal(early.end, 'partial')
  const stick = place('x.salus-pack')
  const signed = await pack('sign', place('repository'), '--keys', place('keys'), '--file', stick)
  assert.deepEqual([signed.end, signed.text.match(/is signed/g)?.length], ['whole', 3])
  const wrong = await pack('install', stick, '--state', place('state'), '--fingerprint', 'ab'.repeat(32))
  assert.equal(wrong.end, 'partial')
  assert.match(wrong.text, /The pack was refused[\s\S]*fingerprint of the first root is[\s\S]*No pack/)
  const first = await pack('install', stick, '--state', place('state'), '--fingerprint', fingerprint)
  assert.match(first.text, /tannau-base, sequence 1, is in force: 2 rules \(2 tested/)
  assert.match(
    (await pack('install', place('repository'), '--state', place('state'))).text,
    /in force already/,
  )
  assert.match((await pack('status', '--state', place('state'))).text, /In force since .*0 days ago/)
  const status = JSON.parse((await pack('status', '--state', place('state'), '--json')).text)
  assert.equal(status.inForce.sequence, 1)
})

test('a lost or stolen key is replaced by a new root, which the old root keys sign; the sensor follows', async () => {
  const repository = place('repository')
  await pack('keys', '--out', place('fresh'))
  for (const name of readdirSync(place('fresh')))
    if (!/^(targets|root-3)\.key/.test(name)) rmSync(place('fresh', name))
  rmSync(place('keys', 'root-3.key.pem'))
  await pack('sign', repository, '--keys', place('keys'), '--new-root', '--new-keys', place('fresh')).then(
    () => assert.fail('one key alone became the root'),
    (error: unknown) => assert.match(String(error), /1 key of the root; at least 2 are needed/),
  )
  rmSync(place('fresh', 'root-3.key.pem'))
  const root = await pack(
    'sign',
    repository,
    '--keys',
    place('keys'),
    '--new-root',
    '--new-keys',
    place('fresh'),
  )
  assert.match(root.text, /2.root.json is signed/)
  const refused = await pack('install', repository, '--state', place('state'))
  assert.match(refused.text, /packs\/signatures/)
  writeSource(['alpha', 'beta', 'gamma'])
  await pack('build', place('source'), '--out', repository)
  const withOld = await pack('sign', repository, '--keys', place('keys'))
  assert.deepEqual([withOld.end, /keys of targets are missing/.test(withOld.text)], ['partial', true])
  await pack('sign', repository, '--keys', place('keys'), '--keys', place('fresh'))
  assert.match(
    (await pack('install', repository, '--state', place('state'))).text,
    /sequence 2, is in force: 3 rules/,
  )
  assert.deepEqual(
    (await currentPack(place('state')))?.rules.map(({ head }) => head.id),
    ['alpha', 'beta', 'gamma'],
  )
  assert.equal((await pack('sign', repository, '--keys', place('keys'), '--days', '14')).end, 'whole')
  const root1 = place('keys', '1.root.json')
  const verified = await pack('verify', repository, '--root', root1)
  assert.match(verified.text, /sequence 2, is good: 3 rules/)
})

test('a rule that fails its sample is told when the pack is built, and nothing is written', async () => {
  writeSource(['delta'])
  writeFileSync(place('source', 'rules', 'own', 'delta.json'), '{"EventID": 1, "CommandLine": "other"}')
  const before = readdirSync(place('repository')).length
  const built = await pack('build', place('source'), '--out', place('repository'))
  assert.equal(built.end, 'partial')
  assert.match(
    built.text,
    /1 of 4 rules fail their own samples[\s\S]*delta own\/delta.yml: it does not find its positive sample 1/,
  )
  assert.equal(readdirSync(place('repository')).length, before)
})

test('keys may be locked by a passphrase, which is not given on the command line', async () => {
  writeFileSync(place('passphrase'), 'a long one\n')
  await pack('keys', '--out', place('locked'), '--passphrase-file', place('passphrase'))
  assert.match(readFileSync(place('locked', 'targets.key.pem'), 'utf8'), /BEGIN ENCRYPTED PRIVATE KEY/)
  await assert.rejects(
    pack('sign', place('empty'), '--keys', place('locked')),
    /cannot be read as an Ed25519 key/,
  )
  const signed = await pack(
    'sign',
    place('empty'),
    '--keys',
    place('locked'),
    '--passphrase-file',
    place('passphrase'),
  )
  assert.match(signed.text, /Nothing is built yet/)
})

test('words that are not understood are answered with what is needed', async () => {
  for (const words of [
    [],
    ['fly'],
    ['install'],
    ['install', 'a', 'b'],
    ['status'],
    ['verify', 'x'],
    ['keys'],
    ['sign', 'x'],
  ])
    await assert.rejects(pack(...words), UsageFault, words.join(' '))
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'sensor.ts'), 'pack'],
    { encoding: 'utf8' },
  )
  assert.equal(status, 2)
  assert.match(stderr, /sensor pack install PATH\|URL --state DIR/)
})
