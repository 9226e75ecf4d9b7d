// The finder over HTTP and through the import: what a member and the centre get, and that nothing is stored.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { createServer } from '../../platform/http/server.ts'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import { contextFor } from '../organisations/builders.ts'
import { importGalaxy, importNotes } from './actions/import-families.ts'
import { readFiles } from './actions/read-files.ts'
import { createRansomware } from './index.ts'

const now = new Date('2026-11-27T03:10:00Z')
const own = 7
const note =
  'All your files were encrypted by the Greyheron team. To get the decryption key pay in bitcoin, or we publish the data of your patients. Write to greyheron@criminals.test'
let db: TestDatabase
let server: FastifyInstance
let folder: string

before(async () => {
  db = await testDatabase()
  folder = mkdtempSync(join(tmpdir(), 'salus-notes-'))
  mkdirSync(join(folder, 'greyheron'))
  writeFileSync(join(folder, 'greyheron', 'GREYHERON_README.txt'), note)
  const context = contextFor(db.database)
  const ransomware = createRansomware(context)
  const membership = { organisationName: 'x', timeZone: 'Europe/Vienna' } as const
  server = await createServer({
    log: context.log,
    now: () => now,
    publicUrl: null,
    permissions: ransomware.permissions,
    endpoints: [...ransomware.routes, ...ransomware.pages],
    identify: async (who) => ({
      person: { id: 7, name: 'Pia', email: 'pia@lakeland.example', language: 'en', theme: 'device' },
      csrfToken: 'token',
      memberships: [
        who === 'officer'
          ? { ...membership, organisationId: 1, organisationKind: 'centre', role: 'duty-officer' }
          : { ...membership, organisationId: own, organisationKind: 'provider', role: 'reader' },
      ],
    }),
    sessionCookie: 'session',
    localeOf: () => 'en',
    renderProblem: async (_request, problem) => `${problem.code}: ${problem.detail}`,
    staticFiles: new Map(),
  })
})
after(async () => {
  await server.close()
  await db.close()
  rmSync(folder, { recursive: true })
})

const ask = (fields: Record<string, string>, who = 'reader') =>
  server.inject({
    method: 'POST',
    url: who === 'officer' ? '/centre/ransomware' : `/o/${own}/ransomware`,
    cookies: { session: who },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ _csrf: 'token', ...fields }).toString(),
  })

test('before anything was imported the page says so, and the advice stands there all the same', async () => {
  const page = (await server.inject({ url: `/o/${own}/ransomware`, cookies: { session: 'reader' } })).body
  assert.match(page, /Not yet, because/)
  assert.match(page, /Take machines off the network/)
})

test('a collection without a licence is not taken, and one with it is', async () => {
  const read = () => readFiles(folder, () => true, 1000)
  assert.deepEqual(await importNotes(db.database, await read(), null, now), { outcome: 'no-licence' })
  writeFileSync(join(folder, 'LICENSE'), 'Licence of the Collection\nDo as you like.')
  const imported = await importNotes(db.database, await read(), null, now)
  assert.equal(imported.outcome, 'imported')
  assert.deepEqual(await importGalaxy(db.database, await read(), now), { outcome: 'not-this-format' })
})

test('an import replaces what the same source brought before, and is journalled', async () => {
  await importNotes(db.database, await readFiles(folder, () => true, 1000), null, now)
  const counts = await db.query('select source, families, notes from ransomware_sources')
  assert.deepEqual(counts, [{ source: 'notes', families: 1, notes: 1 }])
  const journal = await db.query("select 1 from journal where action = 'ransomware.families-imported'")
  assert.equal(journal.length, 2)
})

test('a member and the centre are told the family, why, and under which licence; addresses are no links', async () => {
  for (const who of ['reader', 'officer']) {
    const { body, statusCode } = await ask({ note: 'pay to greyheron@criminals.test' }, who)
    assert.equal(statusCode, 200)
    assert.match(body, /This is likely greyheron/)
    assert.match(body, /greyheron\[at\]criminals\[\.\]test/)
    assert.match(body, /Licence of the Collection/)
    assert.doesNotMatch(body, /href="(?!\/|#|https:\/\/www\.nomoreransom\.org\/)/)
  }
})

test('a note that brings markup is drawn as text', async () => {
  const { body } = await ask({
    note: '<script>alert(1)</script><img src=x onerror=alert(1)>',
    ending: '.x<b>y',
  })
  assert.doesNotMatch(body, /<script>alert|<img src=x|<b>y/)
})

test('an empty question is answered at the field', async () => {
  const { body, statusCode } = await ask({})
  assert.equal(statusCode, 422)
  assert.match(body, /Give the note, the name of its file/)
})

test('a note can be sent as a file, whose name counts as well', async () => {
  const boundary = 'x'.repeat(20)
  const part = (head: string, content: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`
  const payload = `${part('name="_csrf"', 'token')}${part('name="file"; filename="greyheron_readme.txt"', 'pay us')}--${boundary}--\r\n`
  const { body } = await server.inject({
    method: 'POST',
    url: `/o/${own}/ransomware`,
    cookies: { session: 'reader' },
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload,
  })
  assert.match(body, /its notes are called/)
})

test('programs get the same as JSON', async () => {
  const { body } = await server.inject({
    method: 'POST',
    url: `/api/organisations/${own}/ransomware/find`,
    cookies: { session: 'reader' },
    headers: { 'x-csrf-token': 'token' },
    payload: { note },
  })
  const reply = JSON.parse(body)
  assert.equal(reply.outcome, 'one')
  assert.equal(reply.candidates[0].family, 'greyheron')
  assert.equal(reply.sources[0].licence, 'Licence of the Collection')
})

test('nothing of what was asked is stored', async () => {
  const tables = await db.query<{ table_name: string }>(
    "select table_name from information_schema.tables where table_schema = 'public'",
  )
  const before = await db.query<{ n: string }>('select count(*)::text as n from journal')
  await ask({ note: 'Zwiebelfisch 4711 encrypted' })
  for (const { table_name } of tables) {
    const found = await db.query(`select 1 from "${table_name}" t where t::text like '%Zwiebelfisch%'`)
    assert.equal(found.length, 0, table_name)
  }
  assert.deepEqual(await db.query('select count(*)::text as n from journal'), before)
})

test('a member cannot write families, and a file that is too large is left out and counted', async () => {
  await assert.rejects(
    db.database.asMember(own, (scope) => sql`delete from ransomware_families`.execute(scope.db)),
    /permission denied/,
  )
  const { ignored } = await readFiles(folder, () => true, 10)
  assert.equal(ignored, 2)
})
