// Tests of a learner's screens over HTTP: a course without account, codes that are none, certificates that verify, no trace left.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { faultsOfStatement } from '@salus/standards/xapi'
import { createLocalJWKSet, type JWK, jwtVerify } from 'jose'
import { floodLimits } from '../actions/flood.ts'
import { replaceKey } from '../actions/keys.ts'
import { aClass, aMoment, later } from '../builders.ts'
import type { TrainingClass } from '../store/classes.ts'
import { openSite, type Site } from './builders/site.ts'

let site: Site
let get: Site['get']
let post: Site['post']
let sitDown: Site['sitDown']
let ward: TrainingClass

before(async () => {
  site = await openSite()
  ;({ get, post, sitDown, ward } = site)
})
after(() => site.close())

test('the code as people type it leads to the course, in the language of the class', async () => {
  const typed = `${ward.code.slice(0, 4).toLowerCase()} ${ward.code.slice(4)}`
  const entered = await get(`/learn?code=${encodeURIComponent(typed)}`)
  assert.equal(entered.headers.location, `/learn/${ward.code}`)
  const { body } = await get(`/learn/${ward.code}`)
  for (const part of ['Mail between two patients', 'Ward 3', 'Mon 21 Dec 2026', '10 minutes', 'Never who'])
    assert.ok(body.includes(part), part)
  assert.match((await get(`/learn/${ward.code}`, { 'salus-language': 'de' })).body, /Beginnen/)
})

test('a code that is none says so at its field and keeps what was typed; after many the house waits', async () => {
  const own = await site.serverOf()
  const shape = await get('/learn?code=BCDF-12', {}, own)
  assert.equal(shape.statusCode, 422)
  assert.match(shape.body, /id="code-error"/)
  assert.match(shape.body, /value="BCDF-12"/)
  assert.equal((await get('/learn?code=BBBBBBBB', {}, own)).statusCode, 404)
  for (let tries = 2; tries < floodLimits.codesFromRemote.max; tries++) await get(`/learn/BBBBBBBB`, {}, own)
  assert.equal(
    (await get(`/learn/${ward.code}`, {}, own)).statusCode,
    429,
    'also the right one, or it would be found',
  )
  await own.close()
})

test('no other page tells which codes there are: each leads back to the first page', async () => {
  for (const path of ['lessons/1', 'questions/1', 'result', 'statement'])
    for (const code of [ward.code, 'BBBBBBBB', 'x'])
      assert.equal((await get(`/learn/${code}/${path}`)).headers.location, `/learn/${code}`)
  for (const path of ['again', 'certificate', 'questions/1'])
    assert.equal((await post(`/learn/BBBBBBBB/${path}`)).headers.location, '/learn/BBBBBBBB')
  assert.equal((await post('/learn/BBBBBBBB/begin')).headers.location, '/learn/BBBBBBBB')
})

test('the button that begins a course is no way to try out codes either', async () => {
  const own = await site.serverOf()
  const begin = (code: string) => post(`/learn/${code}/begin`, {}, {}, own)
  for (let tries = 0; tries < floodLimits.codesFromRemote.max; tries++)
    assert.equal((await begin('BBBBBBBB')).headers.location, '/learn/BBBBBBBB')
  const right = await begin(ward.code)
  assert.deepEqual([right.statusCode, right.cookies.length], [429, 0])
  await own.close()
})

test('the cookie of one class opens no other, of this house or another', async () => {
  const cookies = await sitDown(3)
  const sister = await aClass(site.context, site.tannau, { label: 'Ward 4' })
  const foreign = await aClass(site.context, site.seeblick)
  for (const { code } of [sister, foreign]) {
    assert.doesNotMatch((await get(`/learn/${code}`, cookies)).body, /Go on where you were/)
    for (const path of ['result', 'questions/1', 'statement'])
      assert.equal((await get(`/learn/${code}/${path}`, cookies)).headers.location, `/learn/${code}`)
    const made = await post(`/learn/${code}/certificate`, { name: 'Ana' }, cookies)
    assert.equal(made.headers.location, `/learn/${code}`)
  }
})

test('a question is answered once when a button is pressed twice, and a passed try is one outcome', async () => {
  const begun = await post(`/learn/${ward.code}/begin`)
  const cookies = { 'salus-learner': begun.cookies[0]?.value ?? '' }
  const outcomes = async () => (await site.db.query('select 1 from training_outcomes')).length
  const earlier = await outcomes()
  for (const number of [1, 2, 3]) {
    const at = `/learn/${ward.code}/questions/${number}`
    const both = await Promise.all(['look', 'look'].map((choice) => post(at, { choice }, cookies)))
    assert.deepEqual(
      both.map(({ statusCode }) => statusCode),
      [303, 303],
    )
  }
  assert.equal(await outcomes(), earlier + 1)
})

test('lessons come one a page, questions in their order, each explained after the answer, which then stands', async () => {
  const begun = await post(`/learn/${ward.code}/begin`)
  const [cookie] = begun.cookies
  assert.ok(cookie?.httpOnly && cookie.maxAge === 12 * 3600)
  const cookies = { 'salus-learner': cookie.value }
  const lesson = await get(`/learn/${ward.code}/lessons/1`, cookies)
  assert.match(lesson.body, /Lesson 1 of 2/)
  assert.match(lesson.body, /<p>Then at the address of the link\.<\/p>/)
  assert.match((await get(`/learn/${ward.code}/lessons/2`, cookies)).body, /To the questions/)
  assert.equal((await get(`/learn/${ward.code}/lessons/3`, cookies)).headers.location, `/learn/${ward.code}`)
  const question = `/learn/${ward.code}/questions/1`
  assert.equal((await get(`/learn/${ward.code}/questions/3`, cookies)).headers.location, question)
  assert.doesNotMatch((await get(question, cookies)).body, /checked|explanation|tells more/)
  const empty = await post(question, {}, cookies)
  assert.equal(empty.statusCode, 422)
  assert.match(empty.body, /href="#choice"/)
  assert.equal((await post(question, { choice: 'dance' }, cookies)).statusCode, 422)
  await post(question, { choice: 'click' }, cookies)
  await post(question, { choice: 'look' }, cookies)
  const { body } = await get(question, cookies)
  assert.match(body, /Not quite/)
  assert.match(body, /Right is: Look at the sender, case one/)
  assert.match(body, /tells more than the text/)
  assert.match((await get(`/learn/${ward.code}`, cookies)).body, /questions\/2/)
})

test('who did not pass tries again as often as they like; who passed gets a certificate, and the next person a clean start', async () => {
  const cookies = await sitDown(1)
  assert.match((await get(`/learn/${ward.code}/result`, cookies)).body, /1 of 3 right\. 2 are needed/)
  const refused = await post(`/learn/${ward.code}/certificate`, { name: 'Ana' }, cookies)
  assert.equal(refused.headers.location, `/learn/${ward.code}/result`)
  assert.equal((await post(`/learn/${ward.code}/again`, {}, cookies)).statusCode, 303)
  assert.equal(
    (await get(`/learn/${ward.code}/result`, cookies)).headers.location,
    `/learn/${ward.code}/questions/1`,
  )
  for (const number of [1, 2, 3])
    await post(`/learn/${ward.code}/questions/${number}`, { choice: 'look' }, cookies)
  assert.match((await get(`/learn/${ward.code}/result`, cookies)).body, /Passed: 3 of 3 right/)
  const left = await post(`/learn/${ward.code}/leave`, {}, cookies)
  assert.equal(left.cookies[0]?.value, '')
  assert.doesNotMatch((await get(`/learn/${ward.code}`)).body, /Go on where you were/)
})

test('the certificate verifies with the published keys in an independent verifier, and holds name and course only', async () => {
  const cookies = await sitDown(3)
  const at = `/learn/${ward.code}/certificate`
  for (const [name, fault] of [
    ['  ', /Give the name/],
    ['x'.repeat(61), /too long/],
  ] as const) {
    const reply = await post(at, { name }, cookies)
    assert.equal(reply.statusCode, 422)
    assert.match(reply.body, fault)
  }
  const { body, statusCode } = await post(at, { name: ' Ana <b>Ferreira\u202e ' }, cookies)
  assert.equal(statusCode, 200)
  assert.match(body, /<h1[^>]*>Ana &lt;b>Ferreira<\/h1>/)
  assert.match(body, /<svg class="qr"/)
  const token = /name="token" value="([^"]+)"/.exec(body)?.[1] ?? ''
  const published = await get('/learn/keys.json')
  assert.match(String(published.headers['content-type']), /jwk-set\+json/)
  assert.doesNotMatch(published.body, /"d"/)
  const keySet = createLocalJWKSet(published.json())
  const { payload, protectedHeader } = await jwtVerify(token, keySet, {
    currentDate: aMoment,
    issuer: 'https://salus.example',
  })
  assert.match(JSON.stringify(payload), /Ana <b>Ferreira"/)
  assert.doesNotMatch(JSON.stringify(payload), /Tannau|Ward 3/)
  const single = await get(new URL(String(protectedHeader.kid)).pathname)
  assert.deepEqual(single.json<JWK>().kid, protectedHeader.kid)
  assert.equal((await get('/learn/keys/nothing')).statusCode, 404)
  const file = await post('/learn/file', { token }, cookies)
  assert.equal(file.body, token)
  assert.equal((await post('/learn/file', { token: 'a.b.c' })).statusCode, 404)
  const stored = await site.db.query(
    "select 1 from training_learners where training_learners::text like '%Ferreira%'",
  )
  assert.equal(stored.length, 0)
})

test('a try gives a few certificates for slips of the pen, and then no more', async () => {
  const cookies = await sitDown(2)
  const at = `/learn/${ward.code}/certificate`
  const codes: number[] = []
  for (let print = 0; print < 6; print++)
    codes.push((await post(at, { name: `Ana ${print}` }, cookies)).statusCode)
  assert.deepEqual(codes, [200, 200, 200, 200, 200, 422])
})

test('whoever is shown a certificate checks it: genuine, run out, changed, and of a key that was replaced', async () => {
  const cookies = await sitDown(3)
  const made = await post(`/learn/${ward.code}/certificate`, { name: 'Ana Ferreira' }, cookies)
  const token = /name="token" value="([^"]+)"/.exec(made.body)?.[1] ?? ''
  const check = async (text: string) => (await post('/learn/check', { token: text })).body
  assert.match(await check(token), /genuine and counts[\s\S]*Ana Ferreira/)
  const [head, payload = '', end] = token.split('.')
  const renamed = Buffer.from(payload, 'base64url').toString().replace('Ana Ferreira', 'Eva Ferreira')
  const changed = await check(`${head}.${Buffer.from(renamed).toString('base64url')}.${end}`)
  assert.match(changed, /not genuine/)
  assert.doesNotMatch(changed.replace(/<textarea[\s\S]*<\/textarea>/, ''), /Eva/)
  assert.match(await check('<script>alert(1)</script>'), /not genuine/)
  await replaceKey(site.context, aMoment)
  assert.match(await check(token), /genuine and counts/)
  assert.equal((await get('/learn/keys.json')).json<{ keys: unknown[] }>().keys.length, 2)
  site.setNow(new Date('2027-12-07T08:00:00Z'))
  assert.match(await check(token), /no longer counts/)
  site.setNow(aMoment)
})

test('a learner takes the own result along as a statement with the score; a stranger gets none', async () => {
  const cookies = await sitDown(2)
  const { body } = await get(`/learn/${ward.code}/statement`, cookies)
  const statement = JSON.parse(body)
  assert.deepEqual(faultsOfStatement(statement), [])
  assert.deepEqual(statement.result.score, { scaled: 2 / 3, raw: 2, min: 0, max: 3 })
})

test('after its last day a class takes nobody new, and who began can finish', async () => {
  const cookies = await sitDown(3)
  site.setNow(later(24 * 15))
  assert.match((await get(`/learn/${ward.code}`)).body, /This class is over/)
  assert.equal((await post(`/learn/${ward.code}/begin`)).headers.location, `/learn/${ward.code}`)
  assert.match((await get(`/learn/${ward.code}/result`, cookies)).body, /Passed/)
  site.setNow(aMoment)
})

test('where chance gave one code to two classes, the one that is open is entered', async () => {
  const open = await aClass(site.context, site.seeblick, { label: 'Ward 9' })
  const past = await aClass(site.context, site.tannau, { until: later(1) })
  await site.db.query('update training_classes set code = $1 where organisation_id = $2 and id = $3', [
    past.code,
    open.organisationId,
    open.id,
  ])
  site.setNow(later(2))
  assert.match((await get(`/learn/${past.code}`)).body, /Ward 9/)
  site.setNow(aMoment)
})
