// Test data for alerts: the chain from document and inventory to alert on a test database, without HTTP.
// SPDX-License-Identifier: EUPL-1.2
import { createEvents, type Events } from '../../platform/events/announce.ts'
import { handleAtOnce, handleLater, type Subscription } from '../../platform/events/event.ts'
import { createRelay } from '../../platform/events/relay.ts'
import { createLog } from '../../platform/log/log.ts'
import type { TestDatabase } from '../../platform/testing/database.ts'
import { type CsafSketch, csafDocument, epssFile } from '../advisories/builders.ts'
import {
  advisoryIdsOfCves,
  advisoryRecorded,
  epssChanged,
  kevChanged,
  recordDocuments,
} from '../advisories/index.ts'
import { importInventory } from '../assets/actions/import-inventory.ts'
import { csv } from '../assets/builders.ts'
import { inventoryChanged } from '../assets/index.ts'
import { matchAdvisories } from '../matching/actions.ts'
import {
  exemptionsChanged,
  identifyProductVersions,
  lockMatching,
  verdictsDecided,
} from '../matching/index.ts'
import { alertsContext } from './actions/builders.ts'
import { followRaised } from './actions/follow-raised.ts'
import { refreshAlertsFor, refreshAlertsOf } from './actions/refresh.ts'
import { type AlertOpened, alertOpened, alertsRaised } from './events.ts'
import { selectRaised } from './store/raised.ts'
import { urgencies } from './urgency.ts'

export interface TestLoop {
  readonly events: Events
  /** What hospitals were told, in order. */
  readonly opened: AlertOpened[]
  publish(sketch: CsafSketch, now: Date): Promise<void>
  publishKev(cveIds: readonly string[], now: Date): Promise<void>
  /** The EPSS file of that day with the probability of each CVE. */
  publishEpss(probabilities: Readonly<Record<string, number>>, now: Date): Promise<void>
  importList(organisationId: number, lines: readonly string[], now: Date): Promise<void>
  /** Handles what is announced, as the running server does. */
  settle(now: Date): Promise<void>
}

export function buildLoop(db: TestDatabase): TestLoop {
  const opened: AlertOpened[] = []
  const subscriptions: Subscription[] = []
  const events = createEvents(subscriptions)
  const context = { database: db.database, events, log: createLog('silent') }
  subscriptions.push(
    handleLater(advisoryRecorded, 'test.match', 100, (scope, payloads, now) =>
      matchAdvisories(
        context,
        scope,
        payloads.map((payload) => payload.advisoryId),
        now,
        payloads.flatMap(({ advisoryId, because }) => (because === 'deleted' ? [advisoryId] : [])),
      ),
    ),
    handleAtOnce(
      verdictsDecided,
      'test.verdicts',
      async (scope, { advisoryIds, because }, now) =>
        void (await refreshAlertsOf(context, scope, advisoryIds, { cause: 'advisory', because }, now)),
    ),
    handleAtOnce(
      inventoryChanged,
      'test.inventory',
      async (scope, { organisationId }, now) =>
        void (await refreshAlertsFor(context, scope, organisationId, { cause: 'inventory' }, now)),
    ),
    handleAtOnce(exemptionsChanged, 'test.exemptions', async (scope, { organisationId }, now) => {
      await refreshAlertsFor(context, scope, organisationId, { cause: 'advisory', because: 'vex' }, now)
    }),
    handleLater(kevChanged, 'test.kev', 1, async (scope, payloads, now) => {
      const cveIds = payloads.flatMap((payload) => payload.cveIds)
      const advisoryIds = await advisoryIdsOfCves(scope, cveIds)
      await lockMatching(scope, 'advisory')
      await refreshAlertsOf(context, scope, advisoryIds, { cause: 'advisory' }, now)
    }),
    handleLater(epssChanged, 'test.epss', 1, async (scope, payloads, now) => {
      const cveIds = payloads.flatMap((payload) => payload.cveIds)
      const advisoryIds = await advisoryIdsOfCves(scope, cveIds)
      await refreshAlertsOf(context, scope, advisoryIds, { cause: 'advisory' }, now)
    }),
    handleAtOnce(alertOpened, 'test.opened', async (_scope, payload) => void opened.push(payload)),
    handleAtOnce(alertsRaised, 'test.raised', async (scope, payload) => {
      for (const urgency of urgencies)
        opened.push(...(await selectRaised(scope, payload, urgency, null, 1_000)))
    }),
    handleLater(alertsRaised, 'test.follow-raised', 1, followRaised(alertsContext(db))),
  )
  const settle = async (now: Date) =>
    void (await createRelay({
      database: db.database,
      subscriptions: events.deferred,
      log: context.log,
      now: () => now,
    }).drain())
  const record = async (name: string, document: unknown, now: Date) => {
    const bytes = Buffer.isBuffer(document) ? document : Buffer.from(JSON.stringify(document))
    for await (const outcome of recordDocuments(context, [{ name, bytes, source: 'test' }], {
      now,
      actor: 'operator',
    }))
      if (outcome.outcome === 'quarantined')
        throw new Error(`the test's document is not valid: ${JSON.stringify(outcome.faults)}`)
    await settle(now)
  }
  return {
    events,
    opened,
    settle,
    publish: (sketch, now) => record('advisory.json', csafDocument(sketch), now),
    publishKev: (cveIds, now) => record('kev.json', kevDocument(cveIds), now),
    publishEpss(probabilities, now) {
      const scores = Object.entries(probabilities).map(([cveId, probability]) => ({
        cveId,
        probability,
        percentile: 0.5,
      }))
      return record('epss.csv', epssFile(scores, now.toISOString()), now)
    },
    async importList(organisationId, lines, now) {
      await importInventory(
        { context, identify: identifyProductVersions },
        organisationId,
        csv(lines),
        'person:1',
        now,
      )
    },
  }
}

function kevDocument(cveIds: readonly string[]) {
  const entry = (cveID: string) => ({
    cveID,
    vendorProject: 'Northwind Medical',
    product: 'Gateway',
    vulnerabilityName: 'No authentication',
    dateAdded: '2026-03-05',
    shortDescription: 'Takes commands from anybody.',
    requiredAction: 'Install the fix.',
    dueDate: '2026-03-26',
    knownRansomwareCampaignUse: 'Unknown',
    notes: '',
  })
  return {
    title: 'Catalogue',
    catalogVersion: '2026.03.05',
    dateReleased: '2026-03-05T10:00:00.000Z',
    count: cveIds.length,
    vulnerabilities: cveIds.map(entry),
  }
}
