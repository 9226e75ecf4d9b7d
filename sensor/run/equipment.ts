// Loads what a run detects with: the pack in force, the sensor's own health rules, folders of rules, indicators, context.
// SPDX-License-Identifier: EUPL-1.2
import type { AssetClassList } from '../engine/asset-class.ts'
import type { Finding } from '../engine/finding.ts'
import type { LogEvent } from '../event/event.ts'
import type { HealthContext } from '../health/context/context.ts'
import { enrich } from '../health/context/enrich.ts'
import { readHealthContext } from '../health/context/read.ts'
import { readHealthRules } from '../health/rules.ts'
import { type IndicatorMatcher, indicatorMatcherOf } from '../indicators/matcher.ts'
import type { SeenIndex } from '../indicators/seen/seen-index.ts'
import { type IndicatorSet, openIndicatorSet } from '../indicators/set/open.ts'
import type { House } from '../indicators/warning-lists.ts'
import { currentPack, type InstalledPack } from '../packs/current.ts'
import { type LoadedRules, loadRules, withoutDoubles } from '../sigma/folder.ts'
import { type Pipeline, standardPipelines } from '../sigma/pipelines/pipeline.ts'
import type { PackReference, SigmaRule } from '../sigma/rule.ts'
import type { Placeholders } from '../sigma/values.ts'
import { emptyIndicators, loadIndicators } from './load-indicators.ts'

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
  /** Of a running sensor: indicators told before a restart, and its memory of what was seen. */
  readonly told?: readonly (readonly string[])[]
  readonly seen?: SeenIndex
}

export interface Equipment extends LoadedRules {
  readonly pack: PackReference | null
  readonly pipelines: readonly Pipeline[]
  readonly enrich: ((event: LogEvent) => LogEvent) | null
  readonly indicators: {
    see(event: LogEvent): readonly Finding[]
    readonly size: number
    /** For the checkpoint. */
    told(): readonly (readonly string[])[]
  } | null
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
  const reference = pack && { id: pack.id, sequence: pack.sequence }
  const { kept, doubles } = withoutDoubles([
    ...(pack?.rules ?? []).map((rule) => ({ ...rule, head: { ...rule.head, pack: reference } })),
    ...health.rules.filter(isOn),
    ...folders.rules,
  ])
  const listed = await loadIndicators(wanted.indicators)
  return {
    rules: kept,
    faults: [...folders.faults, ...health.faults, ...(pack?.faults ?? []), ...doubles],
    files: folders.files,
    unread: folders.unread,
    pack: reference,
    pipelines: [...standardPipelines, ...(pack?.pipelines ?? [])],
    enrich: context && ((event) => enrich(event, context)),
    indicators: matchersOf(packSets(pack), listed.sets, reference, wanted),
    notes: [...(pack?.damage ?? []), ...listed.notes, ...contextNotes(context)],
  }
}

function packSets(pack: InstalledPack | null): readonly IndicatorSet[] {
  return pack?.indicators == null ? [] : [openIndicatorSet(pack.indicators)]
}

function matchersOf(
  ofPack: readonly IndicatorSet[],
  listed: readonly IndicatorSet[],
  pack: PackReference | null,
  { house, assetClasses, told, seen }: EquipmentWanted,
): Equipment['indicators'] {
  const given = [...ofPack.map((set) => ({ set, pack })), ...listed.map((set) => ({ set, pack: null }))]
  // Without a single indicator what was seen is remembered all the same, for those that will come.
  const sets = given.length === 0 && seen !== undefined ? [{ set: emptyIndicators(), pack: null }] : given
  if (sets.length === 0) return null
  const matchers: readonly IndicatorMatcher[] = sets.map((one, at) =>
    indicatorMatcherOf(one.set, {
      now: () => Date.now(),
      house,
      pack: one.pack,
      classes: assetClasses,
      ...(told?.[at] === undefined ? {} : { told: told[at] }),
      ...(seen !== undefined && at === 0 ? { seen } : {}),
    }),
  )
  return {
    size: given.reduce((sum, { set }) => sum + set.size, 0),
    see: (event) => matchers.flatMap((matcher) => matcher.see(event)),
    told: () => matchers.map((matcher) => matcher.told()),
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
