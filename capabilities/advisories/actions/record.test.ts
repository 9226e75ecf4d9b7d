// Recording on the real database: new, revised, known, late, exploited, quarantined.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import {
  collect,
  csafDocument,
  cveRecord,
  kevCatalogue,
  operator,
  osvRecord,
  received,
  recordingContext,
  testNow,
} from '../builders.ts'
import type { DocumentOutcome, ReceivedDocument } from '../recorded.ts'
import { advisoryIdsOfCves, summariesOf, threatFactsOf } from '../store/reading.ts'
import { loadAdvisories } from './load.ts'
import { recordDocument, recordDocuments } from './record.ts'

let db: TestDatabase
before(async () => {
  db = await testDatabase()
})
after(() => db.close())

async function recordAll(...documents: readonly ReceivedDocument[]): Promise<readonly DocumentOutcome[]> {
  return collect(recordDocuments(recordingContext(db), documents, operator))
}
const outcomesOf = (outcomes: readonly DocumentOutcome[]) => outcomes.map(({ outcome }) => outcome)
const wordsOf = async (...documents: readonly unknown[]) =>
  outcomesOf(await recordAll(...documents.map((document) => received(document))))
const announced = async (subscription: string) =>
  (
    await db.query<{ payload: object }>('select payload from events where subscription = $1 order by id', [
      subscription,
    ])
  ).map(({ payload }) => payload)

test('a document is new once, known after that, and revised when a newer version comes', async () => {
  const id = 'NWM-REV'
  assert.deepEqual(await wordsOf(csafDocument({ id })), ['new'])
  assert.deepEqual(await wordsOf(csafDocument({ id })), ['known'])
  assert.deepEqual(await wordsOf(csafDocument({ id, version: '3', title: 'Third' })), ['revised'])
  assert.deepEqual(await wordsOf(csafDocument({ id, version: '2', title: 'Second' })), ['known'])
  const [row] = await db.query<{ title: string; version: string; revisions: number }>(
    `select title, version, (select count(*)::int from advisory_revisions r where r.advisory_id = a.id) as revisions
     from advisories a where tracking_id = $1`,
    [id],
  )
  assert.deepEqual(row, { title: 'Third', version: '3', revisions: 3 })
})

test('each stored revision has a journal entry, and each change of the content an event', async () => {
  const id = 'NWM-JOURNAL'
  const [first] = await recordAll(received(csafDocument({ id })))
  const count = (await announced('after-advisory')).length
  await recordAll(received(csafDocument({ id })), received(csafDocument({ id, version: '2' })))
  const payloads = await announced('after-advisory')
  assert.equal(payloads.length, count + 1)
  assert.deepEqual(payloads.at(-1), { advisoryId: first?.advisoryId })
  const entries = await db.query<{ action: string; actor: string }>(
    `select action, actor from journal where object_type = 'advisory' and object_id = $1 order by id`,
    [String(first?.advisoryId)],
  )
  assert.deepEqual(
    entries.map(({ action }) => action),
    ['advisory.recorded', 'advisory.revised'],
  )
  assert.equal(entries[0]?.actor, 'operator')
})

test('several revisions in one portion end with the newest, whatever their order', async () => {
  const id = 'NWM-ORDER'
  const portion = ['2', '3', '1'].map((version) => csafDocument({ id, version }))
  assert.deepEqual(await wordsOf(...portion, portion[1]), ['new', 'revised', 'known', 'known'])
  const rows = await db.query<{ version: string }>('select version from advisories where tracking_id = $1', [
    id,
  ])
  assert.deepEqual(rows, [{ version: '3' }])
})

test('two publishers may use the same tracking id', async () => {
  const id = 'SHARED-1'
  assert.deepEqual(await wordsOf(csafDocument({ id }), csafDocument({ id, publisher: 'Other Works' })), [
    'new',
    'new',
  ])
})

test('what is loaded is what was stored, statements included', async () => {
  const document = received(csafDocument({ id: 'NWM-LOAD' }))
  const [outcome] = await recordAll(document)
  const ids = [outcome?.advisoryId ?? 0]
  const [loaded] = await db.database.asEngine((scope) => loadAdvisories(scope, ids))
  const [summary] = await db.database.asMember(7, (scope) => summariesOf(scope, ids))
  assert.ok(loaded && summary)
  const { statements, ...content } = loaded.advisory
  assert.equal(statements[0]?.version.kind, 'text')
  assert.deepEqual(summary.content, content)
  assert.match(loaded.sha256, /^[0-9a-f]{64}$/)
  assert.equal(loaded.validity, 'valid')
})

test('a CSAF document that fails a mandatory test is marked invalid and still recorded', async () => {
  const document = csafDocument({ id: 'NWM-INVALID' })
  document.vulnerabilities[0]?.product_status.known_affected.push('P-UNDEFINED')
  const [outcome] = await recordAll(received(document))
  assert.equal(outcome?.outcome, 'new')
  assert.ok(outcome.faults.some(({ code }) => code === 'csaf/6.1.1'))
  const [loaded] = await db.database.asEngine((scope) => loadAdvisories(scope, [outcome.advisoryId ?? 0]))
  assert.equal(loaded?.validity, 'invalid')
  assert.equal(loaded.advisory.statements.length, 1)
})

test('what is no advisory goes to quarantine with its faults, and the others are recorded', async () => {
  const outcomes = await recordAll(
    received('{"document": ', 'cut.json'),
    received(csafDocument({ id: 'NWM-BESIDE' })),
    received({ hello: 'world' }, 'other.json'),
    received(new Uint8Array([0xff, 0xfe, 0x00]), 'utf-16.json'),
  )
  const byName = Object.fromEntries(
    outcomes.map(({ name, outcome, faults }) => [name, [outcome, faults[0]?.code]]),
  )
  assert.deepEqual(byName, {
    'cut.json': ['quarantined', 'json/truncated'],
    'document.json': ['new', undefined],
    'other.json': ['quarantined', 'advisory/unknown-format'],
    'utf-16.json': ['quarantined', 'json/encoding'],
  })
  const rows = await db.query<{ name: string }>('select name from quarantined_documents order by name')
  assert.deepEqual(
    rows.map(({ name }) => name),
    ['cut.json', 'other.json', 'utf-16.json'],
  )
})

test('identifiers too long for an index are refused into quarantine, not into an error', async () => {
  const [outcome] = await recordAll(received(csafDocument({ id: 'X'.repeat(5_000) })))
  assert.equal(outcome?.outcome, 'quarantined')
  assert.equal(outcome.faults[0]?.code, 'advisory/identifier-too-long')
})

test('control characters, half surrogates and forbidden keys are stored without harm', async () => {
  const title = 'A\u0000B\ud800C <script>alert(1)</script>'
  const text = JSON.stringify(csafDocument({ id: 'NWM-ODD', title })).replace(
    '{',
    '{"__proto__":{"polluted":true},',
  )
  const [outcome] = await recordAll(received(text, 'odd\u0000name.json'))
  assert.equal(outcome?.outcome, 'new')
  assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false)
  const [summary] = await db.database.asCentre((scope) => summariesOf(scope, [outcome.advisoryId ?? 0]))
  assert.match(summary?.title ?? '', /<script>/)
})

test('the catalogue of exploited vulnerabilities tells which entries changed, an older one changes nothing', async () => {
  const first = kevCatalogue([{ cve: 'CVE-2026-20001' }, { cve: 'CVE-2026-20002' }])
  assert.deepEqual(await wordsOf(first), ['kev'])
  assert.deepEqual((await announced('after-kev')).at(-1), { cveIds: ['CVE-2026-20001', 'CVE-2026-20002'] })
  const count = (await announced('after-kev')).length
  await wordsOf(first)
  await wordsOf(kevCatalogue([{ cve: 'CVE-2026-20001', ransomware: true }], '2026-01-01T00:00:00Z'))
  assert.equal((await announced('after-kev')).length, count)
  await wordsOf(kevCatalogue([{ cve: 'CVE-2026-20001', ransomware: true }], '2026-03-05T00:00:00Z'))
  assert.deepEqual((await announced('after-kev')).at(-1), { cveIds: ['CVE-2026-20001'] })
})

test('threat facts come from the advisory, from CVE records of the same id, and from the catalogue', async () => {
  const cve = 'CVE-2026-30001'
  const [outcome] = await recordAll(received(csafDocument({ id: 'NWM-THREAT', cve })))
  const id = outcome?.advisoryId ?? 0
  const factsNow = async () => (await db.database.asEngine((scope) => threatFactsOf(scope, [id]))).get(id)
  const { remediationFingerprint, ...bare } = (await factsNow()) ?? {}
  assert.match(String(remediationFingerprint), /^[0-9a-f]{64}$/)
  assert.deepEqual(bare, {
    isLive: true,
    maxBaseScore: 9.8,
    cvssVector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
    cvssVectors: ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'],
    exploitMaturity: null,
    epss: null,
    exploitation: null,
    automatable: null,
    kevDateAdded: null,
    kevRansomware: false,
    cveIds: [cve],
    hasFix: true,
  })
  await recordAll(
    received(cveRecord(cve, 'poc')),
    received(kevCatalogue([{ cve, dateAdded: '2026-03-02', ransomware: true }])),
  )
  const facts = await factsNow()
  assert.equal(facts?.exploitation, 'poc')
  assert.equal(facts.automatable, true)
  assert.equal(facts.kevDateAdded, '2026-03-02')
  assert.equal(facts.kevRansomware, true)
  const ids = await db.database.asMember(7, (scope) => advisoryIdsOfCves(scope, [cve]))
  assert.equal(ids.length, 2)
  assert.ok(ids.includes(id))
})

test('a draft is recorded, but is not live', async () => {
  const [outcome] = await recordAll(
    received(csafDocument({ id: 'NWM-DRAFT', status: 'draft', version: '0' })),
  )
  const facts = await db.database.asEngine((scope) => threatFactsOf(scope, [outcome?.advisoryId ?? 0]))
  assert.equal(facts.get(outcome?.advisoryId ?? 0)?.isLive, false)
})

test('recording one document within a transaction leaves nothing behind when the transaction fails', async () => {
  const document = received(osvRecord('PYSEC-2026-77'))
  const failing = db.database.asEngine(async (scope) => {
    const { outcome } = await recordDocument(recordingContext(db), scope, document, operator)
    assert.equal(outcome, 'new')
    throw new Error('on purpose')
  })
  await assert.rejects(failing, /on purpose/)
  assert.deepEqual(await wordsOf(osvRecord('PYSEC-2026-77')), ['new'])
})

test('two processes recording the same documents at once store each once', async () => {
  const documents = Array.from({ length: 30 }, (_, index) => received(osvRecord(`PYSEC-2026-1${index}`)))
  const outcomes = await Promise.all([recordAll(...documents), recordAll(...documents)])
  assert.equal(outcomes.flat().filter(({ outcome }) => outcome === 'new').length, 30)
})

test('a subscriber that fails for one document does not stop the others', async () => {
  const events = {
    deferred: () => [],
    async announce(_scope: unknown, _event: unknown, payloads: unknown) {
      const advisories = payloads as readonly { advisoryId: number }[]
      const titles = await db.query<{ n: number }>('select 1 as n')
      if (advisories.length === 2 || failOnce()) throw new Error(`on purpose ${titles.length}`)
    },
  }
  let calls = 0
  const failOnce = () => ++calls === 1
  const outcomes = await collect(
    recordDocuments(
      recordingContext(db, events),
      [received(osvRecord('PYSEC-2026-901')), received(osvRecord('PYSEC-2026-902'))],
      { now: testNow, actor: 'feed:1' },
    ),
  )
  assert.deepEqual(outcomesOf(outcomes), ['quarantined', 'new'])
  assert.equal(outcomes[0]?.faults[0]?.code, 'advisory/not-storable')
  assert.deepEqual(await wordsOf(osvRecord('PYSEC-2026-901')), ['new'])
  const rows = await db.query(
    `select from quarantined_documents where faults->0->>'code' = 'advisory/not-storable'`,
  )
  assert.equal(rows.length, 0)
})

test('no bytes whatever make recording fail', async () => {
  const json = fc.jsonValue({ maxDepth: 4 })
  const mutated = fc
    .tuple(fc.nat(), fc.nat(40), fc.uint8Array({ maxLength: 6 }))
    .map(([at, length, bytes]) => {
      const text = Buffer.from(JSON.stringify(csafDocument({ id: 'NWM-FUZZ' })))
      const from = at % text.length
      return Buffer.concat([text.subarray(0, from), bytes, text.subarray(from + length)])
    })
  const nested = json.map((value) =>
    Buffer.from(JSON.stringify({ ...csafDocument({ id: 'NWM-F2' }), product_tree: value })),
  )
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    json.map((value) => Buffer.from(JSON.stringify(value))),
    mutated,
    nested,
  )
  await fc.assert(
    fc.asyncProperty(fc.array(bytes, { minLength: 1, maxLength: 8 }), async (documents) => {
      const outcomes = await recordAll(...documents.map((document) => received(document)))
      assert.equal(outcomes.length, documents.length)
    }),
    { numRuns: 40 },
  )
})
