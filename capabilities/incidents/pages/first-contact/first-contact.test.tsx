// Tests of the page for the first minute, from a printed card to the case and its next step, on the server with a real database.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { parseHTML } from 'linkedom'
import type { Context } from '../../../../platform/context.ts'
import { createServer } from '../../../../platform/http/server.ts'
import { chooseLocale, locales } from '../../../../platform/i18n/index.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/testing/database.ts'
import { aCentre, contextFor, givenOrganisation } from '../../../organisations/builders.ts'
import { makeCard, withdrawCard } from '../../actions/doors.ts'
import { floodLimits } from '../../actions/flood.ts'
import { wakeOfficers } from '../../actions/wake.ts'
import { buildHospital } from '../../builders.ts'
import { caseKeyOf } from '../../case-key.ts'
import { newFormToken } from '../../contract/first-contact.ts'
import { firstSteps } from '../../first-steps.ts'
import { firstContactPages } from './index.ts'

const night = new Date('2026-11-21T02:12:00Z')
const maxPageBytes = 20_000
const phone = '+43 555 0199'

let db: TestDatabase
let context: Context
let server: FastifyInstance
let hospital: number
let now = night

before(async () => {
  db = await testDatabase()
  const base = contextFor(db.database)
  context = { ...base, config: { ...base.config, centrePhone: phone } }
  hospital = await buildHospital(db, 'Tannau Hospital')
  server = await serverOf(context)
})
after(async () => {
  await server.close()
  await db.close()
})

function serverOf(given: Context): Promise<FastifyInstance> {
  return createServer({
    log: given.log,
    now: () => now,
    publicUrl: null,
    permissions: {},
    endpoints: firstContactPages(given),
    identify: async () => null,
    sessionCookie: 'who',
    localeOf: (_caller, { accept }) => chooseLocale(accept),
    renderProblem: async (_request, problem) => `problem ${problem.code}`,
    staticFiles: new Map(),
  })
}

const card = async (realm: 'real' | 'exercise' = 'real') =>
  makeCard(context, hospital, { place: 'Emergency admission', realm, actor: 'person:1', name: 'Jana' }, night)

async function get(url: string, accept = 'en') {
  const reply = await server.inject({ url, headers: { 'accept-language': accept } })
  return { ...reply, reply, document: parseHTML(reply.body).document, body: reply.body }
}

interface Sent {
  readonly [field: string]: string | readonly string[]
}

function post(url: string, fields: Sent, on = server, remoteAddress = '192.0.2.1') {
  const payload = new URLSearchParams()
  for (const [name, value] of Object.entries(fields))
    for (const one of Array.isArray(value) ? value : [value]) payload.append(name, String(one))
  return on.inject({
    method: 'POST',
    url,
    remoteAddress,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'en' },
    payload: payload.toString(),
  })
}

const answers = (more: Sent = {}): Sent => ({
  formToken: newFormToken(),
  danger: 'no',
  spreading: 'yes',
  sights: ['ransom-note', 'patient-records'],
  works: ['telephone'],
  decider: 'Dr Feld',
  deciderPhone: '0555 0123',
  phone: '0555 0177',
  site: 'Ward 3',
  words: 'A red screen asks for money',
  ...more,
})

async function opened(more: Sent = {}, realm: 'real' | 'exercise' = 'real') {
  const { token } = await card(realm)
  const reply = await post(`/now/${token}`, answers(more))
  assert.equal(reply.statusCode, 303, reply.body)
  const address = String(reply.headers.location)
  const id = Number(/-(\d+)-/.exec(address.split('/').at(-1) ?? '')?.[1])
  return { token, address, id }
}

const textOf = (element: { textContent: string | null } | null | undefined) =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim()
const rowsOf = (table: string, id: number) =>
  db.query<Record<string, string>>(
    `select * from ${table} where organisation_id = $1 and incident_id = $2 order by id`,
    [hospital, id],
  )
const incident = async (id: number) =>
  (
    await db.query<Record<string, string>>('select * from incidents where organisation_id = $1 and id = $2', [
      hospital,
      id,
    ])
  )[0]
const countCases = async () =>
  Number((await db.query<{ n: string }>('select count(*) as n from incidents', []))[0]?.n)

test('the form comes whole in one request: no other file, style by its hash, under 20 kB in each language', async () => {
  const { token } = await card()
  for (const locale of locales) {
    const { reply, document, body } = await get(`/now/${token}?language=${locale}`)
    assert.equal(reply.statusCode, 200)
    assert.equal(document.documentElement.getAttribute('lang'), locale)
    assert.ok(Buffer.byteLength(body) < maxPageBytes, `${locale}: ${Buffer.byteLength(body)} bytes`)
    assert.equal(document.querySelectorAll('script, img, iframe, link:not([href="data:,"])').length, 0)
    const style = /<style>(.*?)<\/style>/s.exec(body)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    const policy = String(reply.headers['content-security-policy'])
    assert.ok(policy.includes(`style-src 'sha256-${hash}'`), policy)
    assert.ok(!policy.includes('unsafe'), policy)
    assert.equal(document.querySelectorAll('[style]').length, 0)
  }
})

test('other pages keep the policy that lets no inline style through', async () => {
  const policy = String((await post('/now/x/y', {})).headers['content-security-policy'])
  assert.ok(policy.includes("style-src 'self'"), policy)
})

test('the language is chosen first, by the phone or by a link, and the number of the centre stands on top', async () => {
  const { token } = await card()
  assert.equal(
    (await get(`/now/${token}`, 'de-AT,de;q=0.9')).document.documentElement.getAttribute('lang'),
    'de',
  )
  const { document } = await get(`/now/${token}`, 'pl')
  const links = [...document.querySelectorAll('.langs a')]
  assert.deepEqual(
    links.map((link) => link.getAttribute('hreflang')),
    ['de', 'fr', 'it'],
  )
  assert.equal(document.querySelector('.bar a')?.getAttribute('href'), 'tel:+435550199')
  const order = document.body.innerHTML
  assert.ok(order.indexOf('tel:') < order.indexOf('langs') && order.indexOf('langs') < order.indexOf('<form'))
})

test('nothing is chosen beforehand, and the place of the card can be corrected', async () => {
  const { token } = await card()
  const { document } = await get(`/now/${token}`)
  assert.equal(document.querySelectorAll('[checked]').length, 0)
  assert.equal(document.querySelector('#site')?.getAttribute('value'), 'Emergency admission')
  assert.match(textOf(document.querySelector('main')), /Tannau Hospital/)
})

test('sending opens a case with facts, answers, journal and a playbook, and leads to the one thing to do', async () => {
  const { address, id } = await opened()
  const row = await incident(id)
  assert.deepEqual(
    [row?.kind, row?.realm, row?.opened_via, row?.reporter_phone, row?.site, row?.title],
    ['ransomware', 'real', 'first-contact', '0555 0177', 'Ward 3', 'Ransomware: Ward 3'],
  )
  assert.match(String(row?.opened_by), /^card:\d+$/)
  const facts = await rowsOf('incident_facts', id)
  assert.deepEqual(
    facts.map(({ key, value }) => [key, value]).filter(([key]) => key !== 'awareAt'),
    [
      ['patientInDanger', 'no'],
      ['ongoing', 'yes'],
      ['maliciousSuspected', 'yes'],
      ['ransomDemanded', 'yes'],
      ['description', 'A red screen asks for money'],
    ],
  )
  const [note] = await rowsOf('incident_notes', id)
  for (const part of ['Dr Feld, 0555 0123', 'Telephones', 'A demand for money on a screen', '0555 0177'])
    assert.ok(note?.text?.includes(part), part)
  const journal = await db.query<{ action: string }>(
    "select distinct action from journal where object_type = 'incident' and object_id = $1 order by 1",
    [String(id)],
  )
  assert.deepEqual(
    journal.map(({ action }) => action),
    ['incident.fact-recorded', 'incident.first-contact', 'incident.opened'],
  )
  const runs = await db.query(
    "select 1 from playbook_runs where subject_type = 'incident' and subject_id = $1",
    [id],
  )
  assert.equal(runs.length, 1)
  const { document, body } = await get(address)
  assert.ok(Buffer.byteLength(body) < maxPageBytes)
  assert.equal(
    textOf(document.querySelector('h1')),
    'Pull the network cable of the affected computers. Leave them switched on.',
  )
  assert.equal(document.querySelectorAll('h1').length, 1)
  const inside = textOf(document.querySelector('.do'))
  assert.ok(
    inside.indexOf('ask a clinician first') < inside.indexOf('Because'),
    'the limit stands before the reason',
  )
  assert.match(textOf(document.querySelector('.word')), /^[a-z]+-[a-z]+-\d+$/)
  assert.match(textOf(document.querySelector('main')), /Sat 21 Nov, 0[23]:12/)
})

test('the same form sent twice is one case, and what differs the second time is kept', async () => {
  const { token } = await card()
  const form = answers()
  const first = await post(`/now/${token}`, form)
  const again = await post(`/now/${token}`, form)
  const corrected = await post(`/now/${token}`, { ...form, phone: '0555 0188', danger: 'yes' })
  assert.equal(again.headers.location, first.headers.location)
  assert.equal(corrected.headers.location, first.headers.location)
  const address = String(first.headers.location)
  const id = Number(/-(\d+)-/.exec(address.split('/').at(-1) ?? '')?.[1])
  const notes = await rowsOf('incident_notes', id)
  assert.equal(notes.length, 2)
  assert.ok(notes[1]?.text?.includes('0555 0188'))
  assert.match(textOf((await get(address)).document.querySelector('h1')), /Stay with the patient/)
})

test('two sendings of one form at the same moment are one case', async () => {
  const { token } = await card()
  const form = answers()
  const replies = await Promise.all(Array.from({ length: 4 }, () => post(`/now/${token}`, form)))
  assert.deepEqual(
    replies.map(({ statusCode }) => statusCode),
    [303, 303, 303, 303],
  )
  assert.equal(new Set(replies.map(({ headers }) => headers.location)).size, 1)
})

test('a form that was left open since a case was closed opens another case', async () => {
  const { token } = await card()
  const form = answers()
  const first = await post(`/now/${token}`, form)
  await db.query(
    "update incidents set state = 'closed', closed_at = now(), closed_by_name = 'Pia' where organisation_id = $1 and state = 'open'",
    [hospital],
  )
  const second = await post(`/now/${token}`, form)
  assert.notEqual(second.headers.location, first.headers.location)
  assert.match(textOf((await get(String(first.headers.location))).document.querySelector('h1')), /closed/)
})

test('without a number, or with one that cannot be read, the page says so on top and keeps every answer', async () => {
  const { token } = await card()
  const before = await countCases()
  for (const given of ['', 'no idea']) {
    const reply = await post(`/now/${token}`, answers({ phone: given, language: 'de' }))
    assert.equal(reply.statusCode, 422)
    const { document } = parseHTML(reply.body)
    assert.equal(document.documentElement.getAttribute('lang'), 'de')
    assert.equal(document.querySelector('.faults a')?.getAttribute('href'), '#phone')
    assert.equal(document.querySelector('#phone')?.getAttribute('aria-invalid'), 'true')
    assert.equal(document.querySelector('#phone')?.getAttribute('value'), given)
    const checked = [...document.querySelectorAll('[checked]')].map((box) => box.getAttribute('value'))
    assert.deepEqual(checked, ['no', 'yes', 'ransom-note', 'patient-records', 'telephone'])
    assert.equal(document.querySelector('#decider')?.getAttribute('value'), 'Dr Feld')
    assert.equal(textOf(document.querySelector('#words')), 'A red screen asks for money')
  }
  assert.equal(await countCases(), before)
})

test('what is done and what cannot be done is kept, the next thing follows, and an old button changes nothing', async () => {
  const { address, id } = await opened()
  const mark = (step: string, outcome: string) => post(address, { step, outcome })
  assert.equal((await mark('pull-network', 'done')).statusCode, 303)
  assert.match(textOf((await get(address)).document.querySelector('h1')), /Type nothing/)
  await mark('pull-network', 'cannot')
  await mark('paper', 'done')
  await mark('dance', 'done')
  await mark('do-not-touch', 'cannot')
  const { document } = await get(address)
  assert.match(textOf(document.querySelector('h1')), /Ring whoever can decide/)
  assert.deepEqual(
    [...document.querySelectorAll('#before + ul li')].map((line) => line.getAttribute('class')),
    ['y', 'x'],
  )
  const kept = (await rowsOf('incident_notes', id)).filter(({ kind }) => kind === 'action')
  assert.deepEqual(
    kept.map(({ text }) => text?.split(':')[0]),
    ['At the scene, done', 'At the scene, not possible'],
  )
  for (const step of ['ring-decider', 'paper', 'write-down']) await mark(step, 'done')
  const last = await get(address)
  assert.match(textOf(last.document.querySelector('h1')), /Stay reachable/)
  assert.equal(last.document.querySelectorAll('button').length, 0)
})

test('the page says who rings and what happens if not: waking, the next officer at a new time, and who took it', async () => {
  const centre = await givenOrganisation(db.database, aCentre())
  await db.query(
    "insert into persons (id, email, name, language, created_at) overriding system value values (901, 'pia@lakeland.example', 'Pia Lorenz', 'en', now()), (902, 'marit@lakeland.example', 'Marit Sand', 'en', now())",
  )
  await db.query(
    "insert into memberships (person_id, organisation_id, role, created_at) values (901, $1, 'duty-officer', now()), (902, $1, 'duty-officer', now())",
    [centre],
  )
  await db.query(
    "update incidents set state = 'closed', closed_at = now(), closed_by_name = 'Pia' where state = 'open'",
  )
  const { address, id } = await opened()
  const meanwhile = async () =>
    textOf((await get(address)).document.querySelector('section[aria-labelledby=meanwhile]'))
  assert.match(await meanwhile(), /We are waking the duty officer, who rings you on 0555 0177.*next officer/)
  await wakeOfficers(context, night)
  assert.match(await meanwhile(), /We woke the duty officer on Sat 21 Nov, 0[23]:12.*by Sat 21 Nov, 0[23]:17/)
  now = new Date(night.getTime() + 6 * 60_000)
  await wakeOfficers(context, now)
  assert.match(await meanwhile(), /Nobody has answered yet. On Sat 21 Nov, 0[23]:18.*by Sat 21 Nov, 0[23]:23/)
  await db.query(
    "update incidents set answered_at = $2, answered_by = 902, answered_by_name = 'Marit Sand (Lakeland)' where id = $1",
    [id, now],
  )
  assert.match(
    await meanwhile(),
    /Marit Sand \(Lakeland\) took your case on .* and rings you on 0555 0177.*by Sat 21 Nov, 0[23]:28/,
  )
  assert.match(
    textOf((await get(address)).document.querySelector('h1')),
    /Pull the network cable/,
    'what stood there is still finished',
  )
  now = new Date(night.getTime() + 8 * 60_000)
  await post(address, { step: 'pull-network', outcome: 'done' })
  assert.match(textOf((await get(address)).document.querySelector('h1')), /What the duty officer says/)
  now = night
})

test('an exercise says so on every page, and its case has a number of exercises', async () => {
  const { token, address, id } = await opened({}, 'exercise')
  assert.ok(id >= 1_000_000_000_000)
  for (const url of [`/now/${token}`, address])
    assert.match(textOf((await get(url)).document.querySelector('.strip')), /Exercise/)
})

test('every step has its words in each language, the limit before the reason, and a page under 20 kB', async () => {
  for (const step of firstSteps)
    for (const locale of locales) {
      const { document, body } = await get(`/now/received?do=${step}&language=${locale}`)
      assert.equal(document.documentElement.getAttribute('lang'), locale)
      assert.ok(textOf(document.querySelector('#one')).length > 10)
      assert.equal(document.querySelectorAll('.do .limit, .do .why').length, 3)
      assert.ok(Buffer.byteLength(body) < maxPageBytes)
    }
})

test('a code that was never made and one that was withdrawn read alike, and name no hospital', async () => {
  const { cardId, token } = await card()
  await withdrawCard(context, hospital, { cardId, actor: 'person:1' }, night)
  const never = `${hospital}-${'A'.repeat(22)}`
  const hide = (html: string) => html.replace(/name="formToken" value="[^"]*"/, '')
  const pages = await Promise.all([token, never, '1', 'rubbish', '999999-x'].map((one) => get(`/now/${one}`)))
  assert.equal(new Set(pages.map(({ body }) => hide(body))).size, 1)
  const [first] = pages
  assert.ok(!first?.body.includes('Tannau') && !first?.body.includes('Emergency admission'))
  assert.ok(first?.document.querySelector('#hospital') && first.document.querySelector('#town'))
  assert.equal(first?.document.querySelector('form')?.getAttribute('action'), '/now')
})

test('without a known card no case is opened; all officers are told once with every answer, and the journal holds no name', async () => {
  const { cardId, token } = await card()
  await withdrawCard(context, hospital, { cardId, actor: 'person:1' }, night)
  const before = await countCases()
  const form = answers({ hospital: 'Tannau Hospital', town: 'Tannau' })
  for (const url of [`/now/${token}`, '/now', '/now']) {
    const reply = await post(url, form)
    assert.equal(reply.headers.location, '/now/received?do=pull-network&language=en')
  }
  assert.equal(await countCases(), before)
  const told = await db.query<{ recipient: string; urgent: boolean; content: { text: string } }>(
    "select recipient, urgent, content from deliveries where kind = 'incident.unplaced' order by recipient",
  )
  assert.deepEqual(
    told.map(({ recipient, urgent }) => [recipient, urgent]),
    [
      ['marit@lakeland.example', true],
      ['pia@lakeland.example', true],
    ],
  )
  for (const part of ['0555 0177', 'Tannau Hospital', 'Dr Feld', 'A red screen asks for money', 'Ward 3'])
    assert.ok(told[0]?.content.text.includes(part), part)
  const journal = await db.query<{ details: unknown }>(
    "select details from journal where action = 'incident.unplaced'",
  )
  assert.deepEqual(journal[0]?.details, { officers: [902, 901] })
  const page = await get('/now/received?do=pull-network')
  assert.match(textOf(page.document.querySelector('main')), /Sent. We ring you/)
})

test('where the centre has nobody to tell, the page says so and gives the number', async () => {
  const lonely = await testDatabase()
  try {
    const empty = await serverOf({ ...context, database: lonely.database })
    const reply = await post('/now', answers(), empty)
    assert.equal(reply.headers.location, '/now/received?do=pull-network&nobody=yes&language=en')
    const { document } = await get('/now/received?do=pull-network&nobody=yes')
    assert.match(textOf(document.querySelector('main')), /Nobody was told.*\+43 555 0199/)
    await empty.close()
  } finally {
    await lonely.close()
  }
})

test('a stranger cannot flood the officers, keeps the answers, and is told the number; a card is never held up by it', async () => {
  const own = await serverOf(context)
  const { max } = floodLimits.unplacedFromRemote
  for (let sent = 0; sent < max; sent++)
    assert.equal((await post('/now', answers(), own, '2001:db8::1')).statusCode, 303)
  const refused = await post('/now', answers(), own, '2001:db8::2')
  assert.equal(refused.statusCode, 429)
  const { document } = parseHTML(refused.body)
  assert.match(textOf(document.querySelector('.faults')), /Ring \+43 555 0199/)
  assert.equal(document.querySelector('#phone')?.getAttribute('value'), '0555 0177')
  const { token } = await card()
  const known = await post(`/now/${token}`, answers(), own, '2001:db8::2')
  assert.match(String(known.headers.location), new RegExp(`^/now/${token}/`))
  await own.close()
})

test('a card in wrong hands opens a bounded number of cases; what comes after reaches the officers as a message', async () => {
  const own = await serverOf(context)
  const { token } = await card()
  const { max } = floodLimits.casesOfCard
  const before = await countCases()
  for (let sent = 0; sent < max; sent++) await post(`/now/${token}`, answers(), own, '192.0.2.50')
  const more = await post(`/now/${token}`, answers(), own, '192.0.2.50')
  assert.match(String(more.headers.location), /^\/now\/received/)
  assert.equal(await countCases(), before + max)
  await own.close()
})

test('whoever lost the page comes back with the word; a wrong word and too many tries show nothing', async () => {
  const { token, address } = await opened()
  const word = textOf((await get(address)).document.querySelector('.word'))
  const back = await get(`/now/${token}?word=${encodeURIComponent(word.toUpperCase().replaceAll('-', ' '))}`)
  assert.equal(back.reply.headers.location, address)
  const wrong = await get(`/now/${token}?word=amber-amber-00`)
  assert.equal(wrong.reply.statusCode, 200)
  assert.match(textOf(wrong.document.querySelector('details')), /No open case/)
  for (let tries = 0; tries < floodLimits.wordsOfCard.max; tries++) await get(`/now/${token}?word=x`)
  assert.equal((await get(`/now/${token}?word=${word}`)).reply.statusCode, 200)
  const other = await buildHospital(db, 'Seeblick Hospital')
  const { token: theirs } = await makeCard(
    context,
    other,
    { place: 'Desk', realm: 'real', actor: 'person:1', name: 'J' },
    night,
  )
  assert.equal(
    (await get(`/now/${theirs}?word=${word}`)).reply.statusCode,
    200,
    'another hospital’s card finds nothing',
  )
})

test('an address that was not made here shows nothing of a case, and leads back to the questions', async () => {
  const { token, address, id } = await opened()
  const own = address.split('?')[0] ?? ''
  const wrong = [
    `${own.slice(0, -3)}AAA`,
    `/now/${token}/${hospital}-${id}-${'A'.repeat(22)}`,
    `/now/${token}/${caseKeyOf(context.secret, { organisationId: hospital, incidentId: 424242 })}`,
  ]
  for (const url of wrong) {
    const { reply } = await get(url)
    assert.equal(reply.headers.location, `/now/${token}?language=en`)
    assert.equal((await post(url, { step: 'pull-network', outcome: 'done' })).statusCode, 303)
  }
  assert.equal((await rowsOf('incident_notes', id)).length, 1)
})

test('the page of a case stays open after its card was withdrawn: the night goes on', async () => {
  const { cardId, token } = await card()
  const reply = await post(`/now/${token}`, answers())
  await withdrawCard(context, hospital, { cardId, actor: 'person:1' }, night)
  assert.match(
    textOf((await get(String(reply.headers.location))).document.querySelector('h1')),
    /Pull the network/,
  )
})

test('a code typed in groups leads to its card', async () => {
  const { token } = await card()
  const spaced = `${token.slice(0, 5)} ${token.slice(5, 10)}  ${token.slice(10)}`
  const { reply } = await get(`/now?code=${encodeURIComponent(spaced)}`)
  assert.equal(reply.headers.location, `/now/${token}?language=en`)
})

test('hostile words are shown as words', async () => {
  const { token } = await card()
  const reply = await post(
    `/now/${token}`,
    answers({ phone: '', words: '</textarea><script>alert(1)</script>', name: '"><b>x' }),
  )
  assert.ok(!reply.body.includes('<script>') && !reply.body.includes('"><b>x'))
})
