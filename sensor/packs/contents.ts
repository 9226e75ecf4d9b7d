// Opens the parts of a pack: manifest, rules with samples, filters, pipelines, switches; and whether its sets open.
// SPDX-License-Identifier: EUPL-1.2

import { readJson } from '@salus/standards/json'
import {
  askPublisher,
  type HealthSwitches,
  isTellableIdsName,
  type PackManifest,
  PackRefusal,
  readHealthSwitches,
  readManifest,
  requireTellableIds,
  unpackText,
} from '@salus/standards/packs'
import { IndicatorSetFault } from '../indicators/set/fault.ts'
import { openIndicatorSet } from '../indicators/set/open.ts'
import { type Pipeline, readPipeline } from '../sigma/pipelines/pipeline.ts'
import { installLimits } from './limits.ts'
import { type ReadLines, readLines } from './rule-lines.ts'

export interface PackContents {
  readonly manifest: PackManifest
  readonly rules: ReadLines
  readonly filters: ReadLines
  readonly pipelines: readonly Pipeline[]
  readonly health: HealthSwitches | null
  /** As the pack has it, not yet compared; null where it has none. */
  readonly compiledText: string | null
}

/** The bytes of a part by its name; null where the pack has none of it. */
export type PartReader = (name: string) => Promise<Uint8Array | null>

/** The base, and what came after it as deltas. */
export function isIndicatorSet(name: string): boolean {
  return /^indicators\.(?:\d+\.delta\.)?bin$/.test(name)
}

const noLines: ReadLines = { lines: [], broken: [] }

/** Throws `PackRefusal` where a part has another form than it must have. */
export async function readContents(names: readonly string[], part: PartReader): Promise<PackContents> {
  const text = async (name: string) => {
    const bytes = await part(name)
    return bytes === null ? null : unpackText(bytes, installLimits.maxTextBytes, name)
  }
  const linesOf = async (name: string) => {
    const found = await text(name)
    return found === null ? noLines : readLines(found)
  }
  const manifest = await part('manifest.json')
  if (manifest === null)
    throw new PackRefusal('packs/missing', 'manifest.json', 'The pack has no manifest.', askPublisher)
  const health = await part('health.json')
  return {
    manifest: readManifest(manifest),
    rules: await linesOf('rules.ndjson.gz'),
    filters: await linesOf('filters.ndjson.gz'),
    pipelines: await pipelinesOf(names, part),
    health: health === null ? null : readHealthSwitches(health),
    compiledText: await text('compiled.json.gz'),
  }
}

/**
 * Well signed is not well made: a set that does not open would keep the sensor from starting. Throws `PackRefusal`; what
 * was installed once is not asked again.
 */
export async function requireIndicators(names: readonly string[], part: PartReader): Promise<void> {
  for (const name of names) {
    const bytes = isIndicatorSet(name) || isTellableIdsName(name) ? await part(name) : null
    if (bytes === null) continue
    if (isTellableIdsName(name)) requireTellableIds(bytes)
    else requireSet(name, bytes)
  }
}

function requireSet(name: string, bytes: Uint8Array): void {
  try {
    openIndicatorSet(bytes).close()
  } catch (error) {
    if (!(error instanceof IndicatorSetFault)) throw error
    throw new PackRefusal('packs/format', name, `${name} cannot be read: ${error.message}`, askPublisher)
  }
}

export async function pipelinesOf(names: readonly string[], part: PartReader): Promise<readonly Pipeline[]> {
  const pipelines: Pipeline[] = []
  for (const name of names.filter((one) => one.startsWith('pipelines.')).sort()) {
    const bytes = await part(name)
    if (bytes !== null) pipelines.push(pipelineOf(bytes, name))
  }
  return pipelines
}

function pipelineOf(bytes: Uint8Array, name: string): Pipeline {
  const json = readJson(bytes, { maxBytes: 4 * 1024 * 1024, maxDepth: 12 })
  try {
    if (json.outcome === 'read' && json.warnings.length === 0) return readPipeline(json.value)
  } catch {
    // Told below, in the same words as bytes that are no JSON.
  }
  throw new PackRefusal('packs/format', name, `${name} is no pipeline.`, askPublisher)
}
