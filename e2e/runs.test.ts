// Hospital IT, a clinician and the duty officer work on one run in three browsers, while the server is killed twice.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import type { BrowserContext, Locator, Page, Request } from 'playwright-core'
import { createApp } from '../app.ts'
import { addMembership, createSignInLink, ensurePerson } from '../capabilities/accounts/index.ts'
import { openIncident } from '../capabilities/incidents/index.ts'
import { aCentre, aProvider } from '../capabilities/organisations/builders.ts'
import { registerOrganisation } from '../capabilities/organisations/index.ts'
import { readConfig } from '../platform/config/config.ts'
import type { Context } from '../platform/context.ts'
import type { AccountRole } from '../platform/http/caller.ts'
import { createLog } from '../platform/log/log.ts'
import { type TestDatabase, testDatabase, testSecret } from '../platform/testing/database.ts'
import { beforeRelease, freshDevice, noBrowser } from './browser.ts'
import { inspect, shoot } from './inspect.ts'

const startedAt = new Date('2026-11-17T02:10:00Z')
const minutes = (count: number) => new Date(startedAt.getTime() + count * 60_000)
const maxTurns = 20
/** Fewer than the playbook has steps for, also with what is under way and with the last turn that each has alone. */
const storedWanted = 10
const maxStartMs = 180_000
const maxSettleMs = 5_000
/** After so many answers that came back with "stored". */
const kills = [3, 7]

const people = [
  { name: 'Timo Kern', email: 'timo.kern@tannau.example', role: 'responder', as: 'it', width: 1280 },
  { name: 'Jana Brandt', email: 'jana@tannau.example', role: 'responder', as: 'clinical-lead', width: 320 },
  { name: 'Pia Lorenz', email: 'pia@lakeland.example', role: 'duty-officer', as: '', width: 768 },
] as const satisfies readonly { role: AccountRole; [more: string]: unknown }[]

/** The server as a process, which comes back at the same address after it was killed. */
class Server {
  readonly #db: TestDatabase
  #child: ChildProcess | null = null
  #port = 0
  /** Resolves once it answers again. */
  up: Promise<void> = Promise.resolve()

  constructor(db: TestDatabase) {
    this.#db = db
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  start(now: Date): Promise<void> {
    const { ownerUrl, applicationUrl } = this.#db
    const worker = join(import.meta.dirname, 'runs-server.ts')
    const given = [ownerUrl, applicationUrl, String(this.#port), now.toISOString()]
    const child = spawn(process.execPath, ['--import', 'tsx', worker, ...given], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    this.#child = child
    this.up = new Promise((resolve, reject) => {
      const timer = setTimeout(() => child.kill('SIGKILL'), maxStartMs)
      createInterface({ input: child.stdout }).once('line', (port) => {
        clearTimeout(timer)
        this.#port = Number(port)
        resolve()
      })
      child.once('exit', () => reject(new Error('the server ended before it answered')))
    })
    return this.up
  }

  async kill(): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    child.kill('SIGKILL')
    await gone
  }

  /** As the operator does it, or the supervisor of the machine. */
  crash(now: Date): Promise<void> {
    this.up = this.kill().then(() => this.start(now))
    return this.up
  }
}

interface Arranged {
  readonly context: Context
  readonly paths: readonly [hospital: string, centre: string]
  readonly runId: number
  close(): Promise<void>
}

async function arrange(db: TestDatabase): Promise<Arranged> {
  const { ownerUrl, applicationUrl, database } = db
  const installation = {
    ...{ ownerUrl, applicationUrl, database, secret: testSecret, close: async () => undefined },
    config: readConfig({ SALUS_LOG_LEVEL: 'silent' }, import.meta.dirname),
    log: createLog('silent'),
  }
  const app = await createApp(installation, { now: () => startedAt })
  const [hospital, centre] = await database.asCentre(async (scope) => [
    await registerOrganisation(scope, aProvider({ name: 'Tannau Hospital', country: 'DE' }), startedAt),
    await registerOrganisation(scope, aCentre({ timeZone: 'Europe/Vienna' }), startedAt),
  ])
  await database.asIdentity(async (scope) => {
    for (const { name, email, role } of people) {
      const personId = await ensurePerson(scope, { name, email, language: 'en' }, startedAt)
      const organisationId = role === 'duty-officer' ? centre : hospital
      await addMembership(scope, { personId, organisationId: organisationId ?? 0, role }, startedAt)
    }
  })
  const { incidentId } = await openIncident(
    app.context,
    {
      ...{ organisationId: hospital ?? 0, realm: 'real', kind: 'ransomware', tlp: 'amber+strict' },
      ...{ title: 'Files are renamed', via: 'member', actor: 'person:1', name: 'Jana Brandt' },
      ...{ reporterName: null, reporterPhone: null, site: null, language: 'en', formToken: 'runs' },
      facts: [],
    },
    startedAt,
  )
  const [run] = await db.query<{ id: string }>('select id from playbook_runs')
  return {
    context: app.context,
    runId: Number(run?.id),
    paths: [
      `/o/${hospital}/incidents/${incidentId}/runs/${run?.id}`,
      `/centre/incidents/${hospital}/${incidentId}/runs/${run?.id}`,
    ],
    close: async () => {
      await app.server.close()
    },
  }
}

interface Sent {
  readonly note: string
  /** Null: no answer came. */
  readonly status: number | null
}

class Worker {
  readonly page: Page
  readonly path: string
  readonly #server: Server
  readonly #name: string
  readonly sent: Sent[] = []

  constructor(page: Page, path: string, name: string, server: Server) {
    page.setDefaultTimeout(20_000)
    this.page = page
    this.path = path
    this.#name = name
    this.#server = server
  }

  /** Waits for the server where it is down, as somebody does who presses "load again". */
  async open(path: string): Promise<void> {
    let why: unknown
    for (let tries = 0; tries < 5; tries++) {
      await this.#server.up
      try {
        const reply = await this.page.goto(path)
        return assert.equal(reply?.status(), 200, path)
      } catch (error) {
        why = error
      }
    }
    throw new Error(`${path} never came`, { cause: why })
  }

  /** Always the first open step, so that the three keep getting in each other's way. False: nothing is open. */
  async turn(number: number, onStored: () => void): Promise<boolean> {
    await this.open(this.path)
    const form = this.page.locator('[data-step] form:has(button[value^="take"], button[value="note"])')
    const open = form.filter({ has: this.page.locator('button[name="do"]:not([value="note"])') }).first()
    if ((await open.count()) === 0) return false
    const note = `${this.#name}, turn ${number}.`
    // The server may go down at any moment from here on.
    const status = await this.#send(open, note).catch(() => null)
    this.sent.push({ note, status })
    if (status === 303) onStored()
    return true
  }

  /** Null where no answer came. */
  async #send(form: Locator, note: string): Promise<number | null> {
    await form.getByRole('textbox').fill(note)
    const isOurs = (request: Request) => request.method() === 'POST'
    // The one that does not happen ends with its time limit, which is nobody's fault.
    const answered = Promise.race([
      this.page
        .waitForEvent('response', (response) => isOurs(response.request()))
        .then(
          (response) => response.status(),
          () => null,
        ),
      this.page.waitForEvent('requestfailed', isOurs).then(
        () => null,
        () => null,
      ),
    ])
    // Also the browser's own page that says that nobody answers.
    const settled = this.page.waitForEvent('load', { timeout: maxSettleMs }).catch(() => null)
    await form.getByRole('button').first().press('Enter', { noWaitAfter: true })
    const status = await answered
    await settled
    return status
  }
}

/** What is visible of each step, and its state; forms, boxes and lines to write on are left out. */
async function stepsOn(page: Page, media: 'screen' | 'print'): Promise<readonly string[]> {
  await page.emulateMedia({ media })
  // The browser hands it over untyped.
  return (await page.evaluate(`Array.from(document.querySelectorAll('[data-step]'), (step) => {
    const visible = (node) => node.getClientRects().length > 0
    const nodes = Array.from(step.querySelectorAll('h3, .s-meta > *, p, ul > li')).filter(visible)
    return nodes.filter((node) => !node.closest('.s-printonly, .s-noprint')).map((node) => node.textContent.trim()).join(' | ')
  })`)) as readonly string[]
}

test('three people on one run and a server that is killed twice: nothing acknowledged is lost, and paper shows what the screen shows', {
  skip: noBrowser || beforeRelease,
  timeout: 400_000,
}, async () => {
  const db = await testDatabase()
  const server = new Server(db)
  const devices: BrowserContext[] = []
  const arranged = await arrange(db)
  try {
    await server.start(startedAt)
    const workers: Worker[] = []
    for (const { name, email, role, as, width } of people) {
      const device = await freshDevice(server.origin, { width, script: width !== 320 })
      devices.push(device)
      const page = await device.newPage()
      const link = await createSignInLink(arranged.context, { email }, startedAt)
      await page.goto(link)
      await page.getByRole('button', { name: 'Sign in' }).press('Enter')
      await page.waitForURL((url) => !url.pathname.includes('sign-in'))
      const [hospitals, centres] = arranged.paths
      const path = role === 'duty-officer' ? centres : `${hospitals}?role=${as}`
      workers.push(new Worker(page, path, name, server))
    }

    let stored = 0
    let crashes = 0
    const onStored = () => {
      stored += 1
      if (stored === kills[crashes]) {
        crashes += 1
        // Nobody waits for it: the others are in the middle of something.
        server.crash(minutes(crashes * 20)).catch(() => undefined)
      }
    }
    await Promise.all(
      workers.map(async (worker) => {
        for (let turn = 1; turn <= maxTurns && stored < storedWanted; turn++)
          await worker.turn(turn, onStored)
      }),
    )
    // Whoever lost every race comes to their turn now.
    for (const worker of workers) assert.ok(await worker.turn(maxTurns + 1, onStored), 'nothing is open')
    assert.equal(crashes, 2, `only ${stored} answers were stored`)

    const events = await db.query<{ number: number; note: string | null; name: string; role: string }>(
      'select number, note, person_name as name, person_role as role from playbook_run_events where run_id = $1 order by number',
      [arranged.runId],
    )
    assert.deepEqual(
      events.map(({ number }) => number),
      events.map((_event, index) => index + 1),
    )
    const sent = workers.flatMap((worker) => worker.sent)
    const timesKept = (note: string) => events.filter((event) => event.note === note).length
    assert.deepEqual(
      sent.filter(({ status, note }) => status === 303 && timesKept(note) !== 1),
      [],
      'acknowledged and lost, or kept twice',
    )
    assert.deepEqual(
      sent.filter(({ status, note }) => status === 409 && timesKept(note) !== 0),
      [],
      'refused and kept all the same',
    )
    assert.deepEqual(
      sent.filter(({ status, note }) => status === null && timesKept(note) > 1),
      [],
      'sent once and kept twice',
    )
    assert.ok(
      sent.some(({ status }) => status === 409),
      'nobody met anybody',
    )
    assert.ok(
      sent.every(({ status }) => status === 303 || status === 409 || status === null),
      JSON.stringify(sent),
    )
    assert.deepEqual([...new Set(events.slice(1).map(({ name, role }) => `${name}: ${role}`))].sort(), [
      'Jana Brandt: clinical-lead',
      'Pia Lorenz (Lakeland Health Security Centre): duty-officer',
      'Timo Kern: it',
    ])

    const screens: (readonly string[])[] = []
    for (const [index, worker] of workers.entries()) {
      await worker.open(worker.path)
      const screen = await stepsOn(worker.page, 'screen')
      const look = { width: people[index]?.width ?? 0 }
      await inspect(worker.page, `run-worked-on-${look.width}`, look)
      assert.deepEqual(await stepsOn(worker.page, 'print'), screen)
      await shoot(worker.page, `run-worked-on-paper-${look.width}`)
      assert.equal(await worker.page.getByRole('textbox').count(), 0, 'a field is printed')
      assert.equal(await worker.page.getByRole('button').count(), 0, 'a button is printed')
      screens.push(screen)
    }
    assert.ok((screens[0]?.length ?? 0) > 10)
    assert.deepEqual(screens[1], screens[0])
    assert.deepEqual(screens[2], screens[0])
  } finally {
    for (const device of devices) await device.close()
    await server.kill()
    await arranged.close()
    await db.close()
  }
})
