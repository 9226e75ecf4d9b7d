// Tests of publishing packs: whose keys count, that none is older, and what of a pack may be told.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { timestampName, writeContainer } from '@salus/standards/packs'
import { publishPack } from './actions/publish-pack.ts'
import { aFriday, later, openSite, type Site } from './builders/site.ts'
import { aPackMaker, backupsDeleted, keptInHouse } from './builders.ts'
import { indicatorsOf } from './pack-items.ts'

let site: Site
const by = { actor: 'person:2', name: 'Pia Lorenz' }

before(async () => {
  site = await openSite(1)
})
after(() => site.close())

const publish = (maker = site.packs, now = aFriday) => publishPack(site.context, by, maker.repository(), now)
const refusedAs = (code: string, because?: string) => (error: unknown) => {
  const { code: found, values } = error as { code?: string; values?: { because?: string } }
  return found === code && (because === undefined || values?.because === because)
}
const sequences = async () =>
  (await site.db.query<{ sequence: number }>('select sequence from sensor_packs order by 1')).map(
    ({ sequence }) => sequence,
  )

test('the first pack decides whose keys are trusted, and its rules are known with titles and techniques', async () => {
  site.packs.next({ now: aFriday })
  const { pack, outcome } = await publish()
  assert.equal(outcome, 'new')
  assert.deepEqual([pack.sequence, pack.rules, pack.selfTest], [1, 3, { withSamples: 3, untested: 0 }])
  const items = await site.db.query(
    'select item_id, title, level, techniques, may_be_told from sensor_pack_items where item_id = any($1) order by item_id desc',
    [[backupsDeleted, keptInHouse]],
  )
  assert.deepEqual(items, [
    { item_id: keptInHouse, title: 'Mass access', level: 'medium', techniques: [], may_be_told: false },
    {
      item_id: backupsDeleted,
      title: 'Backup copies deleted',
      level: 'high',
      techniques: ['T1490'],
      may_be_told: true,
    },
  ])
})

test('the same pack again is refused; signed for longer it is renewed; the next one is new', async () => {
  await assert.rejects(publish(), refusedAs('sensors/pack-not-newer'))
  site.packs.next({ now: later(24 * 3), again: true })
  assert.equal((await publish(site.packs, later(24 * 3))).outcome, 'renewed')
  site.packs.next({ now: later(24 * 3) })
  assert.equal((await publish(site.packs, later(24 * 3))).outcome, 'new')
  assert.deepEqual(await sequences(), [1, 2])
})

test('keys of somebody else, an older state, expired signatures and a swapped or cut file are refused; the last pack stays', async () => {
  const stranger = aPackMaker(aFriday)
  stranger.next({ now: aFriday })
  await assert.rejects(publish(stranger), refusedAs('sensors/pack-refused', 'signatures'))
  const old = new Map(site.packs.files)
  site.packs.next({ now: later(24 * 4), again: true })
  await publish(site.packs, later(24 * 4))
  const older = { ...site.packs, repository: () => ({ read: async (name: string) => old.get(name) ?? null }) }
  await assert.rejects(publish(older, later(24 * 4)), refusedAs('sensors/pack-refused', 'rollback'))
  await assert.rejects(publish(site.packs, later(24 * 40)), refusedAs('sensors/pack-refused', 'expired'))
  site.packs.next({ now: later(24 * 4) })
  const spoilt = (change: (name: string, bytes: Uint8Array) => Uint8Array | null) => ({
    ...site.packs,
    repository: () => ({
      async read(name: string) {
        const bytes = site.packs.files.get(name)
        return bytes ? change(name, bytes) : null
      },
    }),
  })
  const swapped = spoilt((name, bytes) =>
    name.endsWith('.rules.ndjson.gz') ? bytes.map((byte) => byte ^ 1) : bytes,
  )
  await assert.rejects(publish(swapped, later(24 * 4)), refusedAs('sensors/pack-refused', 'mismatch'))
  const cut = spoilt((name, bytes) => (name.endsWith('.manifest.json') ? bytes.subarray(0, 40) : bytes))
  await assert.rejects(publish(cut, later(24 * 4)), refusedAs('sensors/pack-refused', 'mismatch'))
  const without = spoilt((name, bytes) => (name === timestampName ? null : bytes))
  await assert.rejects(publish(without, later(24 * 4)), refusedAs('sensors/pack-refused', 'missing'))
  assert.deepEqual(await sequences(), [1, 2])
  assert.equal((await publish(site.packs, later(24 * 4))).pack.sequence, 3)
})

test('an administrator publishes from the browser; an officer sees who did, and cannot', async () => {
  site.setNow(later(24 * 4))
  site.packs.next({ now: later(24 * 4) })
  const file = Buffer.concat([...writeContainer(site.packs.files)])
  const send = (content: Buffer, who: string) => {
    const boundary = 'a-boundary'
    const payload = Buffer.concat([
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\ntoken\r\n--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="lakeland.salus-pack"\r\ncontent-type: application/octet-stream\r\n\r\n`,
      ),
      content,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ])
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
    return site.server.inject({
      method: 'POST',
      url: '/centre/packs',
      payload,
      headers,
      cookies: { who },
    })
  }
  assert.equal((await send(file, 'officer')).statusCode, 403)
  assert.equal((await send(Buffer.from('no pack at all'), 'administrator')).body, 'sensors/no-pack-file')
  assert.equal((await send(Buffer.alloc(0), 'administrator')).statusCode, 422)
  assert.equal((await send(file, 'administrator')).statusCode, 303)
  const { body } = await site.get('/centre/packs', 'officer')
  assert.match(body, /Pack 4 is in force/)
  assert.match(body, /Jana Brandt/)
  assert.match(body, /3 rules with samples/)
  assert.match(body, /only administrators publish/)
})

test('a set of indicators that is no set names no indicator', () => {
  for (const bytes of [new Uint8Array(), new Uint8Array(40), new Uint8Array(40).fill(0xff)])
    assert.deepEqual(indicatorsOf(bytes, true), [])
})
