// Log sources of rules as groups: which events reach a group, through the pipelines' data.
// SPDX-License-Identifier: EUPL-1.2
import type { EventSelector, FieldSource, Pipeline } from '../sigma/pipelines/pipeline.ts'
import type { DetectionRule, RuleSource } from '../sigma/rule.ts'

/** Sigma's name of a field → where the event has it; null where the event's own names are Sigma's. */
export type Mapping = ReadonlyMap<string, FieldSource>

export interface Selector {
  readonly product: string | null
  readonly category: ReadonlySet<string> | null
  readonly service: ReadonlySet<string> | null
  readonly channel: ReadonlySet<string> | null
  readonly eventId: ReadonlySet<string> | null
  readonly mapping: Mapping | null
}

/** All rules of one log source. */
export interface Group {
  readonly source: RuleSource
  readonly selectors: readonly Selector[]
  readonly rules: readonly number[]
}

export function groupsOf(rules: readonly DetectionRule[], pipelines: readonly Pipeline[]): readonly Group[] {
  const groups = new Map<string, { source: RuleSource; rules: number[] }>()
  for (const [index, { logSource }] of rules.entries()) {
    const key = sourceName(logSource)
    const group = groups.get(key) ?? { source: logSource, rules: [] }
    group.rules.push(index)
    groups.set(key, group)
  }
  return [...groups.values()].map((group) => ({ ...group, selectors: selectorsOf(group.source, pipelines) }))
}

export function sourceName({ product, category, service }: RuleSource): string {
  return [product, category, service].map((part) => part ?? '*').join('/')
}

/** What the pipelines say of the log source, and events that bear its own words. */
function selectorsOf(source: RuleSource, pipelines: readonly Pipeline[]): readonly Selector[] {
  const routed = pipelines.flatMap(({ routes }) =>
    routes
      .filter(
        ({ when }) =>
          (when.product ?? null) === source.product &&
          (when.category ?? null) === source.category &&
          (when.service ?? null) === source.service,
      )
      .flatMap(({ events }) => events.map(selectorOf)),
  )
  return [...routed, ownSelector(source)]
}

function selectorOf(event: EventSelector): Selector {
  const set = (values: readonly (string | number)[] | undefined) =>
    values === undefined ? null : new Set(values.map((value) => String(value).toLowerCase()))
  return {
    product: event.product ?? null,
    category: set(event.category),
    service: set(event.service),
    channel: set(event.channel),
    eventId: set(event.eventId),
    mapping: event.fields ? new Map(Object.entries(event.fields)) : null,
  }
}

function ownSelector({ product, category, service }: RuleSource): Selector {
  return {
    product,
    category: category === null ? null : new Set([category]),
    service: service === null ? null : new Set([service]),
    channel: null,
    eventId: null,
    mapping: null,
  }
}

/** What of an event decides its way; texts in lower case, '' where the event does not say. */
export interface Traits {
  readonly product: string
  readonly category: string
  readonly service: string
  readonly channel: string
  readonly eventId: string
}

export function selects(selector: Selector, traits: Traits): boolean {
  return (
    (selector.product === null || selector.product === traits.product) &&
    fits(selector.category, traits.category) &&
    fits(selector.service, traits.service) &&
    fits(selector.channel, traits.channel) &&
    fits(selector.eventId, traits.eventId)
  )
}

function fits(wanted: ReadonlySet<string> | null, value: string): boolean {
  return wanted === null || wanted.has(value) || (wanted.has('*') && value !== '')
}
