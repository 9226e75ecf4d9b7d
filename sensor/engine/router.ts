// Sends an event to the rules of its log source: by product, category, service, channel and EventID, looked up once.
// SPDX-License-Identifier: EUPL-1.2
import type { LogEvent } from '../event/event.ts'
import { type Group, type Mapping, selects, type Traits } from './groups.ts'
import type { FieldIndex, WordIndex } from './index-words.ts'

/** Rules that look at an event through the same mapping. */
export interface Section {
  readonly mapping: Mapping | null
  /** 1 for each rule that the event reaches. */
  readonly member: Uint8Array
  /** Rules without a witness. */
  readonly always: Int32Array
  readonly fields: readonly FieldIndex[]
  readonly words: FieldIndex | null
  readonly rules: Int32Array
}

export interface Route {
  readonly sections: readonly Section[]
  readonly groups: readonly number[]
}

const maxRoutes = 2_000

export function routerOf(
  groups: readonly Group[],
  eventIds: readonly (ReadonlySet<string> | null)[],
  index: WordIndex,
  isAlways: (rule: number) => boolean,
): (event: LogEvent) => Route {
  const routes = new Map<string, Route>()
  return (event) => {
    const traits = traitsOf(event)
    const key = `${traits.channel}\u0000${traits.eventId}\u0000${traits.product}\u0000${traits.category}\u0000${traits.service}`
    const known = routes.get(key)
    if (known) return known
    // Logs choose their channels and ids: without a bound they would fill the memory.
    if (routes.size >= maxRoutes) routes.clear()
    const route = routeFor(traits, groups, eventIds, index, isAlways)
    routes.set(key, route)
    return route
  }
}

function routeFor(
  traits: Traits,
  groups: readonly Group[],
  eventIds: readonly (ReadonlySet<string> | null)[],
  index: WordIndex,
  isAlways: (rule: number) => boolean,
): Route {
  const reached: number[] = []
  const byMapping = new Map<Mapping | null, Set<number>>()
  for (const [at, group] of groups.entries()) {
    const selector = group.selectors.find((candidate) => selects(candidate, traits))
    if (!selector) continue
    reached.push(at)
    const rules = byMapping.get(selector.mapping) ?? new Set()
    byMapping.set(selector.mapping, rules)
    for (const rule of group.rules) {
      const ids = eventIds[rule]
      if (!ids || selector.mapping?.has('EventID') || ids.has(traits.eventId)) rules.add(rule)
    }
  }
  const sections = [...byMapping].map(([mapping, rules]) =>
    sectionFor(mapping, rules, eventIds.length, index, isAlways),
  )
  return { sections: sections.filter(({ rules }) => rules.length > 0), groups: reached }
}

function sectionFor(
  mapping: Mapping | null,
  rules: ReadonlySet<number>,
  count: number,
  index: WordIndex,
  isAlways: (rule: number) => boolean,
): Section {
  const member = new Uint8Array(count)
  for (const rule of rules) member[rule] = 1
  const serves = (field: FieldIndex) => [...rules].some((rule) => field.rules.has(rule))
  const sorted = Int32Array.from(rules).sort()
  return {
    mapping,
    member,
    always: sorted.filter(isAlways),
    fields: index.fields.filter(serves),
    words: index.words && serves(index.words) ? index.words : null,
    rules: sorted,
  }
}

export function traitsOf({ logSource, fields }: LogEvent): Traits {
  const { EventID, Channel } = fields
  return {
    product: logSource.product ?? '',
    category: logSource.category ?? '',
    service: logSource.service ?? '',
    channel: typeof Channel === 'string' ? Channel.toLowerCase() : '',
    eventId:
      typeof EventID === 'number'
        ? String(EventID)
        : typeof EventID === 'string'
          ? EventID.toLowerCase()
          : '',
  }
}
