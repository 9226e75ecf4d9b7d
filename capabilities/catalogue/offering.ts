// What is offered to one house, in which order, and which facts decided or lack; nothing that may fit is left out.
// SPDX-License-Identifier: EUPL-1.2
import { type Decision, decide, type Facts, isInForce } from '../facts/index.ts'
import { audienceTable, type Item, type ItemOf } from './item.ts'
import { type MeasureStanding, measureStanding } from './standing.ts'

export type Fit = 'yes' | 'unknown' | 'no'

export interface Offer {
  readonly item: Item
  readonly fit: Fit
  /** The rows of its audience that decided, or still may. */
  readonly decision: Decision
  /** Measures of this house that are open and that it helps with, the most important first. */
  readonly helpsWith: readonly ItemOf<'measure'>[]
}

export function fitOf(item: Item, facts: Facts): { readonly fit: Fit; readonly decision: Decision } {
  const decision = decide(audienceTable(item), facts)
  const { answer } = decision
  return { fit: answer === 'yes' || answer === 'no' ? answer : 'unknown', decision }
}

/** What surely fits, then what may fit, then what does not; inside of each, what helps with the most important open measure. */
export function offersFor(items: readonly Item[], facts: Facts, now: Date): readonly Offer[] {
  const open = openMeasures(items, facts, now)
  return items
    .filter((item) => isInForce(item, now))
    .map((item) => ({ item, ...fitOf(item, facts), helpsWith: helpedBy(item, open) }))
    .toSorted(
      (a, b) =>
        fits.indexOf(a.fit) - fits.indexOf(b.fit) ||
        weightOf(a.helpsWith[0]) - weightOf(b.helpsWith[0]) ||
        nearness.indexOf(a.item.provider.level) - nearness.indexOf(b.item.provider.level) ||
        a.item.key.localeCompare(b.item.key),
    )
}

const fits: readonly Fit[] = ['yes', 'unknown', 'no']
const nearness: readonly Item['provider']['level'][] = ['own', 'regional', 'national', 'eu']
const helping: ReadonlySet<string> = new Set(['helps-with', 'funds', 'teaches'])

/** Open: something of it is known to lack, or not known, or was said too long ago. */
export function openMeasures(items: readonly Item[], facts: Facts, now: Date): readonly ItemOf<'measure'>[] {
  return items
    .filter((item): item is ItemOf<'measure'> => item.kind === 'measure')
    .filter((item) => isInForce(item, now) && fitOf(item, facts).fit !== 'no')
    .filter((item) => opennessOf(measureStanding(item, facts)) !== null)
    .toSorted((a, b) => weightOf(a) - weightOf(b) || a.key.localeCompare(b.key))
}

export type Openness = 'gap' | 'old' | 'unknown'

/** Null where all of it is known to be done, and lately. A known gap counts even where other facts lack. */
export function opennessOf({ rows }: MeasureStanding): Openness | null {
  if (rows.some(({ is }) => is === 'not-done' || is === 'partly')) return 'gap'
  if (rows.some(({ is }) => is === 'not-known')) return 'unknown'
  return rows.some(({ current }) => current?.isOld) ? 'old' : null
}

export function helpedBy(item: Item, measures: readonly ItemOf<'measure'>[]): readonly ItemOf<'measure'>[] {
  const targets = new Set(item.links.filter(({ relation }) => helping.has(relation)).map(({ to }) => to))
  return measures.filter(({ key }) => targets.has(key))
}

const afterEssentials = 50
const noMeasure = 100

function weightOf(measure: ItemOf<'measure'> | undefined): number {
  return measure ? (measure.body.essential ?? afterEssentials) : noMeasure
}
