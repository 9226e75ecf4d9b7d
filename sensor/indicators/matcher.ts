// Looks up what events hold among the indicators of sets: each meeting is told once an event, and what is not told is counted.
// SPDX-License-Identifier: EUPL-1.2
import type { AssetClassList } from '../engine/asset-class.ts'
import { type Finding, placeOf } from '../engine/finding.ts'
import type { LogEvent } from '../event/event.ts'
import type { PackReference } from '../sigma/rule.ts'
import { indicatorFinding } from './finding.ts'
import { type Observable, observablesOf } from './observables.ts'
import type { SeenIndex } from './seen/seen-index.ts'
import type { SetEntry } from './set/entry.ts'
import type { IndicatorSet } from './set/open.ts'
import { noneUntold, type Untold } from './untold.ts'
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
  /** Other warning lists than our own, in the form of `warning-lists.json`. */
  readonly warnings?: unknown
}

export interface IndicatorMatcher {
  /** Each indicator once; whoever asks leaves out what was told of before. */
  see(event: LogEvent): readonly Finding[]
  readonly untold: Untold
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
  const untold = noneUntold()
  const ofTheHouse: NotTold = withinHouse(options.house ?? { domains: [], networks: [] })
  const warned: NotTold = options.warnings === undefined ? onWarningList() : onWarningList(options.warnings)

  function live(entries: readonly SetEntry[], at: number): SetEntry | null {
    for (const entry of entries)
      if (entry.until !== null && entry.until <= at) untold.expired++
      else if (ofTheHouse(entry) !== null) untold.ofTheHouse++
      else if (warned(entry) !== null) untold.onWarningList++
      else return entry
    return null
  }

  return {
    untold,
    see(event) {
      const { observables, isCut } = observablesOf(event)
      if (isCut) untold.cut++
      if (observables.length === 0) return none
      const at = event.at ?? options.now()
      let findings: Finding[] | null = null
      for (const observable of observables) {
        options.seen?.remember(observable.kind, observable.text, at)
        for (const { set, pack } of sets) {
          const entries = lookUp(set, observable)
          const entry = entries.length === 0 ? null : live(entries, at)
          if (entry === null) continue
          findings ??= []
          if (!findings.some(({ indicatorId }) => indicatorId === entry.id))
            findings.push(indicatorFinding(entry, observable, event, pack, options.classes))
          break
        }
      }
      return findings ?? none
    },
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
