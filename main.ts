// Starts the centre: database, migrations, application, HTTP; and stops all of it in order.
// SPDX-License-Identifier: EUPL-1.2
import { createServer as createProbe } from 'node:net'
import { createApp } from './app.ts'
import { openInstallation } from './installation.ts'
import { installJobs } from './platform/events/jobs.ts'

const portsToTry = 20

async function main(): Promise<void> {
  const startedAt = performance.now()
  const empty = process.argv.includes('--empty')
  const installation = await openInstallation('server', say)
  const app = await createApp(installation)
  await installJobs(installation.ownerUrl, app.jobs)
  const { config } = installation
  const port = config.portGiven ? config.port : await freePortFrom(config.host, config.port)
  await app.server.listen({ host: config.host, port })
  const address = config.publicUrl ?? `http://${config.host}:${port}`
  app.setOrigin(address)
  await app.start()
  stopOnSignals(async () => {
    await app.stop()
    await installation.close()
  })
  if (port !== config.port) say(`Port ${config.port} is taken, so this is on ${port}.`)
  say(`Salus is up after ${((performance.now() - startedAt) / 1000).toFixed(1)} s: ${address}`)
  await app.greet({ address, empty, say })
  say('Stop with Ctrl-C.')
}

async function freePortFrom(host: string, first: number): Promise<number> {
  for (let port = first; port < first + portsToTry; port++) if (await isFree(host, port)) return port
  throw new Error(
    `The ports ${first} to ${first + portsToTry - 1} are all taken. Choose one with SALUS_PORT.`,
  )
}

function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createProbe()
    probe.once('error', () => resolve(false))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })
}

/** The first signal stops in order; a second one, from somebody who cannot wait, at once. */
function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1)
      stopping = true
      say('Stopping …')
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          say(error instanceof Error ? error.message : String(error))
          process.exit(1)
        },
      )
    })
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

main().catch((error: unknown) => {
  process.stderr.write(`Salus could not start. ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
