// Tests of what helps beyond an alert: only what may be for this house, the centre's own offers too.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { aProvider, givenOrganisation } from '../../organisations/builders.ts'
import { whatHelps } from './what-helps.ts'

let db: TestDatabase

before(async () => {
  db = await testDatabase()
})
after(() => db.close())

test('a service of one country is offered there and nowhere else, and nothing before its day', async () => {
  const open = ['reachable-from-internet'] as const
  const keysIn = async (country: string, at = '2026-12-01') => {
    const id = await givenOrganisation(
      db.database,
      aProvider({ name: `Birkensee ${country} ${at}`, country }),
    )
    const items = await db.database.asMember(id, (scope) => whatHelps(scope, open, new Date(at)))
    return items.map(({ key }) => key)
  }
  const austrian = await keysIn('AT')
  const french = await keysIn('FR')
  assert.equal(austrian[0], 'outside-scan')
  assert.ok(!austrian.includes('cert-sante-surveillance'))
  assert.ok(french.includes('cert-sante-surveillance'))
  assert.ok(!(await keysIn('FR', '2025-12-31')).includes('cert-sante-surveillance'))
})

test('an ordinary alert leads nowhere else', async () => {
  const id = await givenOrganisation(db.database, aProvider({ name: 'Tannau Hospital' }))
  assert.deepEqual(
    await db.database.asMember(id, (scope) => whatHelps(scope, [], new Date('2026-12-01'))),
    [],
  )
})
