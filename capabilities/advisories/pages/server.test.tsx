// The screens and JSON addresses of advisories over HTTP, with hostile documents and every role.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { serveAdvisories } from '../builders/server.ts'
import { csafDocument, kevCatalogue } from '../builders.ts'

let db: TestDatabase
let served: Awaited<ReturnType<typeof serveAdvisories>>

before(async () => {
  db = await testDatabase()
  served = await serveAdvisories(db)
})
after(async () => {
  await served.close()
  await db.close()
})

const get = (url: string, role: string | null = 'duty-officer') => served.get(url, role)
const postForm = (url: string, fields: Readonly<Record<string, string>>, role = 'administrator') =>
  served.postForm(url, fields, role)

function upload(url: string, name: string, content: string | Buffer, role = 'duty-officer') {
  const boundary = 'b'.repeat(24)
  const payload = Buffer.concat([
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\nthe-token\r\n`),
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    Buffer.from(content),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  return served.server.inject({
    method: 'POST',
    url,
    cookies: { role },
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload,
  })
}

const uploadPage = (name: string, content: string | Buffer) =>
  upload('/centre/advisories/upload', name, content)
const idOf = async (trackingId: string) =>
  (
    await db.query<{ id: number }>('select id::int as id from advisories where tracking_id = $1', [
      trackingId,
    ])
  )[0]?.id ?? 0

test('strangers are sent to sign in, members and lower roles are refused', async () => {
  for (const path of [
    '/centre/advisories',
    '/centre/advisories/upload',
    '/centre/quarantine',
    '/centre/feeds',
  ]) {
    assert.equal((await get(path, null)).statusCode, 303, path)
    assert.equal((await get(path, 'lead')).statusCode, 403, path)
    assert.equal((await get(path)).statusCode, 200, path)
  }
  assert.equal((await get('/api/centre/advisories', null)).statusCode, 401)
  assert.equal((await get('/api/centre/advisories', 'responder')).statusCode, 403)
  assert.equal((await postForm('/centre/feeds', { kind: 'kev' }, 'duty-officer')).statusCode, 403)
  assert.equal((await upload('/centre/advisories/upload', 'a.json', '{}', 'lead')).statusCode, 403)
})

test('an uploaded document is recorded, announced, and shown with what it says', async () => {
  const reply = await uploadPage(
    'pump.json',
    JSON.stringify(csafDocument({ id: 'UP-1', cve: 'CVE-2026-55555' })),
  )
  assert.equal(reply.statusCode, 200)
  assert.match(reply.body, /1 document was read/)
  assert.match(reply.body, /1 new, 0 revised/)
  const id = await idOf('UP-1')
  const events = await db.query('select from events where (payload->>$1)::int = $2', ['advisoryId', id])
  assert.equal(events.length, 1)
  const [entry] = await db.query<{ actor: string }>(
    `select actor from journal where object_id = $1 and object_type = 'advisory'`,
    [String(id)],
  )
  assert.equal(entry?.actor, 'person:12')
  const page = await get(`/centre/advisories/${id}`)
  assert.equal(page.statusCode, 200)
  for (const text of [
    'CVE-2026-55555',
    '9.8 (CVSS 3.1)',
    'vers:generic/&lt;2.4.0',
    'Update to 2.4.0.',
    'known_affected',
    '/product_tree',
  ])
    assert.ok(page.body.includes(text), text)
  assert.match(
    (await uploadPage('pump.json', JSON.stringify(csafDocument({ id: 'UP-1', cve: 'CVE-2026-55555' })))).body,
    /1 already known/,
  )
})

test('several packed documents are told apart, and those that fail with their faults', async () => {
  const lines = [csafDocument({ id: 'UP-2' }), kevCatalogue([{ cve: 'CVE-2026-10001' }])].map((line) =>
    JSON.stringify(line),
  )
  const reply = await uploadPage(
    'many.jsonl.gz',
    gzipSync([...lines, '{"cut": ', '{"no": "advisory"}'].join('\n')),
  )
  assert.match(reply.body, /4 documents were read/)
  assert.match(reply.body, /1 new, 0 revised, 0 already known, 2 in quarantine, catalogue of exploited/)
  assert.match(reply.body, /json\/truncated/)
  assert.match(reply.body, /advisory\/unknown-format/)
})

test('an upload without a file, of another kind, or damaged says what to do', async () => {
  const empty = await uploadPage('empty.json', '')
  assert.equal(empty.statusCode, 422)
  assert.match(empty.body, /Choose a file that is not empty/)
  assert.match((await uploadPage('notes.txt', 'hello')).body, /No document was found.*1 file is no advisory/s)
  assert.match((await uploadPage('x.tar.gz', 'hello')).body, /archive\/damaged/)
})

test('hostile titles and addresses are shown as text and never become markup or links', async () => {
  const title = '<img src=x onerror=alert(1)>"><script>alert(2)</script>'
  const references = [
    'javascript:alert(3)',
    'https://northwind-medical.example/a?"onclick="alert(4)',
    'data:text/html,x',
  ]
  const document = csafDocument({
    id: 'UP-EVIL',
    title,
    references,
    fix: '<b onclick=alert(5)>fix</b>',
    range: '<svg/onload=alert(6)>',
  })
  const uploaded = await uploadPage('<script>alert(7)</script>.json', JSON.stringify(document))
  const id = await idOf('UP-EVIL')
  for (const { body } of [uploaded, await get(`/centre/advisories/${id}`), await get('/centre/advisories')]) {
    assert.doesNotMatch(body, /<script|<img|<svg|<b onclick/)
    assert.doesNotMatch(body, /href="(?!https?:|\/|#)/)
  }
  const { body } = await get(`/centre/advisories/${id}`)
  const foreign = [...body.matchAll(/<a [^>]*href="https?:[^>]*>/g)]
  assert.equal(foreign.length, 1)
  assert.match(foreign[0]?.[0] ?? '', /rel="noreferrer"/)
})

test('the raw document is handed out byte for byte, as a file that no browser runs', async () => {
  const text = JSON.stringify(csafDocument({ id: 'UP-RAW' }), null, 3)
  await uploadPage('raw.json', text)
  const id = await idOf('UP-RAW')
  const [, href = ''] =
    /href="(\/centre\/advisories\/\d+\/revisions\/\d+)"/.exec((await get(`/centre/advisories/${id}`)).body) ??
    []
  const file = await get(href)
  assert.equal(file.body, text)
  assert.match(String(file.headers['content-disposition']), /^attachment/)
  assert.equal(file.headers['content-type'], 'application/octet-stream')
  assert.equal((await get(`/centre/advisories/${id}/revisions/999999`)).statusCode, 404)
  assert.equal((await get('/centre/advisories/999999')).statusCode, 404)
  assert.equal((await get('/centre/advisories/x')).statusCode, 404)
})

test('the list filters, searches without taking signs for patterns, and pages', async () => {
  const lines = Array.from({ length: 60 }, (_, index) =>
    JSON.stringify(csafDocument({ id: `PAGE-${index}`, title: `100% of page_${index}` })),
  )
  await uploadPage('pages.jsonl', lines.join('\n'))
  const first = await get('/centre/advisories?q=PAGE-')
  assert.equal(first.body.match(/PAGE-\d+/g)?.length, 50)
  const [, older = ''] = /href="([^"]*after=[^"]*)"/.exec(first.body) ?? []
  const second = await get(older.replaceAll('&amp;', '&'))
  assert.equal(second.body.match(/PAGE-\d+/g)?.length, 10)
  assert.match((await get('/centre/advisories?q=100%25%20of')).body, /PAGE-/)
  assert.match((await get('/centre/advisories?q=page__')).body, /No advisory fits/)
  assert.match((await get('/centre/advisories?q=cve-2026-55555')).body, /UP-1/)
  assert.match(
    (await get('/centre/advisories?state=withdrawn&validity=valid&format=osv')).body,
    /No advisory fits/,
  )
  for (const wrong of ['state=x', 'after=1', 'after=9999-99-99T99:99:99.000Z~1', `q=${'a'.repeat(300)}`])
    assert.equal((await get(`/centre/advisories?${wrong}`)).statusCode, 422, wrong)
})

test('quarantine shows name, faults and hash, and gives a document up when asked', async () => {
  await uploadPage('broken-one.json', '{"document": [')
  const page = await get('/centre/quarantine')
  assert.match(page.body, /broken-one\.json/)
  const [row] = await db.query<{ id: number }>(
    `select id::int as id from quarantined_documents where name = 'broken-one.json'`,
  )
  const path = `/centre/quarantine/${row?.id}/delete`
  assert.equal((await postForm(path, {}, 'lead')).statusCode, 403)
  assert.equal((await postForm(path, {}, 'duty-officer')).statusCode, 303)
  assert.doesNotMatch((await get('/centre/quarantine')).body, /broken-one\.json/)
  assert.equal((await postForm(path, {}, 'duty-officer')).statusCode, 404)
})

test('a feed is added disabled, enabled, run, disabled and removed by an administrator', async () => {
  assert.match((await get('/centre/feeds')).body, /nothing is fetched from the internet/)
  const form = { kind: 'kev', name: 'Exploited', url: 'https://kev.example/kev.json', minutes: '60' }
  assert.equal((await postForm('/centre/feeds', form)).statusCode, 303)
  const [feed] = await db.query<{ id: number; enabled: boolean }>('select id::int as id, enabled from feeds')
  assert.equal(feed?.enabled, false)
  assert.match((await get('/centre/feeds', 'administrator')).body, /0 of 1 feed enabled/)
  assert.doesNotMatch(
    (await get('/centre/feeds')).body,
    /name="change"/,
    'the duty officer sees, but does not decide',
  )
  const change = (word: string) => postForm(`/centre/feeds/${feed?.id}`, { change: word })
  served.woken.length = 0
  await change('enable')
  await change('run')
  assert.deepEqual(served.woken, ['advisories.feeds', 'advisories.feeds'])
  await change('disable')
  await change('remove')
  assert.equal((await db.query('select from feeds')).length, 0)
  assert.equal((await change('enable')).statusCode, 404)
  const entries = await db.query<{ action: string }>(
    `select action from journal where object_type = 'feed' order by id`,
  )
  assert.deepEqual(
    entries.map(({ action }) => action),
    ['feed.added', 'feed.enabled', 'feed.run-asked', 'feed.disabled', 'feed.removed'],
  )
})

test('a feed form with faults comes back with each of them and what was typed', async () => {
  const reply = await postForm('/centre/feeds', {
    kind: 'kev',
    name: ' ',
    url: 'javascript:alert(1)',
    minutes: '0',
  })
  assert.equal(reply.statusCode, 422)
  assert.match(reply.body, /3 entries need correcting/)
  assert.match(reply.body, /value="javascript:alert\(1\)"/)
  const form = { kind: 'kev', name: 'Twice', url: 'https://kev.example/kev.json', minutes: '60' }
  await postForm('/centre/feeds', form)
  assert.match((await postForm('/centre/feeds', form)).body, /already/)
})

test('machines record and read advisories as JSON', async () => {
  const headers = { 'x-csrf-token': 'the-token' }
  const cookies = { role: 'duty-officer' }
  const url = '/api/centre/advisories'
  const posted = await served.server.inject({
    method: 'POST',
    url,
    headers,
    cookies,
    payload: csafDocument({ id: 'API-1' }),
  })
  assert.equal(posted.statusCode, 200)
  assert.equal(posted.json().documents[0].outcome, 'new')
  const filed = await upload(url, 'a.json', JSON.stringify(csafDocument({ id: 'API-2' })))
  assert.equal(filed.json().documents[0].outcome, 'new')
  const wrong = await served.server.inject({
    method: 'POST',
    url,
    headers,
    cookies,
    payload: { hello: 'world' },
  })
  assert.equal(wrong.json().documents[0].faults[0].code, 'advisory/unknown-format')
  assert.equal((await upload(url, 'a.txt', 'x')).statusCode, 422)
  assert.equal((await served.server.inject({ method: 'POST', url, cookies, payload: {} })).statusCode, 403)
  const list = (await get(`${url}?q=API-1`)).json()
  assert.equal(list.advisories.length, 1)
  assert.equal(list.after, null)
  const one = (await get(`${url}/${list.advisories[0].id}`)).json()
  assert.equal(one.statementCount, 1)
  assert.equal(one.statements[0].product.fullName, 'Northwind Medical PumpGate')
  assert.equal(one.content.title, one.title)
})
