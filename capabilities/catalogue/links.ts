// What answers what: from an alert, a lesson, a gap or another item to the measures, courses and services that help, and back.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Item, ItemOf } from './item.ts'
import rows from './links/alerts.json' with { type: 'json' }

export const alertSituations = [
  'exploited',
  'old-system',
  'medical-device',
  'no-fix',
  'reachable-from-internet',
] as const
export type AlertSituation = (typeof alertSituations)[number]

const measures = z.array(z.string().min(1)).min(1)
/** Which measures answer which situation of an alert, the most useful first. */
export const alertLinks: Readonly<Record<AlertSituation, readonly string[]>> = z
  .record(z.enum(alertSituations), measures)
  .parse(rows)

export type Topic =
  | { readonly kind: 'alert'; readonly situations: readonly AlertSituation[] }
  | { readonly kind: 'lesson'; readonly measure: string | null }
  | { readonly kind: 'gap'; readonly facts: readonly string[] }

const mostHelp = 5

/** The measures first, then what helps with them; at most five, so that somebody reads them. */
export function helpFor(topic: Topic, items: readonly Item[]): readonly Item[] {
  const found = measuresFor(topic, items)
  const helping = found
    .flatMap(({ key }) => itemsLinkedTo(key, items))
    .filter(({ kind }) => offered.has(kind))
  return [...new Set<Item>([...found, ...helping])].slice(0, mostHelp)
}

const offered: ReadonlySet<string> = new Set(['course', 'service', 'tool', 'guide'])

function measuresFor(topic: Topic, items: readonly Item[]): readonly ItemOf<'measure'>[] {
  if (topic.kind === 'gap') return itemsForFacts(topic.facts, items).filter((item) => item.kind === 'measure')
  const keys =
    topic.kind === 'lesson'
      ? [topic.measure ?? 'exercises']
      : [...new Set(topic.situations.flatMap((situation) => alertLinks[situation]))]
  return keys.flatMap((key) =>
    items.filter((item): item is ItemOf<'measure'> => item.kind === 'measure' && item.key === key),
  )
}

/** Measures that these facts decide, then everything that helps with one of them. */
export function itemsForFacts(facts: readonly string[], items: readonly Item[]): readonly Item[] {
  const wanted = new Set(facts)
  const direct = items.filter(
    (item) => item.kind === 'measure' && item.body.facts.some(({ fact }) => wanted.has(fact)),
  )
  return [...new Set([...direct, ...direct.flatMap(({ key }) => itemsLinkedTo(key, items))])]
}

/** In both directions: what points to it, and what it points to. */
export function itemsLinkedTo(key: string, items: readonly Item[]): readonly Item[] {
  const own = items.find((item) => item.key === key)?.links.map(({ to }) => to) ?? []
  return items.filter(
    (item) => item.key !== key && (own.includes(item.key) || item.links.some(({ to }) => to === key)),
  )
}
