// Gathers the heartbeat of a running sensor: what is read, how far behind, which rules run, which see nothing.
// SPDX-License-Identifier: EUPL-1.2
import type { Feed, FeedStatus } from './feed.ts'
import type { Heartbeat, SourceStatus } from './heartbeat.ts'
import type { InUse } from './in-use.ts'
import { watchLimits } from './limits.ts'
import type { Recorder } from './recorder.ts'
import type { SourceBook } from './sources.ts'

export interface Standing {
  readonly inUse: InUse
  /** Why what changed on the disk is not in use. */
  readonly notInUse: string | null
  readonly book: SourceBook
  readonly recorder: Recorder
  readonly feeds: ReadonlyMap<string, Feed>
  readonly trouble: string | null
  readonly status: 'running' | 'stopped'
  readonly startedAt: number
  readonly at: number
  readonly page: string | null
}

/** All of them, or the coverage map could not be drawn from it; SigmaHQ has about 150 log sources. */
const maxBlind = 1_000

export function heartbeatOf(standing: Standing): Heartbeat {
  const { inUse, book, recorder, trouble, status, startedAt, at } = standing
  const { equipment, detection } = inUse
  const { first } = detection
  const blind = [...inUse.blind()].sort((one, two) => two.rules - one.rules)
  const sources = sourcesOf(standing)
  const detectors = [...detection.detectors.values()]
  const sum = (of: (one: (typeof detectors)[number]) => number) =>
    detectors.reduce((all, one) => all + of(one), 0)
  return {
    pid: process.pid,
    startedAt: new Date(startedAt).toISOString(),
    at: new Date(at).toISOString(),
    status: status === 'running' && trouble !== null ? 'waiting' : status,
    trouble,
    events: book.totals.events,
    findings: recorder.counts.findings,
    repeats: recorder.counts.repeats,
    brokenRecords: book.totals.broken,
    notices: book.totals.notices,
    futureEvents: book.totals.future,
    memoryBytes: process.memoryUsage.rss(),
    behindBytes: sources.reduce((all, { behindBytes }) => all + (behindBytes ?? 0), 0),
    sources: sources.slice(0, watchLimits.maxSourcesTold),
    moreSources: Math.max(0, sources.length - watchLimits.maxSourcesTold),
    rules: {
      loaded: equipment.rules.length - first.faults.length,
      unsupported: equipment.faults.length + first.faults.length,
      quarantined: first.matcher.rules
        .filter((_, rule) => first.matcher.meter.quarantined[rule] === 1)
        .map(({ head }) => head.title),
      blind: blind.reduce((all, { rules }) => all + rules, 0),
      blindSources: blind.slice(0, maxBlind),
    },
    pack: equipment.pack,
    notInUse: standing.notInUse,
    correlation: {
      late: sum(({ correlations }) => correlations.counts.late()),
      undated: sum(({ counts }) => counts.undated),
      forgotten: sum(({ correlations }) => correlations.counts.forgotten() + correlations.counts.evicted()),
    },
    indicators: inUse.untold(),
    page: standing.page,
  }
}

/** Files and listeners as their feeds tell of them, and the senders behind the listeners; those behind most come first. */
function sourcesOf({ feeds, book }: Standing): readonly SourceStatus[] {
  const counts = book.all()
  const told = [...feeds.values()].flatMap((feed) => feed.status())
  const names = new Set(told.map(({ name }) => name))
  const status = ({
    name,
    kind,
    behindBytes,
    note,
  }: Pick<FeedStatus, 'name' | 'kind' | 'behindBytes' | 'note'>) => {
    const { events = 0, broken = 0, lastEventAt = null } = counts.get(name) ?? {}
    const lastEvent = lastEventAt === null ? null : new Date(lastEventAt).toISOString()
    return { name, kind, behindBytes, events, broken, lastEvent, note }
  }
  const others = [...counts.keys()].filter((name) => !names.has(name))
  return [
    ...told.map(status),
    ...others.map((name) => status({ name, kind: 'file', behindBytes: null, note: null })),
  ].sort((one, two) => (two.behindBytes ?? 0) - (one.behindBytes ?? 0))
}
