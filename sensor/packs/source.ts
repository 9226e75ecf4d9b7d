// Reads the folder that a pack is made of: `pack.json`, rules with their samples beside them, filters, pipelines, lists.
// SPDX-License-Identifier: EUPL-1.2
import { readdir, readFile } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { readJson } from '@salus/standards/json'
import { type HealthSwitches, manifestShape, packLimits, readHealthSwitches } from '@salus/standards/packs'
import { z } from 'zod'
import { licenceOf } from '../sigma/licence.ts'
import { healthLines } from './health-lines.ts'
import { installLimits } from './limits.ts'
import { listFactsShape, type PackLists, readLists } from './lists.ts'
import { type RuleLine, type Samples, samplesShape } from './rule-lines.ts'

const paths = z.array(z.string().min(1).max(400)).max(10_000).default([])

const packFileShape = manifestShape
  .pick({ id: true, title: true, publisher: true, validUntil: true })
  .extend({
    /** Beginnings of paths below `rules/` whose rules may come without samples: public collections. */
    untested: paths,
    /** Beginnings of paths below `rules/`, or ids of rules, whose sightings may be sent. */
    sightings: paths,
    /** Of indicators, where `lists` does not say otherwise. */
    indicatorSightings: z.boolean().default(false),
    lists: z.array(listFactsShape).max(packLimits.maxManifestLists).default([]),
  })
export type PackFile = z.infer<typeof packFileShape>

export interface PackSource {
  readonly file: PackFile
  readonly rules: readonly RuleLine[]
  readonly filters: readonly RuleLine[]
  /** Of the files below `indicators/`; null where there are none. */
  readonly lists: PackLists | null
  /** Name of the target → bytes: pipelines, indicators and their deltas, as they lie there. */
  readonly others: ReadonlyMap<string, Uint8Array>
  readonly health: HealthSwitches | null
}

export interface SourceOptions {
  /** Whether the sensor's own health rules are to be in the pack. */
  readonly withHealthRules?: boolean
}

/** Throws an error in words, with the file, for whatever the person who makes the pack must mend. */
export async function readSource(folder: string, options: SourceOptions = {}): Promise<PackSource> {
  const file = await readShaped(join(folder, 'pack.json'), packFileShape)
  const health = await bytesOf(join(folder, 'health.json'))
  const others = new Map<string, Uint8Array>()
  for (const name of await namesIn(folder))
    if (/^indicators(\.[1-9]\d{0,5}\.delta)?\.bin$/.test(name))
      others.set(name, await readFile(join(folder, name)))
  for (const name of await namesIn(join(folder, 'pipelines')))
    if (name.endsWith('.json'))
      others.set(`pipelines.${name}`, await readFile(join(folder, 'pipelines', name)))
  const own = await linesBelow(join(folder, 'rules'))
  return {
    file,
    rules: options.withHealthRules ? [...own, ...healthLines()] : own,
    filters: await linesBelow(join(folder, 'filters')),
    lists: await listsBelow(join(folder, 'indicators'), file, others),
    others,
    health: health === null ? null : readHealthSwitches(health),
  }
}

async function listsBelow(
  folder: string,
  { lists, indicatorSightings }: PackFile,
  others: ReadonlyMap<string, Uint8Array>,
): Promise<PackLists | null> {
  const files = await filesBelow(folder, (name) => !/^(?:\.|README|LICEN[CS]E|COPYING)/i.test(name))
  const paths = files.map((file) => pathBelow(folder, file))
  const unused = lists.find(({ path }) => !paths.some((one) => one.startsWith(path)))
  if (unused) throw new Error(`pack.json, lists: no file below indicators/ begins with "${unused.path}".`)
  if (paths.length === 0) return null
  if (others.has('indicators.bin'))
    throw new Error(
      `${folder} would make an indicators.bin, and there is one beside it. Keep one of the two.`,
    )
  if (paths.length > packLimits.maxManifestLists)
    throw new Error(`${folder} has ${paths.length} lists; at most ${packLimits.maxManifestLists} are taken.`)
  return readLists(folder, paths, lists, indicatorSightings)
}

/** Plain files only: a link may lead anywhere, and a device never ends. */
async function filesBelow(folder: string, wanted: (name: string) => boolean): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(noneIfAbsent)
  return (
    entries
      .filter((entry) => entry.isFile() && wanted(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      // By their letters, not by the language of the machine: the same folder makes the same pack everywhere.
      .sort((one, two) => (one < two ? -1 : 1))
  )
}

function pathBelow(folder: string, file: string): string {
  return relative(folder, file).split(sep).join('/')
}

async function linesBelow(folder: string): Promise<readonly RuleLine[]> {
  const files = await filesBelow(folder, (name) => /\.ya?ml$/i.test(name))
  const lines: RuleLine[] = []
  const licences = new Map<string, string | null>()
  for (const file of files) {
    const own = join(file, '..')
    if (!licences.has(own)) licences.set(own, await licenceAbove(own, folder))
    lines.push({
      path: pathBelow(folder, file),
      author: null,
      licence: licences.get(own) ?? null,
      source: await readFile(file, 'utf8'),
      samples: await samplesBeside(file),
    })
  }
  return lines
}

/** The nearest one: collections keep it at their top, their rules several folders below. */
async function licenceAbove(folder: string, top: string): Promise<string | null> {
  const found = await licenceOf(folder)
  return found !== null || folder === top || !folder.startsWith(top)
    ? found
    : licenceAbove(join(folder, '..'), top)
}

/** `x.samples.json` beside `x.yml`; a sample may name a log beside it instead of the log itself. */
async function samplesBeside(file: string): Promise<Samples | null> {
  const path = file.replace(/\.ya?ml$/i, '.samples.json')
  const bytes = await bytesOf(path)
  if (bytes === null) return null
  const json = jsonOf(bytes, path)
  const inlined = await withLogs(json, join(file, '..'))
  return shaped(inlined, samplesShape, path)
}

async function withLogs(value: unknown, folder: string): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map((item) => withLogs(item, folder)))
  if (typeof value !== 'object' || value === null) return value
  const entries: [string, unknown][] = []
  for (const [key, item] of Object.entries(value))
    if (key !== 'logFile') entries.push([key, key === 'events' ? item : await withLogs(item, folder)])
    else {
      const name = basename(String(item))
      entries.push(['log', { name, base64: (await readFile(join(folder, name))).toString('base64') }])
    }
  return Object.fromEntries(entries)
}

async function readShaped<Shape extends z.ZodType>(path: string, shape: Shape): Promise<z.infer<Shape>> {
  const bytes = await bytesOf(path)
  if (bytes === null)
    throw new Error(`There is no ${path}. docs/operating/sensor-packs.md says what it holds.`)
  return shaped(jsonOf(bytes, path), shape, path)
}

function shaped<Shape extends z.ZodType>(value: unknown, shape: Shape, path: string): z.infer<Shape> {
  const parsed = shape.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Error(`${path}, ${issue?.path.map(String).join('/') ?? ''}: ${issue?.message ?? 'another form'}`)
}

function jsonOf(bytes: Uint8Array, path: string): unknown {
  const json = readJson(bytes, { maxBytes: installLimits.maxLineUnits, maxDepth: installLimits.maxLineDepth })
  if (json.outcome === 'read' && json.warnings.length === 0) return json.value
  const [fault] = json.outcome === 'refused' ? json.faults : json.warnings
  throw new Error(`${path}, ${fault?.place ?? ''}: ${fault?.detail ?? ''}`)
}

async function bytesOf(path: string): Promise<Uint8Array | null> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder).catch(noneIfAbsent)).sort()
}

function noneIfAbsent(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return []
  throw error
}
