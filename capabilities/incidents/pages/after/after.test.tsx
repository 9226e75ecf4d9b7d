// Tests of the pages for afterwards: what a person sees is what leaves, in every language, and what was typed is never lost.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { parseHTML } from 'linkedom'
import type { Context } from '../../../../platform/context.ts'
import type { MemberRole } from '../../../../platform/http/caller.ts'
import type { Page, PageReply } from '../../../../platform/http/endpoint.ts'
import { Refusal } from '../../../../platform/http/problem.ts'
import { type Locale, locales } from '../../../../platform/i18n/index.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/testing/database.ts'
import { contextFor } from '../../../organisations/builders.ts'
import type { Access } from '../../access.ts'
import { recordFacts } from '../../actions/facts.ts'
import { addIndicators, addNote, addTask, setService } from '../../actions/keep.ts'
import { buildCase, buildHospital, night } from '../../builders.ts'
import { csvOf, statisticsPages } from '../statistics.tsx'
import { afterPages } from './index.ts'

const hours = (count: number) => new Date(night.getTime() + count * 3_600_000)
const now = hours(40)

let db: TestDatabase
let context: Context
let room: Access
let other: number

before(async () => {
  db = await testDatabase()
  context = contextFor(db.database)
  room = await buildCase(db, await buildHospital(db))
  other = await buildHospital(db, 'Birkensee Clinic')
  await addNote(
    context,
    room,
    { kind: 'action', text: 'Cut the\nremote access', happenedAt: hours(1) },
    hours(2),
  )
  await addNote(context, room, { kind: 'call', text: 'Rang the pharmacy', happenedAt: hours(1) }, hours(2))
  await addNote(context, room, { kind: 'lesson', text: 'Print the numbers', happenedAt: null }, hours(3))
  const diverted = { service: 'dialysis', state: 'diverted', divertedTo: 'another hospital' } as const
  await setService(context, room, { ...diverted, expectedAt: null, note: null }, hours(4))
  await addIndicators(
    context,
    room,
    [
      { type: 'domain', value: 'evil.example', note: 'seen by Jana Brandt' },
      { type: 'file-name', value: 'tannau <b>hospital</b>.exe', note: null },
      { type: 'other', value: 'a "mutex" & more', note: null },
    ],
    hours(5),
  )
})
after(() => db.close())

interface Ask {
  readonly path?: string
  readonly method?: 'GET' | 'POST'
  readonly body?: object
  readonly query?: object
  readonly locale?: Locale
  readonly organisationId?: number
  readonly role?: MemberRole
  readonly at?: Date
}

async function reply(given: Ask = {}): Promise<PageReply> {
  const { path = '/after', method = 'GET', body = {}, query = {}, locale = 'en', role = 'lead' } = given
  const organisationId = given.organisationId ?? room.organisationId
  const address = `/o/:organisationId/incidents/:incidentId${path}`
  const page: Page | undefined = afterPages(context).find(
    (one) => one.path === address && one.method === method,
  )
  assert.ok(page, `${method} ${address}`)
  const person = { id: 1, name: 'Jana Brandt', email: 'jana@tannau.example', language: 'en', theme: 'device' }
  const request = {
    params: page.params.parse({ organisationId, incidentId: room.incidentId }),
    query: page.query.parse(query),
    body: page.body.parse(body),
    organisationId,
    locale,
    now: given.at ?? now,
    membership: { timeZone: 'Europe/Berlin', role },
    caller: { person, csrfToken: 'token', memberships: [] },
    path,
  }
  // The handler reads no more of a request than this.
  return (page.handle as unknown as (request: object) => Promise<PageReply>)(request)
}

async function see(given: Ask = {}) {
  const shown = await reply(given)
  assert.ok('html' in shown, JSON.stringify(shown))
  const { document } = parseHTML(`<!doctype html><html><body>${shown.html}</body></html>`)
  return { status: shown.status ?? 200, document }
}

/** What a browser would send of this form. */
function fieldsOf(form: Element, extra: Readonly<Record<string, string>>): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = { ...extra }
  for (const field of form.querySelectorAll('input[type=hidden]')) {
    const [name, value] = [field.getAttribute('name') ?? '', field.getAttribute('value') ?? '']
    const known = fields[name]
    fields[name] = known === undefined ? value : [known, value].flat()
  }
  return fields
}

const description = 'They came in by a stolen password.\r\nIt helped to cut the remote access.'
const typed = (changes: object = {}) => ({
  tlp: 'amber',
  because: 'Others are attacked as well',
  description,
  country: 'yes',
  ...changes,
})

test('the draft holds what happened in the order of time, in the member’s zone, and names what it leaves out', async () => {
  const { document } = await see()
  const draft = document.querySelector('textarea[name=description]')?.textContent ?? ''
  const lines = draft.split('\n')
  assert.deepEqual(
    lines.map((line) => line.replace(/^\w+ \d+ \w+ 2026, /, '')),
    [
      '01:30: Case opened: Ransomware',
      '01:30: When the hospital became aware',
      '03:30: Cut the remote access',
      '06:30: Dialysis: diverted, to another hospital',
    ],
  )
  assert.match(document.body.textContent ?? '', /Left out: one call and one noted lesson/)
  assert.match(document.body.textContent ?? '', /Times: Europe\/Berlin/)
})

test('the page draws in every language, open and with faults', async () => {
  for (const locale of locales) {
    for (const path of ['/after', '/after/extract']) {
      const { document } = await see({ path, locale })
      assert.ok((document.querySelector('h1')?.textContent ?? '').length > 3, `${locale} ${path}`)
    }
    const faulty = await see({ path: '/after/lessons', method: 'POST', locale })
    assert.equal(faulty.status, 422)
    const preview = await see({ path: '/after/extract', method: 'POST', locale, body: typed() })
    assert.equal(preview.status, 200)
  }
})

test('a lesson without owner or time is refused beside its fields, with what was typed kept', async () => {
  const body = { lesson: 'Print the list', leadsTo: 'red-envelope', owner: '', dueAt: '2026-01-01T08:00' }
  const { status, document } = await see({ path: '/after/lessons', method: 'POST', body })
  assert.equal(status, 422)
  assert.equal(document.querySelector('#lesson')?.getAttribute('value'), 'Print the list')
  assert.match(document.querySelector('#owner-error')?.textContent ?? '', /Fill this in/)
  assert.match(document.querySelector('#dueAt-error')?.textContent ?? '', /has passed/)
})

test('a noted lesson becomes the beginning of an obligation', async () => {
  const link = (await see()).document.querySelector('a[href*="note="]')?.getAttribute('href') ?? ''
  const note = new URL(link, 'https://salus.example').searchParams.get('note')
  const { document } = await see({ query: { note } })
  assert.equal(document.querySelector('#lesson')?.getAttribute('value'), 'Print the numbers')
  const goals = [...document.querySelectorAll('#leadsTo option')].map((one) => one.getAttribute('value'))
  assert.ok(goals.includes('red-envelope'))
  assert.ok(!goals.includes('z-cert'), 'a service for houses in the Netherlands')
})

test('text that differs from the case asks for the reason and comes back as it was typed', async () => {
  await recordFacts(
    context,
    room,
    {
      facts: [{ key: 'description', typed: 'As it was first told' }],
      source: 'x',
      confidence: 'likely',
      reason: null,
      timeZone: 'UTC',
    },
    hours(6),
  )
  const seen = (await see()).document.querySelector('input[name=seen]')?.getAttribute('value') ?? ''
  const body = { description: 'As we know it now', confidence: 'confirmed', seen }
  const refused = await see({ path: '/after/report', method: 'POST', body })
  assert.equal(refused.status, 422)
  assert.match(refused.document.querySelector('#reason-error')?.textContent ?? '', /Say why/)
  assert.equal(refused.document.querySelector('textarea[name=description]')?.textContent, 'As we know it now')
  const kept = await reply({
    path: '/after/report',
    method: 'POST',
    body: { ...body, reason: 'We read the logs' },
  })
  assert.match('redirect' in kept ? kept.redirect : '', /text=kept&done=kept/)
  const stale = await see({
    path: '/after/report',
    method: 'POST',
    body: { ...body, description: 'Third', reason: 'x' },
  })
  assert.match(stale.document.querySelector('#description-error')?.textContent ?? '', /Somebody changed this/)
  const shown = await see({ query: { text: 'kept', done: 'kept' } })
  assert.equal(shown.document.querySelector('textarea[name=description]')?.textContent, 'As we know it now')
})

test('the form suggests the marking of the case and the indicators in which nothing telling was found', async () => {
  const { document } = await see({ path: '/after/extract' })
  assert.equal(document.querySelector('input[name=tlp][checked]')?.getAttribute('value'), 'amber+strict')
  const ticked = document.querySelectorAll('input[name=indicators][checked]')
  const all = document.querySelectorAll('input[name=indicators]')
  assert.deepEqual([ticked.length, all.length], [2, 3])
  assert.equal(document.querySelector('input[name=country][checked]'), null, 'nobody answers for them')
})

test('the preview is the file, byte for byte, in both formats, whatever signs it holds', async () => {
  const ids = Array.from(
    (await see({ path: '/after/extract' })).document.querySelectorAll('input[name=indicators]'),
    (input) => input.getAttribute('value') ?? '',
  )
  const first = await see({ path: '/after/extract', method: 'POST', body: typed({ indicators: ids }) })
  assert.equal(first.status, 422, 'the file name tells who it was')
  const confirmed = Array.from(
    first.document.querySelectorAll('input[name=confirmed]'),
    (input) => input.getAttribute('value') ?? '',
  )
  assert.equal(confirmed.length, 1)
  const { document } = await see({
    path: '/after/extract',
    method: 'POST',
    body: typed({ indicators: ids, confirmed }),
  })
  const [form] = document.querySelectorAll('form[action$="/extract/file"]')
  assert.ok(form)
  for (const format of ['stix', 'misp']) {
    const shown = document.querySelector(`#${format}`)?.textContent ?? ''
    const made = await reply({
      path: '/after/extract/file',
      method: 'POST',
      body: fieldsOf(form, { format }),
      at: hours(50),
    })
    assert.ok('file' in made)
    assert.equal(Buffer.compare(Buffer.from(made.file), Buffer.from(shown)), 0)
    JSON.parse(shown)
  }
  assert.match(document.body.textContent ?? '', /In the STIX file only: “a "mutex" & more”/)
  assert.match(document.body.textContent ?? '', /All remarks on indicators/)
})

test('what is older than a day, or was changed on the way, is shown again and not handed over', async () => {
  const { document } = await see({ path: '/after/extract', method: 'POST', body: typed() })
  const [form] = document.querySelectorAll('form[action$="/extract/file"]')
  assert.ok(form)
  const fields = fieldsOf(form, { format: 'stix' })
  for (const [body, at] of [
    [fields, hours(40 + 25)],
    [{ ...fields, description: 'Another text' }, hours(41)],
    [{ ...fields, madeAt: 'yesterday' }, hours(41)],
    [{ ...fields, seen: '' }, hours(41)],
  ] as const) {
    const again = await see({ path: '/after/extract/file', method: 'POST', body, at })
    assert.equal(again.status, 409)
    assert.match(again.document.body.textContent ?? '', /Nothing was handed over/)
  }
})

test('a wider marking without its reason is refused, also when the form of the preview is forged', async () => {
  const body = typed({ tlp: 'clear', because: ' ' })
  const refused = await see({ path: '/after/extract', method: 'POST', body })
  assert.match(refused.document.querySelector('#because-error')?.textContent ?? '', /Say why/)
  const forged = await see({ path: '/after/extract/file', method: 'POST', body: { ...body, format: 'misp' } })
  assert.equal(forged.status, 422)
})

test('going back to change something keeps everything that was typed', async () => {
  const body = typed({ step: 'edit', remarks: 'yes' })
  const { status, document } = await see({ path: '/after/extract', method: 'POST', body })
  assert.equal(status, 200)
  assert.equal(document.querySelector('#because')?.textContent, 'Others are attacked as well')
  assert.equal(document.querySelector('input[name=country][checked]')?.getAttribute('value'), 'yes')
})

test('another member finds nothing, a reader changes nothing, and no door of a guest leads here', async () => {
  const code = (wanted: string) => (error: unknown) =>
    error instanceof Refusal && error.code === `incidents/${wanted}`
  await assert.rejects(reply({ organisationId: other }), code('unknown'))
  await assert.rejects(reply({ organisationId: other, path: '/after/extract' }), code('unknown'))
  const reader = await see({ role: 'reader' })
  assert.equal(reader.document.querySelector('form[action$="/after/lessons"]'), null)
  assert.ok(reader.document.querySelector('button[disabled]'), 'the button stays and says why')
  await assert.rejects(reply({ role: 'reader', path: '/after/extract' }), code('read-only'))
  assert.equal(
    afterPages(context).some(({ path, permission }) => path.startsWith('/room/') || permission === 'public'),
    false,
  )
})

test('the figures say what they were counted out of, also when there are none', async () => {
  const [page] = statisticsPages(context)
  assert.ok(page)
  await addTask(
    context,
    room,
    { kind: 'lesson', title: 'Print', toWhom: null, owner: 'J. B.', dueAt: hours(30) },
    hours(20),
  )
  for (const locale of locales) {
    const request = { locale, now, params: {}, query: {}, body: {} }
    const shown = await (page.handle as unknown as (request: object) => Promise<PageReply>)(request)
    assert.ok('html' in shown)
    if (locale === 'en') {
      assert.match(shown.html, /Nothing was filed/)
      assert.match(shown.html, /One lesson is open, at 1 of 2 members\. The time of one has passed\./)
    }
  }
})

test('the table of figures is plain codes and numbers', () => {
  const row = {
    regime: 'NIS2',
    duty: 'NIS2-EW',
    period: '2026-Q1',
    isWhole: true,
    filings: 3,
    organisations: 2,
  }
  assert.equal(
    csvOf([{ ...row, timed: 2, inTime: 1, medianHours: 20.5 }], 9).split('\r\n')[1],
    '2026-Q1,yes,NIS2,NIS2-EW,3,2,9,2,1,20.50',
  )
})
