// Tests that a house gets no more sensors and no more open codes than it may have, whoever asks at once.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { aFriday, openSite, type Site } from './builders/site.ts'
import { TestSensor } from './builders.ts'
import { sensorLimits } from './limits.ts'

let site: Site

before(async () => {
  site = await openSite(3)
})
after(() => site.close())

const house = (index: number) => site.houses[index] ?? 0

async function givenSensors(organisationId: number, count: number): Promise<void> {
  await site.db.query(
    `insert into sensors (organisation_id, id, label, token_hash, enrolled_at, enrolled_by_name)
    select $1, gen_random_uuid(), 'Log server', sha256(('token ' || n)::bytea), $2, 'Jana Brandt' from generate_series(1, $3) n`,
    [organisationId, aFriday, count],
  )
}

const inUse = async (organisationId: number) =>
  (
    await site.db.query<{ id: string }>(
      'select id from sensors where organisation_id = $1 and withdrawn_at is null order by id',
      [organisationId],
    )
  ).map(({ id }) => id)

test('codes made while there was room enrol up to the limit, also at once; the others stay good until one is withdrawn', async () => {
  await givenSensors(house(0), sensorLimits.maxSensors - 2)
  const codes: string[] = []
  for (let made = 0; made < 5; made++) codes.push(await site.codeFor(house(0)))
  const answers = await Promise.all(codes.map((code) => new TestSensor(site.server).enrol(code)))
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 200, 409, 409, 409])
  const refused = answers.flatMap(({ json }, index) =>
    json.code === 'sensors/too-many-sensors' ? [codes[index] ?? ''] : [],
  )
  assert.equal(refused.length, 3)
  const sensors = await inUse(house(0))
  assert.equal(sensors.length, sensorLimits.maxSensors)
  assert.equal(
    (await new TestSensor(site.server).enrol(await site.codeFor(house(1)))).status,
    200,
    'another house',
  )
  const withdrawn = await site.post(`/o/${house(0)}/sensors/${sensors[0]}/withdraw`, {}, `lead@${house(0)}`)
  assert.equal(withdrawn.statusCode, 303)
  const [first = '', second = ''] = refused
  assert.equal((await new TestSensor(site.server).enrol(first)).status, 200)
  assert.equal((await new TestSensor(site.server).enrol(second)).status, 409)
  assert.equal((await inUse(house(0))).length, sensorLimits.maxSensors)
})

test('of codes asked for at once no more are made than may be open', async () => {
  const made = await Promise.all(
    Array.from({ length: sensorLimits.maxOpenCodes + 4 }, () => site.codeFor(house(2))),
  )
  assert.equal(made.filter((code) => code !== '').length, sensorLimits.maxOpenCodes)
})
