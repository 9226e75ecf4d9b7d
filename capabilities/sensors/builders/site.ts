// A server with sensors and alerts over a fresh database: hospitals with a lead, the centre with its people, a log that is kept.
// SPDX-License-Identifier: EUPL-1.2
import { Writable } from 'node:stream'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { Context } from '../../../platform/context.ts'
import type { Subscription } from '../../../platform/events/event.ts'
import { createRelay } from '../../../platform/events/relay.ts'
import type { AccountRole, Caller } from '../../../platform/http/caller.ts'
import { createServer } from '../../../platform/http/server.ts'
import { createLog } from '../../../platform/log/log.ts'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { addMembership, ensurePerson } from '../../accounts/index.ts'
import { createAlerts } from '../../alerts/index.ts'
import { aCentre, aProvider, contextFor, givenOrganisation } from '../../organisations/builders.ts'
import { publishPack } from '../actions/publish-pack.ts'
import { aPackMaker, type PackMaker, TestSensor } from '../builders.ts'
import { createSensors } from '../index.ts'

/** A Friday in the twelfth epoch, which began the day before. */
export const aFriday = new Date('2026-11-27T10:30:00Z')
export const later = (hours: number, from = aFriday) => new Date(from.getTime() + hours * 3_600_000)

export interface Site {
  readonly db: TestDatabase
  readonly context: Context
  readonly server: FastifyInstance
  readonly centreId: number
  readonly houses: readonly number[]
  readonly packs: PackMaker
  /** Everything that was logged, in lines. */
  readonly logged: readonly string[]
  readonly now: () => Date
  setNow(at: Date): void
  speak(language: string): void
  /** `lead@3`, `reader@3`, `officer`, `administrator`; nobody where it is left out. */
  get(url: string, who?: string): Promise<LightMyRequestResponse>
  post(url: string, payload?: object, who?: string): Promise<LightMyRequestResponse>
  runJob(name: string): Promise<void>
  /** Handles what was announced. */
  settle(): Promise<void>
  /** The code from the page that shows it. */
  codeFor(organisationId: number): Promise<string>
  /** Another sensor of the house, without a pseudonym. */
  enrolled(organisationId: number): Promise<TestSensor>
  /** The one of the house that tells: with a signed pseudonym. */
  sensorOf(organisationId: number): Promise<TestSensor>
  publish(): Promise<void>
  close(): Promise<void>
}

export async function openSite(houseCount = 4): Promise<Site> {
  const db = await testDatabase()
  const logged: string[] = []
  const log = createLog(
    'trace',
    new Writable({
      write(chunk, _encoding, done) {
        logged.push(String(chunk))
        done()
      },
    }),
  )
  const subscriptions: Subscription[] = []
  const context: Context = { ...contextFor(db.database, subscriptions), log }
  const centreId = await givenOrganisation(db.database, aCentre(), aFriday)
  const houses: number[] = []
  for (let index = 0; index < houseCount; index++)
    houses.push(
      await givenOrganisation(db.database, aProvider({ country: index === 3 ? 'DE' : 'AT' }), aFriday),
    )
  await givenPeople(db, centreId, houses)
  const sensors = createSensors(context)
  const alerts = createAlerts(context)
  subscriptions.push(...alerts.subscriptions)
  let [now, language] = [aFriday, 'en']
  const server = await createServer({
    log,
    now: () => now,
    publicUrl: null,
    permissions: { ...sensors.permissions, ...alerts.permissions },
    endpoints: [...sensors.routes, ...sensors.pages, ...alerts.pages],
    identify: async (cookie) => callerOf(cookie, centreId),
    sessionCookie: 'who',
    localeOf: () => language,
    renderProblem: async (_request, problem) => problem.code,
    staticFiles: new Map(),
  })
  const packs = aPackMaker(aFriday)
  const cookies = (who?: string) => (who ? { cookies: { who } } : {})
  const post: Site['post'] = (url, payload = {}, who) =>
    server.inject({ method: 'POST', url, payload: { _csrf: 'token', ...payload }, ...cookies(who) })
  const codeFor = async (organisationId: number) => {
    const { body } = await post(
      `/o/${organisationId}/sensors/codes`,
      { label: 'Log server' },
      `lead@${organisationId}`,
    )
    return /s-code"[^>]*>([^<]+)</.exec(body)?.[1]?.trim() ?? ''
  }
  const enrolled = async (organisationId: number) => {
    const sensor = new TestSensor(server)
    await sensor.enrol(await codeFor(organisationId))
    return sensor
  }
  const telling = new Map<number, TestSensor>()
  return {
    db,
    context,
    server,
    centreId,
    houses,
    packs,
    logged,
    now: () => now,
    setNow(at) {
      now = at
    },
    speak(chosen) {
      language = chosen
    },
    get: (url, who) => server.inject({ url, ...cookies(who) }),
    post,
    async runJob(name) {
      const job = sensors.jobs.find((one) => one.name === name)
      if (!job) throw new Error(`there is no job ${name}`)
      await job.run(now)
    },
    async settle() {
      const deferred = context.events.deferred
      await createRelay({ database: db.database, subscriptions: deferred, log, now: () => now }).drain()
    },
    codeFor,
    enrolled,
    async sensorOf(organisationId) {
      const known = telling.get(organisationId)
      if (known) return known
      const sensor = await enrolled(organisationId)
      await sensor.takeOnPseudonym()
      telling.set(organisationId, sensor)
      return sensor
    },
    async publish() {
      packs.next({ now })
      await publishPack(context, { actor: 'person:2', name: 'Pia Lorenz' }, packs.repository(), now)
    },
    async close() {
      await server.close()
      await db.close()
    },
  }
}

async function givenPeople(db: TestDatabase, centreId: number, houses: readonly number[]): Promise<void> {
  const people: readonly (readonly [string, number, AccountRole])[] = [
    ['officer@lakeland.example', centreId, 'duty-officer'],
    ...houses.map((id) => [`lead${id}@hospital.example`, id, 'lead'] as const),
  ]
  await db.database.asIdentity(async (scope) => {
    for (const [email, organisationId, role] of people) {
      const personId = await ensurePerson(scope, { email, name: email, language: 'de' }, aFriday)
      await addMembership(scope, { organisationId, personId, role }, aFriday)
    }
  })
}

function callerOf(cookie: string | undefined, centreId: number): Caller {
  if (!cookie) return null
  const [word = '', house] = cookie.split('@')
  const role = (word === 'officer' ? 'duty-officer' : word) as AccountRole
  const isCentre = house === undefined
  const membership = {
    organisationId: isCentre ? centreId : Number(house),
    organisationName: 'House',
    organisationKind: isCentre ? ('centre' as const) : ('provider' as const),
    timeZone: 'Europe/Vienna',
    role,
  }
  const person = {
    id: 2,
    name: 'Jana Brandt',
    email: 'jana@hospital.example',
    language: 'en',
    theme: 'device' as const,
  }
  return { person, memberships: [membership], csrfToken: 'token' }
}
