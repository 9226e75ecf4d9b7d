// Tests of packs that are made of lists: every form, with source and licence, which ids may be told, and what is refused.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { repositoryInMemory, requireTellableIds, tellableAmong } from '@salus/standards/packs'
import { indicator } from '../indicators/builders.ts'
import { indicatorId } from '../indicators/indicator.ts'
import { openIndicatorSet } from '../indicators/set/open.ts'
import { writeIndicatorSet } from '../indicators/set/write.ts'
import { buildPack } from './build.ts'
import { goodRules, installedWorld, packSource, packStart, packWorld } from './builders.ts'
import { currentPack } from './current.ts'
import { installPack } from './install.ts'
import { readSource } from './source.ts'

const stixId = '0a1b2c3d-0000-4000-8000-0000000000a1'
const mispId = '0a1b2c3d-0000-4000-8000-0000000000a2'
const stix = {
  type: 'bundle',
  id: 'bundle--0a1b2c3d-0000-4000-8000-0000000000b1',
  objects: [
    {
      type: 'indicator',
      id: `indicator--${stixId}`,
      pattern_type: 'stix',
      pattern: "[domain-name:value = 'stix.invented.example']",
      valid_from: '2026-11-01T00:00:00Z',
    },
  ],
}
const misp = {
  Event: {
    Orgc: { name: 'CERT Seeblick' },
    Attribute: [{ uuid: mispId, type: 'sha1', value: 'ab'.repeat(20), to_ids: true }],
  },
}
const lists = [
  { path: '', licence: 'CC-BY-4.0', source: 'CERT Tannau' },
  { path: 'partner/', sightings: false },
  { path: 'partner/misp.json', licence: 'CC0-1.0', tlp: 'amber' },
]

describe('a pack of lists', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'salus-lists-'))
    pack({ indicatorSightings: true, lists })
    put('indicators/health.stix.json', JSON.stringify(stix))
    put('indicators/partner/misp.json', JSON.stringify(misp))
    put(
      'indicators/own.csv',
      'value,tlp,id\nbad.invented.example,green,tannau-c2\n192.0.2.0/24,,\nsecret.example,red,\n',
    )
    put(
      'indicators/more/plain.txt',
      '# Licence: CC0-1.0\nplain[.]invented.example\nco.uk\nbad.invented.example\n',
    )
    put('indicators/README.md', 'not a list')
    put('indicators/.hidden', 'hidden.example')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  function put(path: string, text: string | Uint8Array): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  function pack(more: object): void {
    const title = { en: 'Base', de: 'Grund', fr: 'Base', it: 'Base' }
    const file = { id: 'tannau-base', title, publisher: 'CERT Tannau', validUntil: '2030-01-01T00:00:00Z' }
    put('pack.json', JSON.stringify({ ...file, ...more }))
  }
  const built = async () => buildPack(await readSource(folder), 1)
  const refused = async (pattern: RegExp) => assert.rejects(readSource(folder), pattern)

  test('has all that can be looked up, each with list, source and licence; TLP:RED is left out', async () => {
    const { targets, manifest } = await built()
    const set = openIndicatorSet(targets.get('indicators.bin') ?? new Uint8Array())
    const facts = [...set.entries()].map((one) => [one.value, one.list, one.source, one.licence, one.tlp])
    assert.deepEqual(facts.sort(), [
      ['192.0.2.0/24', 'own.csv', 'CERT Tannau', 'CC-BY-4.0', null],
      ['ab'.repeat(20), 'partner/misp.json', 'CERT Seeblick', 'CC0-1.0', 'amber'],
      ['bad.invented.example', 'more/plain.txt', 'CERT Tannau', 'CC0-1.0', null],
      ['plain.invented.example', 'more/plain.txt', 'CERT Tannau', 'CC0-1.0', null],
      ['stix.invented.example', 'health.stix.json', 'CERT Tannau', 'CC-BY-4.0', null],
    ])
    assert.deepEqual(
      manifest.indicators?.lists?.map(({ name, licence, indicators, sightings }) => [
        name,
        licence,
        indicators,
        sightings,
      ]),
      [
        ['health.stix.json', 'CC-BY-4.0', 1, true],
        ['more/plain.txt', 'CC-BY-4.0', 2, true],
        ['own.csv', 'CC-BY-4.0', 2, true],
        ['partner/misp.json', 'CC0-1.0', 1, false],
      ],
    )
  })

  test('lists the ids that may be told, also of indicators that no list gave one, and no others', async () => {
    const { targets } = await built()
    const bytes = targets.get('indicators.ids.bin') ?? new Uint8Array()
    const file = {
      size: bytes.length,
      read: async (at: number, length: number) => bytes.subarray(at, at + length),
    }
    const nameless = indicatorId({ id: null, type: 'domain', value: 'plain.invented.example' })
    const others = [mispId, indicatorId({ id: null, type: 'domain', value: 'secret.example' }), 'canary']
    const network = indicatorId({ id: null, type: 'cidr', value: '192.0.2.0/24' })
    assert.deepEqual(
      await tellableAmong(file, [stixId, nameless, network, ...others]),
      new Set([stixId, nameless, network]),
    )
  })

  test('a set beside the lists may be told of where the pack says so, whatever the lists say', async () => {
    const own = indicator('domain', 'delta.invented.example')
    put('indicators.1.delta.bin', writeIndicatorSet([own]))
    const silent = lists.map((one) => ({ ...one, sightings: false }))
    for (const indicatorSightings of [true, false]) {
      pack({ indicatorSightings, lists: silent })
      const { manifest, targets } = await built()
      assert.equal(manifest.indicators?.sightings, indicatorSightings)
      assert.equal(requireTellableIds(targets.get('indicators.ids.bin') ?? assert.fail()), 0)
      const ofDelta = targets.get('indicators.1.delta.ids.bin') ?? assert.fail()
      assert.equal(requireTellableIds(ofDelta), indicatorSightings ? 1 : 0)
    }
  })

  test('is refused where a list says neither whose it is nor under which licence', async () => {
    pack({ lists: [{ path: '', source: 'CERT Tannau' }] })
    await refused(/indicators\/health\.stix\.json: 1 of 1 indicators have no licence. Say it in pack\.json/)
    pack({ lists: [{ path: '', licence: 'CC0-1.0' }] })
    await refused(/have no source/)
    pack({ lists: [...lists, { path: 'gone/' }] })
    await refused(/no file below indicators\/ begins with "gone\/"/)
  })

  test('is refused where nothing of a list can be looked up, or a set lies beside the lists', async () => {
    put('indicators/wrong.json', '{"a": 1}')
    await refused(/indicators\/wrong\.json: none of its 1 entries/)
    put('indicators/wrong.json', 'evil.example')
    put('indicators.bin', writeIndicatorSet([]))
    await refused(/Keep one of the two/)
  })

  test('takes plain files only: neither links, which lead elsewhere, nor devices', {
    skip: process.platform === 'win32' && 'links need a right of their own there',
  }, async () => {
    put('outside.txt', 'outside.example')
    symlinkSync(join(folder, 'outside.txt'), join(folder, 'indicators', 'link.txt'))
    symlinkSync('/dev/zero', join(folder, 'indicators', 'endless.txt'))
    const { manifest } = await built()
    assert.equal(manifest.indicators?.lists?.length, 4)
  })

  test('makes the same bytes again', async () => {
    const [one, two] = [await built(), await built()]
    assert.deepEqual(one.targets, two.targets)
  })

  test('comes into force, and its newest delta counts before its base', async () => {
    const world = packWorld()
    await world.publish(await readSource(folder))
    const state = join(folder, 'state')
    const trust = { root: world.publisher.firstRoot() }
    const outcome = await installPack(repositoryInMemory(world.publisher.files), state, packStart, { trust })
    assert.equal(outcome.outcome, 'installed')
    const inForce = await currentPack(state)
    assert.equal(openIndicatorSet(inForce?.indicators ?? new Uint8Array()).size, 5)
    assert.equal(inForce?.manifest().indicators?.lists?.[0]?.licence, 'CC-BY-4.0')
  })

  test('that is well signed and does not open is refused, and the last good one stays', async () => {
    const world = await installedWorld(join(folder, 'state'))
    for (const name of ['indicators.bin', 'indicators.3.delta.bin', 'indicators.ids.bin']) {
      await world.publish(packSource(goodRules(11)), (targets) => {
        targets.set(name, Buffer.from('SALUSIS1 and nothing behind'))
      })
      assert.equal(await world.install(), 'packs/format', name)
      assert.equal(await world.inForce(), 1)
    }
  })
})

test('our own health rules come along when they are asked for, each tested by its samples', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'salus-health-pack-'))
  try {
    const title = { en: 'Base', de: 'Grund', fr: 'Base', it: 'Base' }
    const file = { id: 'tannau-base', title, publisher: 'CERT Tannau', validUntil: '2030-01-01T00:00:00Z' }
    writeFileSync(join(folder, 'pack.json'), JSON.stringify({ ...file, sightings: ['health/'] }))
    assert.equal((await readSource(folder)).rules.length, 0)
    const { checked, manifest } = await buildPack(await readSource(folder, { withHealthRules: true }), 1)
    assert.deepEqual([checked.leftOut, checked.untested], [[], []])
    assert.ok(checked.tested > 80, `${checked.tested}`)
    const told = Object.values(manifest.rules).filter(({ sightings }) => sightings).length
    assert.ok(told > 0 && told < checked.tested, 'what is about staff and patients is never asked for')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
