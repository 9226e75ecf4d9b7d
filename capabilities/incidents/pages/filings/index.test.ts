// What lies behind which door: guests of a room read filings and can send nothing.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { AnyRequest, Page, PageReply } from '../../../../platform/http/endpoint.ts'
import { readPdfBack } from '../../../../platform/pdf/read-back.ts'
import { type TestDatabase, testDatabase } from '../../../../platform/testing/database.ts'
import { inviteGuest } from '../../actions/doors.ts'
import { csirt, givenCase, minutesAfter } from '../../builders/filing.ts'
import { filingPages } from './index.ts'

let db: TestDatabase

describe('the pages of filings', () => {
  before(async () => {
    db = await testDatabase()
  })
  after(() => db.close())

  test('behind the door of guests there is nothing to send a form to', async () => {
    const { context } = await givenCase(db)
    const guests = filingPages(context).filter(({ path }) => path.startsWith('/room/'))
    assert.ok(guests.length > 4)
    assert.deepEqual(
      guests.filter(({ method, path }) => method !== 'GET' || path.endsWith('/send')),
      [],
    )
  })

  test('a guest reads a filing, its print and its PDF, and finds no form', async () => {
    const one = await givenCase(db)
    const id = await one.prepare('NIS2-EW', csirt)
    await one.send(id, { receiptNumber: 'CS-88213' })
    const guest = { name: 'Ada Lind', ofWhom: 'Example Forensics', may: 'write', days: 2 } as const
    const token = await inviteGuest(one.context, one.access, guest, minutesAfter(5))
    const get = (end: string): Promise<PageReply> => {
      const page = filingPages(one.context).find(
        ({ path }) => path === `/room/:token/filings/:filingId${end}`,
      )
      assert.ok(page)
      return call(page, { token, filingId: id })
    }
    for (const end of ['', '/print', '/copy']) {
      const reply = await get(end)
      assert.ok('html' in reply)
      assert.match(reply.html, /Early warning filing/)
      assert.doesNotMatch(reply.html, /<form/)
    }
    const reply = await get('/filing.pdf')
    assert.ok('file' in reply && Buffer.isBuffer(reply.file))
    const back = readPdfBack(reply.file)
    const texts = back.read.map(({ text }) => text)
    assert.equal(texts[0], 'Early warning filing')
    assert.ok(texts.includes('Files of the ward system cannot be opened'))
    assert.ok(texts.some((text) => text.startsWith('CS-88213')))
    assert.ok(texts.includes((await one.filing(id)).sha256 ?? '?'))
    const json = await get('/filing.json')
    assert.ok('file' in json)
    assert.equal(json.file, (await one.filing(id)).content)
  })
})

function call(page: Page, params: Readonly<Record<string, unknown>>): Promise<PageReply> {
  const request = {
    params: page.params.parse(params),
    query: page.query.parse({}),
    body: page.body.parse({}),
    caller: null,
    membership: null,
    organisationId: 0,
    now: minutesAfter(6),
    locale: 'en',
    path: page.path,
    origin: 'https://salus.example',
    files: [],
    cookies: {},
    remoteAddress: '127.0.0.1',
    bearerToken: null,
  } satisfies AnyRequest
  // The handler's own types were tied to the schemas that were just used.
  return page.handle(request as never)
}
