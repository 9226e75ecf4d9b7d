// Tests of the printed cards: the list, the sheet with its code, and taking one back.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { parseHTML } from 'linkedom'
import type { Context } from '../../../platform/context.ts'
import type { PageReply } from '../../../platform/http/endpoint.ts'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { contextFor } from '../../organisations/builders.ts'
import { cardOf } from '../actions/doors.ts'
import { buildHospital } from '../builders.ts'
import { groupsOf } from './cards/sheet.tsx'
import { cardPages } from './cards.tsx'

const night = new Date('2026-11-21T02:12:00Z')
let db: TestDatabase
let context: Context
let hospital: number

before(async () => {
  db = await testDatabase()
  const base = contextFor(db.database)
  context = { ...base, config: { ...base.config, centrePhone: '+43 555 0199' } }
  hospital = await buildHospital(db)
  await db.query("update organisations set languages = '{de,fr}' where id = $1", [hospital])
})
after(() => db.close())

async function call(
  method: string,
  ending: string,
  given: { body?: object; params?: object; query?: object } = {},
) {
  const page = cardPages(context).find((one) => one.method === method && one.path.endsWith(ending))
  assert.ok(page)
  const request = {
    params: page.params.parse({ organisationId: String(hospital), ...given.params }),
    query: page.query.parse(given.query ?? {}),
    body: page.body.parse(given.body ?? {}),
    organisationId: hospital,
    locale: 'en',
    now: night,
    membership: { timeZone: 'Europe/Vienna' },
    caller: { person: { id: 3, name: 'Jana Brandt' }, csrfToken: 'token' },
  }
  // The handler reads no more of a request than this.
  return (page.handle as unknown as (request: object) => Promise<PageReply>)(request)
}

async function html(reply: PageReply) {
  assert.ok('html' in reply)
  return { document: parseHTML(reply.html).document, html: reply.html, status: reply.status ?? 200 }
}

const make = async (body: object) => html(await call('POST', '/cards', { body }))
const list = async (query = {}) => html(await call('GET', '/cards', { query }))
const tokenOn = (document: Document) =>
  (document.querySelector('.code code')?.textContent ?? '').replace(/\s/g, '')
const textOf = (element: { textContent: string | null } | null) =>
  (element?.textContent ?? '').replace(/\s+/g, ' ')

test('cards are for those who may write in cases', () => {
  assert.deepEqual(
    new Set(cardPages(context).map(({ permission }) => permission)),
    new Set(['incidents:write']),
  )
})

test('a card is made for a place, opens what it says, and says what to do in the languages of the house', async () => {
  const { document } = await make({ place: 'Emergency admission', realm: 'real' })
  const known = await cardOf(context, tokenOn(document))
  assert.equal(known?.card.place, 'Emergency admission')
  assert.equal(known?.organisationId, hospital)
  assert.deepEqual(
    [...document.querySelectorAll('section')].map((part) => part.getAttribute('lang')),
    ['de', 'fr'],
  )
  assert.match(
    textOf(document.querySelector('section')),
    /Tag und Nacht: \+43\s555\s0199.*Wenn das Netz weg ist/,
  )
  assert.match(textOf(document.querySelector('.place')), /Tannau Hospital: Emergency admission/)
  assert.equal(textOf(document.querySelector('.code b')), 'https://salus.example/now')
})

test('the code is drawn as a picture that has the address beside it as text', async () => {
  const { document } = await make({ place: 'Porter', realm: 'real' })
  const picture = document.querySelector('svg')
  assert.match(picture?.getAttribute('aria-label') ?? '', /written beside it/)
  const size = Number(picture?.getAttribute('viewBox')?.split(' ')[2])
  assert.ok(size >= 41 && (size - 8 - 17) % 4 === 0, `a QR code has 17 + 4 n modules, not ${size - 8}`)
  const path = picture?.querySelector('path')?.getAttribute('d') ?? ''
  // The three corners hold a bar of seven modules (ISO/IEC 18004, 6.3.3).
  for (const corner of ['M4 4h7v1', `M${size - 11} 4h7v1`, `M4 ${size - 5}h7v1`])
    assert.ok(path.includes(corner), corner)
})

test('an exercise card says so in every language and opens exercises only', async () => {
  const { document } = await make({ place: 'Training room', realm: 'exercise' })
  assert.match(textOf(document.querySelector('.exercise')), /ÜBUNG.*EXERCICE/)
  assert.equal((await cardOf(context, tokenOn(document)))?.card.realm, 'exercise')
})

test('without a place no card is made, and the field says so', async () => {
  const before = await list()
  const { document, status } = await make({ place: '   ', realm: 'exercise' })
  assert.equal(status, 422)
  assert.match(textOf(document.querySelector('#place-error')), /where the card will hang/)
  assert.equal(document.querySelector('input[value=exercise]')?.hasAttribute('checked'), true)
  assert.equal(
    document.querySelectorAll('tbody tr').length,
    before.document.querySelectorAll('tbody tr').length,
  )
})

test('the list shows place, maker and use but no code, and a withdrawn card opens nothing', async () => {
  const made = await make({ place: 'Ward 9', realm: 'real' })
  const token = tokenOn(made.document)
  const cardId = (await cardOf(context, token))?.card.id
  const shown = await list()
  assert.match(
    textOf(shown.document.querySelector('table')),
    /Ward 9.*Jana Brandt.*never.*Withdraw card \d+: Ward 9/,
  )
  assert.ok(!shown.html.includes(token) && !shown.html.includes(token.split('-').slice(1).join('-')))
  const reply = await call('POST', '/withdraw', { params: { cardId: String(cardId) } })
  assert.deepEqual(reply, { redirect: `/o/${hospital}/incidents/cards?done=withdrawn` })
  assert.equal(await cardOf(context, token), null)
  assert.match(
    textOf((await list({ done: 'withdrawn' })).document.querySelector('[role=status]')),
    /withdrawn/,
  )
})

test('another hospital cannot withdraw it', async () => {
  const { document } = await make({ place: 'Ward 10', realm: 'real' })
  const token = tokenOn(document)
  const cardId = (await cardOf(context, token))?.card.id
  const own = hospital
  hospital = await buildHospital(db, 'Seeblick Hospital')
  await call('POST', '/withdraw', { params: { cardId: String(cardId) } })
  hospital = own
  assert.ok(await cardOf(context, token))
})

test('the letters of a code stand in groups of four behind the number', () => {
  assert.deepEqual(groupsOf('12-AbCdEfGhIj'), ['12-', 'AbCd', 'EfGh', 'Ij'])
})
