// Test data for assets: an organisation with an inventory, and lists as files.
// SPDX-License-Identifier: EUPL-1.2
import { createEvents } from '../../platform/events/announce.ts'
import { handleAtOnce } from '../../platform/events/event.ts'
import { createLog } from '../../platform/log/log.ts'
import type { TestDatabase } from '../../platform/testing/database.ts'
import { identifyProductVersions } from '../matching/index.ts'
import { type Inventory, inventoryChanged } from './actions/inventory.ts'
import { type AssetFacts, noFacts } from './asset.ts'

export const now = new Date('2026-11-17T08:40:00Z')
export const later = new Date('2026-11-24T08:40:00Z')

export function facts(given: Partial<AssetFacts>): AssetFacts {
  return { ...noFacts, ...given }
}

/** Announced changes are written down instead of answered. */
export function buildInventory(db: TestDatabase): {
  inventory: Inventory
  changes: { organisationId: number; importId: number | null }[]
} {
  const changes: { organisationId: number; importId: number | null }[] = []
  const events = createEvents([
    handleAtOnce(inventoryChanged, 'test.changes', async (_scope, payload) => {
      changes.push(payload)
    }),
  ])
  const log = createLog('silent')
  return {
    inventory: { context: { database: db.database, events, log }, identify: identifyProductVersions },
    changes,
  }
}

export async function insertHospital(db: TestDatabase, name = 'Tannau Hospital'): Promise<number> {
  const [row] = await db.query<{ id: string }>(
    `insert into organisations (kind, name, country, languages, time_zone, provider_kind, created_at)
     values ('provider', $1, 'DE', '{de}', 'Europe/Berlin', 'hospital', now()) returning id`,
    [name],
  )
  return Number(row?.id)
}

export const header = 'Inventory number;Name;Manufacturer;Model;Software version;Site'

export function csv(lines: readonly string[], heading = header): { fileName: string; content: Buffer } {
  return { fileName: 'devices.csv', content: Buffer.from([heading, ...lines].join('\n')) }
}

export const threeDevices = [
  '10023;Infusion gateway 1;Velora Medical;InfuLine Gateway G4;4.1.2;Main site',
  '10024;Monitor 3.12;Corvia;CV-200;;Main site',
  '10027;Archive;Oskarin Imaging;PraxView;7.2;Lime street',
]

export function cyclonedx(
  subject: string,
  components: readonly Record<string, unknown>[],
): {
  fileName: string
  content: Buffer
} {
  const bom = {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { type: 'application', name: subject, version: '1.0', 'bom-ref': 'subject' } },
    components,
  }
  return { fileName: 'bom.json', content: Buffer.from(JSON.stringify(bom)) }
}
