// Tests of the example centre: what a newcomer finds, and that nothing of it stays.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readCsaf } from '@salus/standards/csaf'
import { type App, createApp } from '../../app.ts'
import { readConfig } from '../../platform/config/config.ts'
import { createLog } from '../../platform/log/log.ts'
import { type TestDatabase, testDatabase, testSecret } from '../../platform/testing/database.ts'
import { coverageOf } from '../assets/index.ts'
import { advisories } from './advisories.ts'
import { csafOf } from './advisory.ts'
import { greet as greetWith, removeExample } from './index.ts'
import { listsOf } from './inventory-list.ts'
import { members } from './members.ts'

const now = new Date('2026-11-23T20:00:00Z')

let db: TestDatabase
let app: App
const said: string[] = []

before(async () => {
  db = await testDatabase()
  app = await createApp(
    {
      config: readConfig({ SALUS_LOG_LEVEL: 'silent' }, '.'),
      log: createLog('silent'),
      secret: testSecret,
      ownerUrl: db.ownerUrl,
      applicationUrl: db.applicationUrl,
      database: db.database,
      close: async () => undefined,
    },
    { now: () => now },
  )
  await greet(false)
})

after(async () => {
  await app.server.close()
  await db.close()
})

async function greet(empty: boolean): Promise<string> {
  said.length = 0
  await app.greet({ address: 'https://salus.example', empty, say: (text) => said.push(text) })
  return said.join('\n')
}

async function countIn(table: string): Promise<number> {
  const [row] = await db.query<{ count: string }>(`select count(*) from ${table}`)
  return Number(row?.count)
}

test('two houses have answered about themselves, in the name of their own people and after the centre was founded', async () => {
  const rows = await db.query<{ name: string; by: string; count: string; late: boolean }>(
    `select o.name, f.recorded_by_name as by, count(*), bool_and(f.as_of > o.created_at) as late
     from fact_statements f join organisations o on o.id = f.organisation_id group by 1, 2 order by 1`,
  )
  assert.deepEqual(
    rows.map(({ name, by, late }) => [name, by, late]),
    [
      ['Ballincreel Hospital', 'Fiadh Corrimore', true],
      ['Universitätsklinikum Erlenau', 'Henrike Tolzmann', true],
    ],
  )
  assert.ok(rows.every(({ count }) => Number(count) > 10))
})

test('every advisory of the example is valid CSAF 2.0', async () => {
  for (const advisory of advisories) {
    const { validity, faults } = await readCsaf(csafOf(advisory))
    assert.equal(validity, 'valid', `${advisory.id}: ${JSON.stringify(faults)}`)
    assert.deepEqual(faults, [], advisory.id)
  }
})

test('the lists are the same each time', () => {
  for (const member of members) assert.deepEqual(listsOf(member), listsOf(member))
})

test('alerts of every urgency, both answers and most states are there', async () => {
  const distinct = async (column: string) =>
    (await db.query<{ value: string }>(`select distinct ${column} as value from alerts order by 1`)).map(
      (row) => row.value,
    )
  assert.deepEqual(await distinct('urgency'), ['act-now', 'next-maintenance', 'this-week', 'watch'])
  assert.deepEqual(await distinct('answer'), ['affected', 'cannot_tell'])
  const states = await distinct('state')
  for (const state of ['new', 'acknowledged', 'in-progress', 'remediated', 'risk-accepted', 'not-applicable'])
    assert.ok(states.includes(state), `no alert is ${state}`)
})

test('most of each larger inventory can be matched, and some of it cannot', async () => {
  for (const member of members.filter(({ key }) => key !== 'tannschlag')) {
    const [row] = await db.query<{ id: string }>('select id from organisations where name = $1', [
      member.organisation.name,
    ])
    const id = Number(row?.id)
    const { total, matchable } = await db.database.asMember(id, (scope) => coverageOf(scope, id))
    const share = matchable / total
    assert.ok(share > 0.8 && share < 0.95, `${member.key}: ${matchable} of ${total}`)
  }
})

test('who runs the fixed version gets no alert', async () => {
  const alerted = await db.query<{ name: string }>(
    `select o.name from alerts a join advisories v on v.id = a.advisory_id join organisations o on o.id = a.organisation_id
     where v.tracking_id = 'LAB-2026-04'`,
  )
  assert.deepEqual(
    alerted.map((row) => row.name),
    ['Ospedale di Montesperio'],
  )
})

test('an advisory on a version that nobody runs any more raises no alert', async () => {
  const concerned = await db.query(
    `select from alerts a join advisories v on v.id = a.advisory_id where v.tracking_id = 'RUF-26-1'`,
  )
  assert.equal(concerned.length, 0)
})

test('the duty board shows members that answered, wait, are silent and are late', async () => {
  const [row] = await db.query<{ late: string; running: string; silent: string }>(
    `select count(*) filter (where o.due_at < $1) as late, count(*) filter (where o.due_at >= $1) as running,
       count(*) filter (where a.state = 'new' and a.opened_at < $1::timestamptz - interval '24 hours'
         and not exists (select from journal j where j.organisation_id = a.organisation_id and j.actor like 'person:%' and j.at > a.opened_at)) as silent
     from alerts a join obligations o on o.organisation_id = a.organisation_id and o.subject_id = a.id
       and o.kind = 'alert-acknowledge' and o.discharged_at is null and o.cancelled_at is null`,
    [now],
  )
  for (const standing of ['late', 'running', 'silent'] as const)
    assert.ok(Number(row?.[standing]) > 0, standing)
})

test('exploitation that became known last opens alerts again', async () => {
  const [row] = await db.query<{ count: string }>(
    `select count(*) from alerts where reopened_because is not null`,
  )
  assert.ok(Number(row?.count) > 0)
})

test('a later start prints fresh links and loads nothing', async () => {
  const before = await countIn('assets')
  const text = await greet(false)
  assert.equal(text.match(/https:\/\/salus\.example\/sign-in\/link\//g)?.length, 3)
  assert.equal(await countIn('assets'), before)
})

test('removing the example leaves nothing of it but the journal', async () => {
  const entries = await countIn('journal')
  const removed = await removeExample(app.context, now)
  assert.equal(removed?.organisations, members.length + 1)
  assert.equal(removed.advisories, advisories.length)
  await app.drainEvents()
  const tables = ['organisations', 'persons', 'memberships', 'assets', 'imports', 'alerts', 'obligations']
  tables.push('advisories', 'advisory_revisions', 'kev_entries', 'statements', 'verdicts')
  tables.push('matched_advisories', 'deliveries', 'events')
  for (const table of tables) assert.equal(await countIn(table), 0, table)
  assert.ok((await countIn('journal')) > entries)
  assert.equal(await removeExample(app.context, now), null)
})

test('half an example is taken out before anything else', async () => {
  const cutOff = await testDatabase()
  try {
    await cutOff.query(`insert into installation (name, value) values ('example', '"Half"')`)
    await cutOff.query(
      `insert into organisations (kind, name, country, languages, time_zone, is_example, created_at)
       values ('centre', 'Half', 'FI', '{en}', 'Europe/Helsinki', true, now())`,
    )
    const context = { ...app.context, database: cutOff.database }
    const drain = async () => 0
    await greetWith(context, { address: 'https://salus.example', empty: true, say: () => undefined, drain })
    const centres = await cutOff.query<{ name: string; is_example: boolean }>(
      'select name, is_example from organisations',
    )
    assert.deepEqual(centres, [{ name: 'Health Security Centre', is_example: false }])
  } finally {
    await cutOff.close()
  }
})

test('after its removal a start founds a real centre instead', async () => {
  const text = await greet(false)
  assert.match(text, /Its administrator is administrator@localhost\.localdomain/)
  assert.equal(await countIn('organisations'), 1)
  assert.equal(await countIn('memberships'), 1)
  assert.match(await greet(true), /sign-in\/link/)
  assert.equal(await countIn('persons'), 1)
})
