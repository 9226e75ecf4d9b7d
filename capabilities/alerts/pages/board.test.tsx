// Tests of the duty board and of one advisory on it, from rows in a real database to the page.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { parseHTML } from 'linkedom'
import type { Context } from '../../../platform/context.ts'
import type { Page, PageReply } from '../../../platform/http/endpoint.ts'
import { type Locale, locales } from '../../../platform/i18n/index.ts'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { renderPage } from '../../../web/shell/index.ts'
import { alertsContext, aMoment, givenAdvisory, givenAlert, givenMember, hours } from '../actions/builders.ts'
import { boardPages } from './board.tsx'

let db: TestDatabase
let context: Context
let gateway: number

before(async () => {
  db = await testDatabase()
  const base = alertsContext(db)
  context = {
    ...base,
    render: async (request, page) => renderPage({ ...shell(base, request.locale), ...page }),
  }
})
after(() => db.close())

function shell(base: Context, locale: string) {
  return {
    translator: base.translator(locale),
    assets: { styles: '/s.css', script: '/s.js' },
    person: { name: 'M. Sand' },
    csrfToken: 'token',
    organisation: 'Lakeland Centre',
    navigation: [],
    centreName: 'Lakeland Centre',
    address: '/centre/board',
    footerLinks: [],
    phone: null,
    example: false,
    themePreference: 'device' as const,
    sentAt: aMoment,
    timeZone: 'Europe/Berlin',
  }
}

async function show(path: string, given: { params?: object; query?: object; locale?: Locale } = {}) {
  const page = boardPages(context).find((one) => one.path === path)
  assert.ok(page)
  const { params = {}, query = {}, locale = 'en' } = given
  const request = {
    params: page.params.parse(params),
    query: page.query.parse(query),
    locale,
    now: aMoment,
    membership: { timeZone: 'Europe/Berlin' },
    path,
  }
  // The handler reads no more of a request than this.
  const reply: PageReply = await (page.handle as unknown as (request: object) => Promise<PageReply>)(request)
  assert.ok('html' in reply)
  return parseHTML(reply.html).document
}

const board = (given = {}) => show('/centre/board', given)
const advisory = (id: number, given: { query?: object; locale?: Locale } = {}) =>
  show('/centre/board/advisories/:advisoryId', { ...given, params: { advisoryId: String(id) } })
const textOf = (element: { textContent: string | null } | null | undefined) =>
  (element?.textContent ?? '').replace(/\s+/g, ' ')

test('both pages ask for the permission of the board, and matching again for one of its own', () => {
  const pages: readonly Page[] = boardPages(context)
  assert.deepEqual(
    pages.map((page) => [page.method, page.permission]),
    [
      ['GET', 'board:read'],
      ['GET', 'board:read'],
      ['POST', 'matching:run'],
    ],
  )
})

test('an empty board says that nobody is to be called and that this does not mean safe', async () => {
  const document = await board()
  assert.match(textOf(document.querySelector('.s-next')), /Nobody is to be called now/)
  assert.match(
    textOf(document.querySelector('.s-empty')),
    /says nothing about assets that cannot be compared/,
  )
})

test('the board names whom to call next and why, and its parts add up to the members', async () => {
  const title = 'Gateway <script>alert(1)</script>'
  gateway = await givenAdvisory(db, { trackingId: 'VM-1', title })
  const phone = '+43 555 0101'
  const contacts = [
    { duty: 'primary' as const, email: 'a@a.example', phone, outOfHoursPhone: '+43 555 0102' },
  ]
  const late = await givenMember(db, { name: 'Late Hospital', contacts })
  const silent = await givenMember(db, { name: 'Silent Clinic', country: 'IT', contacts })
  const waiting = await givenMember(db, { name: 'Waiting Hospital' })
  const answered = await givenMember(db, { name: 'Answered Hospital', country: 'FR' })
  await givenAlert(db, late, gateway, { openedAt: hours(-50) })
  await givenAlert(db, silent, gateway, { openedAt: hours(-30) })
  await givenAlert(db, waiting, gateway, { openedAt: hours(-2), affected: 0, unsure: 2 })
  await givenAlert(db, answered, gateway, { openedAt: hours(-50), state: 'remediated' })
  await db.query(
    `insert into deliveries (organisation_id, channel, kind, occasion, recipient, language, content, created_at, not_before, state, sent_at)
     values ($1, 'mail', 'alert.opened', 'x', 'a@a.example', 'de', '{}', $2, $2, 'sent', $2)`,
    [silent, hours(-29)],
  )
  const document = await board()
  const next = textOf(document.querySelector('.s-next'))
  assert.match(next, /Call Late Hospital/)
  assert.match(
    next,
    /was due Tue 17 Nov, 07:40, 2 h 0 min over. After that: no more answer overdue, 1 without a sign/,
  )
  assert.equal(
    document.querySelector('.s-next .govuk-button')?.getAttribute('href'),
    `/centre/board/advisories/${gateway}?standing=overdue`,
  )
  const row = textOf(document.querySelector('#advisories')?.closest('section')?.querySelector('tbody tr'))
  assert.match(row, /4 members.*1 answered · 1 not yet, in time · 1 overdue · 1 silent.*Call 1 overdue/)
  const silence = document.querySelector('#silence')?.closest('section')
  assert.match(textOf(silence), /Silent Clinic, IT ?mail 1×, last Mon 16 Nov, 04:40 ?\+43 555 0101/)
  assert.equal(silence?.querySelector('a[href^="tel:"]')?.getAttribute('href'), 'tel:+435550101')
  assert.equal(document.querySelectorAll('main script').length, 0)
})

test('each figure leads to a list, and a list that hides something says so', async () => {
  const hrefs = [...(await board()).querySelectorAll('.s-tally a')].map((link) => link.getAttribute('href'))
  assert.equal(hrefs.length, 5)
  await givenAlert(
    db,
    await givenMember(db, { name: 'Other' }),
    await givenAdvisory(db, { trackingId: 'VM-2' }),
  )
  const document = await board({ query: { shown: 'overdue' } })
  const section = document.querySelector('#advisories')?.closest('section')
  assert.equal(section?.querySelectorAll('tbody tr').length, 1)
  assert.match(textOf(section?.querySelector('.s-shown')), /with overdue members.*1 more advisory is open/)
})

test('mails that wait stand above the members who seem silent because of it', async () => {
  await db.query(
    `insert into deliveries (organisation_id, channel, kind, occasion, recipient, language, content, created_at, not_before)
     values (1, 'mail', 'alert.opened', 'y', 'b@b.example', 'de', '{}', $1, $1)`,
    [hours(-1)],
  )
  assert.match(
    textOf(await board().then((document) => document.querySelector('.s-note'))),
    /1 mail has been waiting.*No mail server is set up/,
  )
})

test('one advisory shows its members, whom to call also out of hours, and never which assets', async () => {
  const document = await advisory(gateway)
  const rows = [...document.querySelectorAll('tbody tr')].map(textOf)
  assert.deepEqual(
    rows.map((row) => /(\w+) (?:Hospital|Clinic)/.exec(row)?.[1]),
    ['Late', 'Silent', 'Waiting', 'Answered'],
  )
  assert.match(rows[0] ?? '', /overdue.*3 affected, 1 can’t tell.*out of hours: \+43 555 0102/)
  assert.match(rows[2] ?? '', /Please check.*none affected, 2 can’t tell.*Nobody is named/)
  assert.match(
    textOf(document.querySelector('.s-views')),
    /all 4 ?overdue 1 ?silent 1 ?not yet, in time 1 ?answered 1/,
  )
})

test('one standing can be looked at alone; no such advisory is refused', async () => {
  const document = await advisory(gateway, { query: { standing: 'silent' } })
  assert.equal(document.querySelectorAll('tbody tr').length, 1)
  assert.equal(textOf(document.querySelector('.s-views [aria-current]')).trim(), 'silent 1')
  await assert.rejects(() => advisory(999_999), { code: 'platform/not-found' })
})

test('both pages speak every language and hold to the content policy', async () => {
  for (const locale of locales) {
    for (const document of [await board({ locale }), await advisory(gateway, { locale })]) {
      assert.equal(document.documentElement.getAttribute('lang'), locale)
      assert.equal(document.querySelectorAll('[style], style, main script').length, 0)
      const ids = [...document.querySelectorAll('[id]')].map((element) => element.id)
      assert.equal(new Set(ids).size, ids.length)
      assert.equal(document.querySelectorAll('h1').length, 1)
    }
  }
})
