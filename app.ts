// Assembles the list of capabilities into one application: addresses, permissions, jobs, subscriptions, menus.
// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { createAccounts, identifyWith, localeOf, sessionCookieName } from './capabilities/accounts/index.ts'
import { createAdvisories } from './capabilities/advisories/index.ts'
import { alertFacts, createAlerts } from './capabilities/alerts/index.ts'
import { createAssessments } from './capabilities/assessments/index.ts'
import { createAssets, inventoryFacts } from './capabilities/assets/index.ts'
import { createAuthorities } from './capabilities/authorities/index.ts'
import { createCatalogue } from './capabilities/catalogue/index.ts'
import { createExample, greet } from './capabilities/example/index.ts'
import {
  createFactBook,
  createFacts,
  measuredBy,
  type OfferedForm,
  profileFacts,
  readForms,
} from './capabilities/facts/index.ts'
import { createGuidance } from './capabilities/guidance/index.ts'
import { createIncidents, incidentCases, incidentFacts } from './capabilities/incidents/index.ts'
import { createMatching } from './capabilities/matching/index.ts'
import { createOrganisations } from './capabilities/organisations/index.ts'
import { createPlaybooks } from './capabilities/playbooks/index.ts'
import { createRansomware } from './capabilities/ransomware/index.ts'
import { createReadiness, readinessFacts } from './capabilities/readiness/index.ts'
import { createRegulation } from './capabilities/regulation/index.ts'
import { createSensors } from './capabilities/sensors/index.ts'
import { createSupport } from './capabilities/support/index.ts'
import { createTraining, factsFromTraining } from './capabilities/training/index.ts'
import { createHome } from './home.tsx'
import type { Installation } from './installation.ts'
import type { Context } from './platform/context.ts'
import { createDelivery } from './platform/delivery/capability.ts'
import { createEvents } from './platform/events/announce.ts'
import type { Subscription } from './platform/events/event.ts'
import { createJobs, type Job } from './platform/events/jobs.ts'
import { createRelay } from './platform/events/relay.ts'
import type { Capability } from './platform/http/capability.ts'
import { createServer } from './platform/http/server.ts'
import { isLocale, loadTranslations } from './platform/i18n/index.ts'
import { createJournal } from './platform/journal/capability.ts'
import { createRenderer } from './render.ts'
import { readStaticFiles } from './static-files.ts'

export interface App {
  readonly context: Context
  readonly capabilities: readonly Capability[]
  readonly jobs: readonly Job[]
  readonly server: FastifyInstance
  setOrigin(origin: string): void
  /** Begins handling events and jobs; the server listens already. */
  start(): Promise<void>
  stop(): Promise<void>
  /** Handles every event that is due; for commands and tests, which run no loop. */
  drainEvents(): Promise<number>
  greet(options: { address: string; empty: boolean; say: (text: string) => void }): Promise<void>
}

export async function createApp(
  installation: Installation,
  options: { now?: () => Date } = {},
): Promise<App> {
  const now = options.now ?? (() => new Date())
  const { config, database, log, secret } = installation
  const translations = loadTranslations(join(import.meta.dirname, 'translations'))
  const subscriptions: Subscription[] = []
  const capabilities: Capability[] = []
  const files = await readStaticFiles()
  const renderer = createRenderer({
    context: () => context,
    assets: files.assets,
    permissions: () => permissions,
    menu: () => capabilities.flatMap((capability) => capability.menu),
  })
  let origin = config.publicUrl ?? `http://${config.host}:${config.port}`
  const context: Context = {
    config,
    database,
    log,
    now,
    secret,
    events: createEvents(subscriptions),
    translator: (locale) => translations.translator(isLocale(locale) ? locale : 'en'),
    origin: () => origin,
    // Where no queue runs (a command that only handles events) the job comes on its schedule all the same.
    wake: (job) =>
      jobs.wake(job).catch((error: unknown) => log.debug({ error, job }, 'a job could not be woken')),
    render: renderer.render,
  }
  const facts = createFactBook([
    profileFacts,
    measuredBy('inventory', inventoryFacts),
    measuredBy('alerts', alertFacts),
    measuredBy('incidents', incidentFacts),
    measuredBy('readiness', readinessFacts),
    measuredBy('training', factsFromTraining),
  ])
  capabilities.push(
    createHome(context),
    createOrganisations(context),
    createAccounts(context),
    createAssets(context),
    createAdvisories(context),
    createMatching(context),
    createAlerts(context),
    createPlaybooks(context),
    createAuthorities(context),
    createRansomware(context),
    createReadiness(context),
    createIncidents(context),
    createSupport(context, incidentCases),
    createFacts(context, facts, offeredForms()),
    createCatalogue(context, facts),
    createGuidance(context, facts),
    createRegulation(context, facts),
    createAssessments(context, facts),
    createTraining(context, facts),
    createSensors(context),
    createExample(context),
    createDelivery(context),
    createJournal(context),
  )
  subscriptions.push(...capabilities.flatMap((capability) => capability.subscriptions))
  const permissions = Object.assign(
    {},
    ...capabilities.map((capability) => capability.permissions),
  ) as Record<string, never>
  const jobList = capabilities.flatMap((capability) => capability.jobs)
  const jobs = createJobs({ applicationUrl: installation.applicationUrl, database, jobs: jobList, log, now })
  const relay = createRelay({ database, subscriptions: context.events.deferred, log, now })
  const server = await createServer({
    log,
    now,
    publicUrl: config.publicUrl,
    trustedProxies: config.trustedProxies,
    permissions,
    endpoints: capabilities.flatMap((capability) => [...capability.routes, ...capability.pages]),
    identify: identifyWith(context),
    sessionCookie: sessionCookieName,
    localeOf,
    renderProblem: renderer.renderProblem,
    staticFiles: files.files,
  })
  return {
    context,
    capabilities,
    jobs: jobList,
    server,
    setOrigin(address) {
      origin = address
    },
    async start() {
      relay.start()
      await jobs.start()
    },
    async stop() {
      await server.close()
      await relay.stop()
      await jobs.stop()
    },
    drainEvents: () => relay.drain(),
    greet: (options) => greet(context, { ...options, drain: () => relay.drain() }),
  }
}

/** Forms that are asked one question to a page; the yearly check has pages of its own. */
function offeredForms(): readonly OfferedForm[] {
  const of = (capability: string, page: string) =>
    readForms(join(import.meta.dirname, 'capabilities', capability, 'forms')).map((form) => ({
      form,
      after: (organisationId: number) => `/o/${organisationId}/${page}`,
    }))
  return [...of('catalogue', 'month'), ...of('regulation', 'duties')]
}
