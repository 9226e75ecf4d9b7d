// A whole centre for one journey: the real server on a free port, a fresh database, and a clock that the test moves.
// SPDX-License-Identifier: EUPL-1.2
import type { AddressInfo, Server } from 'node:net'
import type { BrowserContext } from 'playwright-core'
import { createApp } from '../app.ts'
import { createSignInLink } from '../capabilities/accounts/index.ts'
import { readConfig } from '../platform/config/config.ts'
import type { Context } from '../platform/context.ts'
import { createLog } from '../platform/log/log.ts'
import { testDatabase, testSecret } from '../platform/testing/database.ts'
import { freshDevice, type Look } from './browser.ts'
import { Visitor } from './visitor.ts'

const usualStart = '2026-11-17T08:40:00Z'
const hourMs = 3_600_000

export interface Centre {
  readonly context: Context
  now(): Date
  /** The clock stands still between two calls. */
  passHours(hours: number): void
  /** Handles what was announced, as the running server does in the background. */
  settle(): Promise<void>
  runJob(name: string): Promise<void>
  /** The numbers of a member's alerts, for their addresses. */
  alertsOf(organisationId: number): Promise<readonly number[]>
  /** Somebody at a device of their own, not signed in. */
  visit(look: Look): Promise<Visitor>
  /** The path of a one-time link, as the operator makes it. */
  linkFor(email: string): Promise<string>
}

/** Opens a centre, lets the journey happen, and closes everything, also when the journey fails. */
export async function inCentre(
  journey: (centre: Centre) => Promise<void>,
  options: { readonly startsAt?: string } = {},
) {
  const db = await testDatabase()
  const devices: BrowserContext[] = []
  let now = new Date(options.startsAt ?? usualStart)
  const settings = {
    SALUS_LOG_LEVEL: 'silent',
    SALUS_CENTRE_NAME: 'Lakeland Health Security Centre',
    SALUS_CENTRE_PHONE: '+43 555 0100',
  }
  const { ownerUrl, applicationUrl, database } = db
  const installation = {
    config: readConfig(settings, import.meta.dirname),
    log: createLog('silent'),
    secret: testSecret,
    ownerUrl,
    applicationUrl,
    database,
    close: async () => undefined,
  }
  const app = await createApp(installation, { now: () => now })
  try {
    await app.server.listen({ host: '127.0.0.1', port: 0 })
    const origin = `http://127.0.0.1:${portOf(app.server.server)}`
    app.setOrigin(origin)
    await journey({
      context: app.context,
      now: () => now,
      passHours(hours) {
        now = new Date(now.getTime() + hours * hourMs)
      },
      async settle() {
        await app.drainEvents()
      },
      async runJob(name) {
        const job = app.jobs.find((one) => one.name === name)
        if (!job) throw new Error(`there is no job ${name}`)
        await job.run(now)
      },
      async alertsOf(organisationId) {
        const rows = await db.query<{ id: string }>(
          'select id from alerts where organisation_id = $1 order by id',
          [organisationId],
        )
        return rows.map(({ id }) => Number(id))
      },
      async visit(look) {
        const device = await freshDevice(origin, look)
        devices.push(device)
        return new Visitor(await device.newPage(), look)
      },
      linkFor: (email) => createSignInLink(app.context, { email }, now),
    })
  } finally {
    for (const device of devices) await device.close()
    await app.server.close()
    await db.close()
  }
}

function portOf(server: Server): number {
  // A server that listens on TCP has such an address.
  return (server.address() as AddressInfo).port
}
