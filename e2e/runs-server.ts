// A server process of its own for a journey that kills it: the same database, the same port, and a clock that stands still.
// SPDX-License-Identifier: EUPL-1.2
import type { AddressInfo } from 'node:net'
import { createApp } from '../app.ts'
import { readConfig } from '../platform/config/config.ts'
import { openDatabase } from '../platform/database/database.ts'
import { createLog } from '../platform/log/log.ts'
import { testSecret } from '../platform/testing/database.ts'

const [ownerUrl = '', applicationUrl = '', port = '0', clock = ''] = process.argv.slice(2)
const settings = { SALUS_LOG_LEVEL: 'silent', SALUS_CENTRE_NAME: 'Lakeland Health Security Centre' }
const app = await createApp(
  {
    config: readConfig(settings, import.meta.dirname),
    log: createLog('silent'),
    secret: testSecret,
    ownerUrl,
    applicationUrl,
    database: openDatabase(applicationUrl, { connections: 4 }),
    close: async () => undefined,
  },
  { now: () => new Date(clock) },
)
await app.server.listen({ host: '127.0.0.1', port: Number(port) })
// A server that listens on TCP has such an address.
const address = app.server.server.address() as AddressInfo
app.setOrigin(`http://127.0.0.1:${address.port}`)
process.stdout.write(`${address.port}\n`)
