// Managing documents over HTTP, on screens and as JSON: marks, comments, deletion, search, comparison, and every role.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { recordDocuments } from '../actions/record.ts'
import { serveAdvisories } from '../builders/server.ts'
import { type CsafSketch, collect, csafDocument, operator, received } from '../builders.ts'

let db: TestDatabase
let served: Awaited<ReturnType<typeof serveAdvisories>>
const list = '/centre/advisories'
const api = '/api/centre/advisories'

before(async () => {
  db = await testDatabase()
  served = await serveAdvisories(db)
})
after(async () => {
  await served.close()
  await db.close()
})

async function record(document: object): Promise<number> {
  const [outcome] = await collect(recordDocuments(served.context, [received(document)], operator))
  return outcome?.advisoryId ?? assert.fail(JSON.stringify(outcome))
}
const publish = (sketch: CsafSketch) => record(csafDocument(sketch))
const page = async (url: string, role?: string) => (await served.get(url, role)).body

test('strangers, members and lower roles may not mark, comment, compare or delete', async () => {
  const id = await publish({ id: 'ROLE-1' })
  assert.equal((await served.get(`${list}/${id}/compare`, null)).statusCode, 303)
  for (const path of [
    'read',
    `${id}/comments`,
    `${id}/comments/1/retract`,
    `${id}/delete`,
    `${id}/bring-back`,
  ]) {
    const body = { text: 'x', reason: 'x', advisoryIds: [id], read: true }
    for (const role of ['lead', 'responder', 'reader'])
      assert.equal(
        (await served.postForm(`${list}/${path}`, { text: 'x', reason: 'x' }, role)).statusCode,
        403,
        `${path} ${role}`,
      )
    assert.equal((await served.postJson(`${api}/${path}`, body, 'lead')).statusCode, 403, path)
  }
  for (const path of ['delete', 'bring-back']) {
    assert.equal(
      (await served.postForm(`${list}/${id}/${path}`, { reason: 'x' }, 'duty-officer')).statusCode,
      403,
    )
    assert.equal(
      (await served.postJson(`${api}/${id}/${path}`, { reason: 'x' }, 'duty-officer')).statusCode,
      403,
    )
  }
  assert.equal((await served.get(`${api}/${id}/difference`, 'lead')).statusCode, 403)
  assert.equal((await served.get(`${api}/${id}/comments`, 'lead')).statusCode, 403)
  assert.doesNotMatch(
    await page(`${list}/${id}`),
    /Delete for everybody/,
    'who may not, is told so and sees no button',
  )
})

test('a document is marked as read on its page and in the list, and the list is narrowed to what is not read', async () => {
  const [one] = [await publish({ id: 'MARK-1' }), await publish({ id: 'MARK-2' })]
  assert.match(await page(`${list}/${one}`), /Mark as read/)
  const marked = await served.postForm(
    `${list}/read`,
    { advisoryIds: String(one), read: 'yes' },
    'duty-officer',
  )
  assert.equal(marked.headers.location, `${list}/${one}`)
  assert.match(await page(`${list}/${one}`), /Mark as not read/)
  assert.deepEqual((await page(`${list}?q=MARK-&unread=yes`)).match(/MARK-\d/g), ['MARK-2'])
  const rest = await served.postForm(
    `${list}/read`,
    { advisoryIds: String(one + 1), read: 'yes', query: 'q=MARK-&unread=yes' },
    'duty-officer',
  )
  assert.equal(rest.headers.location, `${list}?q=MARK-&unread=yes`)
  assert.match(await page(`${list}?q=MARK-&unread=yes`), /No advisory fits/)
  const elsewhere = await served.postForm(
    `${list}/read`,
    { read: 'yes', query: '//evil.example/' },
    'duty-officer',
  )
  assert.match(String(elsewhere.headers.location), /^\/centre\/advisories\?/)
  const again = await served.postJson(`${api}/read`, { advisoryIds: [one], read: false })
  assert.deepEqual(again.json(), { marked: 1 })
  const many = { advisoryIds: Array.from({ length: 101 }, (_, number) => number + 1), read: true }
  assert.equal((await served.postJson(`${api}/read`, many)).statusCode, 422)
})

test('a comment is shown as text with its author, an empty or endless one is refused beside the field', async () => {
  const id = await publish({ id: 'TALK-1' })
  const path = `${list}/${id}/comments`
  const said = await served.postForm(path, { text: 'Called <b>them</b>.\r\nFix on Friday.' }, 'duty-officer')
  assert.equal(said.headers.location, `${list}/${id}#comments`)
  const shown = await page(`${list}/${id}`)
  assert.match(shown, /Called &lt;b>them&lt;\/b>\.\nFix on Friday\./)
  assert.match(shown, /Ada Example, on version 1/)
  const empty = await served.postForm(path, { text: '  ' }, 'duty-officer')
  assert.equal(empty.statusCode, 422)
  assert.match(empty.body, /id="text-error">Write what you want to say/)
  assert.equal((await served.postForm(path, { text: 'x'.repeat(4_001) }, 'duty-officer')).statusCode, 422)
  const { comments } = (await served.get(`${api}/${id}/comments`)).json()
  assert.deepEqual([comments.length, comments[0].isOwn], [1, true])
  const retract = `${path}/${comments[0].id}/retract`
  assert.equal((await served.postForm(retract, {}, 'administrator@13')).statusCode, 409)
  assert.doesNotMatch(await page(`${list}/${id}`, 'administrator@13'), /Retract this comment/)
  assert.equal((await served.postForm(retract, {}, 'duty-officer')).statusCode, 303)
  assert.match(await page(`${list}/${id}`), /Retracted by who wrote it.*<del class="s-was">Called/s)
  assert.equal((await served.postJson(`${api}/${id}/comments`, { text: '' })).statusCode, 422)
  assert.equal((await served.get(`${api}/999999/comments`)).statusCode, 404)
})

test('an administrator deletes with a reason, everybody sees why, and the list shows it under deleted only', async () => {
  const id = await publish({ id: 'BIN-1' })
  const missing = await served.postForm(`${list}/${id}/delete`, { reason: ' ' })
  assert.equal(missing.statusCode, 422)
  assert.match(missing.body, /id="reason-error">Give the reason/)
  assert.equal(
    (await served.postForm(`${list}/${id}/delete`, { reason: 'Sent by mistake <i>' })).statusCode,
    303,
  )
  const shown = await page(`${list}/${id}`)
  assert.match(shown, /This document was deleted/)
  assert.match(shown, /Sent by mistake &lt;i>/)
  assert.doesNotMatch(shown, /Bring it back/, 'a duty officer may not')
  assert.match(await page(`${list}?q=BIN-1`), /No advisory fits/)
  assert.match(await page(`${list}?q=BIN-1&deleted=yes`), /BIN-1/)
  assert.equal((await served.postForm(`${list}/${id}/delete`, { reason: 'again' })).statusCode, 409)
  const back = await served.postJson(`${api}/${id}/bring-back`, { reason: 'It was right' }, 'administrator')
  assert.deepEqual(back.json(), { advisoryId: id })
  assert.match(await page(`${list}?q=BIN-1`), /BIN-1/)
  assert.equal(
    (await served.postJson(`${api}/999999/delete`, { reason: 'x' }, 'administrator')).statusCode,
    404,
  )
})

test('the list is searched and sorted on the screen, keeps what is asked, and says which day it cannot read', async () => {
  await publish({ id: 'FIND-1', title: 'Zeppelin pump', publisher: 'Kestrel Care' })
  await publish({ id: 'FIND-2', title: 'Airship pump', publisher: 'Kestrel Care' })
  const sorted = await page(`${list}?publisher=kestrel&order=title`)
  assert.deepEqual(sorted.match(/FIND-\d/g), ['FIND-2', 'FIND-1'])
  assert.match(sorted, /Publisher or its address: kestrel/)
  assert.match(sorted, /<input type="hidden" name="order" value="title"\/?>/)
  const wrong = await served.get(`${list}?releasedFrom=yesterday&publisher=kestrel`)
  assert.equal(wrong.statusCode, 200)
  assert.match(wrong.body, /id="releasedFrom-error">Give a day/)
  assert.match(wrong.body, /value="yesterday"/)
  assert.doesNotMatch(wrong.body, /FIND-\d/, 'nothing is shown that was not asked for')
  for (const query of ['order=size', 'minScore=11', 'releasedFrom=yesterday', 'after=x', 'tlp=PINK'])
    assert.equal((await served.get(`${api}?${query}`)).statusCode, 422, query)
  const json = (await served.get(`${api}?order=score&minScore=9&publisher=kestrel`)).json()
  assert.deepEqual(
    json.advisories.map((one: { maxBaseScore: number; isRead: boolean }) => [one.maxBaseScore, one.isRead]),
    [
      [9.8, false],
      [9.8, false],
    ],
  )
})

test('two versions are compared: statuses and remediations, values by pointer, and lines', async () => {
  const id = await publish({ id: 'DIFF-1', range: 'vers:generic/<2.4.0' })
  assert.match(await page(`${list}/${id}/compare`), /There is nothing to compare/)
  assert.doesNotMatch(await page(`${list}/${id}`), /Compare versions/)
  await publish({ id: 'DIFF-1', range: 'vers:generic/<2.4.1', version: '2', fix: 'Update to 2.4.1 <script>' })
  assert.match(await page(`${list}/${id}`), /Compare versions/)
  const compared = await page(`${list}/${id}/compare`)
  for (const text of [
    'known_affected: vers:generic/&lt;2.4.0',
    'Update to 2.4.1 &lt;script>',
    '/document/tracking/version',
  ])
    assert.ok(compared.includes(text), text)
  assert.doesNotMatch(compared, /<script/)
  const {
    statements,
    remediations,
    values,
    lines,
    isCut,
    before: old,
    after: now,
  } = (await served.get(`${api}/${id}/difference`)).json()
  assert.deepEqual(
    [statements.length, remediations.length, isCut, old.version, now.version],
    [1, 1, false, '1', '2'],
  )
  assert.ok(values.some(({ pointer }: { pointer: string }) => pointer === '/document/tracking/version'))
  assert.ok(
    lines.some(
      (line: { kind: string; text: string } | null) => line?.kind === 'added' && line.text.includes('2.4.1'),
    ),
  )
  const back = (await served.get(`${api}/${id}/difference?before=${now.id}&after=${old.id}`)).json()
  assert.deepEqual([back.before.version, back.after.version], ['2', '1'])
  const other = await publish({ id: 'DIFF-2' })
  assert.equal(
    (await served.get(`${list}/${other}/compare?before=${old.id}`)).statusCode,
    404,
    'of another document',
  )
})

test('a document without any line break and one of endless size are compared within bounds', async () => {
  const large = (word: string) => {
    const document = csafDocument({ id: 'DIFF-LARGE', version: word === 'old' ? '1' : '2' })
    const notes = Array.from({ length: 40_000 }, (_, number) => ({
      category: 'general',
      text: `${word} ${number} ${'x'.repeat(100)}`,
    }))
    return { ...document, document: { ...document.document, notes } }
  }
  const id = await record(large('old'))
  await record(large('new'))
  const startedMs = performance.now()
  const compared = await page(`${list}/${id}/compare`)
  assert.ok(performance.now() - startedMs < 120_000)
  assert.match(compared, /too large or too different to be shown line by line/)
  assert.match(compared, /Not every difference is listed/)
  assert.ok(compared.length < 2_000_000)
})

test('a viewer shows the preferred score first, others on demand, and warns of extensions that it does not read', async () => {
  const document = csafDocument({ id: 'VIEW-1' })
  const [vulnerability] = document.vulnerabilities
  assert.ok(vulnerability)
  const metric = (vectorString: string, source?: string) => ({
    content: { cvss_v3: { version: '3.1', vectorString, baseScore: 1, baseSeverity: 'LOW' } },
    products: ['P1'],
    ...(source ? { source } : {}),
  })
  const { scores: _, ...rest } = vulnerability
  const id = await record({
    ...document,
    document: {
      ...document.document,
      csaf_version: '2.1',
      x_extensions: [
        {
          $schema: 'https://x.example/e_1.0.0.json',
          category: 'essential',
          critical: false,
          content: { a: 1 },
        },
      ],
    },
    vulnerabilities: [
      {
        ...rest,
        metrics: [
          metric('CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 'https://other.example/'),
          metric('CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N'),
        ],
      },
    ],
  })
  const shown = await page(`${list}/${id}`)
  const [own, others] = [shown.indexOf('1.6 (CVSS 3.1)'), shown.indexOf('9.8 (CVSS 3.1)')]
  assert.ok(own > 0 && others > own, 'the author’s own score, computed from its vector, comes first')
  assert.match(shown, /1 more score is stated/)
  assert.match(shown, /stated by https:\/\/other\.example\//)
  assert.match(shown, /1 extension of this document is essential to understand it/)
})
