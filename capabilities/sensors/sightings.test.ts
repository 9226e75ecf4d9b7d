// Tests from three hospitals to a fourth: what the officer sees and when, the one proposal, and the warning that follows.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { locales } from '../../platform/i18n/index.ts'
import { later, openSite, type Site } from './builders/site.ts'
import { aSighting, backupsDeleted, strangeLogin } from './builders.ts'

let site: Site

before(async () => {
  site = await openSite(5)
  await site.publish()
})
after(() => site.close())

const house = (index: number) => site.houses[index] ?? 0
const page = `/centre/sightings/rule/${backupsDeleted}`
const tell = async (index: number, changes: Parameters<typeof aSighting>[1] = {}) => {
  const sensor = await site.sensorOf(house(index))
  const { json } = await sensor.tell([aSighting(site.now(), changes)])
  assert.deepEqual(json.results, [{ result: 'taken' }])
}
const mails = (kind: string) =>
  site.db.query<{ recipient: string; subject: string; text: string }>(
    "select recipient, content->>'subject' as subject, content->>'text' as text from deliveries where kind = $1 order by id",
    [kind],
  )

test('of what none, one or two hospitals told, every page is the same to the letter, also after the clock', async () => {
  const views = async () => [
    (await site.get('/centre/sightings', 'officer')).body,
    (await site.get(page, 'officer')).body,
  ]
  // Sensors that are there count for how widespread it is, whether they told or not.
  for (const index of [0, 1, 2, 3]) await site.sensorOf(house(index))
  const none = await views()
  assert.match(none[1] ?? '', /Fewer than three hospitals/)
  assert.match(none[1] ?? '', /disabled/)
  await tell(0)
  await site.runJob('sensors.release')
  assert.deepEqual(await views(), none)
  await tell(1)
  await tell(1, { assetClass: 'workstation' })
  await site.runJob('sensors.release')
  assert.deepEqual(await views(), none)
  assert.equal((await site.get(`${page}/warn`, 'officer')).body, 'sensors/too-few-hospitals')
})

test('the third hospital is seen with the next run of the clock, and the officers are asked once', async () => {
  await tell(2)
  assert.match((await site.get(page, 'officer')).body, /disabled/, 'not at the moment at which it told')
  await site.runJob('sensors.release')
  const { body } = await site.get(page, 'officer')
  assert.match(body, /At least 3 hospitals/)
  assert.match(body, /Several kinds of systems/)
  assert.match(body, /Not blocked/)
  assert.match(body, /<a class="govuk-button"[^>]*>Warn the others/)
  const [mail, ...more] = await mails('sighting.proposal')
  assert.equal(more.length, 0)
  assert.equal(mail?.recipient, 'officer@lakeland.example')
  assert.match(mail.subject, /Mehrere Häuser haben dasselbe gesehen: Backup copies deleted/)
  assert.match(mail.text, new RegExp(page))
  for (const index of [0, 1, 2, 3]) await tell(index, { outcome: 'blocked' })
  await site.runJob('sensors.release')
  assert.equal((await mails('sighting.proposal')).length, 1, 'one for a rule and epoch')
  assert.match((await site.get(page, 'officer')).body, /At least 4 hospitals/)
})

test('false alarms are counted apart, ask for tuning, and propose nothing', async () => {
  for (const index of [0, 1, 2]) await tell(index, { id: strangeLogin, outcome: 'false-positive' })
  await site.runJob('sensors.release')
  const { body } = await site.get('/centre/sightings', 'officer')
  assert.match(body, /False alarms: tune these rules/)
  assert.match(body, /Login at night from a stranger&#39;s machine|Login at night from a stranger's machine/)
  assert.equal((await mails('sighting.proposal')).length, 1)
  assert.match((await site.get(`/centre/sightings/rule/${strangeLogin}`, 'officer')).body, /disabled/)
})

/** The form as a browser would send it: what stands in its fields. */
async function draft(): Promise<Record<string, string>> {
  const { body } = await site.get(`${page}/warn`, 'officer')
  const fields: Record<string, string> = {}
  for (const [, name = '', value = ''] of body.matchAll(
    /<input[^>]*name="(title-\w\w|formToken|shownWarning)"[^>]*value="([^"]*)"/g,
  ))
    fields[name] = value
  for (const [, name = '', text = ''] of body.matchAll(/<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)</g))
    fields[name] = text
  return fields
}

test('the draft is there in four languages, is corrected with its faults, looked at, and sent once to its audience', async () => {
  const fields = await draft()
  for (const locale of locales)
    for (const part of ['title', 'seen', 'advice'])
      assert.ok(fields[`${part}-${locale}`], `${part}-${locale}`)
  const faulty = await site.post(
    `${page}/warn`,
    { ...fields, 'title-de': ' ', 'seen-fr': 'x'.repeat(3000) },
    'officer',
  )
  assert.equal(faulty.statusCode, 422)
  assert.match(faulty.body, /href="#title-de"/)
  assert.match(faulty.body, /href="#seen-fr"/)
  const wish = { ...fields, countries: ['AT'], exposure: 'open', 'title-de': 'Sicherungskopien gelöscht' }
  const preview = await site.post(`${page}/warn`, { ...wish, step: 'preview' }, 'officer')
  assert.match(preview.body, /4 members will be warned/)
  assert.equal((await site.db.query('select from alerts')).length, 0, 'a look sends nothing')
  const send = () => site.post(`${page}/warn`, { ...wish, step: 'send' }, 'officer')
  const both = await Promise.all([send(), send()])
  assert.deepEqual(
    both.map(({ statusCode }) => statusCode),
    [303, 303],
  )
  await site.settle()
  const raised = await site.db.query<{ organisation: number; urgency: string; raised_for: string }>(
    'select organisation_id::int as organisation, urgency, raised_for from alerts order by 1',
  )
  assert.deepEqual(
    raised,
    [0, 1, 2, 4].map((index) => ({
      organisation: house(index),
      urgency: 'act-now',
      raised_for: 'warning',
    })),
  )
  const opened = await mails('alert.opened')
  assert.deepEqual(
    opened.map(({ recipient }) => recipient).toSorted(),
    [0, 1, 2, 4].map((index) => `lead${house(index)}@hospital.example`).toSorted(),
  )
  assert.equal(opened[0]?.subject, 'Sofort handeln: Sicherungskopien gelöscht')
  assert.match((await site.get(page, 'officer')).body, /Warned on .* by Jana Brandt: 4 members/)
})

test('of two officers who warn at once one is told of the other, keeps what was typed, and may still send', async () => {
  const before = (await site.db.query('select from alerts')).length
  const [one, two] = [await draft(), await draft()]
  assert.notEqual(one.shownWarning, '0', 'the form knows of the warning before')
  const send = (fields: Record<string, string>) =>
    site.post(
      `${page}/warn`,
      { ...fields, kinds: ['hospital'], 'title-en': 'Seen again', step: 'send' },
      'officer',
    )
  const both = await Promise.all([send(one), send(two)])
  assert.deepEqual(both.map(({ statusCode }) => statusCode).toSorted(), [303, 409])
  const overtaken = both.find(({ statusCode }) => statusCode === 409)?.body ?? ''
  assert.match(overtaken, /Somebody else has warned of this since you opened the form/)
  assert.match(overtaken, /name="title-en" value="Seen again"/)
  assert.equal((await site.db.query('select from alerts')).length, before + 5)
  // The preview that came back knows of the other one; its button sends.
  const [, shownWarning = ''] = /name="shownWarning" value="(\d+)"/.exec(overtaken) ?? []
  const [, formToken = ''] = /name="formToken" value="([^"]+)"/.exec(overtaken) ?? []
  assert.equal((await send({ ...two, shownWarning, formToken })).statusCode, 303)
  assert.equal((await site.db.query('select from alerts')).length, before + 10)
})

test('a long text of what was seen stands whole on the page of the alert', async () => {
  const long = `It begins so.\n${'They came at night. '.repeat(60)}And so it ends.`
  const fields = { ...(await draft()), 'seen-en': long, kinds: ['hospital'], step: 'send' }
  assert.equal((await site.post(`${page}/warn`, fields, 'officer')).statusCode, 303)
  const [newest] = await site.db.query<{ id: string }>(
    'select id from alerts where organisation_id = $1 order by id desc limit 1',
    [house(4)],
  )
  const { body } = await site.get(`/o/${house(4)}/alerts/${newest?.id}`, `lead@${house(4)}`)
  assert.match(body, /It begins so\.\nThey came[\s\S]*And so it ends\./)
})

test('nobody is warned of nobody: a form that reaches no member sends nothing and says so', async () => {
  const before = await site.db.query('select from sighting_warnings')
  const sent = await site.post(
    `${page}/warn`,
    { ...(await draft()), countries: ['FR'], step: 'send' },
    'officer',
  )
  assert.equal(sent.statusCode, 409)
  assert.match(sent.body, /no member fits what you ticked/)
  assert.equal((await site.db.query('select from sighting_warnings')).length, before.length)
  for (const odd of [{ countries: ['austria'] }, { countries: ['a!'] }, { kinds: ['castle'] }])
    assert.equal(
      (await site.post(`${page}/warn`, { ...(await draft()), ...odd, step: 'send' }, 'officer')).statusCode,
      422,
    )
})

test('what an officer pastes into a warning loses the signs that nobody sees', async () => {
  const fields = { ...(await draft()), 'title-en': ' Look\u202e at\u0007 this\0 ', 'advice-en': 'One\r\nTwo' }
  const { body } = await site.post(`${page}/warn`, { ...fields, step: 'preview' }, 'officer')
  assert.match(body, /<h3>Look at this<\/h3>/)
  assert.match(body, /One\nTwo/)
})

test('the fourth hospital reads on the page of the alert what it is, why it was told, and how urgent, in its language', async () => {
  const [row] = await site.db.query<{ id: string }>('select id from alerts where organisation_id = $1', [
    house(4),
  ])
  const url = `/o/${house(4)}/alerts/${row?.id}`
  site.speak('de')
  const { body } = await site.get(url, `lead@${house(4)}`)
  site.speak('en')
  for (const expected of [
    'Sicherungskopien gelöscht',
    'andere Häuser haben das',
    'Lassen Sie Ihren Sensor nachsehen',
    'mindestens 4 Häusern',
    'Mitglieder in: Österreich',
    'andere Häuser haben es in ihren eigenen Protokollen gesehen',
    'wie das Zentrum aus diesen Fällen weiß',
    'Das Zentrum hat Sie vor etwas gewarnt',
  ])
    assert.ok(body.includes(expected), expected)
  assert.doesNotMatch(body, /Ihre Liste sagt/)
  assert.doesNotMatch(
    body,
    /value="some"/,
    'there are no other assets than listed ones where no list was asked',
  )
  const list = await site.get(`/o/${house(4)}/alerts`, `lead@${house(4)}`)
  assert.match(list.body, /Seen in hospitals: Backup copies deleted/)
  assert.match(list.body, /other hospitals saw this; look whether you have it/)
  const answered = await site.post(
    `${url}/answer`,
    { kind: 'acknowledge', applies: 'no', reason: 'We searched the logs of 90 days.' },
    `lead@${house(4)}`,
  )
  assert.equal(answered.statusCode, 303)
  const [state] = await site.db.query<{ state: string }>('select state from alerts where id = $1', [row?.id])
  assert.equal(state?.state, 'not-applicable')
})

test('only sensors: a warning to those without one reaches the others not', async () => {
  const fields = { ...(await draft()), sensor: 'without' }
  const preview = await site.post(`${page}/warn`, { ...fields, step: 'preview' }, 'officer')
  assert.match(preview.body, /One member will be warned/)
  const nobody = await site.post(
    `${page}/warn`,
    { ...fields, kinds: ['practice'], step: 'preview' },
    'officer',
  )
  assert.match(nobody.body, /no member fits what you ticked/)
})

test('every page is there in four languages, and none says a key instead of a word', async () => {
  const [row] = await site.db.query<{ id: string }>('select id from sensors where organisation_id = $1', [
    house(0),
  ])
  const pages = [
    ['/centre/sightings', 'officer'],
    [page, 'officer'],
    [`${page}/warn`, 'officer'],
    ['/centre/packs', 'administrator'],
    [`/o/${house(0)}/sensors`, `lead@${house(0)}`],
    [`/o/${house(0)}/sensors`, `reader@${house(0)}`],
    [`/o/${house(0)}/sensors/${row?.id}`, `lead@${house(0)}`],
  ] as const
  for (const locale of locales) {
    site.speak(locale)
    for (const [url, who] of pages) {
      const { statusCode, body } = await site.get(url, who)
      assert.equal(statusCode, 200, url)
      assert.doesNotMatch(body, /sensors\.[a-z]|undefined|\[object/, `${url} in ${locale}`)
    }
  }
  site.speak('en')
})

test('a proposal of the next epoch is a new one, and hospitals of two epochs never come together', async () => {
  site.setNow(later(24 * 31))
  await site.runJob('sensors.epochs')
  const groups = () => site.db.query('select from sighting_groups where item_id = $1', [backupsDeleted])
  const before = (await groups()).length
  const [first, second] = [await site.enrolled(house(0)), await site.enrolled(house(1))]
  for (const sensor of [first, second]) {
    await sensor.takeOnPseudonym()
    await sensor.tell([aSighting(site.now())])
  }
  await site.runJob('sensors.release')
  assert.equal((await groups()).length, before)
})
