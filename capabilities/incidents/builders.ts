// Test data for incidents: a hospital with a centre and officers, a case, and the ways into its room.
// SPDX-License-Identifier: EUPL-1.2
import { createEvents } from '../../platform/events/announce.ts'
import { createLog } from '../../platform/log/log.ts'
import type { TestDatabase } from '../../platform/testing/database.ts'
import { insertHospital } from '../assets/builders.ts'
import type { Access } from './access.ts'
import { type Opening, openIncident } from './actions/open.ts'

export const night = new Date('2026-03-29T00:30:00Z')

export function buildContext(db: TestDatabase) {
  return { database: db.database, events: createEvents([]), log: createLog('silent') }
}

export async function buildHospital(db: TestDatabase, name = 'Tannau Hospital'): Promise<number> {
  const id = await insertHospital(db, name)
  await db.query('update organisations set employees = 900, turnover_euro = 90000000 where id = $1', [id])
  return id
}

export function buildOpening(organisationId: number, parts: Partial<Opening> = {}): Opening {
  return {
    organisationId,
    realm: 'real',
    kind: 'ransomware',
    title: 'Files are renamed',
    tlp: 'amber+strict',
    via: 'member',
    actor: 'person:1',
    name: 'Jana Brandt',
    reporterName: 'Jana Brandt',
    reporterPhone: '+49 30 5550100',
    site: 'Main site',
    language: 'en',
    formToken: 'form-1',
    facts: [{ key: 'awareAt', value: night.toISOString(), source: 'first contact' }],
    ...parts,
  }
}

export async function buildCase(
  db: TestDatabase,
  organisationId: number,
  parts: Partial<Opening> = {},
  now = night,
): Promise<Access> {
  const { incidentId } = await openIncident(buildContext(db), buildOpening(organisationId, parts), now)
  return accessTo(organisationId, incidentId)
}

export function accessTo(organisationId: number, incidentId: number, parts: Partial<Access> = {}): Access {
  return {
    organisationId,
    incidentId,
    via: 'member',
    actor: 'person:1',
    name: 'Jana Brandt',
    may: 'write',
    ...parts,
  }
}
