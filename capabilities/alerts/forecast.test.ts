// A forecast that becomes high reaches the alert by the same way as an entry of the catalogue, and once only.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createLog } from '../../platform/log/log.ts'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import { importInventory } from '../assets/actions/import-inventory.ts'
import { csv, header, insertHospital } from '../assets/builders.ts'
import { identifyProductVersions } from '../matching/index.ts'
import { buildLoop, type TestLoop } from './builders.ts'
import { findAlert } from './store.ts'

const day = (text: string) => new Date(`${text}T10:00:00Z`)
const cve = 'CVE-2026-4001'

let db: TestDatabase
let loop: TestLoop
let hospital: number

before(async () => {
  db = await testDatabase()
  loop = buildLoop(db)
  hospital = await insertHospital(db)
  const list = csv(
    ['1;Gateway;Northwind Medical;PumpGate;2.3.1;Main site;internet'],
    `${header};Network exposure`,
  )
  const inventory = {
    context: { database: db.database, events: loop.events, log: createLog('silent') },
    identify: identifyProductVersions,
  }
  await importInventory(inventory, hospital, list, 'person:1', day('2026-03-02'))
  await loop.publish({ id: 'NWM-9', cve, range: '< 2.4.0' }, day('2026-03-03'))
})
after(() => db.close())

const alert = async () => {
  const [row] = await db.query<{ id: string }>('select id from alerts')
  const found = await db.database.asMember(hospital, (scope) => findAlert(scope, Number(row?.id)))
  assert.ok(found)
  return found
}

test('a low forecast changes nothing', async () => {
  await loop.publishEpss({ [cve]: 0.01 }, day('2026-03-04'))
  const { urgency, urgencyPath, openedAt } = await alert()
  assert.deepEqual([urgency, urgencyPath.path[0]?.because], ['next-maintenance', 'nobody-says'])
  assert.deepEqual(openedAt, day('2026-03-03'))
})

test('a forecast that becomes high makes the alert more urgent, opens it again and says why', async () => {
  await loop.publishEpss({ [cve]: 0.4 }, day('2026-03-05'))
  const { urgency, urgencyPath, reopenedBecause, openedAt } = await alert()
  assert.equal(urgency, 'this-week')
  assert.deepEqual(urgencyPath.path[0], {
    question: 'exploitation',
    answer: 'poc',
    because: 'epss',
    assumed: false,
    epss: { probability: 40, percentile: 50, scoreDate: '2026-03-05' },
  })
  assert.deepEqual([reopenedBecause, openedAt], ['more-urgent', day('2026-03-05')])
})

test('a high forecast that moves tells nobody again', async () => {
  const told = loop.opened.length
  await loop.publishEpss({ [cve]: 0.5 }, day('2026-03-06'))
  assert.equal(loop.opened.length, told)
  assert.deepEqual((await alert()).openedAt, day('2026-03-05'))
})
