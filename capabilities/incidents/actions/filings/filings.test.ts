// Tests of filings from draft to receipt on a real database: contradictions, freezing, corrections, what comes back.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { Refusal } from '../../../../platform/http/problem.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/testing/database.ts'
import {
  type Arranged,
  aSending,
  csirt,
  csirtMail,
  dataProtection,
  givenCase,
  minutesAfter,
  morning,
} from '../../builders/filing.ts'
import { factsTold, isIntact, readContent } from '../../filings/frozen.ts'
import { settlementKey } from '../../filings/settlement.ts'
import { clocksOf } from '../clocks.ts'
import { checkFiling, settleFinding } from './check.ts'
import { enterReceipt, recordRefusal, recordVoid } from './outcome.ts'
import { prepareCorrection } from './prepare.ts'
import { sendFiling } from './send.ts'
import { viewFiling } from './view.ts'

let db: TestDatabase
let one: Arranged

const refusedWith = (code: string, detail?: RegExp) => (error: unknown) =>
  error instanceof Refusal && error.code === code && (detail?.test(error.message) ?? true)

const view = (id: number, now = morning) => viewFiling(one.context, one.access, id, now)
const answer = (filingId: number, text: string) => ({ filingId, text, at: '', timeZone: 'Europe/Amsterdam' })

async function dutyState(key: string, now = minutesAfter(60)) {
  const { organisationId, incidentId: id } = one.access
  const { duties } = await db.database.asMember(organisationId, (scope) =>
    clocksOf(scope, { organisationId, id }, now),
  )
  return duties.find(({ rule }) => rule.key === key)
}

/** The authority was told 4,000; then a row says 400 and nobody said why. */
async function givenContradiction() {
  const first = await one.prepare('GDPR-33', dataProtection)
  await one.send(first)
  await one.overwrite('dataSubjectCount', 400, minutesAfter(6))
  return { first, second: await one.prepare('GDPR-33', dataProtection, minutesAfter(7)) }
}

describe('filings', () => {
  before(async () => {
    db = await testDatabase()
  })
  after(() => db.close())
  beforeEach(async () => {
    one = await givenCase(db)
  })

  test('preparing twice for the same authority is one draft', async () => {
    const id = await one.prepare('NIS2-EW', csirt)
    assert.equal(await one.prepare('NIS2-EW', csirt), id)
    assert.notEqual(await one.prepare('NIS2-IN', csirt), id)
    await assert.rejects(one.prepare('NIS2-EW', 'nobody'), refusedWith('incidents/filing-unknown'))
    await assert.rejects(one.prepare('NIS2-XX', csirt), refusedWith('incidents/filing-unknown'))
  })

  test('what was filed on the portal is frozen with its hash, and stops the clock at the time that was typed', async () => {
    const id = await one.prepare('NIS2-EW', csirt)
    assert.notEqual((await dutyState('NIS2-EW'))?.state, 'met')
    await one.send(id, { receiptNumber: 'CS-88213' })
    const filing = await one.filing(id)
    assert.equal(filing.state, 'receipted')
    assert.equal(filing.sentAt?.toISOString(), '2026-11-21T08:30:00.000Z')
    assert.ok(isIntact({ content: filing.content ?? '', sha256: filing.sha256 ?? '' }))
    const content = readContent(filing.content ?? '')
    assert.equal(content.sending?.sender.mandate.basis, 'Letter of the board of 2 May')
    assert.equal(content.sending?.way, 'portal')
    assert.equal(factsTold(content).severity?.value ?? 'high', 'high')
    const duty = await dutyState('NIS2-EW')
    assert.equal(duty?.state, 'met')
    assert.equal(duty?.dischargedAt?.toISOString(), '2026-11-21T08:30:00.000Z')
  })

  test('what changes after sending changes nothing that was sent', async () => {
    const id = await one.prepare('GDPR-33', dataProtection)
    await one.send(id)
    const before = await one.filing(id)
    await one.record({ dataSubjectCount: '400' }, minutesAfter(5), 'counted')
    assert.deepEqual(await one.filing(id), before)
    await assert.rejects(one.send(id), /frozen|no filing/)
    await assert.rejects(
      checkFiling(one.context, one.access, id, morning),
      refusedWith('incidents/filing-blocked', /frozen/),
    )
  })

  test('a number that changed without a reason is a contradiction, and sending waits', async () => {
    const { second } = await givenContradiction()
    const { draft } = await view(second, minutesAfter(8))
    assert.deepEqual(
      draft?.open.map(({ key, kind, relation }) => [key, kind, relation]),
      [['dataSubjectCount', 'contradiction', 'same-chain']],
    )
    assert.equal(await checkFiling(one.context, one.access, second, minutesAfter(8)), 1)
    assert.equal((await one.filing(second)).state, 'contradiction-open')
    await assert.rejects(
      one.send(second, {}, minutesAfter(9)),
      refusedWith('incidents/filing-blocked', /contradiction-open/),
    )
    await one.send(second, { way: 'telephone', happened: '2026-11-21 09:45' }, minutesAfter(9))
    assert.equal((await one.filing(second)).state, 'sent-by-telephone')
  })

  test('a number that was corrected with a reason is explained, and the other authority is owed a correction', async () => {
    const first = await one.prepare('GDPR-33', dataProtection)
    await one.send(first)
    await one.record({ dataSubjectCount: '400' }, minutesAfter(5), 'counted, discharge letters only')
    const second = await one.prepare('GDPR-34', 'persons-concerned', minutesAfter(6))
    const { draft } = await view(second, minutesAfter(6))
    assert.equal(draft?.open.length, 0)
    const third = await one.prepare('GDPR-33', dataProtection, minutesAfter(6))
    const [finding] = (await view(third, minutesAfter(6))).draft?.findings ?? []
    assert.deepEqual([finding?.key, finding?.kind], ['dataSubjectCount', 'explained'])
  })

  const ways = [
    ['use-earlier', 'use what was told', 4000, 0],
    ['use-draft', 'counted', 400, 0],
    ['both-right', 'they count different things', 400, 0],
    ['fix-fact', 'counted again', 450, 0],
  ] as const
  for (const [way, reason, value] of ways)
    test(`a contradiction settled by ${way} lets the filing go, with ${value}`, async () => {
      const { second } = await givenContradiction()
      const now = minutesAfter(8)
      const [finding] = (await view(second, now)).draft?.open ?? []
      assert.ok(finding)
      const command = { filingId: second, finding: settlementKey(finding), way, typed: '450' }
      await assert.rejects(
        settleFinding(one.context, one.access, { ...command, reason: ' ' }, now),
        refusedWith('incidents/filing-incomplete', /reason-missing/),
      )
      await settleFinding(one.context, one.access, { ...command, reason }, now)
      assert.equal((await view(second, now)).draft?.open.length, 0)
      assert.equal(await checkFiling(one.context, one.access, second, now), 0)
      await one.send(second, {}, minutesAfter(9))
      const content = readContent((await one.filing(second)).content ?? '')
      assert.equal(factsTold(content).dataSubjectCount?.value, value)
      const isNoted = way === 'use-draft' || way === 'both-right'
      assert.deepEqual(content.notes, isNoted ? [{ key: 'dataSubjectCount', text: reason }] : [])
    })

  test('what another authority was told is corrected by a filing of its own, which carries the sentence', async () => {
    const told = await one.prepare('NIS2-FR', csirt)
    await one.send(told)
    await one.overwrite('severity', 'low', minutesAfter(6))
    const draft = await one.prepare('NIS2-IN', 'nl-z-cert', minutesAfter(7))
    const [finding] = (await view(draft, minutesAfter(7))).draft?.open ?? []
    assert.deepEqual([finding?.key, finding?.relation], ['severity', 'other-authority'])
    assert.ok(finding)
    const command = {
      filingId: draft,
      finding: settlementKey(finding),
      way: 'use-draft',
      reason: 'only one ward',
      typed: '',
    } as const
    await settleFinding(one.context, one.access, command, minutesAfter(8))
    const { filings } = await view(draft, minutesAfter(8))
    const correction = filings.find(({ correctsId }) => correctsId === told)
    assert.deepEqual(
      [correction?.duty, correction?.authority, correction?.state],
      ['NIS2-FR', csirt, 'draft'],
    )
    const shown = await view(correction?.id ?? 0, minutesAfter(8))
    assert.equal(shown.draft?.open.length, 0)
    assert.deepEqual(shown.draft?.notes, [{ key: 'severity', text: 'only one ward' }])
    await one.send(correction?.id ?? 0, { happened: '2026-11-21 10:05' }, minutesAfter(9))
    assert.equal((await one.filing(told)).state, 'corrected')
  })

  test('what was looked at is what is sent, or nothing is', async () => {
    const id = await one.prepare('NIS2-EW', csirt)
    const { draft } = await view(id)
    await one.record({ maliciousSuspected: 'yes' }, minutesAfter(1))
    const command = { ...aSending(id), seen: draft?.seen ?? '' }
    await assert.rejects(
      sendFiling(one.context, one.access, command, minutesAfter(2)),
      refusedWith('incidents/filing-blocked', /changed/),
    )
    assert.equal((await one.filing(id)).content, null)
  })

  test('who sends in which role by which mandate must be said, each fault at its field', async () => {
    const id = await one.prepare('NIS2-EW', csirt)
    const sender = { name: '', role: ' ', basis: '' }
    await assert.rejects(one.send(id, { sender, happened: '2026-11-22 09:00' }), (error) => {
      assert.ok(error instanceof Refusal)
      assert.deepEqual(
        error.faults.map(({ pointer, detail }) => `${pointer} ${detail}`),
        ['senderName missing', 'role missing', 'mandate missing', 'happened not-yet'],
      )
      return true
    })
  })

  test('guests and readers prepare and send nothing', async () => {
    const guest = { ...one.access, via: 'guest' as const, actor: 'guest:1' }
    const { prepareFiling } = await import('./prepare.ts')
    await assert.rejects(
      prepareFiling(one.context, guest, { duty: 'NIS2-EW', authority: csirt }, morning),
      refusedWith('incidents/read-only'),
    )
    const reader = { ...one.access, may: 'read' as const }
    await assert.rejects(
      prepareFiling(one.context, reader, { duty: 'NIS2-EW', authority: csirt }, morning),
      refusedWith('incidents/read-only'),
    )
  })

  test('a refusal keeps its reason, and a receipt may still come', async () => {
    const id = await one.prepare('NIS2-EW', csirt)
    await one.send(id)
    await recordRefusal(one.context, one.access, answer(id, 'wrong form'), minutesAfter(5))
    assert.deepEqual(
      [(await one.filing(id)).state, (await one.filing(id)).refusedBecause],
      ['refused', 'wrong form'],
    )
    await enterReceipt(one.context, one.access, answer(id, 'CS-1'), minutesAfter(6))
    assert.deepEqual(
      [(await one.filing(id)).state, (await one.filing(id)).receiptNumber],
      ['receipted', 'CS-1'],
    )
    assert.equal((await dutyState('NIS2-EW'))?.state, 'met')
  })

  test('what never arrived counts as not filed: its clock runs again, and it contradicts nothing', async () => {
    const id = await one.prepare('NIS2-EW', csirt)
    await one.send(id)
    assert.equal((await dutyState('NIS2-EW'))?.state, 'met')
    await recordVoid(one.context, one.access, answer(id, 'they looked and have nothing'), minutesAfter(5))
    const duty = await dutyState('NIS2-EW')
    assert.notEqual(duty?.state, 'met')
    assert.equal(duty?.dischargedAt, null)
    const again = await one.prepare('NIS2-EW', csirt, minutesAfter(6))
    assert.notEqual(again, id)
    await assert.rejects(
      recordVoid(one.context, one.access, answer(id, 'again'), minutesAfter(7)),
      refusedWith('incidents/filing-blocked'),
    )
  })

  test('a correction moves no clock', async () => {
    const id = await one.prepare('NIS2-EW', csirt)
    await one.send(id)
    const before = (await dutyState('NIS2-EW'))?.dischargedAt
    const correction = await prepareCorrection(one.context, one.access, id, minutesAfter(10))
    await one.send(correction, { happened: '2026-11-21 10:15' }, minutesAfter(20))
    assert.deepEqual((await dutyState('NIS2-EW'))?.dischargedAt, before)
    assert.equal((await one.filing(id)).state, 'corrected')
  })

  test('a mail goes to the address of the authority and to no other', async () => {
    const id = await one.prepare('NIS2-EW', csirt)
    await one.send(id, { way: 'mail' })
    const filing = await one.filing(id)
    assert.deepEqual([filing.state, filing.recipient, filing.sentAt], ['sending', csirtMail, null])
    const rows = await db.query<{ recipient: string }>(
      'select recipient from deliveries where subject_type = $1 and subject_id = $2',
      ['filing', id],
    )
    assert.deepEqual(
      rows.map(({ recipient }) => recipient),
      [csirtMail],
    )
  })

  test('at night the word of the case is asked before a mail goes', async () => {
    const night = new Date('2026-11-22T02:00:00Z')
    const id = await one.prepare('NIS2-EW', csirt, night)
    await assert.rejects(
      one.send(id, { way: 'mail', caseWord: 'other-word-11' }, night),
      refusedWith('incidents/filing-incomplete', /caseWord/),
    )
    await one.send(id, { way: 'mail', caseWord: one.word.replaceAll('-', ' ').toUpperCase() }, night)
    assert.equal((await one.filing(id)).state, 'sending')
  })

  test('an authority that takes no mail gets none', async () => {
    const id = await one.prepare('GDPR-33', dataProtection)
    await assert.rejects(
      one.send(id, { way: 'mail' }),
      refusedWith('incidents/filing-blocked', /takes-no-mail/),
    )
  })
})
