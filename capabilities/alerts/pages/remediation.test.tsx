// The alert page's section on remediation and the asset's list of advisories, from rows in a real database to the markup.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { parseHTML } from 'linkedom'
import { render } from 'preact-render-to-string'
import type { Context } from '../../../platform/context.ts'
import type { AccountRole } from '../../../platform/http/caller.ts'
import type { PageReply } from '../../../platform/http/endpoint.ts'
import { locales } from '../../../platform/i18n/index.ts'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { insertHospital } from '../../assets/builders.ts'
import { alertsContext } from '../actions/builders.ts'
import { buildLoop, type TestLoop } from '../builders.ts'
import { alertPages } from '../pages.tsx'

const now = new Date('2026-03-05T10:00:00Z')
let db: TestDatabase
let loop: TestLoop
let context: Context
let hospital: number
let alertId: number

before(async () => {
  db = await testDatabase()
  loop = buildLoop(db)
  context = {
    ...alertsContext(db, { events: loop.events }),
    render: async (_request, page) => render(<main>{page.content}</main>),
  }
  hospital = await insertHospital(db)
  const device = (number: number, version: string) =>
    `${number};Gateway ${number};Northwind Medical;PumpGate;${version};Main site`
  await loop.importList(hospital, [device(1, '2.3.1'), device(2, '2.2.0'), device(3, '2.9.0')], now)
  await loop.publish(
    { id: 'NWM-1', cve: 'CVE-2026-6001', moreCves: ['CVE-2026-6002'], range: '< 2.4.0' },
    now,
  )
  const [row] = await db.query<{ id: string }>('select id from alerts')
  alertId = Number(row?.id)
})
after(() => db.close())

async function call(
  method: 'GET' | 'POST',
  path: string,
  given: { params: object; query?: object; body?: object; role?: AccountRole; locale?: string },
): Promise<PageReply> {
  const page = alertPages(context).find((one) => one.method === method && one.path === path)
  assert.ok(page)
  const { params, query = {}, body = {}, role = 'responder', locale = 'en' } = given
  const request = {
    params: page.params.parse({ organisationId: hospital, ...params }),
    query: page.query.parse(query),
    body: page.body.parse(body),
    organisationId: hospital,
    locale,
    now,
    path,
    membership: { timeZone: 'Europe/Berlin', role },
    caller: { person: { id: 1, name: 'Jana Brandt' }, csrfToken: 'token', memberships: [] },
  }
  // The handlers read no more of a request than this.
  return (page.handle as unknown as (request: object) => Promise<PageReply>)(request)
}

async function show(path: string, given: Parameters<typeof call>[2]) {
  const reply = await call('GET', path, given)
  assert.ok('html' in reply)
  return parseHTML(reply.html).document
}

const alertPath = '/o/:organisationId/alerts/:alertId'
const markPath = `${alertPath}/remediation`
const textOf = (element: { textContent: string | null } | null | undefined) =>
  (element?.textContent ?? '').replace(/\s+/g, ' ')
const section = async (given: { role?: AccountRole; locale?: string } = {}) =>
  (await show(alertPath, { params: { alertId }, ...given })).querySelector(
    'section[aria-labelledby="remediation"]',
  )

test('the alert shows how many assets stand where, and each asset with its vulnerabilities', async () => {
  const text = textOf(await section())
  assert.match(text, /2 assets are concerned: 2 not remediated, 0 in progress, 0 done/)
  assert.match(text, /CVE-2026-6001: not remediated/)
  assert.match(text, /CVE-2026-6002: not remediated/)
  assert.doesNotMatch(text, /Gateway 3/)
})

test('one asset is marked by its box and one vulnerability, all by the switch, and then closing is offered', async () => {
  const [first] = (await section())?.querySelectorAll('input[name="assetIds"]') ?? []
  const assetIds = first?.getAttribute('value')
  const one = { assetIds, vulnerability: 'CVE-2026-6001', status: 'done' }
  await call('POST', markPath, { params: { alertId }, body: one })
  assert.match(textOf(await section()), /1 not remediated, 1 in progress, 0 done/)
  assert.doesNotMatch(textOf(await section()), /close the alert/)
  const reply = await call('POST', markPath, { params: { alertId }, body: { all: 'yes', status: 'done' } })
  assert.deepEqual(reply, { redirect: `/o/${hospital}/alerts/${alertId}#remediation` })
  const after = await section()
  assert.match(textOf(after), /0 not remediated, 0 in progress, 2 done/)
  assert.equal(after?.querySelector('.s-note a')?.getAttribute('href'), '#answer')
  const history = textOf(
    (await show(alertPath, { params: { alertId } })).querySelector('section[aria-labelledby="history"]'),
  )
  assert.match(history, /marked 2 assets as “remediation done”/)
})

test('a reader sees where things stand and has nothing to mark', async () => {
  const seen = await section({ role: 'reader' })
  assert.equal(seen?.querySelector('form'), null)
  assert.match(textOf(seen), /2 done/)
})

test('the section is there in every language', async () => {
  const headings = new Set<string>()
  for (const locale of locales) headings.add(textOf((await section({ locale }))?.querySelector('h2')))
  assert.equal(headings.size, locales.length)
})

test('the list of an asset is narrowed and broadened with its counts, and looking again is one button', async () => {
  const listPath = '/o/:organisationId/assets/:assetId/advisories'
  const [row] = await db.query<{ id: string }>(`select id from assets where name = 'Gateway 3'`)
  const params = { assetId: row?.id }
  const broad = await show(listPath, { params })
  assert.deepEqual(
    [...broad.querySelectorAll('.s-views a')].map((link) => textOf(link).trim()),
    ['Certain only 0', 'Also likely 0', 'Also possible 0', 'Also what was left out 1'],
  )
  assert.match(textOf(broad.querySelector('table')), /NWM-1/)
  const narrow = await show(listPath, { params, query: { show: 'possible' } })
  assert.equal(narrow.querySelector('table'), null)
  const reply = await call('POST', `${listPath}/again`, { params })
  assert.deepEqual(reply, { redirect: `/o/${hospital}/assets/${row?.id}/advisories?again=done` })
  assert.equal((await show(listPath, { params, role: 'reader' })).querySelector('form'), null)
})

test('the path of the decision names its table, its source and what the vectors say', async () => {
  const path = textOf(
    (await show(alertPath, { params: { alertId } })).querySelector('section[aria-labelledby="urgency"]'),
  )
  assert.match(path, /SSVC deployer 1\.0\.0/)
  assert.match(path, /Technical impact: total control/)
})
