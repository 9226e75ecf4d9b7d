// Test data: signed packs, and hospitals whose sensors enrol, have a pseudonym signed unseen, and tell of sightings.
// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomBytes } from 'node:crypto'
import { blind, finalize, prefixBytes, prepare, readBlindPublicKey } from '@salus/standards/blind-signatures'
import {
  announce,
  newSigner,
  type PackManifest,
  type Published,
  packText,
  repositoryInMemory,
  rootOf,
  type Signer,
  signRoot,
  snapshotName,
  targetFileName,
  targetFileOf,
  targetsName,
  timestampName,
  usualDays,
  writeManifest,
  writeTellableIds,
} from '@salus/standards/packs'
import { hourOf, type Sighting } from '@salus/standards/sightings'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../platform/context.ts'
import { makeCode } from './actions/enrol.ts'

export const backupsDeleted = '0a2f9ad1-3b52-4f0e-8d11-5f6f0c8a1111'
export const strangeLogin = '1b3f9ad1-3b52-4f0e-8d11-5f6f0c8a2222'
export const keptInHouse = 'salus-mass-access'

interface PackRule {
  readonly id: string
  readonly title: string
  readonly level: string
  readonly techniques: readonly string[]
  readonly sightings?: boolean
}

const usualRules: readonly PackRule[] = [
  {
    id: backupsDeleted,
    title: 'Backup copies deleted',
    level: 'high',
    techniques: ['attack.t1490'],
  },
  {
    id: strangeLogin,
    title: "Login at night from a stranger's machine",
    level: 'medium',
    techniques: ['attack.t1078', 'attack.t1021.001'],
  },
  { id: keptInHouse, title: 'Mass access', level: 'medium', techniques: [], sightings: false },
]

export interface PackMaker {
  /** All files of the repository after the next pack, or after signing the present one again. */
  readonly next: (options: {
    readonly now: Date
    readonly rules?: readonly PackRule[]
    /** Ids of indicators that may be told. */
    readonly indicators?: readonly string[]
    readonly again?: boolean
  }) => ReadonlyMap<string, Uint8Array>
  readonly repository: () => ReturnType<typeof repositoryInMemory>
  readonly files: Map<string, Uint8Array>
}

/** Keys and a repository of their own, as whoever publishes packs has them. */
export function aPackMaker(now: Date): PackMaker {
  const [one, two] = [newSigner(), newSigner()]
  const both = (threshold: number) => ({ keys: [one, two], threshold })
  const roles = { root: both(2), targets: both(1), snapshot: both(1), timestamp: both(1) }
  const root = rootOf(1, roles, now.getTime() + 365 * 86_400_000)
  const files = new Map<string, Uint8Array>([signRoot(root, [one, two])])
  let [sequence, snapshot] = [0, 0]
  return {
    files,
    repository: () => repositoryInMemory(files),
    next({ now: at, rules = usualRules, indicators = [], again = false }) {
      const published: Published = {
        targets: files.get(targetsName(sequence)) ?? null,
        snapshot: files.get(snapshotName(snapshot)) ?? null,
        timestamp: files.get(timestampName) ?? null,
      }
      const targets = again ? null : putTargets(files, rules, indicators, sequence + 1)
      const signers = only(one)
      for (const [name, bytes] of announce(published, {
        targets,
        signers,
        days: usualDays,
        now: at.getTime(),
      }))
        files.set(name, bytes)
      if (!again) sequence++
      snapshot++
      return files
    },
  }
}

const only = (signer: Signer) => ({ targets: [signer], snapshot: [signer], timestamp: [signer] })

function putTargets(
  files: Map<string, Uint8Array>,
  rules: readonly PackRule[],
  indicators: readonly string[],
  sequence: number,
) {
  const title = { en: 'Rules', de: 'Regeln', fr: 'Règles', it: 'Regole' }
  const manifest: PackManifest = {
    format: 1,
    id: 'lakeland',
    sequence,
    title,
    publisher: 'Lakeland Health Security Centre',
    validUntil: '2027-12-31T00:00:00Z',
    rules: Object.fromEntries(
      rules.map(({ id, techniques, sightings = true }) => [
        id,
        { techniques: [...techniques], sightings, samples: 'own' as const },
      ]),
    ),
    ...(indicators.length > 0 ? { indicators: { sightings: true } } : {}),
  }
  const lines = rules.map(({ id, title, level }) =>
    JSON.stringify({
      path: `${id}.yml`,
      author: null,
      licence: null,
      source: `title: "${title}"\nid: ${id}\nlevel: ${level}\n`,
      samples: null,
    }),
  )
  const parts = new Map<string, Uint8Array>([
    ['manifest.json', writeManifest(manifest)],
    ['rules.ndjson.gz', packText(`${lines.join('\n')}\n`)],
    ...(indicators.length > 0 ? [['indicators.ids.bin', writeTellableIds(indicators)] as const] : []),
  ])
  const targets = new Map([...parts].map(([name, bytes]) => [name, targetFileOf(bytes)] as const))
  for (const [name, bytes] of parts)
    files.set(targetFileName(name, createHash('sha256').update(bytes).digest('hex')), bytes)
  return targets
}

/** A code as the lead of a house makes it. */
export async function givenSensorCode(
  context: Pick<Context, 'database'>,
  organisationId: number,
  now: Date,
): Promise<string> {
  const by = { organisationId, actor: 'person:2', name: 'Jana Brandt' }
  return (await makeCode(context, by, 'Log server', now)).code
}

export function aSighting(at: Date, changes: Partial<Sighting> = {}): Sighting {
  return {
    kind: 'rule',
    id: backupsDeleted,
    pack: { id: 'lakeland', sequence: 1 },
    hour: hourOf(at.getTime() - 2 * 3_600_000),
    count: '2-5',
    assetClass: 'server',
    outcome: 'not-blocked',
    ...changes,
  }
}

export interface Reply {
  readonly status: number
  // A reply is judged by the test that asked.
  readonly json: Record<string, never>
}

/** What a sensor says over HTTP. */
export class TestSensor {
  readonly #server: FastifyInstance
  token: string | null = null
  readonly pseudonym: Buffer = randomBytes(32)
  prefix: Buffer = Buffer.alloc(0)
  signature: Buffer = Buffer.alloc(0)
  epoch = 0

  constructor(server: FastifyInstance) {
    this.#server = server
  }

  async ask(
    method: 'GET' | 'POST',
    url: string,
    payload?: object,
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const response = await this.#server.inject({ method, url, headers, ...(payload ? { payload } : {}) })
    const json = String(response.headers['content-type']).includes('json') ? response.json() : {}
    return { status: response.statusCode, json }
  }

  bearer(): Record<string, string> {
    return this.token === null ? {} : { authorization: `Bearer ${this.token}` }
  }

  async enrol(code: string): Promise<Reply> {
    const reply = await this.ask('POST', '/api/v1/sensors/enrol', { code })
    if (reply.status === 200) this.token = String(reply.json.token)
    return reply
  }

  /** Asks for the key as nobody, has the pseudonym signed as itself, and checks what comes back. */
  async takeOnPseudonym(): Promise<Reply> {
    const { json } = await this.ask('GET', '/api/v1/sensors/epoch')
    this.epoch = Number(json.epoch)
    const key = readBlindPublicKey(Buffer.from(String(json.publicKey), 'base64url'))
    const prepared = prepare(this.pseudonym)
    const { blinded, inverse } = blind(key, prepared)
    const payload = { epoch: this.epoch, blinded: blinded.toString('base64url') }
    const reply = await this.ask('POST', '/api/v1/sensors/epoch/token', payload, this.bearer())
    if (reply.status === 200) {
      const signed = Buffer.from(String(reply.json.signature), 'base64url')
      this.signature = finalize(key, prepared, signed, inverse)
      this.prefix = Buffer.from(prepared.subarray(0, prefixBytes))
    }
    return reply
  }

  message(sightings: readonly Sighting[]) {
    return {
      epoch: this.epoch,
      pseudonym: this.pseudonym.toString('base64url'),
      prefix: this.prefix.toString('base64url'),
      signature: this.signature.toString('base64url'),
      sightings,
    }
  }

  tell(sightings: readonly Sighting[], headers: Record<string, string> = {}): Promise<Reply> {
    return this.ask('POST', '/api/v1/sightings', this.message(sightings), headers)
  }
}
