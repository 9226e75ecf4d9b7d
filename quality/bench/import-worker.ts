// The process that gets killed: makes the benchmark's members, imports advisories, matches, and can be run again.
// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { createApp } from '../../app.ts'
import { importAdvisoryFiles } from '../../capabilities/advisories/index.ts'
import { coverageOf, importInventory } from '../../capabilities/assets/index.ts'
import { listOrganisations } from '../../capabilities/organisations/index.ts'
import { openInstallation } from '../../installation.ts'
import type { EngineScope } from '../../platform/database/database.ts'
import { listOf, productsIn, registerMembers, seeded } from './world.ts'

const [members = '200', assets = '100', data = '../shared/data'] = process.argv.slice(2)
const now = new Date('2026-11-17T08:40:00Z')
const productsAtMost = 4_000
const paths = ['csaf-cisa', 'cve-records', 'osv', 'kev/known_exploited_vulnerabilities.json'].map(
  (name) => `${data}/${name}`,
)

const installation = await openInstallation('command', () => undefined)
// The same instant in every run, so that two runs can be compared row by row.
const app = await createApp(installation, { now: () => now })
await prepareMembers()
if (process.argv.includes('--prepare-only')) {
  await installation.close()
  process.exit(0)
}
process.stdout.write(`${JSON.stringify({ begins: await installation.database.asEngine(countWork) })}\n`)
const startedAt = performance.now()
let imported = false
const matching = matchBeside()
const summary = await importAdvisoryFiles(app.context, paths, () => undefined, now)
const importSeconds = (performance.now() - startedAt) / 1000
imported = true
await matching
process.stdout.write(
  `${JSON.stringify({ ...summary, importSeconds, totalSeconds: (performance.now() - startedAt) / 1000, peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024) })}\n`,
)
await installation.close()

/** Done once: a member that has its list is left as it is. */
async function prepareMembers(): Promise<void> {
  const { database } = installation
  const products = await productsIn(`${data}/cve-records/cve-hospital-software.jsonl.gz`, productsAtMost)
  const known = (await database.asEngine(listOrganisations)).length
  if (known < Number(members)) await registerMembers(database, Number(members) - known, now)
  for (const [index, organisation] of (await database.asEngine(listOrganisations)).entries()) {
    const coverage = await database.asMember(organisation.id, (scope) => coverageOf(scope, organisation.id))
    if (coverage.total > 0) continue
    const file = {
      fileName: `list-${organisation.id}.csv`,
      content: listOf(products, Number(assets), seeded(index + 1)),
    }
    await importInventory(app.context, organisation.id, file, 'operator', now)
  }
}

/** What earlier runs have left: it tells into which work a kill fell. */
async function countWork(scope: EngineScope): Promise<unknown> {
  const { rows } = await sql`select
    (select count(*) from advisories) as recorded, (select count(*) from matched_advisories) as matched,
    (select count(*) from verdicts) as verdicts, (select count(*) from events) as "eventsWaiting"`.execute(
    scope.db,
  )
  return rows[0]
}

async function matchBeside(): Promise<void> {
  while (!imported) {
    await app.drainEvents()
    await delay(50)
  }
  await app.drainEvents()
}
