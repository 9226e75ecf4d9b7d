// Tests on a real database: a VEX document frees products of the warnings of others, in both orders of arrival.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { createLog } from '../../../platform/log/log.ts'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { recordDocuments } from '../../advisories/index.ts'
import { buildLoop, type TestLoop } from '../../alerts/builders.ts'
import { insertHospital } from '../../assets/builders.ts'
import { replayVerdicts } from './explain.ts'

const now = new Date('2026-03-02T10:00:00Z')
const pump = '1;Gateway;Northwind Medical;PumpGate;2.3.1;Main site'
const cve = 'CVE-2026-10001'

let db: TestDatabase
let loop: TestLoop
let hospital: number

describe('documents weighed against one another', () => {
  before(async () => {
    db = await testDatabase()
  })
  beforeEach(async () => {
    await db.query('truncate advisories, verdicts, statements, spoken_vulnerabilities, alerts cascade', [])
    loop = buildLoop(db)
    hospital = await insertHospital(db, 'Tannau Hospital')
  })
  after(() => db.close())

  interface Vex {
    readonly by?: string
    readonly state?: string
    readonly version?: number
    readonly component?: string
    readonly componentVersion?: string
    /** Unaffected versions, in the place of the component's own. */
    readonly range?: string
  }

  function vexDocument({ by = 'Northwind Medical', state = 'not_affected', version = 1, ...rest }: Vex = {}) {
    return {
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      serialNumber: `urn:uuid:3e671687-395b-41f5-a30f-${by.length.toString().padStart(12, '0')}`,
      version,
      metadata: {
        timestamp: `2026-03-0${version}T09:00:00Z`,
        supplier: { name: by },
        component: {
          'bom-ref': 'pump',
          type: 'device',
          name: rest.component ?? 'PumpGate',
          version: rest.componentVersion ?? '2.3.1',
          supplier: { name: 'Northwind Medical' },
        },
      },
      vulnerabilities: [
        {
          id: cve,
          analysis: { state, justification: 'code_not_reachable', detail: 'The service is not started.' },
          affects: [
            rest.range
              ? { ref: 'pump', versions: [{ range: rest.range, status: 'unaffected' }] }
              : { ref: 'pump' },
          ],
        },
      ],
    }
  }

  async function publishVex(vex: Vex = {}): Promise<void> {
    const context = { database: db.database, events: loop.events, log: createLog('silent') }
    const bytes = Buffer.from(JSON.stringify(vexDocument(vex)))
    const options = { now, actor: 'operator' }
    for await (const one of recordDocuments(context, [{ name: 'vex.json', bytes, source: 'test' }], options))
      assert.notEqual(one.outcome, 'quarantined', JSON.stringify(one.faults))
    await loop.settle(now)
  }

  const warn = () => loop.publish({ id: 'NWM-1', range: '< 2.4.0', publisher: 'A Centre' }, now)
  const list = () => loop.importList(hospital, [pump], now)

  async function verdict() {
    const [row] = await db.query<{ answer: string; vulnerabilities: string[]; explanation: never[] }>(
      `select v.answer, v.vulnerabilities, v.explanation from verdicts v join advisories a on a.id = v.advisory_id where a.tracking_id = 'NWM-1'`,
      [],
    )
    return row
  }

  async function alertStates(): Promise<readonly string[]> {
    const rows = await db.query<{ state: string }>(
      'select state from alerts where organisation_id = $1 order by id',
      [hospital],
    )
    return rows.map(({ state }) => state)
  }

  async function assertReplayed(): Promise<void> {
    const { verdicts, same } = await replayVerdicts(
      (work) => db.database.asEngine(work),
      () => {},
    )
    assert.equal(same, verdicts)
  }

  const orders: readonly [name: string, steps: readonly (() => Promise<void>)[]][] = [
    ['inventory, warning, VEX', [list, warn, publishVex]],
    ['inventory, VEX, warning', [list, publishVex, warn]],
    ['warning, VEX, inventory', [warn, publishVex, list]],
    ['VEX, inventory, warning', [publishVex, list, warn]],
  ]

  for (const [name, steps] of orders)
    test(`the maker frees its product, with document, place and reason in the explanation: ${name}`, async () => {
      for (const step of steps) await step()
      const stored = await verdict()
      assert.deepEqual([stored?.answer, stored?.vulnerabilities], ['not_affected', []])
      const [document] = await db.query<{ sha256: string; id: number }>(
        `select encode(r.sha256, 'hex') as sha256, a.id::int as id from advisories a join advisory_revisions r on r.id = a.revision_id where a.format = 'cyclonedx-vex'`,
        [],
      )
      const [step] = (stored?.explanation ?? []).slice(-1)
      assert.deepEqual(step, {
        code: 'overruled',
        vulnerability: cve,
        answer: 'not_affected',
        ground: 'specificity',
        publisher: 'Northwind Medical',
        authority: 'manufacturer',
        status: 'known_not_affected',
        justifications: ['code_not_reachable'],
        impact: 'The service is not started.',
        advisoryId: document?.id,
        revisionId: (step as unknown as { revisionId: number }).revisionId,
        pointer: '/vulnerabilities/0/affects/0',
        sha256: document?.sha256,
      })
      const open = (await alertStates()).filter((state) => state === 'new')
      assert.deepEqual(open, [])
      await assertReplayed()
    })

  test('somebody else frees nothing, and neither does the maker for another product or version', async () => {
    await list()
    await warn()
    for (const vex of [
      { by: 'Mallory' },
      { componentVersion: '2.2.0' },
      { component: 'Vent Hub' },
      { state: 'in_triage' },
    ]) {
      await publishVex(vex)
      assert.equal((await verdict())?.answer, 'affected', JSON.stringify(vex))
    }
    assert.deepEqual(await alertStates(), ['new'])
    await assertReplayed()
  })

  test('when the maker takes its word back, the warning stands again and the hospital hears of it', async () => {
    await list()
    await warn()
    await publishVex()
    assert.equal((await verdict())?.answer, 'not_affected')
    const before = loop.opened.length
    await publishVex({ version: 2, state: 'in_triage' })
    assert.equal((await verdict())?.answer, 'affected')
    assert.ok(loop.opened.length > before)
    await assertReplayed()
  })

  test('two of equal weight that contradict each other leave nobody able to tell, and the hospital is asked', async () => {
    await list()
    await loop.publish({ id: 'NWM-1', range: '< 2.4.0', publisher: 'Northwind Medical' }, now)
    await publishVex({ by: 'Northwind Medical AG', range: 'vers:generic/<2.4.0' })
    const stored = await verdict()
    assert.deepEqual([stored?.answer, stored?.vulnerabilities], ['cannot_tell', []])
    const [row] = await db.query<{ answer: string }>('select answer from alerts where organisation_id = $1', [
      hospital,
    ])
    assert.equal(row?.answer, 'cannot_tell')
    await assertReplayed()
  })
})
