// Makes the targets of a pack from its source: masked, compiled, listed in a manifest; and tested as a sensor would.
// SPDX-License-Identifier: EUPL-1.2
import {
  type ManifestRule,
  type PackManifest,
  packText,
  tellableIdsNameOf,
  writeManifest,
  writeTellableIds,
} from '@salus/standards/packs'
import { openIndicatorSet } from '../indicators/set/open.ts'
import type { SigmaRule } from '../sigma/rule.ts'
import type { Placeholders } from '../sigma/values.ts'
import { type CheckedPack, checkPack } from './check.ts'
import { type CompiledSource, compiled, compiledSource, writeCompiled } from './compile.ts'
import { isIndicatorSet, readContents, requireIndicators } from './contents.ts'
import { type RuleLine, writeLines } from './rule-lines.ts'
import type { PackFile, PackSource } from './source.ts'

export interface BuiltPack {
  /** Name of the target → its bytes. */
  readonly targets: ReadonlyMap<string, Uint8Array>
  readonly manifest: PackManifest
  readonly checked: CheckedPack
}

/** `sequence` is that of the next announcement. Throws `PackRefusal` where sensors would refuse the pack. */
export async function buildPack(source: PackSource, sequence: number): Promise<BuiltPack> {
  const form = compiled(source.rules, source.filters)
  const sets = indicatorSetsOf(source)
  const manifest: PackManifest = {
    format: 1,
    id: source.file.id,
    sequence,
    title: source.file.title,
    publisher: source.file.publisher,
    validUntil: source.file.validUntil,
    rules: Object.fromEntries(
      source.rules.flatMap((line, at) => entriesOf(line, form.rules[at], source.file)),
    ),
    ...(sets.size === 0 ? {} : { indicators: indicatorsOf(source) }),
  }
  const targets = new Map<string, Uint8Array>([
    ['manifest.json', writeManifest(manifest)],
    ['rules.ndjson.gz', packText(writeLines(source.rules))],
    ['compiled.json.gz', packText(writeCompiled(form))],
    ...(source.filters.length === 0
      ? []
      : [['filters.ndjson.gz', packText(writeLines(source.filters))] as const]),
    ...(source.health === null
      ? []
      : [['health.json', Buffer.from(`${JSON.stringify(source.health, null, 1)}\n`)] as const]),
    ...source.others,
    ...Array.from(sets).flatMap(([name, bytes]): readonly (readonly [string, Uint8Array])[] => [
      [name, bytes],
      [tellableIdsNameOf(name), writeTellableIds(tellableIds(bytes, source))],
    ]),
  ])
  const [names, part] = [[...targets.keys()], async (name: string) => targets.get(name) ?? null]
  await requireIndicators(names, part)
  const contents = await readContents(names, part)
  return { targets, manifest, checked: await checkPack(contents, sequence) }
}

/** Name of the target → its bytes. */
function indicatorSetsOf({ lists, others }: PackSource): ReadonlyMap<string, Uint8Array> {
  const given = [...others].filter(([name]) => isIndicatorSet(name))
  return new Map(lists === null ? given : [['indicators.bin', lists.set], ...given])
}

function indicatorsOf({ file, lists, others }: PackSource): NonNullable<PackManifest['indicators']> {
  if (lists === null) return { sightings: file.indicatorSightings }
  // Of sets beside the lists the word of the whole pack counts.
  const ofOthers = file.indicatorSightings && [...others.keys()].some(isIndicatorSet)
  const sightings = ofOthers || lists.manifest.some((list) => list.sightings)
  return { sightings, lists: [...lists.manifest] }
}

/** One after the other, because there may be millions. */
function* tellableIds(bytes: Uint8Array, { file, lists }: PackSource): Generator<string> {
  const byList = new Map(lists?.manifest.map(({ name, sightings }) => [name, sightings]))
  if (!file.indicatorSightings && ![...byList.values()].includes(true)) return
  const set = openIndicatorSet(bytes)
  for (const { id, list } of set.entries()) if (byList.get(list) ?? file.indicatorSightings) yield id
}

function entriesOf(
  line: RuleLine,
  source: CompiledSource | undefined,
  file: PackFile,
): readonly (readonly [string, ManifestRule])[] {
  const begins = (list: readonly string[]) => list.some((beginning) => line.path.startsWith(beginning))
  const rules = source?.waiting ? compiledSource(line, valuesFor(line)).rules : (source?.rules ?? [])
  return rules.map((rule) => [
    rule.head.id,
    {
      techniques: techniquesOf(rule),
      sightings: maySend(rule) && (begins(file.sightings) || file.sightings.includes(rule.head.id)),
      samples: begins(file.untested) ? 'none' : 'own',
    },
  ])
}

/** Rules that wait for values of a house are listed too: with those of their samples, or any. */
function valuesFor({ source, samples }: RuleLine): Placeholders {
  if (samples?.values) return new Map(Object.entries(samples.values))
  return new Map(Array.from(source.matchAll(/%([A-Za-z0-9_.-]+)%/g), ([, name = '']) => [name, ['x']]))
}

function techniquesOf({ head }: SigmaRule): string[] {
  const tags = head.tags.map((tag) => tag.toLowerCase())
  return [...new Set(tags.filter((tag) => /^attack\.t\d{4}(\.\d{3})?$/.test(tag)))].sort().slice(0, 50)
}

/** Findings about staff and patients are matters of the house; no pack may ask for them. */
function maySend({ head }: SigmaRule): boolean {
  return !head.tags.some((tag) => tag.toLowerCase() === 'salus.privacy')
}
