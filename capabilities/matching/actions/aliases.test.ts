// Tests of decisions about names on a real database: links, verdicts and alerts follow for every member, and back.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { createEvents } from '../../../platform/events/announce.ts'
import { handleAtOnce, handleLater, type Subscription } from '../../../platform/events/event.ts'
import { createRelay } from '../../../platform/events/relay.ts'
import type { Refusal } from '../../../platform/http/problem.ts'
import { createLog } from '../../../platform/log/log.ts'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { buildLoop, type TestLoop } from '../../alerts/builders.ts'
import { insertHospital } from '../../assets/builders.ts'
import { linksChanged, verdictsDecided } from '../events.ts'
import { findPair, type ReviewPair, selectDecisions, selectProposalsOfAsset, selectQueue } from '../store.ts'
import { type AliasCommand, decideAlias } from './decide-alias.ts'
import { proposeAlias } from './propose-alias.ts'
import { refreshReview } from './refresh-review.ts'
import { decideChangedLinks } from './relink.ts'

const now = new Date('2026-11-17T08:40:00Z')
const officer = { id: 5, name: 'Rosa Keller' }
const device = (number: number, vendor: string, product: string, version = '2.3.1') =>
  `${number};${product};${vendor};;${version};Main site`

let db: TestDatabase
let loop: TestLoop
let first: number
let second: number

describe('aliases', () => {
  before(async () => {
    db = await testDatabase()
  })
  after(() => db.close())
  beforeEach(async () => {
    await db.close()
    db = await testDatabase()
    loop = buildLoop(db)
    first = await insertHospital(db, 'Tannau Hospital')
    second = await insertHospital(db, 'Birkensee Clinic')
  })

  const context = () => ({ database: db.database, events: loop.events })
  const queue = () => db.database.asCentre((scope) => selectQueue(scope, 0, 100))
  const alerts = () =>
    db.query<{ organisation: number; state: string; answer: string }>(
      'select organisation_id::int as organisation, state, answer from alerts order by 1, advisory_id',
    )
  const grades = () =>
    db.query<{ grade: string; answer: string }>(
      'select identity_grade as grade, answer from verdicts order by advisory_id, product_version_id',
    )

  async function pairOf(product: string): Promise<ReviewPair> {
    const pair = (await queue()).find(
      (one) => one.inventoryName.product === product || one.inventoryName.model === product,
    )
    assert.ok(pair, `no pair with ${product} in the queue`)
    return pair
  }

  async function decide(pairId: number, answer: AliasCommand['answer'], standing: number | null = null) {
    return decideAlias(
      context(),
      { pairId, answer, reason: 'Vendor sheet 7', standing, person: officer },
      now,
    )
  }

  /** A reseller's name on the device, so that the engine is unsure. */
  async function givenUnsure() {
    await loop.importList(first, [device(1, 'Kestrel Care', 'PumpGate')], now)
    await loop.importList(second, [device(2, 'Kestrel Care', 'PumpGate', '2.2.0')], now)
    await loop.publish({ id: 'NWM-1' }, now)
    await refreshReview(context(), now)
    return pairOf('PumpGate')
  }

  test('an unsure pair stands in the queue once, with the members and advisories that depend on it', async () => {
    const pair = await givenUnsure()
    assert.equal((await queue()).length, 1)
    assert.deepEqual(
      [pair.foundAs, pair.members, pair.advisories, pair.exploited, pair.statedName.product],
      ['unsure', 2, 1, 0, 'PumpGate'],
    )
    await loop.publishKev(['CVE-2026-10001'], now)
    await refreshReview(context(), now)
    assert.equal((await pairOf('PumpGate')).exploited, 1)
  })

  test('a confirmation turns "please check" into affected for every member, and taking it back turns it round', async () => {
    const pair = await givenUnsure()
    assert.deepEqual(
      (await alerts()).map(({ answer }) => answer),
      ['cannot_tell', 'cannot_tell'],
    )
    const decision = await decide(pair.id, 'same')
    assert.deepEqual(await alerts(), [
      { organisation: first, state: 'new', answer: 'affected' },
      { organisation: second, state: 'new', answer: 'affected' },
    ])
    assert.deepEqual(
      (await grades()).map(({ grade, answer }) => [grade, answer]),
      [
        ['confirmed-alias', 'affected'],
        ['confirmed-alias', 'affected'],
      ],
    )
    assert.equal((await queue()).length, 0)
    await decide(pair.id, 'taken-back', decision)
    assert.deepEqual(
      (await alerts()).map(({ answer }) => answer),
      ['cannot_tell', 'cannot_tell'],
    )
    assert.deepEqual(
      (await grades()).map(({ grade }) => grade),
      ['name-similarity', 'name-similarity'],
    )
    assert.equal((await queue()).length, 1)
    const made = await db.database.asCentre((scope) => selectDecisions(scope, null, 10))
    assert.deepEqual(
      made.map(({ answer, decidedByName, reason }) => [answer, decidedByName, reason]),
      [
        ['taken-back', 'Rosa Keller', 'Vendor sheet 7'],
        ['same', 'Rosa Keller', 'Vendor sheet 7'],
      ],
    )
  })

  test('a refusal withdraws the alerts of every member, and it is written down who refused', async () => {
    const pair = await givenUnsure()
    await decide(pair.id, 'different')
    assert.deepEqual(
      (await alerts()).map(({ state }) => state),
      ['withdrawn', 'withdrawn'],
    )
    assert.deepEqual(await grades(), [])
    const [entry] = await db.query<{ actor: string; details: { reason: string } }>(
      "select actor, details from journal where organisation_id = 0 and action = 'alias.refused'",
    )
    assert.deepEqual([entry?.actor, entry?.details.reason], ['person:5', 'Vendor sheet 7'])
  })

  test('a decision counts for inventories and advisories that come later, also without a key in common', async () => {
    const item = { vendor: 'Kestrel Care', product: 'KC-Infusor', version: '2.3.1' }
    const proposal = {
      organisationId: first,
      organisationName: 'Tannau Hospital',
      assetId: 1,
      item,
      stated: { vendor: 'Northwind Medical', product: 'PumpGate' },
      words: 'It says so on the label.',
      person: { id: 9, name: 'Jana Brandt' },
    }
    await db.database.asEngineFor(first, (scope) => proposeAlias(scope, proposal, now))
    const [pair] = await queue()
    assert.equal(pair?.proposals, 1)
    await decide(pair?.id ?? 0, 'same')
    await loop.publish({ id: 'NWM-1' }, now)
    assert.deepEqual(await alerts(), [])
    await loop.importList(first, [device(1, 'Kestrel Care', 'KC-Infusor')], now)
    await loop.publish({ id: 'NWM-2', cve: 'CVE-2026-10002' }, now)
    assert.deepEqual(await alerts(), [
      { organisation: first, state: 'new', answer: 'affected' },
      { organisation: first, state: 'new', answer: 'affected' },
    ])
    const [own] = await db.database.asMember(first, (scope) => selectProposalsOfAsset(scope, 1, 5))
    assert.deepEqual([own?.answer, own?.words], ['same', 'It says so on the label.'])
    assert.deepEqual(await db.database.asMember(second, (scope) => selectProposalsOfAsset(scope, 1, 5)), [])
    const seen = await db
      .query('set role salus_member')
      .then(() => db.query('select id, stated_name from alias_pairs'))
    await db.query('reset role')
    assert.deepEqual(seen, [])
  })

  test('what follows from two decisions links a third name, says the way, and ends when one of them is taken back', async () => {
    await loop.importList(first, [device(1, 'Kestrel Care', 'KC-Infusor')], now)
    await loop.publish({ id: 'NWM-1' }, now)
    const propose = (own: string, vendor: string, product: string) =>
      db.database.asEngineFor(first, (scope) =>
        proposeAlias(
          scope,
          {
            organisationId: first,
            organisationName: 'Tannau Hospital',
            assetId: 1,
            item: { vendor: 'Kestrel Care', product: own, version: null },
            stated: { vendor, product },
            words: 'Same device.',
            person: { id: 9, name: 'Jana Brandt' },
          },
          now,
        ),
      )
    await propose('KC-Infusor', 'Osprey Ward', 'OW Flow')
    await propose('KC-Two', 'Osprey Ward', 'OW Flow')
    await propose('KC-Two', 'Northwind Medical', 'PumpGate')
    const [one, two, three] = (await queue()).toSorted((a, b) => a.id - b.id)
    await decide(one?.id ?? 0, 'same')
    await decide(two?.id ?? 0, 'same')
    assert.deepEqual(await alerts(), [])
    const last = await decide(three?.id ?? 0, 'same')
    assert.deepEqual(await alerts(), [{ organisation: first, state: 'new', answer: 'affected' }])
    const [verdict] = await db.query<{ explanation: { code: string; path?: string[] }[] }>(
      'select explanation from verdicts',
    )
    assert.deepEqual(verdict?.explanation.find((step) => step.code === 'alias')?.path, [
      'Kestrel Care KC-Infusor',
      'Osprey Ward OW Flow',
      'Kestrel Care KC-Two',
      'Northwind Medical PumpGate',
    ])
    await decide(three?.id ?? 0, 'taken-back', last)
    assert.deepEqual(
      (await alerts()).map(({ state }) => state),
      ['withdrawn'],
    )
  })

  test('names of one vendor that look alike are suggested, whichever side came first, and not asked twice', async () => {
    await loop.importList(first, [device(1, 'Northwind Medical', 'PumpGaterix')], now)
    await refreshReview(context(), now)
    assert.deepEqual(await queue(), [])
    await loop.publish({ id: 'NWM-1' }, now)
    await refreshReview(context(), now)
    const pair = await pairOf('PumpGaterix')
    assert.deepEqual([pair.foundAs, pair.members, pair.advisories], ['similar', 1, 1])
    await decide(pair.id, 'different')
    await refreshReview(context(), now)
    assert.deepEqual(await queue(), [])
    assert.deepEqual(await alerts(), [])
  })

  test('the second of two people learns what the first decided, and nothing can be taken back twice', async () => {
    const pair = await givenUnsure()
    const decision = await decide(pair.id, 'same')
    await assert.rejects(
      decide(pair.id, 'different'),
      (error: Refusal) => error.code === 'matching/already-decided',
    )
    const replaced = await decide(pair.id, 'different', decision)
    await assert.rejects(
      decide(pair.id, 'taken-back', decision),
      (error: Refusal) => error.code === 'matching/nothing-to-take-back',
    )
    await decide(pair.id, 'taken-back', replaced)
    await assert.rejects(
      decide(pair.id, 'taken-back', replaced),
      (error: Refusal) => error.code === 'matching/nothing-to-take-back',
    )
    await assert.rejects(decide(999, 'same'), (error: Refusal) => error.code === 'matching/unknown-pair')
    const [found] = await db.database.asCentre(async (scope) => [await findPair(scope, pair.id)])
    assert.equal(found?.decisionId, null)
  })

  test('decisions are never changed or deleted, not even by the owner', async () => {
    const pair = await givenUnsure()
    await decide(pair.id, 'same')
    await assert.rejects(db.query("update alias_decisions set answer = 'different'"), /append-only/)
    await assert.rejects(db.query('delete from alias_decisions'), /append-only/)
  })

  test('a decision about more versions than fit one transaction is finished in portions, and nothing is lost', async () => {
    const many = Array.from({ length: 620 }, (_, index) =>
      device(index + 1, 'Kestrel Care', 'PumpGate', `1.0.${index}`),
    )
    await loop.importList(first, many, now)
    await loop.publish({ id: 'NWM-1' }, now)
    await refreshReview(context(), now)
    const pair = await pairOf('PumpGate')
    const subscriptions: Subscription[] = []
    const events = createEvents(subscriptions)
    const heard: number[] = []
    subscriptions.push(
      handleAtOnce(verdictsDecided, 'test.heard', async (_scope, { advisoryIds }) => {
        heard.push(advisoryIds.length)
      }),
      handleLater(linksChanged, 'test.links', 1, async (scope, payloads, at) => {
        for (const { productVersionIds, because } of payloads)
          await decideChangedLinks({ events }, scope, productVersionIds, because, at)
      }),
    )
    const command = {
      pairId: pair.id,
      answer: 'same' as const,
      reason: 'Label',
      standing: null,
      person: officer,
    }
    await decideAlias({ database: db.database, events }, command, now)
    const counted = async () => Map.groupBy(await grades(), ({ answer }) => answer)
    assert.deepEqual(
      [(await counted()).get('affected')?.length, (await counted()).get('cannot_tell')?.length],
      [500, 120],
    )
    const log = createLog('silent')
    await createRelay({ database: db.database, subscriptions: events.deferred, log, now: () => now }).drain()
    assert.deepEqual([(await counted()).get('affected')?.length, heard], [620, [1, 1]])
  })

  test('a decision, an inventory and an advisory that come at the same moment never miss each other', async () => {
    const pair = await givenUnsure()
    let standing: number | null = null
    for (let round = 1; round <= 5; round += 1) {
      const answer: AliasCommand['answer'] = standing === null ? 'same' : 'taken-back'
      const decided: Promise<number> = decide(pair.id, answer, standing)
      await Promise.all([
        decided,
        loop.importList(first, [device(1, 'Kestrel Care', 'PumpGate', `1.${round}.0`)], now),
        loop.importList(second, [device(2, 'Kestrel Care', 'PumpGate', `1.${round}.1`)], now),
        loop.publish({ id: `NWM-1${round}`, cve: `CVE-2026-2000${round}` }, now),
      ])
      standing = answer === 'same' ? await decided : null
      const found = new Set((await grades()).map(({ grade }) => grade))
      assert.deepEqual(
        [...found],
        [standing === null ? 'name-similarity' : 'confirmed-alias'],
        `round ${round}`,
      )
      const [counted] = await db.query<{ verdicts: number }>('select count(*)::int as verdicts from verdicts')
      assert.equal(counted?.verdicts, (1 + round) * (2 + 2 * round))
      const answers = new Set((await alerts()).map((alert) => alert.answer))
      assert.deepEqual([...answers], [standing === null ? 'cannot_tell' : 'affected'], `round ${round}`)
    }
  })

  test('namings stored before there were aliases get their key by the job', async () => {
    await loop.importList(first, [device(1, 'Kestrel Care', 'PumpGate')], now)
    await db.query('update products set alias_key = null')
    await loop.publish({ id: 'NWM-1' }, now)
    await refreshReview(context(), now)
    assert.equal((await pairOf('PumpGate')).members, 1)
  })
})
