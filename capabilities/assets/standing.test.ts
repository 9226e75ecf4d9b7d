// Tests of the standing of assets: what SQL packs into bits is what the rules read out of them.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import { exposureBits, roleBits, standingFrom } from './standing.ts'
import { standingOf } from './store/installed.ts'

let db: TestDatabase
before(async () => {
  db = await testDatabase()
})
after(() => db.close())

test('every exposure and every role is read back from the bits that SQL made of it', async () => {
  for (const exposure of exposureBits)
    for (const role of roleBits) {
      const { rows } = await db.database.asEngine((scope) =>
        sql<{ bits: number }>`select bit_or(${standingOf})::int as bits
          from (values (${exposure}::text, ${role}::text)) as a(network_exposure, clinical_role)`.execute(
          scope.db,
        ),
      )
      assert.deepEqual(standingFrom(rows[0]?.bits ?? 0), { exposures: [exposure], clinicalRoles: [role] })
    }
})

test('bits of several assets hold all of their standings', () => {
  assert.deepEqual(standingFrom(0b100_0001_0001), {
    exposures: ['internet', 'offline'],
    clinicalRoles: [null],
  })
})
