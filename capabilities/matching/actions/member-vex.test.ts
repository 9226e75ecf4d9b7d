// Tests on a real database: a hospital's own VEX frees its products, nobody else's, and can be taken back.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { sql } from 'kysely'
import { createLog } from '../../../platform/log/log.ts'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { buildLoop, type TestLoop } from '../../alerts/builders.ts'
import { insertHospital } from '../../assets/builders.ts'
import { concerningVerdicts, memberExemptions, selectMemberVex } from '../store.ts'
import { handInMemberVex, takeBackMemberVex } from './member-vex.ts'

const now = new Date('2026-03-02T10:00:00Z')
const cve = 'CVE-2026-10001'
const pump = '1;Gateway;Northwind Medical;PumpGate;2.3.1;Main site'
const person = { id: 1, name: 'Mair Owen' }

const open: TestDatabase[] = []
let db: TestDatabase
let loop: TestLoop
let own: number
let other: number

describe("a member's own VEX", () => {
  beforeEach(async () => {
    db = await testDatabase()
    open.push(db)
    loop = buildLoop(db)
    own = await insertHospital(db, 'Tannau Hospital')
    other = await insertHospital(db, 'Harlow Clinic')
  })
  after(async () => {
    for (const one of open) await one.close()
  })

  function vexDocument(changes: { status?: string; cves?: readonly string[]; purl?: string } = {}) {
    const { status = 'not_affected', cves = [cve], purl = 'pkg:generic/northwind/pumpgate@2.3.1' } = changes
    const reason = { justification: 'vulnerable_code_not_present', impact_statement: 'Built without it.' }
    return Buffer.from(
      JSON.stringify({
        '@context': 'https://openvex.dev/ns/v0.2.0',
        '@id': `https://tannau.example/vex/${status}`,
        author: 'Tannau Hospital',
        timestamp: '2026-03-01T08:00:00Z',
        version: 1,
        statements: cves.map((name) => ({
          vulnerability: { name },
          supplier: 'Northwind Medical',
          products: [{ '@id': purl }],
          status,
          ...(status === 'not_affected' ? reason : {}),
        })),
      }),
    )
  }

  function context() {
    return { database: db.database, events: loop.events, log: createLog('silent') }
  }

  const handIn = (content: Buffer, organisationId = own) =>
    handInMemberVex(
      context(),
      { organisationId, fileName: 'vex.json', content, reason: 'The supplier said so.', person },
      now,
    )
  const takeBack = (documentId: number, organisationId = own) =>
    takeBackMemberVex(context(), { organisationId, documentId, person }, now)
  const warn = (id = 'NWM-1', more: { moreCves?: readonly string[] } = {}) =>
    loop.publish({ id, range: '< 2.4.0', ...more }, now)
  const list = (organisationId: number) => loop.importList(organisationId, [pump], now)

  /** As the fan-out reads it: the hospitals for which a verdict counts. */
  async function told(): Promise<readonly number[]> {
    const { rows } = await db.database.asEngine((scope) =>
      sql<{ id: number }>`
      select distinct i.organisation_id::int as id from ${concerningVerdicts} v
      join assets i on i.product_version_id = v.product_version_id
      where not exists (select from ${memberExemptions} e where e.organisation_id = i.organisation_id
        and e.advisory_id = v.advisory_id and e.product_version_id = v.product_version_id)
      order by 1`.execute(scope.db),
    )
    return rows.map((row) => row.id)
  }

  test('its own VEX frees a hospital’s product with place, hash and reason, and nobody else’s', async () => {
    await list(own)
    await list(other)
    await warn()
    assert.deepEqual(await told(), [own, other])
    const id = await handIn(vexDocument())
    assert.deepEqual(await told(), [other])
    const [exemption] = await db.query<{ grounds: Record<string, unknown>[]; sha256: string }>(
      `select e.grounds, encode(d.sha256, 'hex') as sha256 from member_exemptions e join member_vex_documents d on d.organisation_id = e.organisation_id`,
    )
    assert.deepEqual(exemption?.grounds, [
      {
        vulnerability: cve,
        documentId: id,
        sha256: exemption?.sha256,
        pointer: '/statements/0/products/0',
        status: 'known_not_affected',
        justifications: ['vulnerable_code_not_present'],
        impact: 'Built without it.',
      },
    ])
    const [seen, hidden] = [
      await db.database.asMember(own, selectMemberVex),
      await db.database.asMember(other, selectMemberVex),
    ]
    assert.deepEqual([seen.map(({ exemptions }) => exemptions), hidden], [[1], []])
    const verdicts = await db.query<{ answer: string }>('select answer from verdicts', [])
    assert.deepEqual(verdicts, [{ answer: 'affected' }], 'the verdict of all is as it was')
  })

  test('the alert ends because of it, and opens again when it is taken back', async () => {
    await list(own)
    await warn()
    const alertNow = async () => {
      const [row] = await db.query<{ state: string; because: string | null }>(
        'select state, ended_because as because from alerts where organisation_id = $1',
        [own],
      )
      return [row?.state, row?.because]
    }
    assert.deepEqual(await alertNow(), ['new', null])
    const id = await handIn(vexDocument())
    assert.deepEqual(await alertNow(), ['withdrawn', 'vex'])
    await takeBack(id)
    assert.deepEqual(await alertNow(), ['new', null])
  })

  test('taken back, the warning counts again; it can be handed in once more', async () => {
    await list(own)
    await warn()
    const id = await handIn(vexDocument())
    assert.deepEqual(await told(), [])
    await assert.rejects(handIn(vexDocument()), { code: 'matching/vex-known' })
    await assert.rejects(takeBack(id, other), { code: 'matching/vex-gone' })
    await takeBack(id)
    assert.deepEqual(await told(), [own])
    await assert.rejects(takeBack(id), { code: 'matching/vex-gone' })
    await handIn(vexDocument())
    assert.deepEqual(await told(), [])
  })

  const orders: readonly [name: string, steps: readonly (() => Promise<unknown>)[]][] = [
    ['VEX, warning, inventory', [() => handIn(vexDocument()), warn, () => list(own), () => list(other)]],
    ['VEX, inventory, warning', [() => handIn(vexDocument()), () => list(own), () => list(other), warn]],
    [
      'another hospital’s inventory first',
      [warn, () => list(other), () => handIn(vexDocument()), () => list(own)],
    ],
    ['the other way round', [() => handIn(vexDocument()), warn, () => list(other), () => list(own)]],
  ]

  for (const [name, steps] of orders)
    test(`in whatever order things arrive, only the own warning ends: ${name}`, async () => {
      for (const step of steps) await step()
      assert.deepEqual(await told(), [other])
    })

  test('half an all-clear is none', async () => {
    await list(own)
    await warn('NWM-1', { moreCves: ['CVE-2026-10002'] })
    await handIn(vexDocument())
    assert.deepEqual(await told(), [own])
    await handIn(vexDocument({ cves: ['CVE-2026-10002'] }))
    assert.deepEqual(await told(), [], 'two documents together cover both')
  })

  test('another version, and a later doubt of its own, free nothing', async () => {
    await list(own)
    await warn()
    await handIn(vexDocument({ purl: 'pkg:generic/northwind/pumpgate@2.2.0' }))
    assert.deepEqual(await told(), [own])
  })

  test('what is no valid VEX, or frees nothing, is refused with the reason', async () => {
    for (const content of [
      Buffer.from('{'),
      Buffer.from('{}'),
      vexDocument({ status: 'affected' }),
      vexDocument({ status: 'under_investigation' }),
      vexDocument({ purl: 'urn:something' }),
    ])
      await assert.rejects(handIn(content), { code: 'matching/vex-unreadable' })
    const stored = await db.query('select from member_vex_documents', [])
    assert.equal(stored.length, 0)
  })

  test('what was handed in and taken back stands in the journal', async () => {
    await takeBack(await handIn(vexDocument()))
    const entries = await db.query<{ action: string }>(
      `select action from journal where organisation_id = $1 and object_type = 'vex' order by id`,
      [own],
    )
    assert.deepEqual(
      entries.map(({ action }) => action),
      ['vex.handed-in', 'vex.taken-back'],
    )
  })
})
