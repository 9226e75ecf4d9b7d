// Tests of installing: what is refused leaves the last good pack in force, and only what changed is fetched.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { type PackRepository, packText, repositoryInMemory, sha256Of } from '@salus/standards/packs'
import { dayMs } from '../../standards/packs/builders.ts'
import { detectorOf } from '../engine/detector.ts'
import { openIndicatorSet } from '../indicators/set/open.ts'
import {
  goodRules,
  indicatorSet,
  installedWorld,
  packSource,
  packStart,
  packWorld,
  ruleLine,
  samplesOf,
  started,
} from './builders.ts'
import { compiled, writeCompiled } from './compile.ts'
import { currentPack } from './current.ts'
import { installPack } from './install.ts'
import { writeLines } from './rule-lines.ts'
import { packStatus } from './status.ts'

const folders: string[] = []
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function stateFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'salus-packs-'))
  folders.push(folder)
  return folder
}

const installed = () => installedWorld(stateFolder())

test('a pack is trusted by the file or the fingerprint of the first root, and by nothing else', async () => {
  const { publisher, publish } = packWorld()
  await publish(packSource(goodRules(3)))
  const repository = repositoryInMemory(publisher.files)
  const state = stateFolder()
  const install = async (trust?: { fingerprint: string }) => {
    const outcome = await installPack(repository, state, packStart, trust ? { trust } : {})
    return 'fault' in outcome ? outcome.fault.code : outcome.outcome
  }
  assert.equal(await install(), 'packs/no-trust')
  assert.equal(await install({ fingerprint: 'ab'.repeat(32) }), 'packs/no-trust')
  assert.equal(await currentPack(state), null)
  const fingerprint = sha256Of(publisher.firstRoot())
    .toUpperCase()
    .replaceAll(/(.{4})/g, '$1 ')
  assert.equal(await install({ fingerprint }), 'installed')
})

test('what is in force detects: rules with author and licence, pipelines, switches, indicators, in their order', async () => {
  const world = packWorld()
  const state = stateFolder()
  const filter =
    'title: F\nlogsource: { product: windows }\nfilter:\n  rules: [good-1]\n  selection: { User: b }\n  condition: selection\n'
  const others = new Map([
    ['indicators.bin', indicatorSet(1, 'base')],
    ['indicators.10.delta.bin', indicatorSet(1, 'ten')],
    ['indicators.9.delta.bin', indicatorSet(1, 'nine')],
    ['pipelines.own.json', Buffer.from('{"name":"own","routes":[]}')],
  ])
  await world.publish(
    packSource(goodRules(10), {
      others,
      health: { rules: { snooping: 'off' } },
      filters: [{ path: 'f.yml', author: null, licence: null, source: filter, samples: null }],
    }),
  )
  await installPack(repositoryInMemory(world.publisher.files), state, packStart, {
    trust: { root: world.publisher.firstRoot() },
  })
  const pack = await currentPack(state)
  assert.ok(pack)
  assert.deepEqual(
    [pack.id, pack.sequence, pack.rules.length, pack.faults, pack.damage],
    ['tannau-base', 1, 11, [], []],
  )
  const values = (bytes: Uint8Array | null) =>
    Array.from(openIndicatorSet(bytes ?? new Uint8Array()).entries(), ({ value }) => value)
  assert.deepEqual(values(pack.indicators), ['base0.invented.example'])
  assert.deepEqual(pack.indicatorDeltas.flatMap(values), ['nine0.invented.example', 'ten0.invented.example'])
  assert.deepEqual([pack.pipelines, pack.health?.rules], [[{ name: 'own', routes: [] }], { snooping: 'off' }])
  assert.equal(pack.manifest().rules['good-3']?.sightings, true)
  const detector = detectorOf(pack.rules)
  const fields = Object.assign(Object.create(null), {
    Channel: 'Microsoft-Windows-Sysmon/Operational',
    EventID: 1,
    CommandLine: 'tool3',
  })
  const logSource = { product: 'windows', category: null, service: null }
  const [finding] = detector.see({ source: 'x', record: 1, at: null, logSource, fields, raw: null })
  assert.deepEqual(
    [finding?.ruleId, finding?.author, finding?.licence],
    ['good-3', 'CERT Tannau', 'EUPL-1.2'],
  )
})

test('only what changed is fetched, and the same pack again is told as such', async () => {
  const world = packWorld()
  const state = stateFolder()
  const asked: string[] = []
  const repository: PackRepository = {
    async read(name, maxBytes) {
      asked.push(name.replace(/^[0-9a-f]{64}\./, ''))
      return repositoryInMemory(world.publisher.files).read(name, maxBytes)
    },
  }
  const others = new Map([['indicators.bin', indicatorSet(4_000)]])
  await world.publish(packSource(goodRules(3), { others }))
  await installPack(repository, state, packStart, { trust: { root: world.publisher.firstRoot() } })
  assert.ok(asked.includes('indicators.bin') && asked.includes('rules.ndjson.gz'))
  asked.length = 0
  others.set('indicators.1.delta.bin', indicatorSet(1, 'new'))
  await world.publish(packSource(goodRules(3), { others }))
  assert.equal((await installPack(repository, state, packStart)).outcome, 'installed')
  assert.deepEqual(
    asked.filter((name) => !/^\d*\.?(root|snapshot|targets|timestamp)\.json$/.test(name)).sort(),
    ['indicators.1.delta.bin', 'indicators.1.delta.ids.bin', 'manifest.json'],
  )
  asked.length = 0
  assert.equal((await installPack(repository, state, packStart)).outcome, 'already-current')
  assert.deepEqual(asked, ['2.root.json', 'timestamp.json'])
})

test('rollback, strangers, expiry, swapped and cut-off files are refused, and the last good pack stays', async () => {
  const { publisher, publish, install, inForce } = await installed()
  const old = publisher.copy()
  await publish(packSource(goodRules(11)))
  assert.equal(await install(), 'installed 2')
  assert.equal(await install(packStart, old), 'packs/rollback')
  assert.equal(await install(packStart + 8 * dayMs), 'packs/expired')
  await publish(packSource(goodRules(12)))
  const name = [...publisher.files.keys()].filter((file) => file.endsWith('rules.ndjson.gz')).at(-1) ?? ''
  const honest = publisher.files.get(name) ?? new Uint8Array()
  for (const swapped of [
    packText(writeLines(goodRules(13))),
    honest.subarray(0, 100),
    new Uint8Array(honest.length + 1),
  ]) {
    publisher.files.set(name, swapped)
    assert.match(await install(), /packs\/(mismatch|too-large)/)
    assert.equal(await inForce(), 2)
  }
  publisher.files.delete(name)
  assert.equal(await install(), 'packs/missing')
  assert.equal(await inForce(), 2)
  publisher.files.set(name, honest)
  assert.equal(await install(), 'installed 3')
})

test('well signed and yet refused: another sequence, another pack, a compiled form that differs from its source', async () => {
  const { publish, install, inForce } = await installed()
  const cases: readonly (readonly [string, string, (targets: Map<string, Uint8Array>) => void])[] = [
    [
      'packs/mismatch',
      'sequence',
      (targets) => rewrite(targets, (text) => text.replace(/"sequence": \d+/, '"sequence": 7')),
    ],
    [
      'packs/other-pack',
      'id',
      (targets) => rewrite(targets, (text) => text.replace('tannau-base', 'tannau-other')),
    ],
    [
      'packs/format',
      'proto',
      (targets) => rewrite(targets, (text) => text.replace('"rules": {', '"rules": {"__proto__": {},')),
    ],
    [
      'packs/compiled-differs',
      'compiled',
      (targets) => targets.set('compiled.json.gz', packText(writeCompiled(compiled(goodRules(9), [])))),
    ],
    ['packs/format', 'bomb', (targets) => targets.set('rules.ndjson.gz', Buffer.from('no gzip'))],
    [
      'packs/self-test',
      'empty',
      (targets) => targets.set('rules.ndjson.gz', packText('x\n'.repeat(10))).delete('compiled.json.gz'),
    ],
    ['packs/format', 'pipeline', (targets) => targets.set('pipelines.x.json', Buffer.from('{}'))],
  ]
  for (const [code, what, change] of cases) {
    await publish(packSource(goodRules(10)), change)
    assert.equal(await install(), code, what)
    assert.equal(await inForce(), 1, what)
  }
  await publish(packSource(goodRules(10)))
  assert.match(await install(), /^installed /)
})

function rewrite(targets: Map<string, Uint8Array>, change: (text: string) => string): void {
  const manifest = Buffer.from(targets.get('manifest.json') ?? '').toString('utf8')
  const changed = change(manifest)
  assert.notEqual(changed, manifest)
  targets.set('manifest.json', Buffer.from(changed))
}

test('a compiled form of another compiler is not used, and ours is kept instead', async () => {
  const { publish, install, state } = await installed()
  const text = writeCompiled(compiled(goodRules(9), [])).replace('{"compiler":1,', '{"compiler":999,')
  await publish(packSource(goodRules(10)), (targets) => targets.set('compiled.json.gz', packText(text)))
  assert.equal(await install(), 'installed 2')
  assert.equal((await currentPack(state))?.rules.length, 10)
})

test('failing rules are left out and told, and the others run', async () => {
  const { publish, install, state } = await installed()
  const bad = ruleLine('bad', 'stop', samplesOf([started('start')]))
  await publish(packSource([...goodRules(10), bad]))
  assert.equal(await install(), 'installed 2')
  const pack = await currentPack(state)
  assert.equal(pack?.rules.length, 10)
  assert.deepEqual(
    pack?.faults.map(({ ruleId, because }) => [ruleId, because]),
    [['bad', 'it does not find its positive sample 1']],
  )
  assert.match((await packStatus(state, packStart)).words.join('\n'), /10 rules run: 10 tested .* 1 left out/)
})

test('rules that wait for values of the house run where there are some', async () => {
  const { publish, install, state } = await installed()
  const waiting = ruleLine('placed', 'x', { ...samplesOf([started('abc')]), values: { tools: ['abc'] } })
  const source = waiting.source.replace("contains: 'x'", "contains|expand: '%tools%'")
  await publish(packSource([...goodRules(10), { ...waiting, source }]))
  assert.equal(await install(), 'installed 2')
  const without = await currentPack(state)
  assert.deepEqual([without?.rules.length, without?.faults.length], [10, 1])
  const withValues = await currentPack(state, new Map([['tools', ['psexec']]]))
  assert.deepEqual([withValues?.rules.length, withValues?.faults.length], [11, 0])
})

test('freeze: the status says how old the pack is and since when nothing newer has arrived', async () => {
  const { state, install, inForce } = await installed()
  const late = packStart + 300 * dayMs
  assert.equal(await install(packStart + 12 * dayMs), 'packs/expired')
  assert.equal(await inForce(), 1)
  const soon = (await packStatus(state, packStart + dayMs)).words.join('\n')
  assert.match(soon, /which is 1 day ago/)
  assert.match(soon, /fresh until 2026-12-04/)
  const words = (await packStatus(state, late)).words.join('\n')
  assert.match(words, /was fresh until 2026-12-04T00:00:00.000Z, 293 days ago: nothing newer has arrived/)
  assert.match(words, /meant to be used until 2027-06-30T00:00:00Z, 85 days ago. It still runs/)
})

test('new keys of all roles: a sensor that follows the roots goes on, and a lower sequence counts after them', async () => {
  const { publisher, publish, install } = await installed()
  await publish(packSource(goodRules(11)))
  assert.equal(await install(), 'installed 2')
  publisher.rotate(['root', 'targets', 'snapshot', 'timestamp'], packStart)
  publisher.rotate(['root'], packStart)
  await publish(packSource(goodRules(12)))
  assert.equal(await install(), 'installed 3')
})
