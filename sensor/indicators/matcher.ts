// Looks up what events hold among the indicators of a set; tells each indicator once for an asset and an hour, or every time.
// SPDX-License-Identifier: EUPL-1.2
import type { AssetClassList } from '../engine/asset-class.ts'
import { type Finding, placeOf } from '../engine/finding.ts'
import type { LogEvent } from '../event/event.ts'
import type { PackReference } from '../sigma/rule.ts'
import { indicatorFinding } from './finding.ts'
import { eventLimits } from './limits.ts'
import { type Observable, observablesOf } from './observables.ts'
import type { SeenIndex } from './seen/seen-index.ts'
import type { SetEntry } from './set/entry.ts'
import type { IndicatorSet } from './set/open.ts'
import { type House, type NotTold, onWarningList, withinHouse } from './warning-lists.ts'

export interface IndicatorMatcherOptions {
  /** Milliseconds UTC, for records without a time of their own. */
  readonly now: () => number
  readonly house?: House
  /** The pack that the set came in; of several sets each says its own. */
  readonly pack?: PackReference | null
  readonly classes?: AssetClassList
  /** Remembers everything that events hold, so that later indicators can be hunted. */
  readonly seen?: SeenIndex
  /** Tells each meeting, once an event: whoever asks counts repeats. */
  readonly everyHit?: boolean
  /** Other warning lists than our own, in the form of `warning-lists.json`. */
  readonly warnings?: unknown
}

export interface IndicatorCounts {
  observables: number
  /** Findings. */
  told: number
  /** Met again by the same asset within the hour. */
  repeated: number
  expired: number
  ofTheHouse: number
  onWarningList: number
  /** Events of which not all was looked up: too much text, too many values. */
  cut: number
  /** Met so often by so many that the oldest are forgotten, and might be told again. */
  forgotten: number
}

export interface IndicatorMatcher {
  see(event: LogEvent): readonly Finding[]
  readonly counts: Readonly<IndicatorCounts>
  /** Indicator, asset and hour of what was met more than once; `count` includes the first. */
  repeats(): readonly {
    readonly indicatorId: string
    readonly asset: string
    readonly hour: string
    readonly count: number
  }[]
}

export interface SetInUse {
  readonly set: IndicatorSet
  /** Null for lists of the house. */
  readonly pack: PackReference | null
}

export function indicatorMatcherOf(set: IndicatorSet, options: IndicatorMatcherOptions): IndicatorMatcher {
  return indicatorMatcherOver([{ set, pack: options.pack ?? null }], options)
}

/** Over several sets: of those that know a value the first counts, so newer ones stand before older ones. */
export function indicatorMatcherOver(
  sets: readonly SetInUse[],
  options: IndicatorMatcherOptions,
): IndicatorMatcher {
  const counts: IndicatorCounts = {
    observables: 0,
    told: 0,
    repeated: 0,
    expired: 0,
    ofTheHouse: 0,
    onWarningList: 0,
    cut: 0,
    forgotten: 0,
  }
  const ofTheHouse: NotTold = withinHouse(options.house ?? { domains: [], networks: [] })
  const warned: NotTold = options.warnings === undefined ? onWarningList() : onWarningList(options.warnings)
  const told = new Map<string, number>()

  function live(entries: readonly SetEntry[], at: number): SetEntry | null {
    for (const entry of entries)
      if (entry.until !== null && entry.until <= at) counts.expired++
      else if (ofTheHouse(entry) !== null) counts.ofTheHouse++
      else if (warned(entry) !== null) counts.onWarningList++
      else return entry
    return null
  }

  function isFirst({ id }: SetEntry, event: LogEvent): boolean {
    const key = keyOf(id, event)
    const before = told.get(key)
    if (before !== undefined) {
      counts.repeated++
      told.set(key, before + 1)
      return false
    }
    if (told.size >= eventLimits.maxTold) {
      const oldest = told.keys().next()
      if (!oldest.done) told.delete(oldest.value)
      counts.forgotten++
    }
    told.set(key, 1)
    counts.told++
    return true
  }

  return {
    counts,
    see(event) {
      const { observables, isCut } = observablesOf(event)
      if (isCut) counts.cut++
      if (observables.length === 0) return none
      counts.observables += observables.length
      const at = event.at ?? options.now()
      let findings: Finding[] | null = null
      for (const observable of observables) {
        options.seen?.remember(observable.kind, observable.text, at)
        for (const { set, pack } of sets) {
          const entries = lookUp(set, observable)
          const entry = entries.length === 0 ? null : live(entries, at)
          if (entry === null) continue
          findings ??= []
          const isTold = options.everyHit
            ? !findings.some(({ indicatorId }) => indicatorId === entry.id)
            : isFirst(entry, event)
          if (isTold) findings.push(indicatorFinding(entry, observable, event, pack, options.classes))
          break
        }
      }
      return findings ?? none
    },
    repeats: () =>
      [...told].flatMap(([key, count]) => {
        const [indicatorId = '', hour = '', ...rest] = key.split(separator)
        return count > 1 ? [{ indicatorId, asset: rest.join(separator), hour, count }] : []
      }),
  }
}

const none: readonly Finding[] = []
const separator = '\u0000'

/** Where no host is named, the source stands for it: a firewall, a proxy. */
export function keyOf(id: string, event: LogEvent): string {
  const { time, asset } = placeOf(event)
  const hour = time === null ? 'no time' : `${time.slice(0, -'00:00.000Z'.length)}00:00Z`
  return [id, hour, asset ?? event.source].join(separator)
}

function lookUp(set: IndicatorSet, { kind, text }: Observable): readonly SetEntry[] {
  switch (kind) {
    case 'address':
      return set.findAddress(text)
    case 'name':
      return set.findName(text)
    case 'url':
      return set.findUrl(text)
    case 'hash':
      return set.findHash(text)
    case 'email':
      return set.findEmail(text)
  }
}
