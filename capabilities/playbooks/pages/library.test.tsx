// The library over HTTP: reading, handing out as CACAO, taking over from others, and who may see what.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readCacao } from '@salus/standards/cacao'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { cacaoDocument, cacaoId } from '../../../standards/cacao/builders.ts'
import { servePlaybooks } from '../builders/server.ts'
import { isHuman } from '../playbook.ts'
import { languages, ownPlaybooks } from '../store/library.ts'

let db: TestDatabase
let served: Awaited<ReturnType<typeof servePlaybooks>>
const [first] = ownPlaybooks()
const key = first?.playbook.key ?? ''

before(async () => {
  db = await testDatabase()
  served = await servePlaybooks(db)
})
after(async () => {
  await served.close()
  await db.close()
})

const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')

test('strangers are sent to sign in, and members may not take over playbooks', async () => {
  for (const path of [
    '/playbooks',
    `/playbooks/${key}`,
    `/playbooks/${key}/cacao`,
    '/centre/playbooks/import',
  ])
    assert.equal((await served.get(path, null)).statusCode, 303, path)
  assert.equal((await served.get('/centre/playbooks/import', 'lead')).statusCode, 403)
  assert.equal((await served.upload('{}', {}, 'lead')).statusCode, 403)
  assert.equal(
    (await served.postForm('/centre/playbooks/1/offer', { offered: 'yes' }, 'lead')).statusCode,
    403,
  )
  for (const role of ['reader', 'duty-officer'])
    assert.equal((await served.get('/playbooks', role)).statusCode, 200)
})

test('each playbook is shown whole in each language, with every step in its order, and says that nobody reviewed it', async () => {
  for (const { playbook, texts } of ownPlaybooks())
    for (const language of languages) {
      const reply = await served.get(`/playbooks/${playbook.key}`, 'reader', language)
      assert.equal(reply.statusCode, 200)
      const said = playbook.steps.filter(isHuman).map(({ id }) => texts[language]?.steps[id])
      const text = plain(reply.body)
      let at = 0
      for (const step of said) {
        const found = text.indexOf(plain(step?.title ?? '-'), at)
        assert.ok(found >= at, `${playbook.key} ${language}: ${step?.title}`)
        at = found
        for (const line of step?.do ?? []) assert.ok(text.includes(plain(line)), line)
      }
      assert.match(
        text,
        { en: /Not reviewed/, de: /Nicht geprüft/, fr: /Non relue/, it: /Non verificato/ }[language],
      )
    }
})

test('a playbook is handed out as CACAO in the language asked for, else in the reader’s', async () => {
  for (const [query, language] of [
    ['?language=de', 'de'],
    ['', 'it'],
    ['?language=../x', 'it'],
  ] as const) {
    const reply = await served.get(`/playbooks/${key}/cacao${query}`, 'reader', 'it')
    assert.match(String(reply.headers['content-disposition']), /^attachment/)
    const reading = readCacao(JSON.parse(reply.body))
    assert.equal(reading.outcome === 'read' && reading.value.name, first?.texts[language]?.name)
  }
  for (const path of [
    '/playbooks/nothing',
    '/playbooks/imported-77',
    '/playbooks/nothing/cacao',
    '/playbooks/..%2Fx',
  ])
    assert.equal((await served.get(path)).statusCode, 404, path)
})

test('a faulty document is not stored, and everything wrong with it is shown', async () => {
  const reply = await served.upload(JSON.stringify({ ...cacaoDocument({ name: '' }), created: 'yesterday' }))
  assert.equal(reply.statusCode, 422)
  assert.match(plain(reply.body), /It was not stored: 2 remarks/)
  for (const text of ['/name', '/created', 'This text is empty.', 'Expected an instant in UTC'])
    assert.ok(reply.body.includes(text), text)
  assert.match((await served.upload('{"cut": ')).body, /data-label|json/)
  assert.equal((await served.upload('')).statusCode, 422)
  assert.equal((await served.upload(Buffer.alloc(2 * 1024 * 1024 + 1, ' '))).statusCode, 413)
  assert.equal((await db.query('select from imported_playbooks')).length, 0)
})

test('a playbook of others is kept byte for byte, seen by the centre, and by members once it is offered', async () => {
  const document = JSON.stringify(cacaoDocument({ name: 'Pump <b>gateway</b> fails' }), null, 3)
  const stored = await served.upload(document)
  assert.deepEqual([stored.statusCode, stored.headers.location], [303, '/playbooks?done=imported'])
  const [row] = await db.query<{ id: number }>('select id::int as id from imported_playbooks')
  const path = `/playbooks/imported-${row?.id}`
  const shown = await served.get(path, 'duty-officer')
  for (const text of [
    'Pump &lt;b>gateway',
    'Written by others',
    'Call the ward',
    'Ask which pumps are in use.',
  ])
    assert.ok(shown.body.includes(text), text)
  assert.equal((await served.get(`${path}/cacao`, 'duty-officer')).body, document)
  assert.equal((await served.get(path, 'lead')).statusCode, 404)
  assert.doesNotMatch((await served.get('/playbooks', 'lead')).body, /gateway/)
  const offered = await served.postForm(`/centre/playbooks/${row?.id}/offer`, { offered: 'yes' })
  assert.equal(offered.headers.location, '/playbooks?done=offered')
  assert.equal((await served.get(path, 'lead')).statusCode, 200)
  assert.match((await served.get('/playbooks', 'lead')).body, /gateway/)
  await served.postForm(`/centre/playbooks/${row?.id}/offer`, { offered: 'no' })
  assert.equal((await served.get(path, 'lead')).statusCode, 404)
  const again = await served.upload(document)
  assert.deepEqual([again.statusCode, again.body.split(':')[0]], [409, 'playbooks/import-known'])
  const entries = await db.query<{ action: string }>(
    `select action from journal where object_type = 'playbook' order by id`,
  )
  assert.deepEqual(
    entries.map(({ action }) => action),
    ['playbook.imported', 'playbook.offered', 'playbook.kept'],
  )
})

test('what is marked for the centre only is never offered to members', async () => {
  const red = cacaoId('marking-tlp', 'red')
  const document = cacaoDocument({
    name: 'Only for us',
    markings: [red],
    data_marking_definitions: {
      [red]: {
        ...{
          type: 'marking-tlp',
          id: red,
          created_by: cacaoId('identity', 'a'),
          created: '2026-11-01T08:00:00Z',
        },
        tlpv2_level: 'TLP:RED',
      },
    },
  })
  assert.equal((await served.upload(JSON.stringify(document), { offered: 'yes' })).statusCode, 409)
  assert.equal((await served.upload(JSON.stringify(document))).statusCode, 303)
  const [row] = await db.query<{ id: number }>(
    `select id::int as id from imported_playbooks where tlp = 'TLP:RED'`,
  )
  const refused = await served.postForm(`/centre/playbooks/${row?.id}/offer`, { offered: 'yes' })
  assert.deepEqual([refused.statusCode, refused.body.split(':')[0]], [409, 'playbooks/not-shareable'])
  assert.match((await served.get(`/playbooks/imported-${row?.id}`, 'administrator')).body, /Marked TLP:RED/)
})
