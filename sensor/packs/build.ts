// Makes the targets of a pack from its source: masked, compiled, listed in a manifest; and tested as a sensor would.
// SPDX-License-Identifier: EUPL-1.2
import { type ManifestRule, type PackManifest, packText, writeManifest } from '@salus/standards/packs'
import type { SigmaRule } from '../sigma/rule.ts'
import type { Placeholders } from '../sigma/values.ts'
import { type CheckedPack, checkPack } from './check.ts'
import { type CompiledSource, compiled, compiledSource, writeCompiled } from './compile.ts'
import { readContents } from './contents.ts'
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
    ...(source.others.has('indicators.bin')
      ? { indicators: { sightings: source.file.indicatorSightings } }
      : {}),
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
  ])
  const contents = await readContents([...targets.keys()], async (name) => targets.get(name) ?? null)
  return { targets, manifest, checked: await checkPack(contents, sequence) }
}

function entriesOf(
  line: RuleLine,
  source: CompiledSource | undefined,
  file: PackFile,
): readonly (readonly [string, ManifestRule])[] {
  const begins = (list: readonly string[]) => list.some((beginning) => line.path.startsWith(beginning))
  const rules = source?.waiting ? compiledSource(line, anyValues(line.source)).rules : (source?.rules ?? [])
  return rules.map((rule) => [
    rule.head.id,
    {
      techniques: techniquesOf(rule),
      sightings: maySend(rule) && (begins(file.sightings) || file.sightings.includes(rule.head.id)),
      samples: begins(file.untested) ? 'none' : 'own',
    },
  ])
}

/** Rules that wait for values of a house are listed too; which values does not matter for that. */
function anyValues(source: string): Placeholders {
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
