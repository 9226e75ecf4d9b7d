// Finds out which rules a correlation refers to, in which order correlations must be fed, and which cannot be run.
// SPDX-License-Identifier: EUPL-1.2
import type { CorrelationRule, RuleFault } from '../../sigma/rule.ts'
import { fieldFor } from './correlator.ts'
import { correlationLimits } from './hit.ts'

export interface Resolved {
  readonly rule: CorrelationRule
  /** Id of each rule referred to → the names it goes by. */
  readonly sources: ReadonlyMap<string, readonly string[]>
  /** Id → position in `rules`. */
  readonly positions: ReadonlyMap<string, number>
}

export interface Resolution {
  /** Lower ones first. */
  readonly resolved: readonly Resolved[]
  readonly faults: readonly RuleFault[]
  readonly wanted: ReadonlyMap<string, ReadonlySet<string>>
  readonly silent: ReadonlySet<string>
}

/** `detections`: id of each detection rule → its id and name. */
export function resolveCorrelations(
  correlations: readonly CorrelationRule[],
  detections: ReadonlyMap<string, readonly string[]>,
): Resolution {
  const faults: RuleFault[] = []
  const ids = new Map<string, string>()
  const names = new Map<string, readonly string[]>(detections)
  for (const { head } of correlations)
    names.set(head.id, head.name === null ? [head.id] : [head.id, head.name])
  for (const [id, known] of names) for (const name of known) if (!ids.has(name)) ids.set(name, id)

  const open = new Map(
    correlations.slice(0, correlationLimits.maxCorrelations).map((rule) => [rule.head.id, rule]),
  )
  for (const rule of correlations.slice(correlationLimits.maxCorrelations))
    faults.push(faultOf(rule, `more than ${correlationLimits.maxCorrelations} correlations`))
  const done = new Set(detections.keys())
  const resolved: Resolved[] = []
  for (let progress = true; progress; ) {
    progress = false
    for (const [id, rule] of open) {
      const sources = rule.rules.map((name) => ids.get(name))
      if (!sources.every((source) => source !== undefined && done.has(source))) continue
      open.delete(id)
      done.add(id)
      progress = true
      resolved.push(resolvedOf(rule, sources as string[], names))
    }
  }
  for (const rule of open.values()) faults.push(faultOf(rule, whyOpen(rule, ids, open)))
  const kept = resolved.filter(({ rule }) => {
    const high = rule.bounds.find(({ value }) => value > correlationLimits.maxEventsOfGroup)
    const counts = rule.type === 'event_count' || rule.type === 'value_count'
    if (!high || !counts) return true
    faults.push(
      faultOf(rule, `counts beyond ${correlationLimits.maxEventsOfGroup} events of one group are not kept`),
    )
    return false
  })
  return { resolved: kept, faults, wanted: wantedFields(kept), silent: silentRules(kept) }
}

function resolvedOf(
  rule: CorrelationRule,
  sources: readonly string[],
  names: ReadonlyMap<string, readonly string[]>,
): Resolved {
  return {
    rule,
    sources: new Map(sources.map((id) => [id, names.get(id) ?? [id]])),
    positions: new Map(sources.map((id, position) => [id, position])),
  }
}

function whyOpen(
  rule: CorrelationRule,
  ids: ReadonlyMap<string, string>,
  open: ReadonlyMap<string, CorrelationRule>,
): string {
  const missing = rule.rules.find((name) => !ids.has(name))
  if (missing !== undefined) return `it refers to "${missing.slice(0, 80)}", which is not loaded`
  const blocked = rule.rules.find((name) => open.has(ids.get(name) ?? ''))
  return `it refers to "${(blocked ?? '').slice(0, 80)}", which refers back to it or cannot be run`
}

function wantedFields(resolved: readonly Resolved[]): ReadonlyMap<string, ReadonlySet<string>> {
  const wanted = new Map<string, Set<string>>()
  for (const { rule, sources } of resolved)
    for (const [id, names] of sources) {
      const fields = wanted.get(id) ?? new Set()
      for (const name of rule.groupBy) fields.add(fieldFor(rule, name, names))
      const alike = rule.extension?.type === 'baseline' ? rule.extension.alike : []
      for (const field of [...rule.fields, ...alike]) fields.add(fieldFor(rule, field, names))
      wanted.set(id, fields)
    }
  return wanted
}

function silentRules(resolved: readonly Resolved[]): ReadonlySet<string> {
  const silent = new Set<string>()
  for (const { rule, sources } of resolved)
    if (!rule.generate) for (const id of sources.keys()) silent.add(id)
  for (const { rule, sources } of resolved)
    if (rule.generate) for (const id of sources.keys()) silent.delete(id)
  return silent
}

function faultOf({ head }: CorrelationRule, because: string): RuleFault {
  return {
    file: head.file,
    line: head.line,
    ruleId: head.id,
    title: head.title,
    place: 'correlation',
    because,
  }
}
