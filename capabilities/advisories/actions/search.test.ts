// Finding documents on the real database: by every required field, in every order, page by page, whatever is asked.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import {
  collect,
  csafDocument,
  cveRecord,
  operator,
  osvRecord,
  received,
  recordingContext,
} from '../builders.ts'
import type { ListQuery } from '../contract/list.ts'
import { directionOf, listOrders, readPlace } from '../listing-order.ts'
import { listStatement } from '../store/listing.ts'
import { listPageOf } from './list.ts'
import { recordDocuments } from './record.ts'

let db: TestDatabase
const none = {
  q: '',
  title: '',
  publisher: '',
  trackingId: '',
  cve: '',
  product: '',
  category: '',
  version: '',
  history: '',
  severity: '',
}
const personId = 12

const pump = csafDocument({
  id: 'SEARCH-9',
  title: 'Ärger mit der Infusionspumpe',
  cve: 'CVE-2026-60001',
  revisedAt: '2026-03-05T08:00:00.000Z',
})
const monitor = {
  ...csafDocument({
    id: 'SEARCH-10',
    title: '100% of monitor_7',
    cve: 'CVE-2026-60002',
    publisher: 'Kestrel Care',
    vector: 'CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N',
    version: '3',
    revisedAt: '2026-03-09T23:59:00.000Z',
  }),
  product_tree: {
    full_product_names: [
      {
        name: 'Kestrel Care Vista 7',
        product_id: 'KCV-7',
        product_identification_helper: { model_numbers: ['KC-7700'], purl: 'pkg:generic/kestrel/vista@7' },
      },
    ],
  },
}
Object.assign(monitor.document, { category: 'csaf_vex', aggregate_severity: { text: 'Low' } })
Object.assign(monitor.document.publisher, { category: 'coordinator', namespace: 'https://kestrel.example' })
Object.assign(monitor.document.distribution.tlp, { label: 'AMBER' })
Object.assign(monitor.document.tracking.revision_history[2] ?? {}, { summary: 'Corrected the dosage module' })
const product = { product_id: 'KCV-7', products: ['KCV-7'] }
for (const vulnerability of monitor.vulnerabilities) {
  Object.assign(vulnerability, { product_status: { known_affected: [product.product_id] } })
  for (const list of [vulnerability.remediations]) for (const one of list) one.product_ids = product.products
  for (const one of vulnerability.scores) one.products = product.products
}
const severe = csafDocument({ id: 'SEARCH-2', cve: 'CVE-2026-123456', title: 'Backup server' })
Object.assign(severe.document, { aggregate_severity: { text: 'Critical' } })

before(async () => {
  db = await testDatabase()
  const documents = [pump, monitor, severe, cveRecord('CVE-2026-60009'), osvRecord('PYSEC-2026-60')]
  for (const [minute, document] of documents.entries()) {
    const now = new Date(operator.now.getTime() + minute * 60_000)
    const [outcome] = await collect(
      recordDocuments(recordingContext(db), [received(document)], { ...operator, now }),
    )
    assert.equal(outcome?.outcome, 'new')
  }
})
after(() => db.close())

const ask = (asked: Partial<ListQuery>, pageSize = 100) =>
  db.database.asCentre((scope) => listPageOf(scope, { ...none, ...asked }, personId, pageSize))
const found = async (asked: Partial<ListQuery>) =>
  (await ask(asked)).advisories.map(({ trackingId }) => trackingId)

test('documents are found by a part of any word of title, publisher, number, vulnerability and product tree', async () => {
  const cases: readonly (readonly [Partial<ListQuery>, readonly string[]])[] = [
    [{ q: 'usionspump' }, ['SEARCH-9']],
    [{ q: 'arger INFUSION' }, ['SEARCH-9']],
    [{ q: '100%' }, ['SEARCH-10']],
    [{ q: 'monitor__' }, []],
    [{ q: 'mon%r' }, []],
    [{ q: 'infusionspumpe kestrel' }, []],
    [{ q: 'kc-77 vista' }, ['SEARCH-10']],
    [{ q: 'cve-2026-6000' }, ['CVE-2026-60009', 'SEARCH-10', 'SEARCH-9']],
    [{ q: '60009' }, ['CVE-2026-60009']],
    [{ q: 'pumplib' }, ['PYSEC-2026-60']],
    [{ q: 'er' }, []],
    [{ q: 'of' }, ['SEARCH-10']],
  ]
  for (const [asked, expected] of cases) assert.deepEqual(await found(asked), expected, JSON.stringify(asked))
})

test('documents are found by each required field of the document level', async () => {
  const cases: readonly (readonly [Partial<ListQuery>, readonly string[]])[] = [
    [{ category: 'vex' }, ['SEARCH-10']],
    [{ format: 'csaf-2.0', tlp: 'AMBER' }, ['SEARCH-10']],
    [{ publisher: 'kestrel' }, ['SEARCH-10']],
    [{ publisher: 'https://kestrel.ex' }, ['SEARCH-10']],
    [{ publisherCategory: 'coordinator' }, ['SEARCH-10']],
    [{ title: 'infusion' }, ['SEARCH-9']],
    [{ title: 'kestrel' }, []],
    [{ trackingId: 'search-1' }, ['SEARCH-10']],
    [{ version: '3' }, ['SEARCH-10']],
    [{ state: 'published', q: 'SEARCH-10' }, ['SEARCH-10']],
    [{ history: 'dosage' }, ['SEARCH-10']],
    [{ history: '2026-03-09' }, ['SEARCH-10']],
    [{ status: 'draft' }, []],
    [{ status: 'final', title: 'infusion' }, ['SEARCH-9']],
    [{ releasedFrom: '2026-03-05', releasedUntil: '2026-03-05' }, ['SEARCH-9']],
    [{ releasedFrom: '2026-03-09', releasedUntil: '2026-03-09' }, ['SEARCH-10']],
    [{ firstReleasedUntil: '2026-02-28' }, []],
    [{ firstReleasedFrom: '2026-03-01', firstReleasedUntil: '2026-03-01', title: 'backup' }, ['SEARCH-2']],
    // Its score contradicts its vector, which the standard forbids.
    [{ validity: 'invalid' }, ['SEARCH-10']],
  ]
  for (const [asked, expected] of cases) assert.deepEqual(await found(asked), expected, JSON.stringify(asked))
})

test('documents are found by CVE, by properties of the product tree, by score and severity', async () => {
  const cases: readonly (readonly [Partial<ListQuery>, readonly string[]])[] = [
    [{ cve: ' cve-2026-60001 ' }, ['SEARCH-9']],
    [{ cve: 'CVE-2026-600' }, ['CVE-2026-60009', 'SEARCH-10', 'SEARCH-9']],
    [{ cve: '123456' }, ['SEARCH-2']],
    [{ product: 'Vista' }, ['SEARCH-10']],
    [{ product: 'KC-7700' }, ['SEARCH-10']],
    [{ product: 'pkg:generic/kestrel' }, ['SEARCH-10']],
    [{ product: 'KCV-7' }, ['SEARCH-10']],
    [{ product: 'vers:generic/<2.4.0', title: 'backup' }, ['SEARCH-2']],
    [{ minScore: 9 }, ['SEARCH-2', 'SEARCH-9']],
    [{ minScore: 0 }, ['SEARCH-2', 'SEARCH-10', 'SEARCH-9']],
    [{ severity: 'crit' }, ['SEARCH-2']],
  ]
  for (const [asked, expected] of cases) assert.deepEqual(await found(asked), expected, JSON.stringify(asked))
})

test('the list is sorted by each property that can be searched, by score and by severity', async () => {
  const csaf = { format: 'csaf-2.0' } as const
  const cases: readonly (readonly [Partial<ListQuery>, readonly string[]])[] = [
    [{ order: 'recorded' }, ['SEARCH-2', 'SEARCH-10', 'SEARCH-9']],
    [{ order: 'released' }, ['SEARCH-10', 'SEARCH-9', 'SEARCH-2']],
    [{ order: 'score' }, ['SEARCH-2', 'SEARCH-9', 'SEARCH-10']],
    [{ order: 'score', direction: 'up' }, ['SEARCH-10', 'SEARCH-9', 'SEARCH-2']],
    [{ order: 'severity' }, ['SEARCH-2', 'SEARCH-10', 'SEARCH-9']],
    [{ order: 'title' }, ['SEARCH-10', 'SEARCH-2', 'SEARCH-9']],
    [{ order: 'publisher' }, ['SEARCH-10', 'SEARCH-9', 'SEARCH-2']],
    [{ order: 'publisherNamespace' }, ['SEARCH-10', 'SEARCH-9', 'SEARCH-2']],
    [{ order: 'publisherCategory' }, ['SEARCH-10', 'SEARCH-9', 'SEARCH-2']],
    [{ order: 'trackingId' }, ['SEARCH-2', 'SEARCH-9', 'SEARCH-10']],
    [{ order: 'product' }, ['SEARCH-10', 'SEARCH-9', 'SEARCH-2']],
    [{ order: 'vendor' }, ['SEARCH-10', 'SEARCH-9', 'SEARCH-2']],
    [{ order: 'productVersion' }, ['SEARCH-10', 'SEARCH-9', 'SEARCH-2']],
    [{ order: 'status' }, ['SEARCH-9', 'SEARCH-10', 'SEARCH-2']],
    [{ order: 'cve' }, ['SEARCH-9', 'SEARCH-10', 'SEARCH-2']],
    [{ order: 'category' }, ['SEARCH-9', 'SEARCH-2', 'SEARCH-10']],
    [{ order: 'tlp' }, ['SEARCH-10', 'SEARCH-9', 'SEARCH-2']],
    [{ order: 'version', direction: 'down' }, ['SEARCH-10', 'SEARCH-2', 'SEARCH-9']],
    [{ order: 'history' }, ['SEARCH-10', 'SEARCH-9', 'SEARCH-2']],
  ]
  for (const [asked, expected] of cases)
    assert.deepEqual(await found({ ...csaf, ...asked }), expected, JSON.stringify(asked))
})

test('page by page every document comes once, in every order and both directions', async () => {
  const all = (await found({})).sort()
  for (const order of listOrders)
    for (const direction of ['up', 'down'] as const) {
      const seen: string[] = []
      let after: string | null = null
      for (let page = 0; page < 10; page += 1) {
        const place: ReturnType<typeof readPlace> = after === null ? null : readPlace(after)
        const one = await ask({ order, direction, ...(place ? { after: place } : {}) }, 2)
        seen.push(...one.advisories.map(({ trackingId }) => trackingId))
        after = one.after
        if (after === null) break
      }
      assert.deepEqual(seen.sort(), all, `${order} ${direction}`)
    }
})

test('whatever is typed, the list answers', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ maxLength: 60 }),
      fc.constantFrom('q', 'title', 'product', 'cve', 'trackingId', 'version'),
      async (text, field) => {
        await ask({ [field]: text })
      },
    ),
    { numRuns: 60 },
  )
})

test('searches and the orders that are asked for most can be answered by an index', async () => {
  const cases: readonly (readonly [Partial<ListQuery>, string])[] = [
    [{}, 'advisories_recorded'],
    [{ order: 'released' }, 'advisories_released'],
    [{ order: 'title' }, 'advisories_title'],
    [{ order: 'publisher' }, 'advisories_publisher'],
    [{ order: 'product' }, 'advisories_product'],
    [{ order: 'score' }, 'advisories_score'],
    [{ order: 'severity' }, 'advisories_severity'],
    [{ minScore: 9 }, 'advisories_score'],
    [{ releasedFrom: '2026-03-05' }, 'advisories_released'],
    [{ q: 'infusion' }, 'advisories_words'],
    [{ product: 'vista' }, 'advisories_words'],
    [{ publisher: 'kestrel' }, 'advisories_words'],
    [{ trackingId: 'SEARCH' }, 'advisories_words'],
    [{ cve: 'CVE-2026-60001' }, 'advisory_vulnerabilities_cve'],
  ]
  for (const [asked, index] of cases) {
    const plan = await planOf(asked)
    assert.match(plan, new RegExp(index), `${JSON.stringify(asked)}\n${plan}`)
  }
})

/** With five rows the planner would read the table: here it shows what it can do. */
function planOf({ order = 'recorded', direction, after: _, ...filter }: Partial<ListQuery>): Promise<string> {
  return db.database.asCentre(async (scope) => {
    for (const way of ['seqscan', ...(Object.keys(filter).length > 0 ? ['indexscan'] : ['sort'])])
      await sql.raw(`set local enable_${way} = off`).execute(scope.db)
    const listing = {
      filter: { ...none, ...filter },
      order,
      direction: directionOf(order, direction ?? null),
    }
    const statement = listStatement({ ...listing, after: null, personId, limit: 51 })
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain ${statement}`.execute(scope.db)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })
}
