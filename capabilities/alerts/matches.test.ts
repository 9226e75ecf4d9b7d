// Lists of matches in both directions, status of assets and manual runs, on a real database and through row-level security.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Refusal } from '../../platform/http/problem.ts'
import { createLog } from '../../platform/log/log.ts'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import { importInventory } from '../assets/actions/import-inventory.ts'
import { cyclonedx, insertHospital } from '../assets/builders.ts'
import { identifyProductVersions, type MatchLevel, matchAdvisoriesAgain } from '../matching/index.ts'
import { type MarkCommand, markRemediation } from './actions/mark-remediation.ts'
import { maxRunsAnHour, runAgain } from './actions/run-again.ts'
import { buildLoop, type TestLoop } from './builders.ts'
import {
  advisoriesOf,
  assetsOf,
  countRemediation,
  findAlertOfAdvisory,
  type Side,
  sbomsOf,
  sbomsOfMember,
  selectRemediation,
  versionsOf,
  versionsOfMember,
} from './store.ts'

const day = (text: string) => new Date(`${text}T10:00:00Z`)
const device = (number: number, version: string) =>
  `${number};Gateway ${number};Northwind Medical;PumpGate;${version};Main site`
const list = 'sbom:ward server'

let db: TestDatabase
let loop: TestLoop
let own: number
let other: number
let advisoryId: number
let second: number

before(async () => {
  db = await testDatabase()
  loop = buildLoop(db)
  own = await insertHospital(db, 'Tannau Hospital')
  other = await insertHospital(db, 'Birkensee Clinic')
  await loop.importList(
    own,
    [device(1, '2.3.1'), device(2, '2.3.1'), device(3, ''), device(4, '2.5.0')],
    day('2026-03-02'),
  )
  await loop.importList(
    other,
    [device(9, '2.3.1'), '10;Gateway 9;Northwind Medical;PumpGate;2.3.1;Lime street'],
    day('2026-03-02'),
  )
  await importInventory(
    {
      context: { database: db.database, events: loop.events, log: createLog('silent') },
      identify: identifyProductVersions,
    },
    own,
    cyclonedx('Ward server', [
      {
        type: 'application',
        name: 'PumpGate',
        version: '2.1.0',
        publisher: 'Northwind Medical',
        'bom-ref': 'a',
      },
      { type: 'library', name: 'left-pad', version: '1.0.0', 'bom-ref': 'b' },
    ]),
    'person:1',
    day('2026-03-02'),
  )
  await loop.publish(
    { id: 'NWM-1', cve: 'CVE-2026-5001', moreCves: ['CVE-2026-5002'], range: '< 2.4.0' },
    day('2026-03-04'),
  )
  await loop.publish({ id: 'NWM-2', cve: 'CVE-2026-5003', range: 'vers:generic/<2.6.0' }, day('2026-03-04'))
  advisoryId = await advisoryOf('NWM-1')
  second = await advisoryOf('NWM-2')
})
after(() => db.close())

async function advisoryOf(trackingId: string): Promise<number> {
  const [row] = await db.query<{ id: string }>('select id from advisories where tracking_id = $1', [
    trackingId,
  ])
  return Number(row?.id)
}

async function assetId(title: string, organisationId = own): Promise<number> {
  const [row] = await db.query<{ id: string }>(
    'select id from assets where organisation_id = $1 and name = $2',
    [organisationId, title],
  )
  return Number(row?.id)
}

const page = (show: MatchLevel = 'possible') => ({ show, after: 0, limit: 100 })
const found = async (side: Side, show: MatchLevel = 'possible', organisationId = own) =>
  (await db.database.asMember(organisationId, (scope) => advisoriesOf(scope, side, page(show)))).rows.map(
    (row) => row.trackingId,
  )

test('each asset lists the advisories that match it, broader or narrower by their level', async () => {
  assert.deepEqual(await found({ assetId: await assetId('Gateway 1') }), ['NWM-1', 'NWM-2'])
  assert.deepEqual(await found({ assetId: await assetId('Gateway 4') }), ['NWM-2'])
  assert.deepEqual(await found({ assetId: await assetId('Gateway 4') }, 'ignored'), ['NWM-1', 'NWM-2'])
  assert.deepEqual(
    await found({ assetId: await assetId('Gateway 3') }, 'likely'),
    [],
    'without a version we cannot tell',
  )
  const side = { assetId: await assetId('Gateway 3') }
  const { counts } = await db.database.asMember(own, (scope) => advisoriesOf(scope, side, page()))
  assert.deepEqual(counts, { certain: 0, likely: 0, possible: 2, ignored: 0 })
})

test('each product version lists the advisories that match it', async () => {
  const versions = await db.database.asMember(other, (scope) => versionsOfMember(scope, 0, 100))
  assert.deepEqual(
    versions.map(({ title, version, assets }) => [title, version, assets]),
    [['Gateway 9', '2.3.1', 2]],
  )
  const side = { productVersionId: versions[0]?.productVersionId ?? 0 }
  assert.deepEqual(await found(side, 'possible', other), ['NWM-1', 'NWM-2'])
  assert.deepEqual(await found(side, 'ignored', own), [], 'nobody here runs it')
})

test('each SBOM and each of its components lists the advisories that match it', async () => {
  const sboms = await db.database.asMember(own, sbomsOfMember)
  assert.deepEqual(sboms, [{ list, components: 3 }], 'the described system itself is one of them')
  assert.deepEqual(await found({ list }), ['NWM-1', 'NWM-2'])
  const components = await db.query<{ id: string; name: string }>(
    'select id, coalesce(name, product) as name from assets where list = $1',
    [list],
  )
  for (const component of components)
    assert.deepEqual(
      await found({ assetId: Number(component.id) }),
      component.name === 'PumpGate' ? ['NWM-1', 'NWM-2'] : [],
    )
})

test('each advisory lists the assets and the product versions that it matches', async () => {
  await db.database.asMember(own, async (scope) => {
    const assets = await assetsOf(scope, advisoryId, { ...page(), sbomOnly: false })
    assert.deepEqual(
      assets.rows.map((row) => [row.version, row.level === 'possible']),
      [
        ['2.3.1', false],
        ['2.3.1', false],
        [null, true],
        ['2.1.0', false],
      ],
    )
    assert.equal(assets.counts.ignored, 1, 'version 2.5.0 was compared and left out')
    const all = await assetsOf(scope, advisoryId, { ...page('ignored'), sbomOnly: false })
    assert.equal(all.rows.length, 5)
    const versions = await versionsOf(scope, advisoryId, page())
    assert.deepEqual(versions.rows.map((row) => [row.version, row.assets]).toSorted(byVersion), [
      [null, 1],
      ['2.1.0', 1],
      ['2.3.1', 1],
      ['2.3.1', 1],
    ])
  })
})

test('each advisory lists the SBOMs and the components that it matches', async () => {
  await db.database.asMember(own, async (scope) => {
    const sboms = await sbomsOf(scope, advisoryId, 'possible')
    assert.deepEqual(
      sboms.rows.map((row) => [row.list, row.components]),
      [[list, 1]],
    )
    const components = await assetsOf(scope, advisoryId, { ...page(), sbomOnly: true })
    assert.deepEqual(
      components.rows.map((row) => row.version),
      ['2.1.0'],
    )
  })
})

test('a page starts behind the row that the one before ended with', async () => {
  await db.database.asMember(own, async (scope) => {
    const first = await assetsOf(scope, advisoryId, { ...page(), limit: 2, sbomOnly: false })
    const rest = await assetsOf(scope, advisoryId, {
      ...page(),
      after: first.rows[1]?.assetId ?? 0,
      sbomOnly: false,
    })
    assert.deepEqual([first.rows.length, rest.rows.length], [2, 2])
  })
})

test("another member sees its own assets only, also when it names another's", async () => {
  assert.deepEqual(await found({ assetId: await assetId('Gateway 1') }, 'ignored', other), [])
  await db.database.asMember(other, async (scope) => {
    const assets = await assetsOf(scope, advisoryId, { ...page('ignored'), sbomOnly: false })
    assert.deepEqual(
      assets.rows.map((row) => row.title),
      ['Gateway 9', 'Gateway 9'],
    )
    assert.deepEqual(await sbomsOfMember(scope), [])
  })
})

const byVersion = (a: readonly unknown[], b: readonly unknown[]) =>
  String(a[0] ?? '').localeCompare(String(b[0] ?? ''))

const mark = async (changes: Partial<MarkCommand>, at = day('2026-03-05')) =>
  markRemediation(
    { database: db.database },
    {
      organisationId: own,
      advisoryId,
      assetIds: null,
      vulnerability: null,
      status: 'done',
      personId: 1,
      ...changes,
    },
    at,
  )
const statistics = (organisationId = own) =>
  db.database.asMember(organisationId, (scope) => countRemediation(scope, advisoryId))
const whole = async (organisationId = own) => {
  const [first] = await statistics(organisationId)
  assert.ok(first)
  const { vulnerability: _, ...counts } = first
  return counts
}

test('every matched asset stands at "not remediated" for every vulnerability before anybody marks it', async () => {
  assert.deepEqual(await statistics(), [
    { vulnerability: null, matching: 4, notRemediated: 4, inProgress: 0, done: 0 },
    { vulnerability: 'CVE-2026-5001', matching: 4, notRemediated: 4, inProgress: 0, done: 0 },
    { vulnerability: 'CVE-2026-5002', matching: 4, notRemediated: 4, inProgress: 0, done: 0 },
  ])
})

test('one vulnerability on one asset is marked, journalled, and counted', async () => {
  const gateway = await assetId('Gateway 1')
  assert.equal(await mark({ assetIds: [gateway], vulnerability: 'CVE-2026-5001' }), 1)
  assert.deepEqual(await whole(), { matching: 4, notRemediated: 3, inProgress: 1, done: 0 })
  const [asset] = (
    await db.database.asMember(own, (scope) => selectRemediation(scope, advisoryId, 10))
  ).filter((one) => one.assetId === gateway)
  assert.deepEqual(
    asset?.vulnerabilities.map((one) => one.status),
    ['done', 'not-remediated'],
  )
  const entries = await db.query<{ details: { status: string; assets: number } }>(
    `select details from journal where organisation_id = $1 and action = 'remediation.marked'`,
    [own],
  )
  assert.deepEqual(
    entries.map(({ details }) => [details.status, details.assets]),
    [['done', 1]],
  )
})

test('an SBOM component is marked like any asset', async () => {
  await db.database.asMember(own, async (scope) => {
    const [component] = (await assetsOf(scope, advisoryId, { ...page(), sbomOnly: true })).rows
    assert.ok(component)
    const command = { assetIds: [component.assetId], status: 'in-progress' } as const
    await mark(command)
  })
  assert.deepEqual(await whole(), { matching: 4, notRemediated: 2, inProgress: 2, done: 0 })
})

test('the switch marks all matched assets at once, and only those of the member', async () => {
  assert.equal(await mark({}), 4)
  assert.deepEqual(await whole(), { matching: 4, notRemediated: 0, inProgress: 0, done: 4 })
  assert.deepEqual(await whole(other), { matching: 2, notRemediated: 2, inProgress: 0, done: 0 })
})

test('assets of another member, unaffected ones and unknown vulnerabilities are refused, and nothing is stored', async () => {
  const refused = (error: unknown) => error instanceof Refusal && error.code === 'alerts/nothing-to-mark'
  await assert.rejects(mark({ assetIds: [await assetId('Gateway 9', other)] }), refused)
  await assert.rejects(mark({ assetIds: [await assetId('Gateway 4')] }), refused)
  await assert.rejects(mark({ vulnerability: 'CVE-1999-0001' }), refused)
  await assert.rejects(mark({ assetIds: [] }), refused)
  const [row] = await db.query<{ count: string }>('select count(*) from remediation_marks')
  assert.equal(Number(row?.count), 8)
})

test('what was done for an earlier fix no longer counts once the fix has changed, and is still shown', async () => {
  const sketch = { id: 'NWM-1', cve: 'CVE-2026-5001', moreCves: ['CVE-2026-5002'], range: '< 2.4.0' }
  const revised = { ...sketch, version: '2', revisedAt: '2026-03-06T08:00:00.000Z' }
  await loop.publish(revised, day('2026-03-06'))
  assert.equal((await whole()).done, 4, 'the same fix in a newer revision leaves the marks as they are')
  const changed = { ...sketch, version: '3', revisedAt: '2026-03-07T08:00:00.000Z', fix: 'Update to 2.4.1.' }
  await loop.publish(changed, day('2026-03-07'))
  assert.deepEqual(await whole(), { matching: 4, notRemediated: 4, inProgress: 0, done: 0 })
  const [asset] = await db.database.asMember(own, (scope) => selectRemediation(scope, advisoryId, 10))
  assert.equal(asset?.vulnerabilities[0]?.staleStatus, 'done')
})

const journalOfRuns = (organisationId: number) =>
  db.query<{ actor: string; details: Record<string, unknown> }>(
    `select actor, details from journal where organisation_id = $1 and action = 'matching.run-again' order by id`,
    [organisationId],
  )
const context = () => ({ database: db.database, events: loop.events })

test('one asset, and a list of assets, are matched again by hand, each run in its own transaction and on record', async () => {
  const one = await assetId('Gateway 1')
  const two = await assetId('Gateway 3')
  await db.query('delete from verdicts where advisory_id = $1', [second])
  const first = await runAgain(
    context(),
    { organisationId: own, assetIds: [one], personId: 1 },
    day('2026-03-08'),
  )
  assert.deepEqual(first.advisoryIds, [second], 'what was missing is there again')
  assert.deepEqual(await found({ assetId: one }), ['NWM-1', 'NWM-2'])
  assert.deepEqual(await found({ assetId: two }), ['NWM-1'])
  await runAgain(context(), { organisationId: own, assetIds: [one, two], personId: 1 }, day('2026-03-08'))
  assert.deepEqual(await found({ assetId: two }), ['NWM-1', 'NWM-2'])
  const runs = await journalOfRuns(own)
  assert.deepEqual(
    runs.map(({ details }) => details.assetIds),
    [[one], [one, two]],
  )
})

test('one advisory, and a list of advisories, are matched again by hand, and unknown numbers are left out', async () => {
  await db.query('delete from verdicts')
  const run = await matchAdvisoriesAgain(context(), [advisoryId], 'person:7', day('2026-03-09'))
  assert.deepEqual(run.advisoryIds, [advisoryId])
  assert.deepEqual(await found({ assetId: await assetId('Gateway 1') }), ['NWM-1'])
  await matchAdvisoriesAgain(context(), [second, advisoryId, 999_999], 'person:7', day('2026-03-09'))
  assert.deepEqual(await found({ assetId: await assetId('Gateway 1') }), ['NWM-1', 'NWM-2'])
  assert.deepEqual(
    (await journalOfRuns(0)).map(({ details }) => details.advisoryIds),
    [[advisoryId], [advisoryId, second]],
  )
})

test("a hospital cannot run another one's assets, nor hold up the others by asking without end", async () => {
  const foreign = { organisationId: own, assetIds: [await assetId('Gateway 9', other)], personId: 1 }
  await assert.rejects(runAgain(context(), foreign, day('2026-03-10')), /none of the assets/)
  const command = { organisationId: own, assetIds: [await assetId('Gateway 1')], personId: 1 }
  for (let run = 0; run < maxRunsAnHour; run += 1) await runAgain(context(), command, day('2026-03-11'))
  const refused = (error: unknown) => error instanceof Refusal && error.code === 'alerts/too-many-runs'
  await assert.rejects(runAgain(context(), command, day('2026-03-11')), refused)
  const later = new Date(day('2026-03-11').getTime() + 3_600_001)
  await runAgain(context(), command, later)
})

test('a manual run that finds nothing new tells nobody', async () => {
  const told = loop.opened.length
  const alert = await db.database.asMember(own, (scope) => findAlertOfAdvisory(scope, own, advisoryId))
  await runAgain(
    context(),
    { organisationId: own, assetIds: [await assetId('Gateway 2')], personId: 1 },
    day('2026-03-12'),
  )
  const after = await db.database.asMember(own, (scope) => findAlertOfAdvisory(scope, own, advisoryId))
  assert.deepEqual([loop.opened.length, after?.openedAt], [told, alert?.openedAt])
})
