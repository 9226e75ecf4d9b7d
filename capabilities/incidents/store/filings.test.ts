// Whatever is done, also by direct SQL in every role: nothing that was sent vanishes or changes.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import type { EngineScope, MemberScope } from '../../../platform/database/database.ts'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { type Arranged, csirt, givenCase, minutesAfter, morning } from '../builders/filing.ts'
import {
  type Filing,
  freezeFiling,
  insertFiling,
  saveAnswer,
  saveDraft,
  saveFailed,
  saveSent,
} from './filings.ts'

/** Everything that must never be otherwise once it left the house. */
interface Told {
  readonly id: string
  readonly content: string
  readonly sha256: string
  readonly channel: string
  readonly mandate: string
  readonly sent_by: string
  readonly duty: string
  readonly authority: string
}

let db: TestDatabase
let one: Arranged

const told = () =>
  db.query<Told>(
    `select id, content, encode(sha256, 'hex') as sha256, channel, mandate, sent_by, duty, authority from filings where content is not null
     union all
     select f.id, a ->> 'content', a ->> 'sha256', a ->> 'channel', '', '', f.duty, f.authority from filings f, jsonb_array_elements(f.attempts) a`,
  )

const keyOf = ({ id, content, sha256, channel, duty, authority }: Told) =>
  JSON.stringify([String(id), content, sha256, channel, duty, authority])

type Scope = MemberScope | EngineScope
const roles = ['member', 'engine', 'bound'] as const
type RoleName = (typeof roles)[number]

function as<T>(role: RoleName, work: (scope: Scope) => Promise<T>): Promise<T> {
  const { organisationId } = one.access
  if (role === 'member') return db.database.asMember(organisationId, work)
  return role === 'engine' ? db.database.asEngine(work) : db.database.asEngineFor(organisationId, work)
}

const columns = [
  "content = 'other'",
  "sha256 = sha256('other'::bytea)",
  "content = 'other', sha256 = sha256('other'::bytea)",
  'content = null, sha256 = null',
  "content = null, sha256 = null, state = 'draft', sent_at = null",
  "content = null, sha256 = null, state = 'ready', sent_at = null, attempts = attempts || '[{}]'::jsonb",
  "state = 'draft'",
  "state = 'sending', sent_at = null",
  "state = 'sent', sent_at = now()",
  "state = 'receipted'",
  "mandate = 'nobody'",
  "channel = 'paper', recipient = null",
  "recipient = 'other@ncsc.nl'",
  'sent_at = now()',
  "sent_by = 'person:99'",
  "authority = 'nl-ap'",
  "duty = 'GDPR-33'",
  "attempts = '[]'",
  "settlements = '{}'",
  'is_example = true',
  'incident_id = incident_id + 1',
  'id = default',
  'void_at = null',
] as const

type Step =
  | { readonly kind: 'sql-update'; readonly role: RoleName; readonly set: string; readonly pick: number }
  | { readonly kind: 'sql-other'; readonly role: RoleName; readonly statement: string }
  | { readonly kind: 'prepare' }
  | { readonly kind: 'freeze'; readonly pick: number; readonly way: 'mail' | 'portal' }
  | { readonly kind: 'arrive' | 'fail' | 'receipt' | 'refuse' | 'void' | 'draft'; readonly pick: number }

const others = [
  'delete from filings',
  'delete from incidents',
  'delete from organisations',
  'truncate filings cascade',
  'update organisations set is_example = true',
  'update incidents set id = id + 1000',
  'alter table filings disable trigger all',
  'drop table filings',
  "insert into filings (organisation_id, incident_id, duty, authority, state, recorded_at, recorded_by, recorded_by_name) select organisation_id, id, 'NIS2-EW', 'x', 'sent', now(), 'x', 'x' from incidents limit 1",
] as const

const pick = fc.nat(60)
const role = fc.constantFrom(...roles)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('sql-update' as const),
      role,
      set: fc.constantFrom(...columns),
      pick,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('sql-other' as const),
      role,
      statement: fc.constantFrom(...others),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('prepare' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('freeze' as const),
      pick,
      way: fc.constantFrom('mail' as const, 'portal' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'arrive' as const,
        'fail' as const,
        'receipt' as const,
        'refuse' as const,
        'void' as const,
        'draft' as const,
      ),
      pick,
    }),
  },
)

let count = 0

async function perform(one_: Step): Promise<void> {
  if (one_.kind === 'sql-other') {
    await as(one_.role, (scope) => sql.raw(one_.statement).execute(scope.db))
    return
  }
  const on = { organisationId: one.access.organisationId, incidentId: one.access.incidentId }
  const by = { recordedAt: morning, recordedBy: 'person:1', recordedByName: 'Jana Brandt' }
  if (one_.kind === 'prepare') {
    await as('member', (scope) =>
      insertFiling(scope, on, {
        duty: 'NIS2-EW',
        authority: csirt,
        correctsId: null,
        settlements: {},
        ...by,
      }),
    )
    return
  }
  const ids = await db.query<{ id: string }>('select id from filings order by id')
  const id = Number(ids[one_.pick % Math.max(1, ids.length)]?.id ?? 0)
  const place = { ...on, id }
  if (one_.kind === 'sql-update') {
    await as(one_.role, (scope) =>
      sql.raw(`update filings set ${one_.set} where id = ${id}`).execute(scope.db),
    )
    return
  }
  await as('member', (scope) => storeStep(scope, one_, place))
}

function storeStep(
  scope: Scope,
  one_: Extract<Step, { readonly pick: number }>,
  place: { readonly organisationId: number; readonly incidentId: number; readonly id: number },
): Promise<void> {
  const answer = { receiptNumber: null, receiptedAt: null, refusedBecause: null, voidAt: null }
  switch (one_.kind) {
    case 'freeze': {
      count += 1
      const content = `what was told, number ${count}`
      return freezeFiling(scope, place, {
        state: one_.way === 'mail' ? 'sending' : 'sent',
        channel: one_.way,
        recipient: one_.way === 'mail' ? 'cert@ncsc.nl' : null,
        sentAt: one_.way === 'mail' ? null : minutesAfter(1),
        content,
        sha256: createHash('sha256').update(content).digest('hex'),
        mandate: 'letter of the board',
        sendingAt: morning,
        sentBy: 'person:1',
        sentByName: 'Jana Brandt',
      })
    }
    case 'arrive':
      return saveSent(scope, place, { state: 'sent', sentAt: minutesAfter(2) })
    case 'fail':
      return failed(scope, place)
    case 'receipt':
      return saveAnswer(scope, place, {
        ...answer,
        state: 'receipted',
        receiptNumber: 'CS-1',
        receiptedAt: minutesAfter(3),
      })
    case 'refuse':
      return saveAnswer(scope, place, { ...answer, state: 'refused', refusedBecause: 'no' })
    case 'void':
      return saveAnswer(scope, place, { ...answer, state: 'refused', voidAt: minutesAfter(4) })
    default:
      return saveDraft(scope, place, { state: 'draft', settlements: {} })
  }
}

async function failed(
  scope: Scope,
  place: { readonly organisationId: number; readonly incidentId: number; readonly id: number },
) {
  const { rows } = await sql<Pick<Filing, 'content' | 'sha256' | 'channel' | 'recipient'>>`
    select content, encode(sha256, 'hex') as sha256, channel, recipient from filings where id = ${place.id}`.execute(
    scope.db,
  )
  const [filing] = rows
  if (!filing?.content || !filing.sha256 || !filing.channel) return
  const { content, sha256, channel, recipient } = filing
  const at = minutesAfter(2).toISOString()
  await saveFailed(scope, place, {
    content,
    sha256,
    channel,
    recipient,
    startedAt: at,
    failedAt: at,
    because: 'no answer',
    byName: 'Jana Brandt',
  })
}

describe('what was sent', () => {
  before(async () => {
    db = await testDatabase()
    one = await givenCase(db)
  })
  after(() => db.close())

  test('stays, word for word, whatever is done by whichever role', async () => {
    let refused = 0
    let done = 0
    // An organisation that has told nobody anything may go, and then there would be nothing left to look at.
    await perform({ kind: 'prepare' })
    await perform({ kind: 'freeze', pick: 0, way: 'portal' })
    assert.equal((await told()).length, 1)
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        let before = new Set((await told()).map(keyOf))
        for (const next of steps) {
          const refusal = await perform(next).then(
            () => null,
            (error: unknown) => error,
          )
          if (refusal === null) done += 1
          else refused += 1
          const now = await told()
          const after_ = new Set(now.map(keyOf))
          for (const row of before)
            assert.ok(after_.has(row), `${JSON.stringify(next)} changed or removed ${row}`)
          for (const { content, sha256 } of now)
            assert.equal(createHash('sha256').update(content).digest('hex'), sha256)
          before = after_
        }
      }),
      { numRuns: 60, endOnFailure: true, interruptAfterTimeLimit: 60_000 },
    )
    // Both happened often, so that the property is about something.
    assert.ok(done > 100 && refused > 50, `${done} done, ${refused} refused`)
    assert.ok((await told()).length > 10)
  })

  test('goes with an invented organisation, and with no other', async () => {
    const example = await givenCase(db)
    const { organisationId } = example.access
    await db.query('update organisations set is_example = true where id = $1', [organisationId])
    await example.send(await example.prepare('NIS2-EW', csirt))
    await db.database.asEngine((scope) =>
      sql`delete from organisations where id = ${organisationId}`.execute(scope.db),
    )
    const left = await db.query('select 1 from filings where organisation_id = $1', [organisationId])
    assert.equal(left.length, 0)
    await assert.rejects(
      db.database.asEngine((scope) =>
        sql`delete from organisations where id = ${one.access.organisationId}`.execute(scope.db),
      ),
      /was sent and is never removed/,
    )
  })

  test('is seen by no other member', async () => {
    const other = await givenCase(db)
    const rows = await db.database.asMember(other.access.organisationId, (scope) =>
      sql`select id from filings where organisation_id = ${one.access.organisationId}`.execute(scope.db),
    )
    assert.equal(rows.rows.length, 0)
  })
})
