// The pages of a room on the real server: who gets in by which door, what is kept, and that no form loses what was typed.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { locales } from '../../../../platform/i18n/index.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/testing/database.ts'
import { aCentre } from '../../../organisations/builders.ts'
import { registerOrganisation } from '../../../organisations/index.ts'
import type { Access } from '../../access.ts'
import { inviteGuest, showOut } from '../../actions/doors.ts'
import { buildCase, buildContext, buildHospital, night } from '../../builders.ts'
import { buildSite, type Site, type Who } from './builders/site.tsx'

const minutes = (count: number) => new Date(night.getTime() + count * 60_000)
/** The night when clocks go from 02:00 to 03:00 in Berlin; 00:30 UTC is 01:30. */
const later = minutes(120)

let db: TestDatabase
let site: Site
let hospital: number
let other: number
let centreId: number
let access: Access
let room: string
let jana: Who
let reader: Who
let officer: Who

before(async () => {
  db = await testDatabase()
  site = await buildSite(db, later)
  hospital = await buildHospital(db)
  other = await buildHospital(db, 'Birkensee Clinic')
  centreId = await db.database.asCentre((scope) => registerOrganisation(scope, aCentre(), night))
  access = await buildCase(db, hospital)
  room = `/o/${hospital}/incidents/${access.incidentId}`
  jana = { role: 'responder', organisationId: hospital, name: 'Jana Brandt' }
  reader = { role: 'reader', organisationId: hospital, name: 'Rita Kern' }
  officer = { role: 'duty-officer', organisationId: centreId, name: 'Pia Lorenz' }
})
after(async () => {
  await site.close()
  await db.close()
})

const centreRoom = () => `/centre/incidents/${hospital}/${access.incidentId}`
const opened = async (parts: Parameters<typeof buildCase>[2]) => {
  const { incidentId } = await buildCase(db, hospital, parts)
  return { incidentId, path: `/o/${hospital}/incidents/${incidentId}` }
}
const invited = (may: 'read' | 'write', now = night) =>
  inviteGuest(buildContext(db), access, { name: 'R. Ott', ofWhom: 'Forensics Ltd', may, days: 2 }, now)

test('another hospital is refused at the door, and a case of another is unknown behind the own one', async () => {
  const stranger: Who = { role: 'lead', organisationId: other, name: 'Otto Fremd' }
  assert.equal((await site.get(room, stranger)).status, 403)
  const unknown = await site.get(`/o/${other}/incidents/${access.incidentId}`, stranger)
  assert.equal(unknown.status, 404)
  assert.doesNotMatch(unknown.body, /Files are renamed/)
  assert.equal((await site.get(room, null)).status, 303)
  assert.equal((await site.get(centreRoom(), jana)).status, 403)
})

test('a guest with read sees the room, is offered nothing to write, and cannot write', async () => {
  const guest = `/room/${await invited('read')}`
  const page = await site.get(guest, null)
  assert.equal(page.status, 200)
  assert.match(page.text, /Files are renamed/)
  assert.equal(page.document.querySelectorAll('form').length, 0)
  for (const path of ['/notes', '/facts/times', '/tasks', '/service/emergency', '/indicators', '/evidence'])
    assert.equal((await site.get(`${guest}${path}`, null)).status, 403, path)
  const fields = { kind: 'note', text: 'from a guest', happenedAt: '' }
  assert.equal((await site.post(`${guest}/notes`, fields, null)).status, 403)
  assert.doesNotMatch((await site.get(room, jana)).text, /from a guest/)
})

test('a guest with write adds to the room and is named, but decides nothing legal and lets nobody in', async () => {
  const guest = `/room/${await invited('write')}`
  const fields = { kind: 'action', text: 'Image of the disk taken', happenedAt: '' }
  assert.equal((await site.post(`${guest}/notes`, fields, null)).status, 303)
  assert.match((await site.get(room, jana)).text, /Image of the disk taken Action. R. Ott \(Forensics Ltd\)/)
  for (const path of [
    '/significance',
    '/critical-entity',
    '/done/NIS2-EW',
    '/owner/NIS2-EW',
    '/inbound/csirtAnsweredAt',
    '/guests',
    '/settings',
    '/close',
    '/assets',
  ])
    assert.equal((await site.get(`${guest}${path}`, null)).status, 404, path)
  const page = await site.get(guest, null)
  assert.doesNotMatch(page.text, /Invite a guest|Close the case|invited R. Ott/)
})

test('an invitation that is over, taken back, wrong or of another hospital shows the same words and nothing else', async () => {
  const over = await invited('read', new Date(night.getTime() - 3 * 86_400_000))
  const takenBack = await invited('read')
  const [row] = await db.query<{ id: string }>('select max(id) as id from incident_guests')
  await showOut(buildContext(db), access, Number(row?.id), later)
  const replies = await Promise.all(
    [
      over,
      takenBack,
      `${hospital}-${'A'.repeat(22)}`,
      `${other}${takenBack.slice(String(hospital).length)}`,
      'x',
      `${takenBack}x`,
    ].flatMap((token) => [site.get(`/room/${token}`, null), site.get(`/room/${token}/print`, null)]),
  )
  assert.deepEqual([...new Set(replies.map(({ status }) => status))], [410])
  assert.equal(new Set(replies.map(({ body }) => body)).size, 1)
  const written = await site.post(`/room/${over}/notes`, { kind: 'note', text: 'late', happenedAt: '' }, null)
  assert.deepEqual([written.status, written.body], [410, replies[0]?.body])
})

test('the officer takes the case, works on behalf of the hospital, and is marked as of the centre', async () => {
  assert.match((await site.get(centreRoom(), officer)).text, /Take this case, then ring the hospital/)
  assert.equal((await site.post(`${centreRoom()}/take`, {}, officer)).status, 303)
  assert.match((await site.get(room, jana)).text, /Pia Lorenz \(Lakeland Centre\) took the case/)
  const second: Who = { ...officer, name: 'Max Zweit' }
  const late = await site.post(`${centreRoom()}/take`, {}, second)
  assert.equal(late.status, 409)
  assert.match(late.body, /Pia Lorenz \(Lakeland Centre\)/)
  await site.post(`${centreRoom()}/notes`, { kind: 'call', text: 'Rang the ward', happenedAt: '' }, officer)
  const page = await site.get(room, jana)
  assert.match(page.text, /Rang the ward Call. Pia Lorenz \(Lakeland Centre\)/)
  assert.match(page.text, /Pia Lorenz \(Lakeland Centre\) took the case/)
})

test('a reader of the hospital sees everything and is given no form', async () => {
  const page = await site.get(room, reader)
  assert.equal(page.status, 200)
  assert.equal(page.document.querySelectorAll('form').length, 0)
  assert.equal((await site.get(`${room}/notes`, reader)).status, 403)
})

interface Kept {
  readonly path: string
  readonly fields: Readonly<Record<string, string>>
  readonly shows: RegExp
}

const kept: readonly Kept[] = [
  {
    path: '/facts/reach',
    fields: { 'fact-usersAffected': '4.000', source: 'Records office', confidence: 'confirmed' },
    shows: /Users affected 4,000 Records office/,
  },
  {
    path: '/facts/nature',
    fields: { 'fact-maliciousSuspected': 'yes', source: 'Ransom note', confidence: 'likely' },
    shows: /malicious act suspected yes Ransom note/,
  },
  {
    path: '/service/laboratory',
    fields: { state: 'stopped', expectedAt: '2026-03-29T08:00', divertedTo: '', note: 'By messenger' },
    shows: /Laboratory.{0,40}stopped expected back Sun 29 Mar, 08:00 By messenger/,
  },
  {
    path: '/tasks?kind=promise',
    fields: {
      kind: 'promise',
      title: 'Fax the reports',
      toWhom: 'Practice of Dr Sand',
      owner: 'J. Brandt',
      dueAt: '2026-03-29T09:00',
    },
    shows: /J\. Brandt Fax the reports ?promised to Practice of Dr Sand/,
  },
  {
    path: '/tasks',
    fields: { kind: 'task', title: 'Unplug the switch', owner: 'IT', dueAt: '2026-03-29T05:00' },
    shows: /IT Unplug the switch/,
  },
  {
    path: '/notes',
    fields: { kind: 'decision', text: '<b>Stop</b> the lifts', happenedAt: '2026-03-29T03:10' },
    shows: /Sun 29 Mar, 03:10 ?<b>Stop<\/b> the lifts ?Decision\. Jana Brandt/,
  },
  {
    path: '/indicators',
    fields: { lines: 'hxxps://evil[.]example/x\n192.0.2.17', type: '', note: 'from the firewall' },
    shows: /hxxps:\/\/evil\[\.\]example\/x ?web address ?from the firewall/,
  },
  {
    path: '/owner/NIS2-EW',
    fields: { owner: 'Dr Feld', because: '' },
    shows: /Who answers for it Dr Feld/,
  },
  {
    path: '/inbound/csirtAnsweredAt',
    fields: { at: '2026-03-29T03:00', because: 'Call of the CSIRT' },
    shows: /The CSIRT answered ?Sun 29 Mar 2026, 03:00/,
  },
  {
    path: '/critical-entity',
    fields: { answer: 'no', because: 'Letter of March' },
    shows: /Critical entity: no \(Letter of March\)/,
  },
  {
    path: '/settings',
    fields: { title: 'File server encrypted', kind: 'ransomware', tlp: 'red' },
    shows: /TLP:RED/,
  },
]

for (const { path, fields, shows } of kept)
  test(`${path} keeps what was entered and the room shows it`, async () => {
    assert.equal((await site.get(`${room}${path}`, jana)).status, 200)
    const reply = await site.post(`${room}${path}`, fields, jana)
    assert.equal(reply.status, 303, reply.text.slice(0, 600))
    assert.match((await site.get(room, jana)).text, shows)
  })

const refusedInput: readonly (readonly [
  path: string,
  fields: Readonly<Record<string, string>>,
  field: string,
])[] = [
  [
    '/facts/times',
    { 'fact-detectedAt': '2027-01-01T00:00', source: 'Log', confidence: 'likely' },
    'fact-detectedAt',
  ],
  [
    '/facts/reach',
    { 'fact-usersAffectedShare': '140', source: 'Log', confidence: 'likely' },
    'fact-usersAffectedShare',
  ],
  [
    '/facts/reach',
    { 'fact-countriesAffected': 'Germany', source: 'Log', confidence: 'likely' },
    'fact-countriesAffected',
  ],
  ['/facts/nature', { 'fact-impact': 'Much', source: '', confidence: 'likely' }, 'source'],
  ['/facts/nature', { source: 'Somebody', confidence: 'likely' }, 'source'],
  ['/notes', { kind: 'note', text: 'x'.repeat(4_001), happenedAt: '' }, 'text'],
  ['/notes', { kind: 'note', text: 'Tomorrow', happenedAt: '2026-03-31T10:00' }, 'happenedAt'],
  ['/tasks', { kind: 'task', title: 'Something', owner: '', dueAt: '2026-03-29T05:00' }, 'owner'],
  ['/tasks', { kind: 'task', title: 'Something', owner: 'IT', dueAt: '' }, 'dueAt'],
  ['/tasks', { kind: 'promise', title: 'Something', owner: 'IT', dueAt: '2026-03-29T05:00' }, 'toWhom'],
  ['/service/dialysis', { state: '', note: 'Kept words' }, 'state'],
  ['/service/dialysis', { state: 'diverted', divertedTo: '', note: 'Kept words' }, 'divertedTo'],
  ['/significance', { severeDisruption: 'yes', because: 'Kept words' }, 'severeDisruption'],
  ['/done/NIS2-EW', { at: '2026-03-31T05:00', because: 'Kept words' }, 'at'],
  ['/inbound/processorToldAt', { at: 'yesterday', because: 'Kept words' }, 'at'],
  ['/owner/NIS2-EW', { owner: 'x'.repeat(61), because: 'Kept words' }, 'owner'],
  ['/indicators', { lines: 'x'.repeat(2_001), note: 'Kept words' }, 'lines'],
  ['/guests', { name: 'Kept words', ofWhom: 'Forensics', may: 'read', days: '31' }, 'days'],
  ['/guests', { name: 'Kept words', ofWhom: 'Forensics', may: 'own', days: '3' }, 'may'],
  ['/settings', { title: '', kind: 'ransomware', tlp: 'red' }, 'title'],
  ['/close', { note: '' }, 'note'],
]

for (const [path, fields, field] of refusedInput)
  test(`${path} refuses ${field} beside the field and gives everything back`, async () => {
    const rows = () => db.query<{ count: string }>('select count(*) from journal')
    const [before] = await rows()
    const reply = await site.post(`${room}${path}`, fields, jana)
    assert.equal(reply.status, 422)
    const line = reply.document.querySelector(`.govuk-error-summary a[href="#${field}"]`)?.textContent
    assert.match(line ?? '', /^.+: .+$/, 'the summary names the field')
    assert.ok(!line?.startsWith(`${field}:`), 'in words')
    assert.ok(reply.document.getElementById(`${field}-error`), 'beside the field')
    const target = reply.document.getElementById(field)
    assert.ok(target, 'the summary leads to the field')
    for (const value of Object.values(fields).filter((one) => one.includes('words') || one.includes('Some')))
      assert.ok(reply.body.includes(value), value)
    assert.deepEqual(await rows(), [before], 'nothing was stored')
  })

test('a corrected fact asks why, is struck in the room, and moves the clocks, whose old time stays', async () => {
  const form = await site.get(`${room}/facts/times`, jana)
  const was = form.document.querySelector('input[name="was-awareAt"]')?.getAttribute('value') ?? ''
  assert.equal(was, '2026-03-29T01:30')
  const fields = {
    'fact-awareAt': '2026-03-29T01:15',
    'was-awareAt': was,
    source: 'Night nurse',
    confidence: 'confirmed',
  }
  const refused = await site.post(`${room}/facts/times`, fields, jana)
  assert.equal(refused.status, 422)
  assert.ok(refused.document.getElementById('reason-error'))
  assert.equal(
    refused.document.getElementById('fact-awareAt')?.getAttribute('value'),
    '2026-03-29T01:15',
    'what was typed is kept',
  )
  const done = await site.post(`${room}/facts/times`, { ...fields, reason: 'The ward knew before' }, jana)
  assert.equal(done.status, 303)
  const page = await site.get(room, jana)
  const struck = [...page.document.querySelectorAll('#clock-NIS2-EW s')].map(({ textContent }) => textContent)
  assert.ok(struck.includes('Mon 30 Mar, 02:30'), String(struck))
  assert.match(page.document.getElementById('clock-NIS2-EW')?.textContent ?? '', /Mon 30 Mar, 02:15/)
  assert.match(page.text, /until Sun 29 Mar, 04:30, changed by Jana Brandt The ward knew before/)
})

test('a page that is older than the newest word does not write over it', async () => {
  const was = '2026-03-29T01:30'
  const fields = {
    'fact-awareAt': '2026-03-29T01:00',
    'was-awareAt': was,
    source: 'Old page',
    confidence: 'likely',
    reason: 'From memory',
  }
  const stale = await site.post(`${room}/facts/times`, fields, jana)
  assert.equal(stale.status, 422)
  assert.match(stale.text, /Jana Brandt changed this meanwhile to: 2026-03-29T01:15/)
  const fresh = stale.document.querySelector('input[name="was-awareAt"]')?.getAttribute('value')
  assert.equal(fresh, '2026-03-29T01:15')
  const untouched = {
    ...fields,
    'fact-awareAt': was,
    'fact-detectedAt': '2026-03-29T01:05',
    'was-detectedAt': '',
  }
  assert.equal((await site.post(`${room}/facts/times`, untouched, jana)).status, 303)
  assert.match(
    (await site.get(room, jana)).document.getElementById('clock-NIS2-EW')?.textContent ?? '',
    /02:15/,
  )
})

test('what is still so can be confirmed without typing it again', async () => {
  const fields = {
    'again-awareAt': 'yes',
    'fact-awareAt': '2026-03-29T01:15',
    'was-awareAt': '2026-03-29T01:15',
  }
  await site.post(`${room}/facts/times`, { ...fields, source: 'Call log', confidence: 'unsure' }, jana)
  const page = await site.get(room, jana)
  const row = page.document.getElementById('fact-awareAt')?.closest('tr')?.textContent ?? ''
  assert.match(row, /Call log.*not sure/)
})

test('in doubt it is reported: an uncertain answer becomes a decision only by a person', async () => {
  const { path, incidentId } = await opened({ formToken: 'doubt' })
  const answers = { severeDisruption: 'unknown', financialLoss: 'no', damageToOthers: 'no' }
  const decision = async () =>
    (
      await db.query<{ answer: string }>(
        `select answer from incident_decisions where incident_id = $1 and subject = 'significant' order by id desc`,
        [incidentId],
      )
    )[0]?.answer
  await site.post(`${path}/significance`, { ...answers, because: 'Nobody knows yet' }, jana)
  assert.equal(await decision(), 'unknown')
  await site.post(`${path}/significance`, { ...answers, inDoubt: 'yes', because: 'Dr Feld' }, jana)
  assert.equal(await decision(), 'yes')
  await site.post(
    `${path}/significance`,
    { ...answers, severeDisruption: 'possible', because: 'Could spread' },
    jana,
  )
  const page = await site.get(`${path}/significance`, jana)
  assert.match(page.text, /being capable of it is enough/)
})

test('a duty that was done elsewhere stops its clock, and starts it again when that was a mistake', async () => {
  const { path } = await opened({ formToken: 'done' })
  const clock = async () =>
    (await site.get(path, jana)).document.getElementById('clock-NIS2-EW')?.textContent ?? ''
  assert.match(await clock(), /left/)
  await site.post(`${path}/done/NIS2-EW`, { at: '2026-03-29T03:15', because: 'By telephone' }, jana)
  assert.match(await clock(), /Sun 29 Mar, 03:15 ?Done/)
  assert.match((await site.get(`${path}/done/NIS2-EW`, jana)).text, /Take that back/)
  await site.post(`${path}/not-done/NIS2-EW`, { because: 'Wrong case' }, jana)
  assert.match(await clock(), /left/)
  assert.equal((await site.get(`${path}/not-done/NIS2-EW`, jana)).status, 404)
  assert.equal((await site.get(`${path}/done/NOT-A-RULE`, jana)).status, 404)
  assert.equal((await site.get(`${path}/done/NIS2-FB`, jana)).status, 404, 'what others owe')
})

test('evidence comes back byte for byte as a download, and its chain names every hand', async () => {
  const file = { name: 'note".html', content: '<script>alert(1)</script>' }
  const empty = await site.upload(
    `${room}/evidence`,
    { takenFrom: 'PC of ward 3', takenAt: '2026-03-29T03:00' },
    { ...file, content: '' },
    jana,
  )
  assert.equal(empty.status, 422)
  assert.ok(empty.body.includes('PC of ward 3'))
  const given = { takenFrom: 'PC of ward 3', takenAt: '2026-03-29T03:00' }
  const handed = await site.upload(`${room}/evidence`, given, { ...file, name: 'note.html' }, jana)
  assert.equal(handed.status, 303)
  const [row] = await db.query<{ id: string }>('select id from incident_files')
  const download = await site.post(`${centreRoom()}/evidence/${row?.id}/open`, {}, officer)
  assert.equal(download.headers['content-type'], 'application/octet-stream')
  assert.match(String(download.headers['content-disposition']), /^attachment; filename\*=UTF-8''note\.html/)
  assert.equal(download.bytes.toString(), file.content)
  await site.post(`${room}/evidence/${row?.id}/hand-over`, { toWhom: 'Police, K. Wolf' }, jana)
  const { text } = await site.get(room, jana)
  assert.match(
    text,
    /Jana Brandt took it in.*Pia Lorenz \(Lakeland Centre\) downloaded it.*handed it over to Police, K\. Wolf/,
  )
  assert.doesNotMatch(text, /Not what was handed in/)
})

test('the link of a guest is shown once, opens this room, and closes when the guest is shown out', async () => {
  const fields = { name: 'N. Kolbe', ofWhom: 'Netzwerk Kolbe', may: 'read', days: '3' }
  const made = await site.post(`${room}/guests`, fields, jana)
  const link = /https:\/\/salus\.example(\/room\/\S{10,60}?)</.exec(made.body)?.[1] ?? ''
  assert.equal((await site.get(link, null)).status, 200)
  const page = await site.get(room, jana)
  assert.ok(!page.body.includes(link.slice('/room/'.length)))
  const out = [...page.document.querySelectorAll('form')]
    .map((form) => form.getAttribute('action') ?? '')
    .findLast((action) => action.endsWith('/out'))
  assert.ok(out)
  assert.equal((await site.post(out, {}, jana)).status, 303)
  assert.equal((await site.get(link, null)).status, 410)
})

test('only the hospital itself chooses from its inventory, and only what it has', async () => {
  assert.equal((await site.get(`${centreRoom()}/assets`, officer)).status, 404)
  assert.equal((await site.get(`${room}/assets?search=gateway`, jana)).status, 200)
  assert.equal((await site.post(`${room}/assets`, { assetId: '999', note: '' }, jana)).status, 404)
})

test('a task is ended once, with its outcome; who ends it second learns that', async () => {
  const [row] = await db.query<{ id: string }>(`select id from incident_tasks where kind = 'task'`)
  const path = `${room}/tasks/${row?.id}`
  assert.equal((await site.post(path, { state: 'dropped', outcome: '' }, jana)).status, 422)
  await site.post(`${path}/owner`, { owner: 'Facilities', dueAt: '2026-03-29T06:00' }, jana)
  assert.match((await site.get(path, jana)).text, /Facilities, by Sun 29 Mar, 06:00/)
  assert.equal((await site.post(path, { state: 'done', outcome: 'Unplugged' }, jana)).status, 303)
  assert.match((await site.get(room, jana)).text, /done, Jana Brandt, Sun 29 Mar, 04:30\. Unplugged/)
  assert.equal((await site.post(path, { state: 'done', outcome: '' }, jana)).status, 409)
})

test('closing warns of running clocks, keeps everything readable, and can be undone', async () => {
  const { path } = await opened({ formToken: 'close' })
  assert.match(
    (await site.get(`${path}/close`, jana)).text,
    /legal clocks? still runs?\. Closing does not stop/,
  )
  await site.post(`${path}/close`, { note: 'False alarm of the scanner' }, jana)
  const page = await site.get(path, jana)
  assert.match(page.text, /This case is closed False alarm of the scanner/)
  assert.equal((await site.get(`${path}/notes`, jana)).status, 409)
  assert.equal((await site.post(`${path}/reopen`, {}, jana)).status, 303)
  assert.equal((await site.get(`${path}/notes`, jana)).status, 200)
})

test('every page of an exercise says so, and its number is out of the range of real ones', async () => {
  const { path } = await opened({ formToken: 'drill', realm: 'exercise' })
  for (const page of [
    '',
    '/print',
    '/brief',
    '/timeline',
    '/notes',
    '/facts/times',
    '/significance',
    '/close',
  ])
    assert.match(
      (await site.get(`${path}${page}`, jana)).text,
      /Exercise\. Nothing on this page is real/,
      page,
    )
  assert.doesNotMatch((await site.get(room, jana)).text, /Exercise\. Nothing/)
})

test('the hand-over brief says what runs, who answers for it, and what changed since the chosen time', async () => {
  const brief = await site.get(`${room}/brief?since=2026-03-29T01:00`, jana)
  for (const part of ['Situation', 'Background', 'Assessment', 'Recommendation'])
    assert.ok(
      [...brief.document.querySelectorAll('h2')].some(({ textContent }) => textContent === part),
      part,
    )
  assert.match(brief.text, /Early warning filing \(NIS2\) ?Mon 30 Mar 2026, 02:15 .{0,40} ?Dr Feld/)
  assert.match(brief.text, /Fax the reports/)
  assert.match(brief.text, /What changed since Sun 29 Mar 2026, 01:00/)
  const changed = brief.text.slice(brief.text.indexOf('What changed since'))
  assert.match(changed, /Rang the ward/)
  const none = await site.get(`${room}/brief?since=2026-03-29T04:31`, jana)
  assert.match(none.text, /Nothing was recorded since then/)
  assert.match((await site.get(`${room}/brief?since=soon`, jana)).text, /Give day and time/)
})

test('the printed room holds what the screen holds, without a form or a way to write', async () => {
  const [paper, screen] = await Promise.all([site.get(`${room}/print`, jana), site.get(room, jana)])
  assert.equal(paper.document.querySelectorAll('form').length, 0)
  assert.ok([...paper.document.querySelectorAll('details')].every((one) => one.hasAttribute('open')))
  const duties = (page: typeof paper) =>
    [...page.document.querySelectorAll('.s-dutyblock .s-clock__due')].map(({ textContent }) => textContent)
  assert.deepEqual(duties(paper), duties(screen))
  assert.ok(duties(paper).length > 0)
  for (const words of [
    'Fax the reports',
    'By messenger',
    'The ward knew before',
    'Unverified',
    'Police, K. Wolf',
  ])
    assert.ok(paper.text.includes(words), words)
  assert.match(paper.text, /Printed by Jana Brandt, Sun 29 Mar 2026, 04:30 \(Europe\/Berlin\).*\+43 555 0199/)
})

test('every clock that nobody has verified says so, in each language', async () => {
  for (const locale of locales) {
    const { document } = await site.get(room, jana, locale)
    const blocks = [...document.querySelectorAll('.s-dutyblock')]
    assert.ok(blocks.length > 2)
    for (const block of blocks)
      assert.ok(
        block.querySelector('.s-rulemark')?.textContent,
        `${locale}: ${block.textContent?.slice(0, 60)}`,
      )
  }
})

test('every page of the room opens in every language, behind the door of the hospital and of the centre', async () => {
  const pages = [
    '',
    '/print',
    '/brief',
    '/timeline',
    '/notes',
    '/tasks',
    '/tasks?kind=lesson',
    '/indicators',
    '/evidence',
    '/guests',
    '/settings',
    '/close',
    '/significance',
    '/critical-entity',
    '/done/NIS2-EW',
    '/owner/GDPR-33',
    '/inbound/intermediateReportDueAt',
    '/service/blood-bank',
    ...[
      'times',
      'nature',
      'significance',
      'reach',
      'care',
      'measures',
      'personalData',
      'device',
      'ransom',
    ].map((group) => `/facts/${group}`),
  ]
  for (const locale of locales)
    for (const page of pages)
      for (const [base, who] of [
        [room, jana],
        [centreRoom(), officer],
      ] as const) {
        const { status, text } = await site.get(`${base}${page}`, who, locale)
        assert.equal(status, 200, `${locale} ${base}${page}: ${text.slice(0, 200)}`)
      }
})

test('a person reports an incident; the same form sent twice is one case; what was typed comes back with its faults', async () => {
  const base = `/o/${hospital}/incidents`
  const form = await site.get(`${base}/new`, jana)
  const formToken = form.document.querySelector('input[name="formToken"]')?.getAttribute('value') ?? ''
  assert.ok(formToken.length >= 20)
  const faulty = await site.post(`${base}/new`, { formToken, kind: '', title: 'Kept title' }, jana)
  assert.equal(faulty.status, 422)
  assert.ok(faulty.body.includes('Kept title') && faulty.body.includes(formToken))
  const fields = { formToken, kind: 'other', title: 'Lifts stand still', awareAt: '2026-03-29T03:20' }
  const first = await site.post(`${base}/new`, fields, jana)
  const second = await site.post(`${base}/new`, fields, jana)
  assert.equal(first.status, 303)
  assert.equal(first.location, second.location)
  assert.match((await site.get(base, jana)).text, /Lifts stand still/)
})

test('an officer reports on behalf of a hospital, and sees the open cases of all with who has them', async () => {
  const fields = {
    kind: 'telephone-down',
    title: 'Telephones dead',
    memberId: String(other),
    awareAt: '2026-03-29T03:20',
  }
  assert.equal((await site.post('/centre/incidents/new', { ...fields, memberId: '' }, officer)).status, 422)
  const reply = await site.post('/centre/incidents/new', fields, officer)
  assert.match(reply.location, new RegExp(`^/centre/incidents/${other}/\\d+$`))
  const list = await site.get('/centre/incidents', officer)
  assert.match(list.text, /Birkensee Clinic ?Telephones dead.*nobody yet/)
  assert.match(list.text, /clocks? without an owner/)
  const exercises = list.document.querySelector('section[aria-labelledby="exercises"]')
  assert.match(exercises?.textContent ?? '', /Exercise/)
  assert.doesNotMatch(
    (await site.get(`/o/${other}/incidents`, { role: 'lead', organisationId: other, name: 'O' })).text,
    /File server/,
  )
})
