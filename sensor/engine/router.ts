// Sends an event to the rules of its log source: by product, category, service, channel and EventID, looked up once.
// SPDX-License-Identifier: EUPL-1.2
import type { LogEvent } from '../event/event.ts'
import { composed, fold } from '../sigma/expression.ts'
import type { Pipeline } from '../sigma/pipelines/pipeline.ts'
import type { DetectionRule } from '../sigma/rule.ts'
import { type Group, groupsOf, type Mapping, type Selector, selects, type Traits } from './groups.ts'
import { type FieldIndex, type KeywordIndex, keywordsFor, type WordIndex } from './index-words.ts'

/** Rules that look at an event through the same mapping. */
export interface Section {
  readonly mapping: Mapping | null
  /** 1 for each rule that the event reaches. */
  readonly member: Uint8Array
  /** Rules without a witness. */
  readonly always: Int32Array
  readonly fields: readonly FieldIndex[]
  readonly words: KeywordIndex | null
  readonly rules: Int32Array
}

export interface Route {
  readonly sections: readonly Section[]
  readonly groups: readonly number[]
}

type EventIds = readonly (ReadonlySet<string> | null)[]

const maxRoutes = 2_000

export function routerOf(
  groups: readonly Group[],
  eventIds: EventIds,
  index: WordIndex,
  isAlways: (rule: number) => boolean,
): (event: LogEvent) => Route {
  const keyOf = keysOf(groups, eventIds)
  const routes = new Map<number, Route>()
  return (event) => {
    const traits = traitsOf(event)
    const key = keyOf(traits)
    const known = routes.get(key)
    if (known) return known
    if (routes.size >= maxRoutes) routes.clear()
    const route = routeFor(traits, groups, eventIds, index, isAlways)
    routes.set(key, route)
    return route
  }
}

/** One number for all events that go the same way: words that no rule and no pipeline knows are all alike. */
function keysOf(groups: readonly Group[], eventIds: EventIds): (traits: Traits) => number {
  const selectors = groups.flatMap((group) => group.selectors)
  const numbered = (lists: readonly (Iterable<string> | null)[]) => {
    const words = new Set(lists.flatMap((list) => [...(list ?? [])]))
    return new Map([['', 0], ...[...words].map((word, at) => [word, at + 2] as const)])
  }
  const product = numbered(selectors.map((one) => (one.product === null ? null : [one.product])))
  const category = numbered(selectors.map((one) => one.category))
  const service = numbered(selectors.map((one) => one.service))
  const channel = numbered(selectors.map((one) => one.channel))
  const eventId = numbered([...selectors.map((one) => one.eventId), ...eventIds])
  const unknown = 1
  return (traits) => {
    let key = product.get(traits.product) ?? unknown
    key = key * (category.size + 2) + (category.get(traits.category) ?? unknown)
    key = key * (service.size + 2) + (service.get(traits.service) ?? unknown)
    key = key * (channel.size + 2) + (channel.get(traits.channel) ?? unknown)
    return key * (eventId.size + 2) + (eventId.get(traits.eventId) ?? unknown)
  }
}

function routeFor(
  traits: Traits,
  groups: readonly Group[],
  eventIds: EventIds,
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
    // An EventID that is a list, or absent, is left to the rules themselves.
    const isOpen = traits.eventId === '' || selector.mapping?.has('EventID')
    for (const rule of group.rules)
      if (isOpen || eventIds[rule]?.has(traits.eventId) !== false) rules.add(rule)
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
  const sorted = Int32Array.from(rules).sort()
  const serves = (field: FieldIndex) => sorted.some((rule) => field.rules.has(rule))
  return {
    mapping,
    member,
    always: sorted.filter(isAlways),
    fields: index.fields.filter(serves),
    words: keywordsFor(index, (rule) => member[rule] === 1),
    rules: sorted,
  }
}

/** How a rule looks at an event; null: it never sees it. */
export function selectorFor(
  rule: DetectionRule,
  event: LogEvent,
  pipelines: readonly Pipeline[],
): Selector | null {
  const traits = traitsOf(event)
  return groupsOf([rule], pipelines)[0]?.selectors.find((one) => selects(one, traits)) ?? null
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
          ? fold(composed(EventID))
          : '',
  }
}
