// Playbooks in a room on the real server: who may tick, what is kept when two are at it, and that sent twice is once.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { locales } from '../../../../platform/i18n/index.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/testing/database.ts'
import { aCentre } from '../../../organisations/builders.ts'
import { registerOrganisation } from '../../../organisations/index.ts'
import type { Access } from '../../access.ts'
import { closeIncident } from '../../actions/close.ts'
import { inviteGuest } from '../../actions/doors.ts'
import { readRuns } from '../../actions/runs.ts'
import { buildCase, buildContext, buildHospital, night } from '../../builders.ts'
import { buildSite, type Reply, type Site, type Who } from '../room/builders/site.tsx'
import { commandIdOf, type RunTyped, readRunForm } from './command.ts'

const later = new Date(night.getTime() + 10 * 60_000)
let db: TestDatabase
let site: Site
let hospital: number
let jana: Who
let pia: Who
let made = 0

before(async () => {
  db = await testDatabase()
  site = await buildSite(db, later)
  hospital = await buildHospital(db)
  const centreId = await db.database.asCentre((scope) => registerOrganisation(scope, aCentre(), night))
  jana = { role: 'responder', organisationId: hospital, name: 'Jana Brandt' }
  pia = { role: 'duty-officer', organisationId: centreId, name: 'Pia Lorenz' }
})
after(async () => {
  await site.close()
  await db.close()
})

interface Opened {
  readonly access: Access
  readonly room: string
  readonly centreRoom: string
  readonly runId: number
  readonly run: string
}

/** A case of ransomware, in which its playbook has begun by itself. */
async function opened(): Promise<Opened> {
  const access = await buildCase(db, hospital, { formToken: `runs-${++made}` })
  const [run] = await readRuns(buildContext(db), access, { language: 'en', now: later })
  assert.ok(run)
  const room = `/o/${hospital}/incidents/${access.incidentId}`
  const centreRoom = `/centre/incidents/${hospital}/${access.incidentId}`
  return { access, room, centreRoom, runId: run.runId, run: `${room}/runs/${run.runId}` }
}

const guestOf = async ({ access }: Opened, may: 'read' | 'write') =>
  `/room/${await inviteGuest(buildContext(db), access, { name: 'R. Ott', ofWhom: 'Forensics Ltd', may, days: 2 }, night)}`

/** The fields of the form that holds a button, as a browser would send them. */
function fieldsOf({ document }: Reply, button: string): RunTyped {
  const pressed = [...document.querySelectorAll('button')].find(
    (one) => (one.textContent ?? '').replaceAll(/\s+/g, ' ').trim() === button,
  )
  assert.ok(pressed, `there is no button "${button}"`)
  const form = pressed.closest('form')
  const hidden = [...(form?.querySelectorAll('input[type=hidden]') ?? [])].map((input) => [
    input.getAttribute('name') ?? '',
    input.getAttribute('value') ?? '',
  ])
  const { formId = '', stepId = '', role = '' } = Object.fromEntries(hidden)
  return { formId, stepId, role, note: '', do: pressed.getAttribute('value') ?? '' }
}

const numberOfEvents = async (runId: number) => {
  const [row] = await db.query<{ count: number }>(
    'select count(*)::int as count from playbook_run_events where run_id = $1',
    [runId],
  )
  return row?.count ?? 0
}

const stepOf = ({ document }: Reply, number: number) => {
  const step = document.querySelectorAll('[data-step]')[number - 1]
  return (step?.textContent ?? '').replaceAll(/\s+/g, ' ')
}

test('a room shows the run that began with it, who does what now, and leads to it', async () => {
  const one = await opened()
  const page = await site.get(one.room, jana)
  const section = page.document.querySelector('[aria-labelledby=runs]')
  assert.ok(section?.querySelector(`a[href="${one.run}"]`), section?.textContent ?? '')
  assert.match(section?.textContent ?? '', /0 of \d+ steps done/)
  assert.ok(section?.querySelector(`a[href="${one.run}#step-${firstStep(await site.get(one.run, jana))}"]`))
  assert.ok(section?.querySelector(`a[href="${one.room}/runs/new"]`))
  const paper = await site.get(`${one.room}/print`, jana)
  const printed = paper.document.querySelector('[aria-labelledby=runs]')
  assert.match(printed?.textContent ?? '', /0 of \d+ steps done/)
  assert.equal(printed?.querySelectorAll('a').length, 0)
})

const firstStep = ({ document }: Reply) => document.querySelector('[data-step]')?.getAttribute('data-step')

test('a step is taken, ticked with a note, and opened again with a reason', async () => {
  const one = await opened()
  const take = fieldsOf(await site.get(one.run, jana), 'I’m on it for step 1')
  assert.equal((await site.post(one.run, take, jana)).status, 303)
  const taken = await site.get(one.run, jana)
  assert.match(stepOf(taken, 1), /Jana Brandt is on it since/)
  const tick = { ...fieldsOf(taken, 'Done for step 1'), note: 'Cable is out.' }
  const reply = await site.post(one.run, tick, jana)
  assert.equal(reply.location, `${one.run}#step-${tick.stepId}`)
  const done = await site.get(one.run, jana)
  assert.match(stepOf(done, 1), /Done: Jana Brandt, .*Cable is out\./)
  const again = fieldsOf(done, 'Open it again for step 1')
  const refused = await site.post(one.run, again, jana)
  assert.equal(refused.status, 422)
  assert.ok(
    refused.document.querySelector('.govuk-error-summary a')?.getAttribute('href')?.startsWith('#again-'),
  )
  assert.equal((await site.post(one.run, { ...again, note: 'The wrong cable.' }, jana)).status, 303)
  assert.match(stepOf(await site.get(one.run, jana), 1), /☐Late.*The wrong cable\./)
})

test('the same form sent twice is one entry; another button of the same form is another one', async () => {
  const one = await opened()
  const fields = fieldsOf(await site.get(one.run, jana), 'I’m on it for step 1')
  const before = await numberOfEvents(one.runId)
  for (const _ of [1, 2, 3]) assert.equal((await site.post(one.run, fields, jana)).status, 303)
  assert.equal(await numberOfEvents(one.runId), before + 1)
  assert.equal((await site.post(one.run, { ...fields, do: 'done' }, jana)).status, 303)
  assert.equal(await numberOfEvents(one.runId), before + 2)
  assert.match(stepOf(await site.get(one.run, jana), 1), /Done: Jana Brandt/)
})

test('who answers second is told who was first and when, and keeps what was typed', async () => {
  const one = await opened()
  const theirs = `${one.centreRoom}/runs/${one.runId}`
  const mine = fieldsOf(await site.get(one.run, jana), 'Done for step 1')
  const officers = fieldsOf(await site.get(theirs, pia), 'Can’t be done for step 1')
  assert.equal((await site.post(one.run, mine, jana)).status, 303)
  const refused = await site.post(theirs, { ...officers, note: 'Switch room is locked.' }, pia)
  assert.equal(refused.status, 409)
  assert.match(refused.text, /Jana Brandt ticked it at 01:40\. Your answer was not sent\./)
  const details = refused.document.querySelector(`#step-${mine.stepId} details[open] textarea`)
  assert.equal(details?.textContent, 'Switch room is locked.')
  const [first] = await db.query<{ result: string }>(
    "select result from playbook_run_events where run_id = $1 and kind = 'completed'",
    [one.runId],
  )
  assert.equal(first?.result, 'done')
})

test('an officer acts as duty officer; others as what they say, and as their door where they say nothing we know', async () => {
  const one = await opened()
  const theirs = `${one.centreRoom}/runs/${one.runId}`
  await site.post(
    theirs,
    { ...fieldsOf(await site.get(theirs, pia), 'I’m on it for step 1'), role: 'it' },
    pia,
  )
  const page = await site.get(`${one.run}?role=it`, jana)
  assert.equal(page.document.querySelector('select[name=role] option[selected]')?.getAttribute('value'), 'it')
  const take = fieldsOf(page, 'Take it over for step 1')
  assert.equal(take.role, 'it')
  assert.match((await site.post(one.run, take, jana)).location, /\?role=it#step-/)
  const guest = `${await guestOf(one, 'write')}/runs/${one.runId}`
  const guests = { ...fieldsOf(await site.get(guest, null), 'Take it over for step 1'), role: 'king' }
  assert.equal((await site.post(guest, guests, null)).status, 303)
  const rows = await db.query<{ name: string; role: string }>(
    'select person_name as name, person_role as role from playbook_run_events where run_id = $1 and number > 1 order by number',
    [one.runId],
  )
  assert.deepEqual(
    rows.map(({ name, role }) => `${name}: ${role}`),
    [`Pia Lorenz (Lakeland Centre): duty-officer`, 'Jana Brandt: it', 'R. Ott (Forensics Ltd): guest'],
  )
})

test('who may only read sees every step and no form, and is refused when sending one all the same', async () => {
  const one = await opened()
  const reader: Who = { role: 'reader', organisationId: hospital, name: 'Rita Kern' }
  const fields = fieldsOf(await site.get(one.run, jana), 'Done for step 1')
  const guest = `${await guestOf(one, 'read')}/runs/${one.runId}`
  for (const [path, who] of [
    [one.run, reader],
    [guest, null],
  ] as const) {
    const page = await site.get(path, who)
    assert.equal(page.status, 200)
    assert.equal(page.document.querySelectorAll('form').length, 0, path)
    assert.equal((await site.post(path, fields, who)).status, 403)
  }
  assert.equal(await numberOfEvents(one.runId), 1)
  assert.equal((await site.get(`${one.room}/runs/new`, reader)).status, 403)
})

test('a guest ticks, but neither starts a playbook nor ends one', async () => {
  const one = await opened()
  const guest = await guestOf(one, 'write')
  const page = await site.get(`${guest}/runs/${one.runId}`, null)
  assert.doesNotMatch(page.text, /End this playbook/)
  const end = { formId: 'x'.repeat(16), do: 'end', stepId: '', note: 'Over.', role: '' }
  assert.equal((await site.post(`${guest}/runs/${one.runId}`, end, null)).status, 403)
  assert.equal((await site.get(`${guest}/runs/new`, null)).status, 404)
  assert.doesNotMatch((await site.get(guest, null)).text, /Start a playbook/)
})

test('a run of another case is unknown in this room, for whoever comes by whichever door', async () => {
  const one = await opened()
  const two = await opened()
  assert.equal((await site.get(`${one.room}/runs/${two.runId}`, jana)).status, 404)
  assert.equal((await site.get(`${one.centreRoom}/runs/${two.runId}`, pia)).status, 404)
  const guest = await guestOf(one, 'write')
  assert.equal((await site.get(`${guest}/runs/${two.runId}`, null)).status, 404)
  const fields = fieldsOf(await site.get(two.run, jana), 'Done for step 1')
  assert.equal((await site.post(`${guest}/runs/${two.runId}`, fields, null)).status, 404)
  assert.equal(await numberOfEvents(two.runId), 1)
})

test('a playbook is chosen, those made for the case first, and one that runs already is not begun twice', async () => {
  const one = await opened()
  const page = await site.get(`${one.room}/runs/new`, jana)
  const choices = [...page.document.querySelectorAll('input[type=radio]')]
  assert.equal(choices[0]?.getAttribute('value'), 'ransomware')
  assert.ok(choices.length >= 9)
  assert.equal(page.document.querySelectorAll('input[checked]').length, 0)
  assert.equal((await site.post(`${one.room}/runs/new`, {}, jana)).status, 422)
  const same = await site.post(`${one.room}/runs/new`, { playbookKey: 'ransomware' }, jana)
  assert.equal(same.location, one.run)
  const first = await site.post(`${one.room}/runs/new`, { playbookKey: 'telephone-down' }, jana)
  const second = await site.post(`${one.centreRoom}/runs/new`, { playbookKey: 'telephone-down' }, pia)
  assert.match(first.location, /\/runs\/\d+$/)
  assert.equal(second.location.split('/').at(-1), first.location.split('/').at(-1))
  assert.equal((await site.post(`${one.room}/runs/new`, { playbookKey: 'no-such' }, jana)).status, 404)
})

test('a run ends with a reason, keeps only notes afterwards, and may be begun again', async () => {
  const one = await opened()
  const page = await site.get(one.run, jana)
  const tick = fieldsOf(page, 'Done for step 1')
  const end = fieldsOf(page, 'End this playbook')
  assert.equal((await site.post(one.run, end, jana)).status, 422)
  assert.equal((await site.post(one.run, { ...end, note: 'False alarm.' }, jana)).status, 303)
  const refused = await site.post(one.run, { ...tick, note: 'Too late' }, jana)
  assert.equal(refused.status, 409)
  assert.match(refused.text, /Jana Brandt ended it/)
  const ended = await site.get(one.run, jana)
  assert.equal(ended.document.querySelector('button[value=done]'), null)
  const note = {
    ...fieldsOf(ended, 'Keep the note on the whole run'),
    note: 'It was a drill of the provider.',
  }
  assert.equal((await site.post(one.run, note, jana)).status, 303)
  const again = await site.post(`${one.room}/runs/new`, { playbookKey: 'ransomware' }, jana)
  assert.notEqual(again.location, one.run)
})

test('in a closed case runs are read and not changed', async () => {
  const one = await opened()
  const fields = fieldsOf(await site.get(one.run, jana), 'Done for step 1')
  await closeIncident(buildContext(db), one.access, 'All is well.', later)
  const page = await site.get(one.run, jana)
  assert.equal(page.document.querySelectorAll('form').length, 0)
  assert.equal((await site.post(one.run, fields, jana)).status, 409)
  assert.equal((await site.get(`${one.room}/runs/new`, jana)).status, 409)
})

test('an exercise says so on its runs, and its runs say so in the journal', async () => {
  const access = await buildCase(db, hospital, { formToken: `runs-${++made}`, realm: 'exercise' })
  const path = `/o/${hospital}/incidents/${access.incidentId}`
  const { location } = await site.post(`${path}/runs/new`, { playbookKey: 'telephone-down' }, jana)
  assert.match((await site.get(location, jana)).text, /exercise/i)
  const [row] = await db.query<{ simulated: boolean }>('select simulated from playbook_runs where id = $1', [
    Number(location.split('/').at(-1)),
  ])
  assert.equal(row?.simulated, true)
})

test('notes that are too long, hostile or empty are faults beside their field or kept as text', async () => {
  const base = { formId: 'x'.repeat(16), stepId: 'a', role: '' }
  assert.deepEqual(readRunForm({ ...base, do: 'note', note: ' \0 ' }), { fault: 'missing' })
  assert.deepEqual(readRunForm({ ...base, do: 'done', note: 'x'.repeat(4_001) }), { fault: 'too-long' })
  assert.deepEqual(readRunForm({ ...base, do: 'launch', note: '' }), { fault: 'no-button' })
  const one = await opened()
  const long = { ...fieldsOf(await site.get(one.run, jana), 'Done for step 1'), note: 'x'.repeat(4_001) }
  const refused = await site.post(one.run, long, jana)
  assert.equal(refused.status, 422)
  assert.equal(refused.document.querySelector(`#note-${long.stepId}`)?.textContent?.length, 4_001)
  for (const fields of [
    { do: 'answer:constructor', stepId: '__proto__', formId: 'a', note: '', role: '' },
    { do: 'done', stepId: 'x'.repeat(5_000), formId: 'a', note: '', role: 'y'.repeat(5_000) },
  ])
    assert.ok([404, 409, 422].includes((await site.post(one.run, fields, jana)).status))
  assert.equal(await numberOfEvents(one.runId), 1)
})

test('a command is named by its form and all that it says, and by chance where the form says no name', () => {
  assert.equal(commandIdOf('form', 'a', 'b'), commandIdOf('form', 'a', 'b'))
  assert.notEqual(commandIdOf('form', 'a', 'b'), commandIdOf('form', 'ab', ''))
  assert.notEqual(commandIdOf('', 'a'), commandIdOf('', 'a'))
})

test('every language says the run and the choice of a playbook in its own words', async () => {
  const one = await opened()
  for (const locale of locales)
    for (const path of [one.run, `${one.room}/runs/new`]) {
      const page = await site.get(path, jana, locale)
      assert.equal(page.status, 200, `${locale} ${path}`)
      if (locale !== 'en') assert.doesNotMatch(page.text, /I’m on it|Start it|Open now/)
    }
})
