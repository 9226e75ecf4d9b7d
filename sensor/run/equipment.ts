// Loads what a run detects with: the pack in force, the sensor's own health rules, folders of rules, indicators, context.
// SPDX-License-Identifier: EUPL-1.2
import type { AssetClassList } from '../engine/asset-class.ts'
import type { LogEvent } from '../event/event.ts'
import type { HealthContext } from '../health/context/context.ts'
import { enrich } from '../health/context/enrich.ts'
import { readHealthContext } from '../health/context/read.ts'
import { readHealthRules } from '../health/rules.ts'
import { type IndicatorMatcher, indicatorMatcherOver, type SetInUse } from '../indicators/matcher.ts'
import type { SeenIndex } from '../indicators/seen/seen-index.ts'
import type { Untold } from '../indicators/untold.ts'
import type { House } from '../indicators/warning-lists.ts'
import { currentPack, type InstalledPack } from '../packs/current.ts'
import { type LoadedRules, loadRules, withoutDoubles } from '../sigma/folder.ts'
import { type Pipeline, standardPipelines } from '../sigma/pipelines/pipeline.ts'
import type { PackReference, SigmaRule } from '../sigma/rule.ts'
import type { Placeholders } from '../sigma/values.ts'
import { emptyIndicators, type GivenSet, loadIndicators, openGiven } from './load-indicators.ts'

export interface EquipmentWanted {
  /** Folders and files of Sigma rules. */
  readonly rules: readonly string[]
  readonly placeholders: Placeholders
  /** The state folder whose pack is in force; null: without packs. */
  readonly state: string | null
  readonly health: boolean
  /** Files of indicators: lists, or sets that were made of them. */
  readonly indicators: readonly string[]
  readonly house: House
  /** The folder of extracts of staff, rosters and appointments. */
  readonly context: string | null
  readonly timeZone?: string
  readonly patientKey?: Uint8Array
  readonly assetClasses: AssetClassList
  /** Of a running sensor, which counts repeats itself: its memory of what was seen. */
  readonly seen?: SeenIndex
}

export interface Equipment extends LoadedRules {
  readonly pack: PackReference | null
  readonly pipelines: readonly Pipeline[]
  readonly enrich: ((event: LogEvent) => LogEvent) | null
  readonly indicators: {
    see: IndicatorMatcher['see']
    readonly untold: Untold
    readonly size: number
    /** As they are looked up. */
    readonly opened: readonly SetInUse[]
    /** For other threads. */
    readonly sets: readonly GivenSet[]
    /** Frees the files of sets; nothing is looked up after it. */
    close(): void
  } | null
  /** Extracts that are not there; empty also where no context is wanted. */
  readonly missingExtracts: readonly string[]
  /** What a person should know of it: a damaged pack, an indicator that cannot be read. */
  readonly notes: readonly string[]
}

/** Of an id that comes twice the signed one counts, then the sensor's own, then that of a folder. */
export async function loadEquipment(wanted: EquipmentWanted): Promise<Equipment> {
  const { timeZone, patientKey } = wanted
  const keyed = {
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(patientKey === undefined ? {} : { patientKey }),
  }
  const context = wanted.context === null ? null : await readHealthContext(wanted.context, keyed)
  const placeholders: Placeholders = new Map([...(context?.placeholders ?? []), ...wanted.placeholders])
  const pack = wanted.state === null ? null : await currentPack(wanted.state, placeholders)
  const health = wanted.health ? readHealthRules(placeholders) : { rules: [], faults: [] }
  const folders = await loadRules(wanted.rules, placeholders)
  // A pack may turn off what raises too many false alarms, until it is better.
  const isOn = ({ head }: SigmaRule) => pack?.health?.rules[head.id] !== 'off'
  // A pack may bring the sensor's own rules along; then they are its, and not told as doubles.
  const ofPack = new Set([
    ...(pack?.rules ?? []).map(({ head }) => head.id),
    ...(pack?.faults ?? []).map(({ ruleId }) => ruleId),
  ])
  const reference = pack && { id: pack.id, sequence: pack.sequence }
  const { kept, doubles } = withoutDoubles([
    ...(pack?.rules ?? []),
    ...health.rules.filter((rule) => isOn(rule) && !ofPack.has(rule.head.id)),
    ...folders.rules,
  ])
  const listed = await loadIndicators(wanted.indicators)
  return {
    rules: kept,
    faults: [
      ...folders.faults,
      ...health.faults.filter(({ ruleId }) => !ofPack.has(ruleId)),
      ...(pack?.faults ?? []),
      ...doubles,
    ],
    files: folders.files,
    unread: folders.unread,
    pack: reference,
    pipelines: [...standardPipelines, ...(pack?.pipelines ?? [])],
    enrich: context && ((event) => enrich(event, context)),
    indicators: matcherOver([...packSets(pack, reference), ...listed.sets], wanted),
    missingExtracts: context?.missing ?? [],
    notes: [...(pack?.damage ?? []), ...listed.notes, ...contextNotes(context)],
  }
}

/** The newest first: of those that know a value the first counts. */
function packSets(pack: InstalledPack | null, reference: PackReference | null): readonly GivenSet[] {
  if (pack === null) return []
  const base = pack.indicators === null ? [] : [pack.indicators]
  return [...pack.indicatorDeltas.toReversed(), ...base].map((bytes) => ({
    from: { bytes },
    pack: reference,
  }))
}

function matcherOver(
  given: readonly GivenSet[],
  { house, assetClasses, seen }: EquipmentWanted,
): Equipment['indicators'] {
  const opened = given.map(openGiven)
  // Without a single indicator what was seen is remembered all the same, for those that will come.
  const sets = opened.length === 0 && seen !== undefined ? [{ set: emptyIndicators(), pack: null }] : opened
  if (sets.length === 0) return null
  const matcher = indicatorMatcherOver(sets, {
    now: () => Date.now(),
    house,
    classes: assetClasses,
    ...(seen === undefined ? {} : { seen }),
  })
  return {
    size: opened.reduce((sum, { set }) => sum + set.size, 0),
    opened: sets,
    sets: given,
    see: matcher.see,
    untold: matcher.untold,
    close: () => {
      for (const { set } of sets) set.close()
    },
  }
}

function contextNotes(context: HealthContext | null): readonly string[] {
  if (context === null) return []
  const { missing, faults, faultCount } = context
  const [first] = faults
  return [
    ...(missing.length > 0
      ? [`Extracts that are not there: ${missing.join(', ')}. Rules that need them stay blind.`]
      : []),
    ...(first ? [`${faultCount} lines of extracts cannot be read, such as: ${JSON.stringify(first)}`] : []),
  ]
}
