// Installs a pack: metadata, parts, self-test, then one file is renamed and the pack is in force. Nothing before counts.
// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path'
import type { Fault } from '@salus/standards/fault'
import {
  askPublisher,
  PackRefusal,
  type PackRepository,
  packLimits,
  readBounded,
  readSigned,
  readTarget,
  refreshPack,
  requireSignatures,
  rootName,
  sha256Of,
  type VerifiedPack,
} from '@salus/standards/packs'
import { StorageTrouble } from '../state/durable.ts'
import { type Lock, StateInUse, takeLock } from '../state/lock.ts'
import { type CheckedPack, checkPack } from './check.ts'
import { compiled, compilerVersion } from './compile.ts'
import { type PackContents, readContents, requireIndicators } from './contents.ts'
import type { PackPart, PackRecord } from './record.ts'
import { RepositoryOutage } from './repositories/outage.ts'
import { startFormVersion, writeStartForm } from './start-form.ts'
import { openStore, type PackStore } from './store.ts'

export interface InstallOptions {
  /** Needed once: the first root of the centre, or the SHA-256 of its file, told by another way. */
  readonly trust?: { readonly root: Uint8Array } | { readonly fingerprint: string }
  /** Told before each step; the tests end the process there. */
  readonly onStep?: (step: string) => void
}

export type InstallOutcome =
  | {
      readonly outcome: 'installed' | 'already-current'
      readonly pack: PackRecord
      readonly fetched: { readonly files: number; readonly bytes: number }
      readonly unsupported: number
    }
  /** The pack is not to be believed. What was in force stays so. */
  | { readonly outcome: 'refused'; readonly fault: Fault }
  /** Something here or on the way failed, and the pack is not to blame: try again. */
  | { readonly outcome: 'failed'; readonly fault: Fault }

/** `now` in ms UTC. Faults are answers; only defects rise. */
export async function installPack(
  repository: PackRepository,
  stateFolder: string,
  now: number,
  options: InstallOptions = {},
): Promise<InstallOutcome> {
  let lock: Lock | null = null
  try {
    const store = await openStore(stateFolder)
    lock = await takeLock(join(store.folder, 'lock'))
    return await install(repository, store, now, options)
  } catch (error) {
    if (error instanceof PackRefusal) return { outcome: 'refused', fault: error.fault }
    const fault = failureOf(error)
    if (fault === null) throw error
    return { outcome: 'failed', fault }
  } finally {
    await lock?.release()
  }
}

async function install(
  repository: PackRepository,
  store: PackStore,
  now: number,
  { trust, onStep = () => undefined }: InstallOptions,
): Promise<InstallOutcome> {
  onStep('trust')
  await beginTrust(repository, store, trust)
  const trusted = { ...store.trusted, save: savedWithStep(store, onStep) }
  const refreshed = await refreshPack(repository, trusted, now)
  if (refreshed.outcome === 'refused') return { outcome: 'refused', fault: refreshed.faults[0] }
  const pack = refreshed.value
  const [current] = (await store.records()).records
  requireSamePack(pack, current)
  const { parts, fetched } = await fetchParts(repository, store, pack, onStep)
  const [names, part] = [[...parts.keys()], (name: string) => partOf(store, parts.get(name), name)]
  if (current && isInForce(current, pack, parts)) {
    await mendStartForm(store, current, () => readContents(names, part))
    return { outcome: 'already-current', pack: current, fetched, unsupported: 0 }
  }
  await requireIndicators(names, part)
  const contents = await readContents(names, part)
  if (current && contents.manifest.id !== current.id) throw otherPack(contents.manifest.id, current.id)
  onStep('self-test')
  const checked = await checkPack(contents, pack.sequence)
  const record = await recordOf(store, pack, parts, contents, checked, now)
  onStep('record')
  await store.saveRecord(record)
  onStep('switch')
  await store.switchTo(record)
  onStep('collect')
  await store.collect()
  onStep('end')
  return { outcome: 'installed', pack: record, fetched, unsupported: checked.unsupported }
}

async function beginTrust(
  repository: PackRepository,
  store: PackStore,
  trust: InstallOptions['trust'],
): Promise<void> {
  if (trust === undefined || (await store.trusted.load('root')) !== null) return
  const bytes =
    'root' in trust ? trust.root : await readBounded(repository, rootName(1), packLimits.maxRootBytes)
  if ('fingerprint' in trust && sha256Of(bytes) !== trust.fingerprint.toLowerCase().replaceAll(/[\s:]/g, ''))
    throw new PackRefusal(
      'packs/no-trust',
      rootName(1),
      `The fingerprint of the first root is ${sha256Of(bytes)}, not the one that was given.`,
      'Ask the centre for the fingerprint again, by telephone or on paper. If it stays another one, the packs are not of this centre.',
    )
  const file = readSigned('root', bytes, 'the first root')
  requireSignatures(file, file.signed, 'the first root')
  await store.trusted.save('root', bytes)
}

function savedWithStep(store: PackStore, onStep: (step: string) => void): PackStore['trusted']['save'] {
  return async (role, bytes) => {
    onStep(role)
    await store.trusted.save(role, bytes)
  }
}

/** Beside what the metadata remember: a sequence never goes back, unless a new root has changed the keys. */
function requireSamePack(pack: VerifiedPack, current: PackRecord | undefined): void {
  if (!current || pack.sequence >= current.sequence || pack.rootVersion > current.rootVersion) return
  throw new PackRefusal(
    'packs/rollback',
    'targets.json',
    `The pack has sequence ${pack.sequence}; ${current.sequence} is in force.`,
    askPublisher,
  )
}

function otherPack(id: string, inForce: string): PackRefusal {
  return new PackRefusal(
    'packs/other-pack',
    'manifest.json',
    `The pack is "${id}"; this sensor follows "${inForce}".`,
    'One state folder follows one pack. Name another folder with --state, or ask the centre which pack is meant.',
  )
}

/** A part whose hash is already here is not fetched: what changed little costs little, and a cut-off download goes on. */
async function fetchParts(
  repository: PackRepository,
  store: PackStore,
  { targets }: VerifiedPack,
  onStep: (step: string) => void,
) {
  const parts = new Map<string, PackPart>()
  const fetched = { files: 0, bytes: 0 }
  for (const [name, target] of targets) {
    const part = { length: target.length, sha256: target.hashes.sha256 }
    parts.set(name, part)
    if ((await store.part(part)) !== null) continue
    onStep(`fetch ${name}`)
    const bytes = await readTarget(repository, name, target)
    onStep(`save ${name}`)
    await store.savePart(bytes)
    fetched.files++
    fetched.bytes += bytes.length
  }
  return { parts, fetched }
}

function isInForce(current: PackRecord, pack: VerifiedPack, parts: ReadonlyMap<string, PackPart>): boolean {
  const names = Object.keys(current.parts)
  return (
    current.sequence === pack.sequence &&
    current.compiled.compiler === compilerVersion &&
    current.compiled.form === startFormVersion &&
    names.length === parts.size &&
    names.every((name) => current.parts[name]?.sha256 === parts.get(name)?.sha256)
  )
}

/** What the disk has lost of the pack was fetched again; this alone was never fetched. */
async function mendStartForm(
  store: PackStore,
  current: PackRecord,
  contents: () => Promise<PackContents>,
): Promise<void> {
  if ((await store.part(current.compiled)) !== null) return
  const { rules, filters } = await contents()
  await store.savePart(writeStartForm(compiled(rules.lines, filters.lines)))
}

async function partOf(
  store: PackStore,
  part: PackPart | undefined,
  name: string,
): Promise<Uint8Array | null> {
  if (!part) return null
  const bytes = await store.part(part)
  if (bytes === null)
    throw new Error(`${name} was written, and does not read back as it was. Check the disk.`)
  return bytes
}

async function recordOf(
  store: PackStore,
  pack: VerifiedPack,
  parts: ReadonlyMap<string, PackPart>,
  { manifest }: PackContents,
  checked: CheckedPack,
  now: number,
): Promise<PackRecord> {
  const part = await store.savePart(writeStartForm(checked.compiled))
  return {
    format: 1,
    id: manifest.id,
    sequence: pack.sequence,
    rootVersion: pack.rootVersion,
    title: manifest.title,
    publisher: manifest.publisher,
    installedAt: new Date(now).toISOString(),
    validUntil: manifest.validUntil,
    parts: Object.fromEntries(parts),
    compiled: { ...part, compiler: compilerVersion, form: startFormVersion },
    rules: checked.rules,
    tested: checked.tested,
    untested: [...checked.untested],
    leftOut: [...checked.leftOut],
  }
}

/** null: neither the disk nor the way, so it is a defect. */
function failureOf(error: unknown): Fault | null {
  if (error instanceof RepositoryOutage)
    return { code: 'packs/unreachable', place: error.place, detail: error.message, remedy: error.remedy }
  if (error instanceof StateInUse)
    return {
      code: 'packs/busy',
      place: '',
      detail: 'Another process installs a pack into the same folder just now.',
      remedy: 'Try again when it has ended.',
    }
  if (error instanceof StorageTrouble)
    return {
      code: 'packs/storage',
      place: '',
      detail: `The pack could not be stored, and is not to blame: ${error.message}`,
      remedy: 'The pack in force stays. Install again when there is room; what was fetched is used again.',
    }
  return null
}
