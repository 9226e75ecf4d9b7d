// When new indicators come into use: which of them were met in the last 90 days, before anybody knew them. A little at a time.
// SPDX-License-Identifier: EUPL-1.2
import { setImmediate as pause } from 'node:timers/promises'
import type { Finding } from '../engine/finding.ts'
import { huntFinding } from '../indicators/finding.ts'
import { seenLimits } from '../indicators/limits.ts'
import type { SetInUse } from '../indicators/matcher.ts'
import type { SeenIndex } from '../indicators/seen/seen-index.ts'
import type { SetEntry } from '../indicators/set/entry.ts'
import { type RuleLevel, ruleLevels } from '../sigma/rule.ts'
import { readFindings } from '../state/read-findings.ts'
import type { Note } from './feed.ts'
import { huntingLimits } from './limits.ts'

export interface Hunting {
  /** These sets are in use from now on; the hunt in others ends. Nothing is hunted twice. */
  begin(sets: readonly SetInUse[]): void
  /** What was found since the last call. */
  take(): readonly Finding[]
  /** For the checkpoint. */
  save(): unknown
  readonly underWay: Promise<void>
  stop(): Promise<void>
}

export interface HuntingOptions {
  /** The state folder, whose findings say which indicators were told already. */
  readonly folder: string
  readonly seen: SeenIndex
  /** The same text as long as the indicators on the disk are the same. */
  readonly mark: () => Promise<string>
  /** As `save` gave it before a restart. */
  readonly saved: unknown
  readonly level: RuleLevel
  /** How long findings are kept, in ms: beyond, nobody knows what was told. */
  readonly keptMs: number
  readonly note: Note
  readonly clock: () => number
}

const dayMs = 86_400_000

export function huntingOf(options: HuntingOptions): Hunting {
  const { note } = options
  let hunted = typeof options.saved === 'string' ? options.saved : null
  let found: Finding[] = []
  let stop = new AbortController()
  let underWay: Promise<void> = Promise.resolve()

  const hunt = async (sets: readonly SetInUse[], signal: AbortSignal): Promise<void> => {
    const mark = await options.mark()
    if (mark === hunted || signal.aborted) return
    let count = 0
    for await (const finding of findingsIn(sets, options, signal)) {
      if (++count > huntingLimits.maxFindings) break
      found.push(finding)
    }
    if (signal.aborted) return
    hunted = mark
    if (count > huntingLimits.maxFindings)
      note(
        `More than ${huntingLimits.maxFindings} new indicators were met in the last ${seenLimits.days} days; the rest is left out. Look at the lists: they may name what everybody uses.`,
      )
    else if (count > 0)
      note(`${count} new indicators were met in the last ${seenLimits.days} days, before they came here.`)
  }
  return {
    begin(sets) {
      stop.abort()
      stop = new AbortController()
      const { signal } = stop
      underWay = underWay
        .then(() => hunt(sets, signal))
        .catch((error: unknown) => {
          if (!signal.aborted)
            note(
              `New indicators could not be looked for in what was seen: ${error instanceof Error ? error.message : String(error)}`,
            )
        })
    },
    take() {
      const taken = found
      found = []
      return taken
    },
    // What was found and is not on disk yet is looked for again after a restart.
    save: () => (found.length === 0 ? hunted : null),
    get underWay() {
      return underWay
    },
    async stop() {
      stop.abort()
      await underWay
    },
  }
}

/** Slice by slice, so that reading goes on in between. An indicator that was told is no news. */
async function* findingsIn(
  sets: readonly SetInUse[],
  { folder, seen, level, keptMs, clock }: HuntingOptions,
  signal: AbortSignal,
): AsyncGenerator<Finding> {
  if (seen.size() === 0) return
  const since = clock() - Math.min(seenLimits.days * dayMs, keptMs)
  const told = await toldSince(folder, since)
  const lowest = ruleLevels.indexOf(level)
  for (const { set, pack } of sets)
    for (const slice of slicesOf(set.entries())) {
      for (const { entry, first, last } of seen.hunt({ entries: () => slice.values() }, since).hits) {
        const finding = huntFinding(entry, { first, last }, pack)
        if (!told.has(entry.id) && ruleLevels.indexOf(finding.level) >= lowest) yield finding
      }
      await pause()
      if (signal.aborted) return
    }
}

function* slicesOf(entries: Iterable<SetEntry>): Generator<readonly SetEntry[]> {
  let slice: SetEntry[] = []
  for (const entry of entries) {
    slice.push(entry)
    if (slice.length < huntingLimits.sliceEntries) continue
    yield slice
    slice = []
  }
  yield slice
}

async function toldSince(folder: string, since: number): Promise<ReadonlySet<string>> {
  const told = new Set<string>()
  for await (const { indicatorId } of readFindings(folder, since))
    if (indicatorId !== null && told.size < huntingLimits.maxTold) told.add(indicatorId)
  return told
}
