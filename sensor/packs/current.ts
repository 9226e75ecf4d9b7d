// The pack in force, ready to run: from its compiled form, and from the pack before it where the disk has lost a part.
// SPDX-License-Identifier: EUPL-1.2
import {
  type HealthSwitches,
  type PackManifest,
  readHealthSwitches,
  readManifest,
} from '@salus/standards/packs'
import type { Pipeline } from '../sigma/pipelines/pipeline.ts'
import type { PackReference, RuleFault, RuleHead, SigmaRule } from '../sigma/rule.ts'
import type { Placeholders } from '../sigma/values.ts'
import { type Compiled, type CompiledSource, compiled, compiledSource, compilerVersion } from './compile.ts'
import { pipelinesOf, readContents } from './contents.ts'
import type { PackRecord } from './record.ts'
import { readStartForm, startFormVersion } from './start-form.ts'
import { existingStore, type PackStore } from './store.ts'

export interface InstalledPack {
  readonly id: string
  readonly sequence: number
  readonly record: PackRecord
  /** Read when it is first asked for: a start does not need it. Throws `PackRefusal` as `readManifest` does. */
  readonly manifest: () => PackManifest
  /** Rules, correlations and filters that passed the self-test, and public ones without a sample. */
  readonly rules: readonly SigmaRule[]
  /** Rules that are not run, with the reason. */
  readonly faults: readonly RuleFault[]
  /** Of the pack only; the sensor's own come before them. */
  readonly pipelines: readonly Pipeline[]
  readonly health: HealthSwitches | null
  readonly indicators: Uint8Array | null
  /** In the order in which they are to be applied. */
  readonly indicatorDeltas: readonly Uint8Array[]
  /** What is wrong with what lies on the disk: a newer pack that is damaged, in words for people. */
  readonly damage: readonly string[]
}

/** null where no pack was installed. Throws where packs are there and none of them can be read. */
export async function currentPack(
  stateFolder: string,
  placeholders: Placeholders = new Map(),
): Promise<InstalledPack | null> {
  const store = await existingStore(stateFolder)
  if (store === null) return null
  const { records, broken } = await store.records()
  const damage = broken.map((name) => `The record ${name} cannot be read.`)
  for (const record of records) {
    const opened = await openPack(store, record, placeholders)
    if (typeof opened !== 'string') return { ...opened, damage }
    damage.push(opened)
  }
  throw new Error(`No pack under ${store.folder} can be read. ${damage.join(' ')} Install the pack again.`)
}

async function openPack(
  store: PackStore,
  record: PackRecord,
  placeholders: Placeholders,
): Promise<Omit<InstalledPack, 'damage'> | string> {
  const lost: string[] = []
  const part = async (name: string) => {
    const expected = Object.hasOwn(record.parts, name) ? record.parts[name] : undefined
    if (!expected) return null
    const bytes = await store.part(expected)
    if (bytes === null) lost.push(name)
    return bytes
  }
  const names = Object.keys(record.parts)
  const form = await compiledOf(store, record, names, part)
  const manifest = await part('manifest.json')
  const health = await part('health.json')
  const pipelines = await pipelinesOf(names, part)
  const indicators = await part('indicators.bin')
  const deltas: Uint8Array[] = []
  for (const name of deltaNames(names)) {
    const bytes = await part(name)
    if (bytes !== null) deltas.push(bytes)
  }
  if (form === null || manifest === null || lost.length > 0)
    return `Pack ${record.sequence} is damaged on the disk (${lost.join(', ') || 'compiled rules'}), so an older one is in force. Install the pack again.`
  return {
    id: record.id,
    sequence: record.sequence,
    record,
    manifest: once(() => readManifest(manifest)),
    ...rulesOf(form, record, placeholders),
    pipelines,
    health: health === null ? null : readHealthSwitches(health),
    indicators,
    indicatorDeltas: deltas,
  }
}

function once<Value>(make: () => Value): () => Value {
  let value: { readonly made: Value } | null = null
  return () => {
    value ??= { made: make() }
    return value.made
  }
}

function deltaNames(names: readonly string[]): readonly string[] {
  const numberOf = (name: string) => Number(/^indicators\.(\d+)\.delta\.bin$/.exec(name)?.[1] ?? 0)
  return names.filter((name) => numberOf(name) > 0).sort((one, two) => numberOf(one) - numberOf(two))
}

/** After an update of the sensor the sources are compiled at each start, until the pack is installed again. */
async function compiledOf(
  store: PackStore,
  record: PackRecord,
  names: readonly string[],
  part: (name: string) => Promise<Uint8Array | null>,
): Promise<Compiled | null> {
  const { compiler, form } = record.compiled
  if (compiler === compilerVersion && form === startFormVersion) {
    const bytes = await store.part(record.compiled)
    return bytes === null ? null : readStartForm(bytes)
  }
  if (!names.includes('rules.ndjson.gz')) return compiled([], [])
  const { rules, filters } = await readContents(names, part)
  return compiled(rules.lines, filters.lines)
}

function rulesOf(
  form: Compiled,
  { leftOut, id: packId, sequence }: PackRecord,
  placeholders: Placeholders,
): { readonly rules: readonly SigmaRule[]; readonly faults: readonly RuleFault[] } {
  const pack = { id: packId, sequence }
  const out = new Map(leftOut.map(({ path, ruleId, because }) => [`${path}\n${ruleId}`, because]))
  const rules: SigmaRule[] = []
  const faults: RuleFault[] = []
  const take = (given: CompiledSource) => {
    const source =
      given.waiting !== null && placeholders.size > 0 ? compiledSource(given.waiting, placeholders) : given
    faults.push(...source.faults)
    for (const rule of source.rules) {
      // In place, because a copy of the rule would read its expression.
      const head: { pack: PackReference | null } & Omit<RuleHead, 'pack'> = rule.head
      const { id, title, file, line } = head
      const because = out.get(`${given.path}\n${id}`)
      head.pack = pack
      if (because === undefined) rules.push(rule)
      else faults.push({ file, line, ruleId: id, title, place: 'samples', because })
    }
  }
  for (const source of [...form.rules, ...form.filters]) take(source)
  return { rules, faults }
}
