// Takes a signed pack for the centre's sensors: checked against the keys that were trusted before, and never an older one.
// SPDX-License-Identifier: EUPL-1.2

import type { Fault } from '@salus/standards/fault'
import {
  isTellableIdsName,
  maxBytesOfFile,
  type PackManifest,
  PackRefusal,
  type PackRepository,
  type RoleName,
  readBounded,
  readManifest,
  readTarget,
  refreshPack,
  requireTellableIds,
  roleNames,
  rootName,
  snapshotName,
  targetFileName,
  targetsName,
  timestampName,
  trustedInMemory,
  unpackText,
  type VerifiedPack,
} from '@salus/standards/packs'
import type { Context } from '../../../platform/context.ts'
import type { EngineScope } from '../../../platform/database/database.ts'
import { centreJournal } from '../../../platform/journal/journal.ts'
import { refuse } from '../contract/problems.ts'
import { sensorLimits } from '../limits.ts'
import { indicatorsOf, rulesOf } from '../pack-items.ts'
import {
  deleteFilesBefore,
  insertItems,
  insertPack,
  lockPacks,
  type Pack,
  putFile,
  putTrust,
  saveExpiry,
  selectPacks,
  selectTrust,
} from '../store/packs.ts'
import type { Acting } from './acting.ts'
import { noteInJournal } from './acting.ts'

const maxRulesText = 128 * 1024 * 1024
/** Small numbers that the names of metadata carry; read in the verified files, so they fit. */
const versionIn = (bytes: Uint8Array | null | undefined): number => {
  if (!bytes) return 0
  const { signed } = JSON.parse(Buffer.from(bytes).toString('utf8')) as { signed: { version: number } }
  return signed.version
}

export interface PublishedPack {
  readonly pack: Pack
  /** `renewed`: the same pack, signed for longer. */
  readonly outcome: 'new' | 'renewed'
}

/** The first root that an administrator brings is trusted from then on; later ones must be signed by it. */
export async function publishPack(
  context: Pick<Context, 'database'>,
  by: Pick<Acting, 'actor' | 'name'>,
  repository: PackRepository,
  now: Date,
): Promise<PublishedPack> {
  return context.database.asEngine(async (scope) => {
    await lockPacks(scope)
    const before = await selectTrust(scope)
    const [newest] = await selectPacks(scope, 1)
    const read = await readPack(repository, before, now).catch(asRefusal)
    const isNew = !newest || read.verified.sequence > newest.sequence
    if (!isNew && isSame(read.trust.get('timestamp'), before.get('timestamp')))
      throw notNewer(newest.sequence)
    for (const role of roleNames) {
      const content = read.trust.get(role)
      if (content) await putTrust(scope, role, content)
    }
    const pack = isNew ? await saveNew(scope, read, by, now) : await renew(scope, newest, read)
    await deleteFilesBefore(scope, pack.sequence - 1)
    await noteInJournal(
      scope,
      { organisationId: centreJournal, actor: by.actor },
      {
        action: isNew ? 'pack.published' : 'pack.renewed',
        objectType: 'sensor-pack',
        objectId: pack.sequence,
        details: { pack: pack.packId, rules: pack.rules, expiresAt: pack.expiresAt },
      },
      now,
    )
    return { pack, outcome: isNew ? 'new' : 'renewed' }
  })
}

interface ReadPack {
  readonly verified: VerifiedPack
  readonly trust: ReadonlyMap<RoleName, Uint8Array>
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly manifest: PackManifest
  readonly rulesText: string | null
  readonly indicators: Uint8Array | null
}

async function readPack(
  repository: PackRepository,
  before: ReadonlyMap<RoleName, Uint8Array>,
  now: Date,
): Promise<ReadPack> {
  const trust = new Map<RoleName, Uint8Array>(before)
  if (!trust.has('root'))
    trust.set('root', await readBounded(repository, rootName(1), maxBytesOfFile(rootName(1))))
  const reading = await refreshPack(repository, trustedInMemory(trust), now.getTime())
  if (reading.outcome === 'refused') throw refused(reading.faults[0])
  const verified = reading.value
  const files = await filesOf(repository, verified, trust)
  const part = (name: string) => {
    const target = verified.targets.get(name)
    return target ? (files.get(targetFileName(name, target.hashes.sha256)) ?? null) : null
  }
  const manifest = part('manifest.json')
  if (!manifest)
    throw new PackRefusal('packs/missing', 'manifest.json', 'The pack has no manifest.', 'Build it again.')
  const rules = part('rules.ndjson.gz')
  for (const name of verified.targets.keys())
    if (isTellableIdsName(name)) requireTellableIds(part(name) ?? new Uint8Array())
  return {
    verified,
    trust,
    files,
    manifest: readManifest(manifest),
    rulesText: rules && unpackText(rules, maxRulesText, 'rules.ndjson.gz'),
    indicators: part('indicators.bin'),
  }
}

/** All that a sensor may ask for: the chain of roots, the metadata of this state, and its targets. */
async function filesOf(
  repository: PackRepository,
  { rootVersion, targets }: VerifiedPack,
  trust: ReadonlyMap<RoleName, Uint8Array>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for (let version = 1; version <= rootVersion; version++) {
    const bytes = await repository.read(rootName(version), maxBytesOfFile(rootName(version)))
    // A repository may begin with a later root; who has only an earlier one gets a new first root by hand.
    if (bytes) files.set(rootName(version), bytes)
  }
  for (const [role, nameOf] of [
    ['timestamp', () => timestampName],
    ['snapshot', snapshotName],
    ['targets', targetsName],
  ] as const) {
    const bytes = trust.get(role)
    if (bytes) files.set(nameOf(versionIn(bytes)), bytes)
  }
  let total = 0
  for (const [name, target] of targets) {
    total += target.length
    if (total > sensorLimits.maxPackBytes)
      throw new PackRefusal(
        'packs/too-large',
        name,
        `The pack has more than ${sensorLimits.maxPackBytes} bytes.`,
        'Leave out lists of indicators that hospitals do not need.',
      )
    files.set(targetFileName(name, target.hashes.sha256), await readTarget(repository, name, target))
  }
  return files
}

async function saveNew(
  scope: EngineScope,
  read: ReadPack,
  by: Pick<Acting, 'actor' | 'name'>,
  now: Date,
): Promise<Pack> {
  const { verified, manifest, files } = read
  const rules = rulesOf(manifest, read.rulesText)
  const indicators = indicatorsOf(read.indicators, manifest.indicators?.sightings ?? false)
  const withSamples = Object.values(manifest.rules).filter(({ samples }) => samples === 'own').length
  const all = Object.keys(manifest.rules).length
  const pack: Pack = {
    sequence: verified.sequence,
    packId: manifest.id,
    rules: all,
    indicators:
      (manifest.indicators?.lists ?? []).reduce((all, list) => all + list.indicators, 0) || indicators.length,
    selfTest: { withSamples, untested: all - withSamples },
    expiresAt: new Date(verified.validUntilAt),
    bytes: sum([...files.values()].map(({ length }) => length)),
    publishedAt: now,
    publishedBy: by.actor,
    publishedByName: by.name,
  }
  await insertPack(scope, pack)
  for (const [name, content] of files) await putFile(scope, { name, sequence: pack.sequence, content })
  await insertItems(scope, pack.sequence, [...rules, ...indicators])
  return pack
}

async function renew(scope: EngineScope, pack: Pack, { verified, files }: ReadPack): Promise<Pack> {
  const expiresAt = new Date(verified.validUntilAt)
  await saveExpiry(scope, pack.sequence, expiresAt)
  for (const [name, content] of files) await putFile(scope, { name, sequence: pack.sequence, content })
  return { ...pack, expiresAt }
}

function isSame(one: Uint8Array | undefined, two: Uint8Array | undefined): boolean {
  return one !== undefined && two !== undefined && Buffer.from(one).equals(two)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function asRefusal(error: unknown): never {
  if (error instanceof PackRefusal) throw refused(error.fault)
  throw error
}

function refused({ code, detail, remedy }: Fault) {
  return refuse({
    code: 'sensors/pack-refused',
    status: 422,
    title: 'This pack was not accepted',
    detail: `Nothing was changed; the pack before stays in force. ${detail}`,
    remedy,
    // ICU selects take letters only.
    values: { because: code.replace(/^packs\//, '').replaceAll('-', '') },
  })
}

function notNewer(sequence: number) {
  return refuse({
    code: 'sensors/pack-not-newer',
    status: 409,
    title: 'This pack is not newer',
    detail: `Pack ${sequence} is the newest already, and its signatures are the same. Nothing was changed.`,
    remedy: 'Build the next pack, or sign the present one for longer, and publish that.',
    values: { sequence },
  })
}
