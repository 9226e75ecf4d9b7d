// Tests of dossiers with a real database: strictly in order, frozen at each yes, one-time links, exercises without any.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import {
  aMoment,
  type GivenMember,
  givenCase,
  givenMember,
  givenSupportCentre,
  incidentCases,
  minutesLater,
  officerFor,
  supportContext,
} from '../builders.ts'
import type { ChainStep, Decision } from '../dossier/chain.ts'
import { itemKeys } from '../dossier/items.ts'
import { isIntact, readSnapshot } from '../dossier/snapshot.ts'
import type { Acting } from './acting.ts'
import { leaveDossier, openDossier, viewDossier, viewPrepared, writeItem } from './dossier.ts'
import { decideOnDossier } from './endorse.ts'
import { decideByLink, linksOf, makeLink, takeLinkBack, viewByLink } from './links.ts'
import { tellOfDossier } from './news.ts'

let db: TestDatabase
let context: Context
let tannau: GivenMember
let seeblick: GivenMember
let officer: Acting
let officerEmail: string
let forms = 0

before(async () => {
  db = await testDatabase()
  context = supportContext(db.database)
  const centre = await givenSupportCentre(db.database)
  tannau = await givenMember(db.database, { name: 'Tannau Hospital' })
  seeblick = await givenMember(db.database, { name: 'Seeblick Hospital' })
  officer = officerFor(centre.officer, tannau.id)
  officerEmail = centre.officer.email
})
after(() => db.close())

async function givenDossier(incidentId: number | null = null, isExercise = false): Promise<number> {
  forms += 1
  const given = { title: 'Laboratory', incidentId, isExercise, formToken: `dossier-form-${forms}` }
  return openDossier(context, incidentCases, tannau.lead, given, aMoment)
}

async function givenWritten(incidentId: number | null = null, isExercise = false): Promise<number> {
  const dossierId = await givenDossier(incidentId, isExercise)
  for (const item of itemKeys)
    await writeItem(context, tannau.lead, { dossierId, item, text: `about ${item}` }, aMoment)
  return dossierId
}

const view = (dossierId: number, now = aMoment) =>
  viewDossier(context, incidentCases, tannau.id, dossierId, now)
const said = (step: ChainStep, decision: Decision, sha256: string) => ({
  step,
  decision,
  name: 'K. Novak',
  role: 'Head of shift',
  mandate: 'standing order 4',
  receiptNumber: step === 'hospital' ? null : 'R-2026-17',
  text: decision === 'refused' ? 'The national team has room on Thursday.' : null,
  sha256,
})
async function decide(dossierId: number, step: ChainStep, decision: Decision = 'endorsed', by?: Acting) {
  const { current } = await view(dossierId)
  const who = by ?? (step === 'hospital' ? tannau.lead : officer)
  await decideOnDossier(context, incidentCases, who, dossierId, said(step, decision, current.sha256), aMoment)
}
const refusedWith = (code: string) => (error: unknown) => (error as { code?: string }).code === code

test('what is kept ready counts for each dossier, is confirmed anew, and stays with its hospital', async () => {
  await writeItem(
    context,
    seeblick.lead,
    { dossierId: null, item: 'contracts', text: 'Contract 12' },
    aMoment,
  )
  assert.deepEqual((await viewPrepared(context, seeblick.id, aMoment)).readiness, { ready: 1, all: 9 })
  assert.deepEqual((await viewPrepared(context, tannau.id, aMoment)).readiness, { ready: 0, all: 9 })
  const later = minutesLater(366 * 24 * 60)
  assert.equal((await viewPrepared(context, seeblick.id, later)).readiness.ready, 0)
  await writeItem(context, seeblick.lead, { dossierId: null, item: 'contracts', text: 'Contract 12' }, later)
  assert.equal((await viewPrepared(context, seeblick.id, later)).readiness.ready, 1)
})

test('without what nobody can judge without, it is not handed over', async () => {
  const dossierId = await givenDossier()
  await assert.rejects(decide(dossierId, 'hospital'), refusedWith('support/dossier-lacks'))
})

test('hospital, CSIRT, contact point, reserve: each in turn, none of another side, and the help ends', async () => {
  const dossierId = await givenWritten()
  for (const step of ['csirt', 'contact-point', 'reserve'] as const)
    await assert.rejects(decide(dossierId, step), refusedWith('support/not-your-turn'))
  await assert.rejects(
    decide(dossierId, 'hospital', 'endorsed', officer),
    refusedWith('support/not-your-turn'),
  )
  await decide(dossierId, 'hospital')
  await assert.rejects(
    decide(dossierId, 'csirt', 'endorsed', tannau.lead),
    refusedWith('support/not-your-turn'),
  )
  await assert.rejects(decide(dossierId, 'reserve'), refusedWith('support/not-your-turn'))
  await decide(dossierId, 'csirt')
  await decide(dossierId, 'contact-point')
  await assert.rejects(
    leaveDossier(context, tannau.lead, dossierId, 'ended', aMoment),
    refusedWith('support/moved-on'),
  )
  await decide(dossierId, 'reserve')
  await leaveDossier(context, tannau.lead, dossierId, 'ended', minutesLater(9000))
  const { dossier, endorsements } = await view(dossierId)
  assert.equal(dossier.state, 'ended')
  assert.deepEqual(
    endorsements.map(({ step, via }) => [step, via]),
    [
      ['hospital', 'member'],
      ['csirt', 'centre'],
      ['contact-point', 'centre'],
      ['reserve', 'centre'],
    ],
  )
})

test('the database itself keeps the order, and no endorsement is ever changed', async () => {
  const dossierId = await givenWritten()
  const insert = (step: string) =>
    context.database.asMember(tannau.id, ({ db: transaction }) =>
      sql`insert into support_endorsements (organisation_id, dossier_id, round, step, decision, name, role, mandate, snapshot, sha256, via, recorded_at, recorded_by, recorded_by_name)
        values (${tannau.id}, ${dossierId}, 1, ${step}, 'endorsed', 'a', 'b', 'c', '{}', ${'0'.repeat(64)}, 'member', ${aMoment}, 'x', 'y')`.execute(
        transaction,
      ),
    )
  await assert.rejects(insert('csirt'), /the step csirt comes after hospital/)
  await decide(dossierId, 'hospital')
  await assert.rejects(insert('hospital'), /duplicate key/)
  for (const statement of [
    'update support_endorsements set name = null',
    'delete from support_endorsements',
    'update support_dossier_items set text = null',
  ])
    await assert.rejects(
      context.database.asMember(tannau.id, ({ db: transaction }) => sql.raw(statement).execute(transaction)),
      /permission denied/,
    )
})

test('each yes keeps the text it was given to; a later change is shown, and who has not read it cannot decide', async () => {
  const dossierId = await givenWritten(await givenCase(context, tannau.id))
  const before = (await view(dossierId)).current
  await decide(dossierId, 'hospital')
  await writeItem(
    context,
    tannau.lead,
    { dossierId, item: 'measures', text: 'All is unplugged.' },
    minutesLater(5),
  )
  const changed = await view(dossierId)
  assert.deepEqual(changed.changes, [
    { key: 'measures', before: 'about measures', after: 'All is unplugged.' },
  ])
  const blind = said('csirt', 'endorsed', before.sha256)
  await assert.rejects(
    decideOnDossier(context, incidentCases, officer, dossierId, blind, aMoment),
    refusedWith('support/dossier-changed'),
  )
  await decide(dossierId, 'csirt')
  const { endorsements, changes } = await view(dossierId)
  assert.deepEqual(changes, [])
  const [hospital, csirt] = endorsements
  assert.ok(hospital && csirt)
  assert.notEqual(hospital.sha256, csirt.sha256)
  for (const one of endorsements) {
    assert.ok(isIntact({ text: one.snapshot, sha256: one.sha256 }))
    assert.equal(readSnapshot(one.snapshot).case?.title, 'Laboratory locked')
  }
  assert.equal(hospital.snapshot, before.text)
})

test('a refusal has a reason, and the dossier begins a new round from the hospital', async () => {
  const dossierId = await givenWritten()
  await decide(dossierId, 'hospital')
  await decide(dossierId, 'csirt', 'refused')
  const refused = await view(dossierId)
  assert.equal(refused.dossier.state, 'refused')
  assert.equal(refused.endorsements.at(-1)?.text, 'The national team has room on Thursday.')
  await assert.rejects(decide(dossierId, 'contact-point'), refusedWith('support/not-your-turn'))
  await decide(dossierId, 'hospital')
  await assert.rejects(decide(dossierId, 'contact-point'), refusedWith('support/not-your-turn'))
  await decide(dossierId, 'csirt')
  assert.deepEqual(
    (await view(dossierId)).endorsements.map(({ round, step, decision }) => `${round} ${step} ${decision}`),
    ['1 hospital endorsed', '1 csirt refused', '2 hospital endorsed', '2 csirt endorsed'],
  )
})

test('a link decides once, for its step; a used, unknown, over or taken back one looks like any other stranger', async () => {
  const dossierId = await givenWritten()
  await assert.rejects(
    makeLink(context, officer, dossierId, 'CSIRT desk', aMoment),
    refusedWith('support/not-your-turn'),
  )
  await decide(dossierId, 'hospital')
  const token = await makeLink(context, officer, dossierId, 'CSIRT desk', aMoment)
  const [row] = await db.query<{ row: string }>(
    'select support_links::text as row from support_links order by id desc limit 1',
  )
  assert.ok(!row?.row.includes(token.split('-').slice(1).join('-')), 'the secret is stored nowhere')
  const { view: seen } = await viewByLink(context, incidentCases, token, aMoment)
  const { step: _step, ...deciding } = said('csirt', 'endorsed', seen.current.sha256)
  const four = 4 * 24 * 60
  await viewByLink(context, incidentCases, token, minutesLater(four))
  await assert.rejects(
    viewByLink(context, incidentCases, token, minutesLater(four + 1)),
    refusedWith('support/link-closed'),
  )
  const both = await Promise.allSettled([
    decideByLink(context, incidentCases, token, deciding, aMoment),
    decideByLink(context, incidentCases, token, deciding, aMoment),
  ])
  assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1)
  await assert.rejects(viewByLink(context, incidentCases, token, aMoment), refusedWith('support/link-closed'))
  for (const wrong of [
    '',
    'x',
    `${tannau.id}-aaaaaaaaaaaaaaaaaaaaaa`,
    token.replace(/^\d+/, String(seeblick.id)),
  ])
    await assert.rejects(
      async () => viewByLink(context, incidentCases, wrong, aMoment),
      refusedWith('support/link-closed'),
    )
  const second = await makeLink(context, officer, dossierId, 'Contact point', aMoment)
  const link = (await linksOf(context, tannau.id, dossierId)).at(-1)
  assert.ok(link)
  await takeLinkBack(context, officer, link, aMoment)
  await assert.rejects(
    viewByLink(context, incidentCases, second, aMoment),
    refusedWith('support/link-closed'),
  )
  const { endorsements } = await view(dossierId)
  assert.equal(endorsements.at(-1)?.via, 'link')
})

test('a dossier of an exercise is one by its number, says so in its text, and no link leaves', async () => {
  const dossierId = await givenWritten(await givenCase(context, tannau.id, 'exercise'))
  assert.ok(dossierId >= 1_000_000_000_000)
  await decide(dossierId, 'hospital')
  await assert.rejects(
    makeLink(context, officer, dossierId, 'CSIRT desk', aMoment),
    refusedWith('support/exercise-stays'),
  )
  assert.equal(readSnapshot((await view(dossierId)).current.text).isExercise, true)
  await decide(dossierId, 'csirt')
})

test('another member finds no dossier, and cannot write into one', async () => {
  const dossierId = await givenWritten()
  const other = { ...seeblick.lead }
  await assert.rejects(
    viewDossier(context, incidentCases, seeblick.id, dossierId, aMoment),
    refusedWith('support/unknown'),
  )
  await assert.rejects(
    writeItem(context, other, { dossierId, item: 'entity', text: 'x' }, aMoment),
    refusedWith('support/unknown'),
  )
  await leaveDossier(context, tannau.lead, dossierId, 'withdrawn', aMoment)
  await assert.rejects(
    writeItem(context, tannau.lead, { dossierId, item: 'entity', text: 'x' }, aMoment),
    refusedWith('support/moved-on'),
  )
})

test('the centre hears of a dossier that was handed over, the hospital of each decision, and of an exercise the own people only', async () => {
  const told = (dossierId: number) =>
    db.query<{ recipient: string }>(
      "select recipient from deliveries where kind = 'support.dossier' and subject_id = $1 order by id",
      [dossierId],
    )
  const moved = async (dossierId: number, realm: 'real' | 'exercise', step: ChainStep) =>
    context.database.asEngine((scope) =>
      tellOfDossier(
        context,
        scope,
        {
          organisationId: tannau.id,
          dossierId,
          realm,
          title: 'Laboratory',
          round: 1,
          step,
          decision: 'endorsed',
        },
        aMoment,
      ),
    )
  const [announced] = await db.query<{ payload: { step: string } }>(
    "select payload from events where subscription = 'test.dossiers' order by id limit 1",
  )
  assert.equal(announced?.payload.step, 'hospital')
  await moved(501, 'real', 'hospital')
  await moved(502, 'real', 'csirt')
  await moved(503, 'exercise', 'hospital')
  assert.deepEqual(
    (await told(501)).map(({ recipient }) => recipient),
    [officerEmail],
  )
  for (const dossierId of [502, 503])
    assert.deepEqual(
      (await told(dossierId)).map(({ recipient }) => recipient),
      [tannau.leadEmail],
    )
})
