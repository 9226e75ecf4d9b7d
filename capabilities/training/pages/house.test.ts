// Tests of the screens of house and centre over HTTP: classes, courses with their reason, figures with their floor, four languages.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { faultsOfStatement } from '@salus/standards/xapi'
import { locales } from '../../../platform/i18n/index.ts'
import { countLearners } from '../actions/count.ts'
import { aClass, aHouse, later, someLearn, twoCourses } from '../builders.ts'
import { as, caller, openSite, type Site } from './builders/site.ts'

let site: Site
let get: Site['get']
let post: Site['post']

before(async () => {
  site = await openSite()
  ;({ get, post } = site)
})
after(() => site.close())

const form = (changes: object = {}) => ({
  course: 'course-example',
  label: 'Reception, December',
  'until-day': '18',
  'until-month': '12',
  'until-year': '2026',
  language: 'de',
  formToken: 'a-form-token-1',
  ...changes,
})

test('a class is made with its sheet in the language of its readers; the same form twice is one class', async () => {
  const base = `/o/${site.tannau.id}/training`
  const faulty = await post(`${base}/classes`, form({ label: '', course: 'none' }), as('lead'))
  assert.equal(faulty.statusCode, 422)
  assert.match(faulty.body, /href="#label"[\s\S]*|href="#course"/)
  const made = await post(
    `${base}/classes`,
    form({ people: [String(site.tannau.lead.personId), '99'] }),
    as('lead'),
  )
  const again = await post(`${base}/classes`, form(), as('lead'))
  assert.equal(made.statusCode, 303)
  assert.equal(again.headers.location, made.headers.location)
  const { body } = await get(String(made.headers.location), as('reader'))
  assert.match(body, /lang="de"[\s\S]*10 Minuten für Ihre/)
  assert.match(body, /1 person is reminded/)
  assert.match(body, /fewer than 5/)
  assert.equal((await post(`${base}/classes`, form(), as('reader'))).statusCode, 403)
  assert.equal(
    (
      await get(
        String(made.headers.location).replace(`/o/${site.tannau.id}/`, `/o/${site.seeblick.id}/`),
        as('other'),
      )
    ).statusCode,
    404,
  )
  const path = String(made.headers.location).split('?')[0]
  await post(`${path}/close`, {}, as('responder'))
  assert.match((await get(String(path), as('reader'))).body, /no new learners/)
})

test('the same form sent twice at once is one class', async () => {
  const send = () =>
    post(`/o/${site.tannau.id}/training/classes`, form({ formToken: 'a-form-token-4' }), as('lead'))
  const [one, two] = await Promise.all([send(), send()])
  assert.deepEqual([one.statusCode, two.statusCode], [303, 303])
  assert.equal(one.headers.location, two.headers.location)
})

test('a responder makes classes, and chooses nobody to be written to', async () => {
  const made = await post(
    `/o/${site.tannau.id}/training/classes`,
    form({ formToken: 'a-form-token-2', people: [String(site.tannau.lead.personId)] }),
    as('responder'),
  )
  const id = Number(/classes\/(\d+)/.exec(String(made.headers.location))?.[1])
  const [row] = await site.db.query<{ people: unknown[] }>(
    'select people from training_classes where organisation_id = $1 and id = $2',
    [site.tannau.id, id],
  )
  assert.deepEqual(row?.people, [])
})

test('whoever starts a course from the house is nameless too, in one standing class for all', async () => {
  const start = () => post(`/o/${site.tannau.id}/training/course-other/start`, {}, as('reader'))
  const first = await start()
  assert.match(String(first.headers.location), /^\/learn\/[B-Z]{8}$/)
  assert.equal((await start()).headers.location, first.headers.location)
  assert.equal((await post(`/o/${site.tannau.id}/training/nothing/start`, {}, as('reader'))).statusCode, 404)
})

test('the house sees each course with its reason and origin, and numbers from the night after the fifth', async () => {
  const house = await aHouse(site.db.database, 'Birkensee Clinic', 50)
  const theirs = await site.serverOf(() => ({ lead: caller(house, house.id, 'provider', 'lead') }))
  const read = async (path = '') => (await get(`/o/${house.id}/training${path}`, as('lead'), theirs)).body
  const one = await aClass(site.context, house)
  await someLearn(site.context, twoCourses, one, { people: 4, outcome: 'passed' })
  await countLearners(site.context, twoCourses, later(18))
  const before = await read()
  assert.match(before, /Nobody has been counted yet/)
  assert.match(before, /Because<\/b> people on wards share computers/)
  assert.match(before, /Not yet, because<\/b> no group of five/)
  assert.equal(await read('/xapi'), '')
  const course = await read('/course-example')
  for (const part of [
    '1.0.0',
    'Written for tests',
    'EUPL-1.2',
    'Pia Lorenz',
    'Deutsch',
    'NIS2 Art. 21(2) g',
    '12 months',
  ])
    assert.ok(course.includes(part), part)
  await someLearn(site.context, twoCourses, one, { people: 1, outcome: 'passed', at: later(20) })
  await countLearners(site.context, twoCourses, later(42))
  const seen = await read()
  assert.match(seen, /5 certificates count today/)
  assert.match(seen, /of 50 people who work in your house: 10 %/)
  assert.match(seen, /December 2026/)
  const lines = (await read('/xapi')).trimEnd().split('\n')
  assert.equal(lines.length, 5)
  for (const line of lines) assert.deepEqual(faultsOfStatement(JSON.parse(line)), [])
  await theirs.close()
  const centre = await get('/centre/training', as('officer'))
  assert.match(centre.body, /Birkensee Clinic[\s\S]*100 %/)
  assert.doesNotMatch(centre.body, /Seeblick Hospital/)
})

test('an administrator plans a campaign for all members, an officer does not', async () => {
  const officer = await get('/centre/training', as('officer'))
  assert.match(officer.body, /only administrators/)
  assert.equal((await post('/centre/training', form(), as('officer'))).statusCode, 403)
  const faulty = await post(
    '/centre/training',
    form({ 'until-day': '31', 'until-month': '11' }),
    as('administrator'),
  )
  assert.equal(faulty.statusCode, 422)
  const planned = await post('/centre/training', form(), as('administrator'))
  assert.match(String(planned.headers.location), /planned=3$/)
  const { body } = await get(String(planned.headers.location), as('administrator'))
  assert.match(body, /Planned for 3 members/)
  const own = await get(`/o/${site.tannau.id}/training`, as('reader'))
  assert.match(own.body, /Reception, December/)
})

test('every page speaks every language without a word left out', async () => {
  const cookies = await site.sitDown(3)
  for (const locale of locales) {
    const speaking = { ...cookies, 'salus-language': locale }
    const paths = ['', '/lessons/1', '/questions/1', '/result'].map(
      (path) => `/learn/${site.ward.code}${path}`,
    )
    for (const path of [...paths, '/learn', '/learn/check', '/learn/about/course-example']) {
      const reply = await get(path, speaking)
      assert.equal(reply.statusCode, 200, `${locale} ${path}`)
      assert.doesNotMatch(reply.body, /undefined|\[object|training\.[a-z]/)
    }
    for (const path of ['', '/classes/new', `/classes/${site.ward.id}`, '/course-example']) {
      const reply = await get(`/o/${site.tannau.id}/training${path}`, {
        ...as('lead'),
        'salus-language': locale,
      })
      assert.equal(reply.statusCode, 200)
      assert.doesNotMatch(reply.body, /undefined|\[object|training\.[a-z]/)
    }
  }
})
