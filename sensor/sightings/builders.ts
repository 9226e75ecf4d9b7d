// For tests: a centre on a real socket that remembers every byte, packs in a state folder, and findings.
// SPDX-License-Identifier: EUPL-1.2
import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { blindPublicKeyOf, blindSign, verify } from '@salus/standards/blind-signatures'
import { type PackManifest, writeTellableIds } from '@salus/standards/packs'
import {
  enrolRequest,
  epochTokenRequest,
  healthReport,
  type SightingsAnswer,
  sensorApi,
  sightingKey,
  sightingsMessage,
} from '@salus/standards/sightings'
import type { Finding } from '../engine/finding.ts'
import { openIndicatorSet } from '../indicators/set/open.ts'
import { openStore } from '../packs/store.ts'
import { openState } from '../state/state.ts'
import type { Chance } from './chance.ts'

export const hourMs = 3_600_000
export const now = Date.parse('2026-11-27T12:30:00.000Z')
export const pack = { id: 'salus-core', sequence: 7 } as const
export const ruleId = '5f0c6a2e-1111-4222-8333-444455556666'
export const privacyRuleId = 'salus-mass-access'
export const indicatorId = '7a1b2c3d-1111-4222-8333-444455556666'

/** The shortest delays and the order as it is. */
export const noChance: Chance = (below) => below - 1 && 0

export const finding = (over: Partial<Finding> = {}): Finding => ({
  origin: 'rule',
  audience: 'it',
  indicatorId: null,
  pack,
  ruleId,
  title: 'An invented rule',
  level: 'high',
  time: '2026-11-27T10:20:30.000Z',
  source: '/var/log/invented.log',
  record: 1,
  reason: 'Image ends with "\\invented.exe"',
  author: 'A. Author',
  licence: 'DRL-1.1',
  tags: [],
  asset: 'pc-1',
  assetClass: 'server',
  ...over,
})

export const manifest = (over: Partial<PackManifest> = {}): PackManifest => ({
  format: 1,
  ...pack,
  title: { en: 'Core', de: 'Kern', fr: 'Base', it: 'Base' },
  publisher: 'An invented centre',
  validUntil: '2027-11-27T00:00:00Z',
  rules: {
    [ruleId]: { techniques: [], sightings: true, samples: 'own' },
    [privacyRuleId]: { techniques: [], sightings: true, samples: 'own' },
    'kept-at-home': { techniques: [], sightings: false, samples: 'own' },
  },
  indicators: { sightings: true },
  ...over,
})

export async function temporaryFolder(): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'sightings-'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** Puts a pack in force as an installation would leave it, without its rules. */
export async function withPack(folder: string, of = manifest(), indicators: Uint8Array | null = null) {
  const store = await openStore(folder)
  const part = (bytes: Uint8Array) => store.savePart(bytes)
  const record = {
    format: 1 as const,
    id: of.id,
    sequence: of.sequence,
    rootVersion: 1,
    title: of.title,
    publisher: of.publisher,
    installedAt: '2026-11-01T00:00:00Z',
    validUntil: of.validUntil,
    parts: {
      'manifest.json': await part(Buffer.from(JSON.stringify(of))),
      ...(indicators
        ? { 'indicators.bin': await part(indicators), 'indicators.ids.bin': await part(idsOf(indicators)) }
        : {}),
    },
    compiled: { ...(await part(Buffer.from('{}'))), compiler: 1, form: 1 },
    rules: 0,
    tested: 0,
    untested: [],
    leftOut: [],
  }
  await store.saveRecord(record)
  await store.switchTo(record)
}

function idsOf(indicators: Uint8Array): Uint8Array {
  return writeTellableIds(Array.from(openIndicatorSet(indicators).entries(), ({ id }) => id))
}

export async function withFindings(
  folder: string,
  findings: readonly Finding[],
  toldAt = now,
): Promise<void> {
  const state = await openState(folder)
  await state.append(
    findings.map((one) => ({ id: randomUUID(), toldAt: new Date(toldAt).toISOString(), finding: one })),
    toldAt,
  )
  await state.close()
}

export interface Received {
  readonly method: string
  readonly path: string
  readonly rawHeaders: readonly string[]
  readonly body: string
  readonly socket: Socket
}

export interface FakeCentre {
  readonly url: string
  readonly received: Received[]
  /** Every byte that came in, whatever it was. */
  readonly bytes: () => Buffer
  /** Keys of sightings that were taken, in order; a key twice would be told twice. */
  readonly taken: string[]
  /** Answers in place of the usual one where it gives something. */
  intercept: ((request: Received, response: ServerResponse) => boolean) | null
  /** What the centre says of the epoch, by who asks. */
  epoch: { epoch: number; from: string; until: string; keys: { anybody: KeyObject; token: KeyObject } }
  close(): Promise<void>
}

const keys = generateKeyPairSync('rsa', { modulusLength: 2_048 })
export const token = Buffer.alloc(32, 7).toString('base64url')
export const secretKey = keys.privateKey

const tokenGiven = {
  type: '/problems/sensors/epoch-token-given',
  detail: 'Another pseudonym of your organisation was signed.',
  remedy: 'Wait.',
}

/** Checks what arrives with the shared schemas, as the real one does. */
export async function fakeCentre(port = 0): Promise<FakeCentre> {
  const chunks: Buffer[] = []
  const signed = new Map<number, string>()
  const server = createServer()
  const centre: FakeCentre = {
    url: '',
    received: [],
    taken: [],
    bytes: () => Buffer.concat(chunks),
    intercept: null,
    epoch: {
      epoch: 12,
      from: '2026-11-26T00:00:00.000Z',
      until: '2026-12-26T00:00:00.000Z',
      keys: { anybody: keys.publicKey, token: keys.publicKey },
    },
    close: () => closed(server),
  }
  server.on('connection', (socket) => {
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  })
  server.on('request', (request, response) => void answer(request, response))

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const received: Received = {
      method: request.method ?? '',
      path: request.url ?? '',
      rawHeaders: request.rawHeaders,
      body: Buffer.concat(pieces).toString(),
      socket: request.socket,
    }
    centre.received.push(received)
    if (centre.intercept?.(received, response)) return
    const said = understood(received, request.headers.authorization === `Bearer ${token}`)
    response.writeHead(said === null ? 422 : said === tokenGiven ? 409 : 200, {
      'content-type': 'application/json',
    })
    response.end(JSON.stringify(said ?? { detail: 'That is not understood.', remedy: 'Update the sensor.' }))
  }

  function understood(received: Received, hasToken: boolean): unknown {
    try {
      return answerTo(received, hasToken)
    } catch {
      return null
    }
  }

  function answerTo({ path, body }: Received, hasToken: boolean): unknown {
    if (path === sensorApi.enrol.path && enrolRequest.safeParse(JSON.parse(body)).success)
      return { sensorId: '11111111-2222-4333-8444-555555555555', token }
    if (path === sensorApi.epoch.path) {
      const { keys: own, ...epoch } = centre.epoch
      const key = hasToken ? own.token : own.anybody
      return { ...epoch, publicKey: key.export({ format: 'der', type: 'spki' }).toString('base64url') }
    }
    if (path === sensorApi.epochToken.path && hasToken) {
      const { epoch, blinded } = epochTokenRequest.parse(JSON.parse(body))
      if ((signed.get(epoch) ?? blinded) !== blinded) return tokenGiven
      signed.set(epoch, blinded)
      return { signature: blindSign(secretKey, Buffer.from(blinded, 'base64url')).toString('base64url') }
    }
    if (path === sensorApi.health.path && hasToken && healthReport.safeParse(JSON.parse(body)).success)
      return { taken: true }
    return path === sensorApi.sightings.path && !hasToken ? resultsFor(body) : null
  }

  function resultsFor(body: string): SightingsAnswer | null {
    const message = sightingsMessage.parse(JSON.parse(body))
    const prepared = Buffer.concat(
      [message.prefix, message.pseudonym].map((part) => Buffer.from(part, 'base64url')),
    )
    const isOurs = verify(
      blindPublicKeyOf(keys.publicKey),
      prepared,
      Buffer.from(message.signature, 'base64url'),
    )
    if (!isOurs) return null
    return {
      results: message.sightings.map((sighting) => {
        const key = sightingKey(message.pseudonym, sighting)
        if (centre.taken.includes(key)) return { result: 'known' }
        centre.taken.push(key)
        return { result: 'taken' }
      }),
    }
  }

  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return Object.assign(centre, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
