// Reads the lists of indicators that a pack is made of: every file below `indicators/`, each with its source and licence.
// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path'
import type { ManifestList } from '@salus/standards/packs'
import { tlpLevels } from '@salus/standards/stix'
import { z } from 'zod'
import { indicatorLimits } from '../indicators/limits.ts'
import { type ListReading, setOfLists } from '../indicators/lists/together.ts'
import type { ListOptions } from '../indicators/lists/words.ts'

const word = z.string().min(1).max(indicatorLimits.maxWordUnits)

export const listFactsShape = z.strictObject({
  /** The beginning of paths below `indicators/`; of two that fit, the longer one is heard last. */
  path: z.string().max(400),
  source: word.optional(),
  licence: word.optional(),
  tlp: z.enum(tlpLevels).optional(),
  confidence: z.int().min(0).max(100).optional(),
  /** Whether hospitals may be asked to tell of these indicators. */
  sightings: z.boolean().optional(),
})
export type ListFacts = z.infer<typeof listFactsShape>

export interface PackLists {
  /** As `openIndicatorSet` opens it. */
  readonly set: Uint8Array
  readonly manifest: readonly ManifestList[]
  readonly readings: readonly ListReading[]
  /** Indicators that came more than once, and those that no sensor will tell because they are on a warning list. */
  readonly doubles: number
  readonly warned: number
}

/** `paths` are below `folder`, with slashes. Throws an error in words for what must be mended before it may be passed on. */
export function readLists(
  folder: string,
  paths: readonly string[],
  facts: readonly ListFacts[],
  mayBeTold: boolean,
): PackLists {
  const factsOf = new Map(paths.map((path) => [path, factsFor(path, facts)]))
  const files = paths.map((path) => ({
    path: join(folder, path),
    options: { name: path, ...optionsOf(factsOf.get(path)) },
  }))
  const { written, lists, warned } = setOfLists(files)
  for (const reading of lists) requireWhole(reading)
  const manifest = lists.map(({ file: { options }, indicators, red }) => ({
    name: options.name,
    source: options.source ?? null,
    licence: options.licence ?? null,
    indicators: indicators - red,
    sightings: factsOf.get(options.name)?.sightings ?? mayBeTold,
  }))
  return { set: written.bytes, manifest, readings: lists, doubles: written.doubles, warned }
}

function factsFor(path: string, facts: readonly ListFacts[]): ListFacts {
  const fitting = facts.filter((one) => path.startsWith(one.path))
  return Object.assign({}, ...fitting.sort((one, two) => one.path.length - two.path.length)) as ListFacts
}

function optionsOf({ source, licence, tlp, confidence }: Partial<ListFacts> = {}): Omit<ListOptions, 'name'> {
  return {
    source: source ?? null,
    licence: licence ?? null,
    tlp: tlp ?? null,
    confidence: confidence ?? null,
  }
}

/** What is passed on to hospitals must say whose it is and under which licence, list by list or line by line. */
function requireWhole({
  file,
  indicators,
  faults,
  unread,
  withoutSource,
  withoutLicence,
}: ListReading): void {
  const { name } = file.options
  if (unread !== null)
    throw new Error(
      `indicators/${name} could not be read: ${unread instanceof Error ? unread.message : String(unread)}`,
    )
  const [first] = faults.reasons()
  if (indicators === 0 && first)
    throw new Error(
      `indicators/${name}: none of its ${faults.count()} entries can be looked up, ${first.count} of them because ${first.because} Correct the list, or take it away.`,
    )
  for (const [count, what] of [
    [withoutLicence, 'licence'],
    [withoutSource, 'source'],
  ] as const)
    if (count > 0)
      throw new Error(
        `indicators/${name}: ${count} of ${indicators} indicators have no ${what}. Say it in pack.json: "lists": [{"path": ${JSON.stringify(name)}, "${what}": "…"}].`,
      )
}
