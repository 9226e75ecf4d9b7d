// Tests of what members and the centre do on a real Citus cluster; skipped where CITUS_URL is not set.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { addComment, retractComment } from '../../capabilities/advisories/actions/comment.ts'
import { markRead } from '../../capabilities/advisories/actions/mark-read.ts'
import { answerAlert } from '../../capabilities/alerts/actions/answer.ts'
import { buildLoop, type TestLoop } from '../../capabilities/alerts/builders.ts'
import { insertHospital } from '../../capabilities/assets/builders.ts'
import {
  decideAlias,
  handInMemberVex,
  refreshReview,
  takeBackMemberVex,
} from '../../capabilities/matching/actions.ts'
import { selectMemberVex, selectQueue } from '../../capabilities/matching/store.ts'
import { sealJournal, verifyJournal } from '../journal/chain.ts'
import { historyOf } from '../journal/journal.ts'
import { createLog } from '../log/log.ts'
import { type ClusterDatabase, clusterDatabase, skipWithoutCitus } from '../testing/cluster.ts'
import { testSecret } from '../testing/database.ts'
import { distribute } from './distribute.ts'
import { distributedTables } from './distribution.ts'

const now = new Date('2026-03-04T10:00:00Z')
const person = { id: 5, name: 'Rosa Keller' }
const device = (number: number, version: string) =>
  `${number};Gateway;Northwind Medical;PumpGate;${version};Main site`
/** A reseller's name on the device, so that the engine is unsure. */
const resold = (number: number, name: string) => `${number};${name};Kestrel Care;;2.2.0;Main site`

let db: ClusterDatabase
let loop: TestLoop
let first: number
let second: number

describe('on a cluster', { skip: skipWithoutCitus }, () => {
  before(async () => {
    db = await clusterDatabase('salus_test_members')
    await distribute(db.ownerUrl, testSecret, () => undefined)
    loop = buildLoop(db)
    first = await insertHospital(db, 'Tannau Hospital')
    second = await insertHospital(db, 'Birkensee Clinic')
  })
  after(() => db.close())

  const context = () => ({ database: db.database, events: loop.events, log: createLog('silent') })

  /** `organisation state answer affected unsure` of each alert about an advisory. */
  async function alerts(trackingId: string): Promise<readonly string[]> {
    const rows = await db.query<{ alert: string }>(
      `select concat_ws(' ', al.organisation_id, al.state, al.answer, al.affected_assets, al.unsure_assets) as alert
       from alerts al join advisories a on a.id = al.advisory_id where a.tracking_id = $1 order by al.organisation_id`,
      [trackingId],
    )
    return rows.map((row) => row.alert)
  }

  async function alertOf(organisationId: number, trackingId: string): Promise<number> {
    const [row] = await db.query<{ id: string }>(
      'select al.id from alerts al join advisories a on a.id = al.advisory_id where al.organisation_id = $1 and a.tracking_id = $2',
      [organisationId, trackingId],
    )
    return Number(row?.id)
  }

  test('a list is stored with its rows, versions and verdicts, and what the next one misses is kept', async () => {
    await loop.importList(first, [device(1, '2.3.1'), device(2, '2.3.1'), device(3, '')], now)
    await loop.importList(second, [device(9, '2.3.1')], now)
    await loop.publish({ id: 'NWM-1', cve: 'CVE-2026-99501', range: '< 2.4.0' }, now)
    assert.deepEqual(await alerts('NWM-1'), [`${first} new affected 2 1`, `${second} new affected 1 0`])
    await loop.importList(first, [device(1, '2.3.1'), device(2, '2.4.0')], now)
    assert.deepEqual(await alerts('NWM-1'), [`${first} new affected 1 1`, `${second} new affected 1 0`])
    const stored = await db.query(
      `select external_id as "externalId", version, missing_since is not null as missing from assets where organisation_id = $1 order by 1`,
      [first],
    )
    assert.deepEqual(stored, [
      { externalId: '1', version: '2.3.1', missing: false },
      { externalId: '2', version: '2.4.0', missing: false },
      { externalId: '3', version: null, missing: true },
    ])
    const counted = await db.query(
      'select version, i.held >> 11 as assets from installed_versions i join product_versions v on v.id = i.product_version_id where i.organisation_id = $1 order by 1',
      [first],
    )
    assert.deepEqual(counted, [
      { version: '', assets: 1 },
      { version: '2.3.1', assets: 1 },
      { version: '2.4.0', assets: 1 },
    ])
  })

  test('a member answers its alert, with clocks and journal, and nobody answers for another', async () => {
    const alertId = await alertOf(first, 'NWM-1')
    const answer = {
      kind: 'acknowledge',
      applies: 'yes',
      assignee: 'Team 2',
      reason: null,
      acceptedUntil: null,
    } as const
    const command = { alertId, answer, personId: person.id, timeZone: 'Europe/Vienna' }
    await assert.rejects(answerAlert(context(), { ...command, organisationId: second }, now), {
      code: 'alerts/not-found',
    })
    assert.equal(await answerAlert(context(), { ...command, organisationId: first }, now), 'acknowledged')
    await assert.rejects(answerAlert(context(), { ...command, organisationId: first }, now), {
      code: 'alerts/already-acknowledged',
    })
    const object = { organisationId: first, objectType: 'alert', objectId: alertId }
    const [entry] = await db.database.asMember(first, (scope) => historyOf(scope, object, 1))
    assert.deepEqual([entry?.actor, entry?.action], ['person:5', 'alert.acknowledged'])
    assert.deepEqual(await db.database.asMember(second, (scope) => historyOf(scope, object, 1)), [])
    const running = await db.query<{ kind: string }>(
      'select kind from obligations where subject_id = $1 and organisation_id = $2 and discharged_at is null and cancelled_at is null order by 1',
      [alertId, first],
    )
    assert.deepEqual(
      running.map((row) => row.kind),
      ['alert-remediate', 'alert-update'],
    )
  })

  test("a hospital's own VEX frees its product and nobody else's, until it is taken back", async () => {
    const file = { organisationId: second, fileName: 'vex.json', content: openVex('CVE-2026-99501') }
    const documentId = await handInMemberVex(context(), { ...file, reason: 'Tried it.', person }, now)
    assert.deepEqual(await alerts('NWM-1'), [
      `${first} acknowledged affected 1 1`,
      `${second} withdrawn affected 0 0`,
    ])
    const [seen, hidden] = [
      await db.database.asMember(second, selectMemberVex),
      await db.database.asMember(first, selectMemberVex),
    ]
    assert.deepEqual([seen.map((one) => one.exemptions), hidden], [[1], []])
    await takeBackMemberVex(context(), { organisationId: second, documentId, person }, now)
    assert.deepEqual((await alerts('NWM-1'))[1], `${second} new affected 1 0`)
  })

  // The devices of before are missing from the new lists, and stay watched.
  test('a name confirmed by the centre counts for every member, and no more when it is taken back', async () => {
    await loop.importList(first, [resold(11, 'HeartGate')], now)
    await loop.importList(second, [resold(19, 'PumpGate')], now)
    await loop.publish({ id: 'NWM-2', cve: 'CVE-2026-99502', range: '< 2.4.0' }, now)
    assert.deepEqual((await alerts('NWM-2')).at(-1), `${second} new affected 1 1`)
    await refreshReview(context(), now)
    const queue = await db.database.asCentre((scope) => selectQueue(scope, 0, 10))
    const pair = queue.find((one) => one.inventoryName.vendor === 'Kestrel Care')
    assert.deepEqual([pair?.members, pair?.advisories], [1, 2])
    const decision = { pairId: pair?.id ?? 0, reason: 'The label says so.', person }
    const standing = await decideAlias(context(), { ...decision, answer: 'same', standing: null }, now)
    assert.deepEqual((await alerts('NWM-2')).at(-1), `${second} new affected 2 0`)
    await decideAlias(context(), { ...decision, answer: 'taken-back', standing }, now)
    assert.deepEqual((await alerts('NWM-2')).at(-1), `${second} new affected 1 1`)
  })

  test('the centre notes what it has read and says of a document, and members see neither', async () => {
    const [row] = await db.query<{ id: string }>("select id from advisories where tracking_id = 'NWM-1'")
    const advisoryId = Number(row?.id)
    assert.equal(await markRead(context(), [advisoryId], true, person.id, now), 1)
    const commentId = await addComment(context(), advisoryId, 'Called the vendor.', person, now)
    await retractComment(context(), advisoryId, commentId, person, now)
    const kept = await db.query('select text, retracted_at is not null as retracted from advisory_comments')
    assert.deepEqual(kept, [{ text: 'Called the vendor.', retracted: true }])
    await assert.rejects(
      db.database.asMember(first, (scope) => sql`select 1 from advisory_comments`.execute(scope.db)),
      /permission denied/,
    )
  })

  test('inventories and advisories that come at the same moment never miss each other', async () => {
    const hospitals = [await insertHospital(db, 'North Clinic'), await insertHospital(db, 'South Clinic')]
    const advisories = ['NWM-3', 'NWM-4']
    await Promise.all([
      ...hospitals.map((id) => loop.importList(id, [device(1, '2.3.5'), device(2, '2.3.6')], now)),
      ...advisories.map((id, index) =>
        loop.publish({ id, cve: `CVE-2026-9951${index}`, range: '< 2.4.0' }, now),
      ),
    ])
    await loop.settle(now)
    for (const id of advisories)
      assert.deepEqual(
        (await alerts(id)).slice(-2),
        hospitals.map((hospital) => `${hospital} new affected 2 0`),
      )
    assert.deepEqual(await db.query('select subscription, problem from events'), [])
  })

  test('nobody reads, changes or adds a row of another member in any table that is spread', async () => {
    for (const { table } of distributedTables) {
      const rows = sql`select 1 from ${sql.table(table)} where organisation_id = ${first} limit 1`
      const bound = await db.database.asEngineFor(second, (scope) => rows.execute(scope.db))
      assert.deepEqual(bound.rows, [], table)
    }
    const foreign = sql`update alerts set assignee = 'somebody' where organisation_id = ${first}`
    for (const as of [db.database.asMember, db.database.asEngineFor]) {
      const changed = await as(second, (scope) => foreign.execute(scope.db))
      assert.equal(changed.numAffectedRows, 0n)
    }
    await assert.rejects(
      db.database.asEngineFor(second, (scope) =>
        sql`insert into sites (organisation_id, name) values (${first}, 'Somewhere')`.execute(scope.db),
      ),
      /row-level security|permission denied/,
    )
    await assert.rejects(
      db.database.asCentre((scope) => sql`select 1 from assets limit 1`.execute(scope.db)),
      /permission denied/,
    )
  })

  test('the journal is sealed over all servers, and a changed entry is found', async () => {
    assert.ok((await db.database.asEngine(sealJournal)) > 0)
    assert.equal(await db.database.asEngine(sealJournal), 0)
    const { intact, unchained } = await db.database.asEngine(verifyJournal)
    assert.deepEqual({ intact, unchained }, { intact: true, unchained: 0 })
    await assert.rejects(
      db.query("update journal set actor = 'nobody' where organisation_id = $1", [first]),
      /append-only/,
    )
    await db.query('drop trigger journal_append_only on journal')
    await db.query(
      "update journal set actor = 'nobody' where organisation_id = $1 and action = 'alert.acknowledged'",
      [first],
    )
    const after = await db.database.asEngine(verifyJournal)
    assert.equal(after.intact, false)
  })
})

function openVex(cve: string): Buffer {
  const statement = {
    vulnerability: { name: cve },
    supplier: 'Northwind Medical',
    products: [{ '@id': 'pkg:generic/northwind/pumpgate@2.3.1' }],
    status: 'not_affected',
    justification: 'vulnerable_code_not_present',
    impact_statement: 'Built without it.',
  }
  return Buffer.from(
    JSON.stringify({
      '@context': 'https://openvex.dev/ns/v0.2.0',
      '@id': 'https://birkensee.example/vex/1',
      author: 'Birkensee Clinic',
      timestamp: '2026-03-01T08:00:00Z',
      version: 1,
      statements: [statement],
    }),
  )
}
