// Tests of what comes after a case, on a real database: report, lessons, extract, figures, and who may do none of it.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Refusal } from '../../../../platform/http/problem.ts'
import { record } from '../../../../platform/journal/journal.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/testing/database.ts'
import { contextFor } from '../../../organisations/builders.ts'
import type { Access } from '../../access.ts'
import { accessTo, buildCase, buildHospital, night } from '../../builders.ts'
import { insertFiling } from '../../store/filings.ts'
import { selectLessonsTo } from '../../store/statistics.ts'
import { closeIncident } from '../close.ts'
import { recordFacts } from '../facts.ts'
import { addIndicators, addTask } from '../keep.ts'
import { viewRoom } from '../view.ts'
import { type ExtractChoice, makeExtract, prepareExtract } from './extract.ts'
import { addLesson, countLessons, openLessonsOf } from './lessons.ts'
import { keepReport, seenOf, sentFilingsOf } from './report.ts'
import { readStatistics } from './statistics.ts'

const hours = (count: number) => new Date(night.getTime() + count * 3_600_000)
const refused = (code: string) => (error: unknown) =>
  error instanceof Refusal && error.code === `incidents/${code}`

let db: TestDatabase
let context: ReturnType<typeof contextFor>
let hospital: number
let other: number
let room: Access

before(async () => {
  db = await testDatabase()
  context = contextFor(db.database)
  hospital = await buildHospital(db)
  other = await buildHospital(db, 'Birkensee Clinic')
  await db.query(
    `insert into contacts (organisation_id, duty, name, email, phone, language) values ($1, 'primary', 'Olga Lind', 'olga.lind@tannau.example', '+49 30 5550177', 'de')`,
    [hospital],
  )
  room = await buildCase(db, hospital)
  await addIndicators(
    context,
    room,
    [
      { type: 'domain', value: 'evil.example', note: 'told by Olga Lind' },
      { type: 'domain', value: 'vpn.tannau.example', note: null },
      { type: 'other', value: 'a mutex', note: null },
    ],
    hours(1),
  )
})
after(() => db.close())

const choiceOf = (changes: Partial<ExtractChoice> = {}): ExtractChoice => ({
  tlp: 'amber+strict',
  because: null,
  description: 'Entry by a stolen password of a supplier.',
  sayCountry: true,
  indicatorIds: [],
  withRemarks: false,
  confirmed: [],
  madeAt: hours(30),
  titleOf: (kind) => `${kind} at a healthcare provider`,
  ...changes,
})

const allIndicators = async () => (await viewRoom(context, room, hours(30))).indicators.map(({ id }) => id)
const madeEntries = () =>
  db.query<{ details: { tlp: string; sha256: string; format: string } }>(
    `select details from journal where organisation_id = $1 and action = 'incident.extract-made' order by id`,
    [hospital],
  )

test('names, mail domains and people of the hospital are caught in the description and in indicators', async () => {
  const { hits } = await prepareExtract(
    context,
    room,
    choiceOf({
      description: 'At Tannau, Mrs Lind and Jana Brandt saw it first; ring 030 555 0177.',
      indicatorIds: await allIndicators(),
      withRemarks: true,
    }),
    hours(30),
  )
  const found = (where: string) => hits.filter((hit) => hit.where === where).map((hit) => hit.found)
  assert.deepEqual(found('description').toSorted(), ['+49 30 5550177', 'Jana Brandt', 'Lind', 'Tannau'])
  assert.deepEqual(found('indicator').toSorted(), ['Olga Lind', 'tannau.example'])
  assert.ok(hits.every(({ isConfirmed }) => !isConfirmed))
})

test('nothing is handed over while one hit is neither taken out nor confirmed, and each is confirmed by itself', async () => {
  const choice = choiceOf({ description: 'Seen at Tannau by Lind.' })
  const prepared = await prepareExtract(context, room, choice, hours(30))
  const [first, second] = prepared.hits.map(({ key }) => key)
  const asked = { format: 'stix', seen: prepared.seen } as const
  for (const confirmed of [[], [first ?? ''], ['x', second ?? '']])
    assert.ok('prepared' in (await makeExtract(context, room, { ...choice, confirmed }, asked, hours(30))))
  assert.equal((await madeEntries()).length, 0)
  const both = { ...choice, confirmed: [first ?? '', second ?? ''] }
  assert.ok('content' in (await makeExtract(context, room, both, asked, hours(30))))
  const changed = { ...both, description: 'Seen at Tannau by Lind. Lind rang.' }
  const again = await makeExtract(context, room, changed, asked, hours(30))
  assert.ok('prepared' in again && again.prepared.hits.every(({ isConfirmed }) => !isConfirmed))
})

test('what is handed over is what was looked at, to the byte, and the journal has its hash', async () => {
  const choice = choiceOf({ indicatorIds: (await allIndicators()).slice(0, 1) })
  const prepared = await prepareExtract(context, room, choice, hours(31))
  const before = (await madeEntries()).length
  for (const format of ['stix', 'misp'] as const) {
    const made = await makeExtract(context, room, choice, { format, seen: prepared.seen }, hours(32))
    assert.ok('content' in made)
    assert.equal(made.content, prepared.files[format])
    assert.match(made.fileName, /^incident-extract-[0-9a-f]{8}\.(stix|misp)\.json$/)
    assert.doesNotMatch(made.content, /tannau|brandt|olga|amber-|2026-03-29T(?!00:00:00)/i)
  }
  const { createHash } = await import('node:crypto')
  const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
  assert.deepEqual(
    (await madeEntries()).slice(before).map(({ details }) => details),
    (['stix', 'misp'] as const).map((format) => ({
      tlp: 'amber+strict',
      sha256: hashOf(prepared.files[format]),
      format,
    })),
  )
  const stale = await makeExtract(context, room, choice, { format: 'stix', seen: 'a'.repeat(64) }, hours(32))
  assert.ok('prepared' in stale)
})

test('a wider marking than that of the case needs the reason, which stays as a decision of the case', async () => {
  const choice = choiceOf({ tlp: 'green' })
  const { seen } = await prepareExtract(context, room, choice, hours(33))
  const asked = { format: 'misp', seen } as const
  assert.ok('prepared' in (await makeExtract(context, room, choice, asked, hours(33))))
  const because = 'Others are attacked right now'
  assert.ok('content' in (await makeExtract(context, room, { ...choice, because }, asked, hours(33))))
  const { decisions, duties } = await viewRoom(context, room, hours(34))
  assert.deepEqual(
    decisions
      .filter(({ subject }) => subject === 'extractTlp')
      .map(({ answer, because: why }) => [answer, why]),
    [['green', because]],
  )
  assert.ok(duties.length > 0, 'the clocks read past it')
})

test('the country is left out among fewer than five members of the kind, and said from five on', async () => {
  const countryIn = async () => {
    const { extract, group } = await prepareExtract(context, room, choiceOf(), hours(35))
    return [extract.country, group]
  }
  const [, alone] = await countryIn()
  assert.ok(Number(alone) < 5)
  assert.equal((await countryIn())[0], null)
  const more = 4 - Number(alone)
  for (let made = 0; made < more; made += 1) await buildHospital(db, `Member ${made}`)
  assert.deepEqual(await countryIn(), [null, 4])
  await db.query(`update organisations set is_example = true where name = 'Member 0'`)
  assert.deepEqual(await countryIn(), [null, 3], 'an invented member hides nobody')
  await db.query(`update organisations set is_example = false where name = 'Member 0'`)
  await buildHospital(db, 'Fifth member')
  const [country, group] = await countryIn()
  assert.deepEqual([country === null, group], [false, 5])
  const { extract } = await prepareExtract(context, room, choiceOf({ sayCountry: false }), hours(35))
  assert.equal(extract.country, null)
})

test('an extract of an exercise says so in its title, its description, its labels and its name', async () => {
  const drill = await buildCase(db, hospital, { realm: 'exercise', formToken: 'drill' })
  await addIndicators(context, drill, [{ type: 'domain', value: 'made-up.example', note: null }], hours(1))
  const [indicator] = (await viewRoom(context, drill, hours(2))).indicators
  const choice = choiceOf({ indicatorIds: [indicator?.id ?? 0] })
  const prepared = await prepareExtract(context, drill, choice, hours(2))
  const stix = JSON.parse(prepared.files.stix) as { objects: Record<string, unknown>[] }
  const report = stix.objects.find(({ type }) => type === 'report')
  assert.match(String(report?.name), /^EXERCISE: /)
  assert.match(String(report?.description), /^EXERCISE\. /)
  assert.deepEqual(report?.labels, ['exercise'])
  const shared = stix.objects.find(({ type }) => type === 'indicator')
  assert.deepEqual([shared?.labels, shared?.indicator_types], [['exercise'], ['benign']])
  const { Event } = JSON.parse(prepared.files.misp) as {
    Event: { info: string; Tag: { name: string }[]; Attribute: { to_ids: boolean }[] }
  }
  assert.match(Event.info, /^EXERCISE: /)
  assert.ok(Event.Tag.some(({ name }) => name === 'exercise'))
  assert.deepEqual(
    Event.Attribute.map(({ to_ids }) => to_ids),
    [false],
  )
  const made = await makeExtract(context, drill, choice, { format: 'stix', seen: prepared.seen }, hours(2))
  assert.match('fileName' in made ? made.fileName : '', /^exercise-/)
})

test('a guest, another member and who may only read make nothing and learn nothing', async () => {
  const guest = { ...room, via: 'guest', actor: 'guest:1' } as const
  const stranger = accessTo(other, room.incidentId)
  const reader = { ...room, may: 'read' } as const
  const report = { typed: { description: 'x', rootCause: '', threatType: '' }, seen: '0-0-0', source: 'x' }
  const command = { ...report, confidence: 'likely', reason: null, timeZone: 'UTC' } as const
  const lesson = { lesson: 'x', leadsTo: null, owner: 'x', dueAt: hours(99) }
  const attempts = (access: Access): readonly (() => Promise<unknown>)[] => [
    () => prepareExtract(context, access, choiceOf(), hours(36)),
    () => makeExtract(context, access, choiceOf(), { format: 'stix', seen: '' }, hours(36)),
    () => keepReport(context, access, command, hours(36)),
    () => addLesson(context, access, lesson, hours(36)),
  ]
  for (const [access, code] of [
    [guest, 'door-closed'],
    [stranger, 'unknown'],
    [reader, 'read-only'],
  ] as const)
    for (const attempt of attempts(access)) await assert.rejects(attempt, refused(code), code)
  await assert.rejects(sentFilingsOf(context, guest, hours(36)), refused('door-closed'))
  await assert.rejects(sentFilingsOf(context, stranger, hours(36)), refused('unknown'))
})

test('the description is kept with its reason, not twice, and not over what another wrote meanwhile', async () => {
  const seen = async () => seenOf((await viewRoom(context, room, hours(37))).ledger)
  const command = async (description: string, reason: string | null = null) =>
    ({
      typed: { description, rootCause: 'Password without second factor', threatType: '' },
      seen: await seen(),
      source: 'Jana Brandt',
      confidence: 'likely',
      reason,
      timeZone: 'Europe/Berlin',
    }) as const
  const looked = await seen()
  assert.deepEqual(await keepReport(context, room, await command('First text'), hours(37)), { recorded: 2 })
  assert.deepEqual(await keepReport(context, room, await command('First text'), hours(37)), { recorded: 0 })
  await assert.rejects(
    async () => keepReport(context, room, await command('Second text'), hours(37)),
    refused('reason-missing'),
  )
  assert.deepEqual(await keepReport(context, room, await command('Second text', 'Read again'), hours(37)), {
    recorded: 1,
  })
  const late = await keepReport(context, room, { ...(await command('Third', 'x')), seen: looked }, hours(38))
  assert.ok('changed' in late && late.changed.some(({ value }) => value === 'Second text'))
  const { ledger } = await viewRoom(context, room, hours(38))
  const description = ledger.get('description')
  assert.deepEqual(
    [description?.current.value, description?.current.reason, description?.struck.map(({ value }) => value)],
    ['Second text', 'Read again', ['First text']],
  )
})

test('a filing is timed by the clocks as they stood when it was sent, and only real first filings count', async () => {
  const aware = (typed: string, reason: string | null) =>
    ({
      facts: [{ key: 'awareAt', typed }],
      source: 'x',
      confidence: 'likely',
      reason,
      timeZone: 'UTC',
    }) as const
  await send(room, 'NIS2-EW', hours(23))
  // Later the hospital learns that it knew two hours earlier: that filing was in time by what was known then.
  await recordFacts(context, room, aware('2026-03-28T22:30', 'The ward knew'), hours(39))
  await send(room, 'NIS2-IN', hours(73))
  await send(room, 'NIS2-EW', hours(40), { correctsId: true })
  await send(room, 'GDPR-33', hours(41))
  const drill = await buildCase(db, hospital, { realm: 'exercise', formToken: 'drill-2' })
  await send(drill, 'NIS2-EW', hours(5))
  await db.query('update organisations set is_example = true where id = $1', [other])
  const invented = await buildCase(db, other, { formToken: 'invented' })
  await send(invented, 'NIS2-EW', hours(5))
  const { figures, filed, members } = await readStatistics(context, new Date('2026-04-10T00:00:00Z'))
  assert.equal(filed.length, 3)
  assert.ok(members >= 1)
  assert.deepEqual(
    figures.map(({ period, isWhole, regime, duty, filings, organisations, timed, inTime, medianHours }) => ({
      of: [period, isWhole, regime, duty],
      is: [filings, organisations, timed, inTime, medianHours],
    })),
    [
      { of: ['2026-Q1', true, 'NIS2', 'NIS2-EW'], is: [1, 1, 1, 1, 23] },
      // Nobody said whether personal data are concerned: in doubt its clock ran, from the time known by then.
      { of: ['2026-Q1', true, 'GDPR', 'GDPR-33'], is: [1, 1, 1, 1, 43] },
      { of: ['2026-Q2', false, 'NIS2', 'NIS2-IN'], is: [1, 1, 1, 0, 75] },
    ],
  )
})

test('a lesson has an owner and a time, also in a closed case, and is counted until it ends; exercises are not', async () => {
  await closeIncident(context, room, 'Restored', hours(80))
  await addLesson(
    context,
    room,
    { lesson: 'Print the list', leadsTo: 'red-envelope', owner: 'Olga Lind', dueAt: hours(90) },
    hours(81),
  )
  const drill = await buildCase(db, hospital, { realm: 'exercise', formToken: 'drill-3' })
  await addTask(
    context,
    drill,
    { kind: 'lesson', title: 'Ring sooner', toWhom: null, owner: 'O. Lind', dueAt: hours(95) },
    hours(81),
  )
  const open = await openLessonsOf(context, hospital)
  assert.deepEqual(
    open.map(({ title, owner, realm }) => [title, owner, realm]),
    [
      ['Print the list', 'Olga Lind', 'real'],
      ['Ring sooner', 'O. Lind', 'exercise'],
    ],
  )
  const leading = (organisationId: number) =>
    db.database.asMember(organisationId, (scope) => selectLessonsTo(scope, 'red-envelope', 10))
  assert.deepEqual(
    (await leading(hospital)).map(({ title, state }) => [title, state]),
    [['Print the list', 'open']],
  )
  assert.deepEqual(await leading(other), [])
  assert.deepEqual(await openLessonsOf(context, other), [])
  assert.deepEqual(await countLessons(context, hours(91)), [{ organisationId: hospital, open: 1, late: 1 }])
  const prepared = await prepareExtract(context, room, choiceOf(), hours(92))
  assert.equal(prepared.incident.state, 'closed', 'an extract is made when all is over')
})

/** As a portal filing: the frozen row, and the entry that the clocks read. */
async function send(access: Access, duty: string, at: Date, parts: { correctsId?: true } = {}) {
  const { organisationId, incidentId } = access
  const by = { recordedAt: at, recordedBy: 'person:1', recordedByName: 'Jana Brandt' }
  await db.database.asMember(organisationId, async (scope) => {
    const filings = await sentFilingsOf(context, access, at)
    const correctsId = parts.correctsId ? (filings.at(0)?.id ?? null) : null
    const filing = { duty, authority: 'csirt', correctsId, settlements: {}, ...by }
    const filingId = await insertFiling(scope, { organisationId, incidentId }, filing)
    const { sql } = await import('kysely')
    await sql`update filings set state = 'sent', channel = 'portal', content = '{}', sha256 = sha256(convert_to('{}', 'UTF8')), mandate = 'm',
      sending_at = ${at}, sent_at = ${at}, sent_by = 'person:1', sent_by_name = 'Jana Brandt' where organisation_id = ${organisationId} and id = ${filingId}`.execute(
      scope.db,
    )
    await record(scope, {
      organisationId,
      at,
      actor: 'person:1',
      action: 'incident.filing-sent',
      objectType: 'incident',
      objectId: incidentId,
      details: { filingId, duty, submittedAt: at.toISOString(), correctsId },
    })
  })
}
