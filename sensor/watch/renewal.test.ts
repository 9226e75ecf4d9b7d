// Tests of taking newer rules into use while the sensor runs: what goes over, what stays, and what is refused.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { event } from '../engine/builders.ts'
import { goodRules, installedWorld, packSource } from '../packs/builders.ts'
import { readConfig } from '../run/config.ts'
import { detectionOf } from '../run/detection.ts'
import { type Equipment, type EquipmentWanted, loadEquipment } from '../run/equipment.ts'
import { markOfPaths, watchedPaths } from './changes.ts'
import { type InUse, inUseOf, type Outfit } from './in-use.ts'
import { renewalLimits } from './limits.ts'
import { type Renewal, renewalOf } from './renewal.ts'

const base = (id: number) =>
  `title: Logon\nid: logon\nname: logon\nlogsource: {product: windows, service: security}\ndetection: {s: {EventID: ${id}}, condition: s}\n`
const many = (count: number) =>
  `---\ntitle: Many\nid: many\nlevel: high\ncorrelation: {type: event_count, rules: [logon], group-by: [User], timespan: 1h, condition: {gte: ${count}}}\n`
const firstSeen =
  '---\ntitle: New\nid: new\nlevel: high\ncustom: {salus: {first_seen: {rules: [logon], group-by: [User, Computer], of: [User], learning: 1h, forget: 90d}}}\n'
const filter =
  'title: Leave out\nid: leave\nlogsource: {product: windows, service: security}\nfilter: {rules: [logon], selection: {User: robot}, condition: not selection}\n'

describe('what changed while the sensor runs', () => {
  let folder = ''
  let now = 0
  let notes: string[] = []
  let inUse: InUse
  let renewal: Renewal
  let builds = 0
  const rulesAt = (name: string) => join(folder, 'rules', name)
  const minute = 60_000

  const equipment = (given: Partial<EquipmentWanted> = {}): Promise<Equipment> =>
    loadEquipment({
      rules: [join(folder, 'rules')],
      placeholders: new Map(),
      state: null,
      health: false,
      indicators: [],
      house: { domains: [], networks: [] },
      context: null,
      assetClasses: () => null,
      ...given,
    })
  const start = async (given: Partial<EquipmentWanted> = {}): Promise<void> => {
    const build = async (): Promise<Outfit> => {
      builds++
      const loaded = await equipment(given)
      const lanes = ['live', 'spool'] as const
      return {
        equipment: loaded,
        detection: detectionOf(loaded, { level: 'low', assetClasses: () => null, lanes }),
      }
    }
    const { state, context, indicators = [] } = given
    const config = readConfig(
      JSON.stringify({
        rules: join(folder, 'rules'),
        indicators,
        ...(state ? { state } : {}),
        ...(context ? { context } : {}),
      }),
      join(folder, 'sensor.yaml'),
    )
    const mark = () => markOfPaths(watchedPaths(config))
    const known = await mark()
    inUse = inUseOf(await build())
    renewal = renewalOf({
      inUse,
      mark,
      known,
      build,
      note: (text) => notes.push(text),
      clock: () => now,
      everyMs: minute,
    })
  }
  /** Two looks, as a change must stay, and the step in which it is taken. */
  const pass = async (ms = minute): Promise<boolean> => {
    now += ms
    let isTaken = renewal.step()
    await renewal.underWay
    now += renewalLimits.settleMs
    isTaken = renewal.step() || isTaken
    await renewal.underWay
    return renewal.step() || isTaken
  }
  const logon = (user: string, computer = 'pc-1', at = ++now) =>
    event({ Channel: 'Security', EventID: 4625, User: user, Computer: computer }, { at })
  const find = (...events: readonly ReturnType<typeof logon>[]) => {
    const found = events.flatMap((one) => inUse.detection.see(one, 'live'))
    const last = Math.max(...events.map(({ at }) => at ?? 0))
    return [...found, ...inUse.detection.advance('live', last + 1)].map(({ ruleId }) => ruleId)
  }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sensor-renewal-'))
    mkdirSync(join(folder, 'rules'))
    writeFileSync(rulesAt('a.yml'), base(4625) + many(3) + firstSeen)
    now = Date.UTC(2026, 9, 5, 8)
    notes = []
    builds = 0
  })
  afterEach(async () => {
    await renewal.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('nothing is built as long as nothing changed', async () => {
    await start()
    for (let look = 0; look < 5; look++) assert.equal(await pass(), false)
    assert.deepEqual([builds, notes], [1, []])
  })

  test('a rule that is added finds from then on, and what others had counted goes over', async () => {
    await start()
    assert.deepEqual(find(logon('eve'), logon('eve')), [])
    writeFileSync(
      rulesAt('b.yml'),
      base(4625)
        .replace('id: logon\nname: logon', 'id: plain\nname: plain')
        .replace('title: Logon', 'title: P'),
    )
    assert.equal(await pass(), true)
    assert.match(notes.join(), /What changed is in use: 4 rules \(before: 3\)/)
    assert.deepEqual(find(logon('eve')).sort(), ['many', 'plain'], 'the third logon of three')
    assert.deepEqual(find(logon('eve')), ['plain'], 'and told once in its window')
  })

  test('a correlation that counts otherwise begins anew, its neighbours go on', async () => {
    await start()
    find(logon('eve', 'pc-1', now - 2 * 3_600_000))
    assert.deepEqual(find(logon('eve', 'pc-1'), logon('eve', 'pc-1')), [])
    writeFileSync(rulesAt('a.yml'), base(4625) + many(2) + firstSeen)
    assert.equal(await pass(), true)
    assert.deepEqual(find(logon('eve', 'pc-1')), [], 'one of two: the old counts are not those of this rule')
    assert.deepEqual(find(logon('eve', 'pc-9')).sort(), ['many', 'new'], 'what is usual is still known')
  })

  test('a filter of the house comes into use, and leaves it again', async () => {
    await start()
    writeFileSync(rulesAt('filter.yml'), filter)
    assert.equal(await pass(), true)
    assert.deepEqual(find(logon('robot'), logon('robot'), logon('robot')), [])
    rmSync(rulesAt('filter.yml'))
    assert.equal(await pass(), true)
    now += 3_600_000
    assert.deepEqual(find(logon('robot'), logon('robot'), logon('robot')), ['many'])
  })

  test('a change that goes on is waited for', async () => {
    await start()
    for (let copied = 0; copied < 4; copied++) {
      writeFileSync(rulesAt(`b${copied}.yml`), filter.replace('leave', `leave${copied}`))
      now += minute
      renewal.step()
      await renewal.underWay
    }
    assert.equal(builds, 1)
    assert.equal(await pass(), true)
    assert.equal(builds, 2)
  })

  test('rules that cannot be read stay out, the old go on, and it is said once; corrected they are taken', async () => {
    await start()
    writeFileSync(rulesAt('a.yml'), base(4625).replace('condition: s', 'condition: other') + many(3))
    assert.equal(await pass(), false)
    assert.equal(await pass(), false)
    assert.equal(notes.length, 1)
    assert.match(
      notes[0] ?? '',
      /the old goes on: rules that were in use cannot be used any more: .*a\.yml, line 1: /,
    )
    assert.match(renewal.trouble ?? '', /restart the sensor to go on without them/)
    assert.equal(find(logon('eve'), logon('eve'), logon('eve')).length, 1)
    assert.equal(builds, 2, 'what has not changed since is not tried each minute')
    writeFileSync(rulesAt('a.yml'), base(4625) + many(5))
    assert.equal(await pass(), true)
    assert.equal(renewal.trouble, null)
  })

  test('put back as it was, nothing is wrong any more', async () => {
    await start()
    const held = new Date(now)
    utimesSync(rulesAt('a.yml'), held, held)
    assert.equal(await pass(), true)
    renameSync(rulesAt('a.yml'), join(folder, 'away.yml'))
    assert.equal(await pass(), false)
    assert.match(renewal.trouble ?? '', /no rule and no indicator left/)
    renameSync(join(folder, 'away.yml'), rulesAt('a.yml'))
    assert.equal(await pass(), false)
    assert.equal(renewal.trouble, null)
    assert.match(notes.at(-1) ?? '', /What was in use before is there again/)
  })

  test('a list of indicators that is gone keeps the old one in use, a new one is taken', async () => {
    const list = join(folder, 'list.txt')
    writeFileSync(list, 'evil.example\n')
    await start({ indicators: [list] })
    let asked = 0
    const ask = (name: string) => {
      const one = event({ QueryName: name, Computer: `pc-${asked++}` }, { at: now })
      return inUse.detection.see(one, 'live').length
    }
    assert.deepEqual([ask('evil.example'), ask('bad.example')], [1, 0])
    rmSync(list)
    assert.equal(await pass(), false)
    assert.match(renewal.trouble ?? '', /ENOENT.*list\.txt/)
    assert.equal(ask('x.evil.example'), 1)
    writeFileSync(list, 'bad.example\nworse.example\n')
    assert.equal(await pass(), true)
    assert.deepEqual([ask('y.evil.example'), ask('bad.example')], [0, 1])
    assert.match(notes.at(-1) ?? '', /2 indicators \(1\)/)
  })

  test('an extract that is gone keeps the old context: else whatever it explained would be found', async () => {
    const context = join(folder, 'context')
    mkdirSync(context)
    writeFileSync(join(context, 'lists.csv'), 'list,value\nknown_ae,CT_1\n')
    await start({ context })
    const before = inUse.equipment
    rmSync(join(context, 'lists.csv'))
    assert.equal(await pass(), false)
    assert.match(renewal.trouble ?? '', /lists\.csv of the extracts is not there any more/)
    assert.equal(inUse.equipment, before)
    writeFileSync(join(context, 'lists.csv'), 'list,value\nknown_ae,CT_2\n')
    assert.equal(await pass(), true)
  })

  test('a pack that is installed beside comes into use; one that is damaged on the disk does not take rules away', async () => {
    const state = join(folder, 'state')
    const world = await installedWorld(state)
    await start({ state })
    assert.equal(inUse.equipment.pack?.sequence, 1)
    await world.publish(packSource(goodRules(12)))
    assert.equal(await world.install(), 'installed 2')
    assert.equal(await pass(), true)
    assert.deepEqual([inUse.equipment.pack?.sequence, inUse.equipment.rules.length], [2, 15])
    assert.match(notes.join(), /15 rules \(before: 13\).*, pack tannau-base, sequence 2;/)
    const records = join(state, 'packs', 'records')
    for (const [newest, said] of [
      ['2-', /The record 2-\S+ cannot be read/],
      ['1-', /No pack under .* can be read/],
    ] as const) {
      for (const record of readdirSync(records))
        if (record.startsWith(newest)) writeFileSync(join(records, record), '{')
      assert.equal(await pass(), false)
      assert.match(renewal.trouble ?? '', said)
    }
    assert.equal(inUse.equipment.rules.length, 15)
  })

  test('what indicators met without being told is counted on over the change', async () => {
    const list = join(folder, 'list.txt')
    writeFileSync(list, '8.8.8.8\n')
    await start({ indicators: [list] })
    const meet = () =>
      inUse.detection.see(event({ Channel: 'Security', DestinationIp: '8.8.8.8' }, { at: now }), 'live')
    meet()
    writeFileSync(list, '8.8.8.8\n198.51.100.7\n')
    assert.equal(await pass(), true)
    meet()
    assert.deepEqual(inUse.untold(), { cut: 0, expired: 0, ofTheHouse: 0, onWarningList: 2 })
  })

  test('log sources that came before are not blind afterwards', async () => {
    await start()
    assert.equal(inUse.blind().length, 1)
    find(logon('eve'))
    writeFileSync(
      rulesAt('b.yml'),
      'title: Other\nid: other\nlogsource: {product: linux}\ndetection: {s: [x], condition: s}\n',
    )
    assert.equal(await pass(), true)
    assert.deepEqual(
      inUse.blind().map(({ logSource }) => logSource),
      ['linux/*/*'],
    )
  })

  test('what is counted in both lanes stays apart', async () => {
    await start()
    for (const lane of ['live', 'spool'] as const) inUse.detection.see(logon('eve'), lane)
    writeFileSync(rulesAt('filter.yml'), filter)
    assert.equal(await pass(), true)
    assert.deepEqual(find(logon('eve')), [])
    assert.deepEqual(find(logon('eve')), ['many'])
  })
})
