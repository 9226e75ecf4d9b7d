// All correlations together: what feeds what, in the order of event time, whatever order the logs are read in.
// SPDX-License-Identifier: EUPL-1.2
import type { CorrelationRule, RuleFault } from '../../sigma/rule.ts'
import { extensionCorrelator } from '../extensions/extensions.ts'
import { type Correlator, type Grouped, groupOf } from './correlator.ts'
import { countingCorrelator } from './counting.ts'
import { type Correlated, type Hit, sameEvent } from './hit.ts'
import { type Resolved, resolveCorrelations } from './resolve.ts'
import { temporalCorrelator } from './temporal.ts'
import { type Waiting, waitingRoom } from './waiting.ts'
import { hasUpperBound } from './window.ts'

export interface CorrelationNetwork {
  /** A base rule held for a dated event. */
  add(hit: Hit): readonly Correlated[]
  /** No event before the instant is to come: works off what waited for one, and decides about windows that end before. */
  advance(instant: number): readonly Correlated[]
  /** That no event before the instant (ms UTC) was to come is taken back for those after it; what was decided stays. */
  rewind(instant: number): void
  /** Works off what still waits; `closeAll` also decides about windows that are not complete. */
  finish(closeAll: boolean): readonly Correlated[]
  /** Fields that correlations want of a rule's events; undefined: no correlation refers to the rule. */
  wantedOf(ruleId: string): ReadonlySet<string> | undefined
  /** Rules that do not find for themselves, because only correlations without `generate` refer to them. */
  readonly silent: ReadonlySet<string>
  readonly faults: readonly RuleFault[]
  readonly counts: {
    readonly late: () => number
    readonly evicted: () => number
    readonly forgotten: () => number
    ungrouped: number
  }
  save(): unknown
  load(saved: unknown): void
}

export interface NetworkOptions {
  /** How much later than the newest event an event may come; infinite when whole files are read. */
  readonly latenessMs: number
}

interface Node extends Resolved {
  readonly correlator: Correlator
}

export function correlationNetwork(
  correlations: readonly CorrelationRule[],
  ruleIds: ReadonlyMap<string, readonly string[]>,
  { latenessMs }: NetworkOptions,
): CorrelationNetwork {
  const { resolved, faults, wanted, silent } = resolveCorrelations(correlations, ruleIds)
  const nodes: readonly Node[] = resolved.map((one) => ({ ...one, correlator: correlatorOf(one) }))
  /** Id of a rule → places of the correlations that it feeds, and which of them a pass has yet to ask. */
  const readers = new Map<string, number[]>()
  for (const [at, { sources }] of nodes.entries())
    for (const id of sources.keys()) readers.set(id, [...(readers.get(id) ?? []), at])
  const asked = new Uint8Array(nodes.length)
  const closing = nodes.filter(({ rule }) => rule.extension !== undefined || hasUpperBound(rule))
  const waiting: Waiting = waitingRoom(latenessMs)
  const counts = {
    late: waiting.late,
    evicted: () => nodes.reduce((sum, { correlator }) => sum + correlator.evicted(), 0),
    forgotten: () => nodes.reduce((sum, { correlator }) => sum + correlator.forgotten(), 0),
    ungrouped: 0,
  }
  /** So far time has come: silence beyond it is none yet. */
  let horizon = Number.NEGATIVE_INFINITY

  /** Lower correlations first: what they find feeds the higher ones in the same pass. */
  const pass = (batch: readonly Hit[], found: Correlated[]): void => {
    const hits = [...batch]
    let marked = 0
    for (const [at, { rule, sources, correlator }] of nodes.entries()) {
      // Most rules feed few of many correlations: only those are asked, also by what was found in this pass.
      for (; marked < hits.length; marked++)
        for (const reader of readers.get((hits[marked] as Hit).ruleId) ?? []) asked[reader] = 1
      if (asked[at] === 0) continue
      asked[at] = 0
      const grouped: Grouped[] = []
      for (const hit of hits) {
        const names = sources.get(hit.ruleId)
        if (!names) continue
        const one = groupOf(rule, hit, names)
        if (one) grouped.push(one)
        else counts.ungrouped++
      }
      if (grouped.length > 0) announce(correlator.feed(grouped), found, hits)
    }
  }
  const closeBefore = (instant: number, found: Correlated[]): void => {
    for (;;) {
      let next: Node | null = null
      for (const node of closing) {
        const at = node.correlator.nextClose()
        const end = node.correlator.needsTime ? Math.min(instant, horizon) : instant
        if (at !== null && at < end && at < (next?.correlator.nextClose() ?? Number.POSITIVE_INFINITY))
          next = node
      }
      if (!next) return
      const at = next.correlator.nextClose() ?? instant
      const closed = next.correlator.close()
      if (!closed) continue
      found.push(closed)
      // Known only when the window is complete, so that is when it happens for the rules above.
      pass([{ ...hitOf(closed), at }], found)
    }
  }
  const work = (hits: readonly Hit[]): readonly Correlated[] => {
    const found: Correlated[] = []
    for (let from = 0; from < hits.length; ) {
      const first = hits[from] as Hit
      horizon = Math.max(horizon, first.at)
      let to = from + 1
      while (to < hits.length && sameEvent(first, hits[to] as Hit)) to++
      closeBefore(first.at, found)
      pass(hits.slice(from, to), found)
      from = to
    }
    return found
  }
  return {
    add: (hit) => work(waiting.add(hit)),
    advance(instant) {
      const found = [...work(waiting.advance(instant))]
      horizon = Math.max(horizon, instant)
      closeBefore(instant, found)
      return found
    },
    rewind(instant) {
      waiting.rewind(instant)
      horizon = Math.min(horizon, instant)
    },
    finish(closeAll) {
      const found = [...work(waiting.finish())]
      if (closeAll) closeBefore(Number.POSITIVE_INFINITY, found)
      return found
    },
    wantedOf: (ruleId) => wanted.get(ruleId),
    silent,
    faults,
    counts,
    save: () => ({
      waiting: waiting.save(),
      horizon: Number.isFinite(horizon) ? horizon : null,
      correlators: nodes.map(({ rule, correlator }) => [markOf(rule), correlator.save()]),
    }),
    load(saved) {
      const state = saved as {
        waiting: unknown
        horizon?: number | null
        correlators: [string, unknown][]
      }
      waiting.load(state.waiting)
      horizon = state.horizon ?? Number.NEGATIVE_INFINITY
      const states = new Map(state.correlators)
      for (const { rule, correlator } of nodes) {
        const own = states.get(markOf(rule))
        if (own !== undefined) correlator.load(own)
      }
    },
  }
}

/** A rule that counts otherwise than before cannot go on with what was counted. */
function markOf(rule: CorrelationRule): string {
  const { head, type, rules, groupBy, timespanMs, fields, bounds, extension } = rule
  return JSON.stringify([head.id, type, rules, groupBy, timespanMs, fields, bounds, extension])
}

function correlatorOf(resolved: Resolved): Correlator {
  const { rule, positions } = resolved
  if (rule.extension) return extensionCorrelator(resolved, rule.extension)
  return rule.type === 'temporal' || rule.type === 'temporal_ordered'
    ? temporalCorrelator(rule, positions)
    : countingCorrelator(rule)
}

function announce(correlated: readonly Correlated[], found: Correlated[], hits: Hit[]): void {
  for (const one of correlated) {
    found.push(one)
    hits.push(hitOf(one))
  }
}

/** A correlation that held is itself a hit for the correlations above; its fields are those it groups by. */
function hitOf({ ruleId, at, group, evidence, value }: Correlated): Hit {
  const last = evidence.at(-1)
  const fields: Record<string, string> = Object.assign(Object.create(null) as Record<string, string>, group)
  fields['correlation.value'] = String(value)
  return { ruleId, at, source: last?.source ?? '', record: last?.record ?? 0, fields }
}
