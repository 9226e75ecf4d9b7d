// A scan: reads the files in this thread or in several, and gives findings in one order, whatever the number of threads.
// SPDX-License-Identifier: EUPL-1.2
import { availableParallelism } from 'node:os'
import { type AssetClass, assetClassList } from '../../engine/asset-class.ts'
import { type Detector, detectorOf } from '../../engine/detector.ts'
import { withFilters } from '../../engine/filters.ts'
import { groupsOf } from '../../engine/groups.ts'
import type { Matcher } from '../../engine/matcher.ts'
import { costLimits, meterOf } from '../../engine/meter.ts'
import type { House } from '../../indicators/warning-lists.ts'
import type { Pipeline } from '../../sigma/pipelines/pipeline.ts'
import type { DetectionRule, FilterRule, RuleLevel } from '../../sigma/rule.ts'
import type { Equipment } from '../equipment.ts'
import { type FoundFile, filesBelow } from '../files.ts'
import { runLimits } from '../limits.ts'
import { type GivenSet, sharedBetweenThreads } from '../load-indicators.ts'
import { lookerOf, unmeteredMatcher } from './look.ts'
import type { Batch } from './outcome.ts'
import { type Piece, piecesOf } from './pieces.ts'
import { type Reading, readPiece } from './read-piece.ts'
import { type ReadCounts, type SettlementOptions, settlementOf } from './settle.ts'
import { startWorkers, type WorkersOptions } from './workers.ts'

export interface ScanWanted {
  readonly paths: readonly string[]
  readonly level: RuleLevel
  readonly assetClasses: readonly (readonly [string, AssetClass])[]
  readonly house: House
  /** The folder of extracts. */
  readonly context: string | null
  readonly reading: Reading
  /** Threads; null: as many as the input is worth. With 1 everything is read in this one. */
  readonly workers: number | null
  readonly counts: ReadCounts
  readonly note: SettlementOptions['note']
  /** For tests: other sizes, other threads, other costs. */
  readonly pieceBytes?: number
  readonly threads?: Pick<WorkersOptions, 'entry' | 'heapMegabytes'>
  readonly costs?: { readonly startSteps: number; readonly stepsPerEvent: number }
}

export interface Scan {
  readonly detector: Detector
  readonly workers: number
  /** Findings as lines of JSON; ends with the correlations, also where it is stopped. */
  findings(stop: AbortSignal): AsyncGenerator<readonly string[]>
}

export async function openScan(equipment: Equipment, wanted: ScanWanted): Promise<Scan> {
  const { pipelines } = equipment
  const pieces = await peeked(piecesOf(filesOf(wanted.paths), wanted.pieceBytes))
  const workers = wanted.workers ?? usualWorkers(pieces.first, availableParallelism())
  const { rules } = withFilters(
    equipment.rules.filter((rule): rule is DetectionRule => rule.kind === 'detection'),
    equipment.rules.filter((rule): rule is FilterRule => rule.kind === 'filter'),
  )
  const matcher = workers === 1 ? unmeteredMatcher(rules, pipelines) : idleMatcher(rules, pipelines)
  const detector = detectorOf(equipment.rules, {
    minLevel: wanted.level,
    assetClasses: assetClassList(wanted.assetClasses),
    pipelines,
    matcher,
  })
  const reader =
    workers === 1 ? readerHere(equipment, detector, wanted) : readerIn(workers, equipment, detector, wanted)
  const settlement = settlementOf(detector, {
    counts: wanted.counts,
    note: wanted.note,
    onQuarantine: reader.quarantine,
    startSteps: (wanted.costs ?? costLimits).startSteps,
  })
  return {
    detector,
    workers,
    async *findings(stop) {
      try {
        for await (const batch of reader.batches(pieces.all, stop)) {
          if (stop.aborted) break
          yield settlement.take(batch)
        }
        // Windows that a stopped scan has not seen to their end are not decided about.
        yield settlement.finish(!stop.aborted)
      } finally {
        await reader.end()
      }
    },
  }
}

async function* filesOf(paths: readonly string[]): AsyncGenerator<FoundFile> {
  for (const path of paths) yield* filesBelow(path)
}

interface PeekedPieces {
  readonly first: readonly Piece[]
  readonly all: AsyncIterable<Piece>
}

/** As many pieces as it takes to tell how many threads are worth while. */
async function peeked(pieces: AsyncGenerator<Piece>): Promise<PeekedPieces> {
  const first: Piece[] = []
  const enough = runLimits.maxUsualWorkers * runLimits.bytesOfWorker
  for (let bytes = 0; bytes < enough && first.length < runLimits.maxPeekedPieces; ) {
    const next = await pieces.next()
    if (next.done) break
    first.push(next.value)
    bytes += next.value.bytes
  }
  async function* all(): AsyncGenerator<Piece> {
    yield* first
    yield* pieces
  }
  return { first, all: all() }
}

/** One processor is left to what the machine is there for; a thread that has little to read costs more than it brings. */
export function usualWorkers(pieces: readonly Pick<Piece, 'bytes'>[], processors: number): number {
  const bytes = pieces.reduce((sum, piece) => sum + piece.bytes, 0)
  const worth = Math.floor(bytes / runLimits.bytesOfWorker)
  return Math.max(1, Math.min(processors - 1, runLimits.maxUsualWorkers, pieces.length, worth))
}

interface Reader {
  batches(pieces: AsyncIterable<Piece>, stop: AbortSignal): AsyncGenerator<Batch>
  quarantine(rule: number): void
  end(): Promise<void>
}

function readerHere(equipment: Equipment, { matcher, correlations }: Detector, wanted: ScanWanted): Reader {
  const looker = lookerOf({
    matcher,
    level: wanted.level,
    ...wantedByCorrelations(matcher.rules, correlations),
    assetClasses: assetClassList(wanted.assetClasses),
    enrich: equipment.enrich,
    indicators: equipment.indicators,
    stepsPerEvent: (wanted.costs ?? costLimits).stepsPerEvent,
  })
  return {
    async *batches(pieces) {
      for await (const piece of pieces) yield* readPiece(piece, looker, wanted.reading)
    },
    quarantine: looker.quarantine,
    end: async () => undefined,
  }
}

function readerIn(
  count: number,
  { pipelines, indicators }: Equipment,
  { matcher, correlations }: Detector,
  { level, assetClasses, house, context, reading, costs, threads }: ScanWanted,
): Reader {
  const sets: readonly GivenSet[] = indicators?.sets ?? []
  return startWorkers({
    count,
    data: {
      rules: matcher.rules,
      pipelines,
      level,
      ...wantedByCorrelations(matcher.rules, correlations),
      assetClasses,
      indicators: sets.map(sharedBetweenThreads),
      house,
      context,
      reading,
      stepsPerEvent: (costs ?? costLimits).stepsPerEvent,
    },
    ...threads,
  })
}

function wantedByCorrelations(
  rules: readonly DetectionRule[],
  { silent, wantedOf }: Detector['correlations'],
) {
  const wanted = new Map<string, ReadonlySet<string>>()
  for (const { head } of rules) {
    const fields = wantedOf(head.id)
    if (fields !== undefined) wanted.set(head.id, fields)
  }
  return { silent, wanted }
}

/** Names the rules and counts for the thread that only takes what others find. */
function idleMatcher(rules: readonly DetectionRule[], pipelines: readonly Pipeline[]): Matcher {
  const groups = groupsOf(rules, pipelines)
  return {
    rules,
    groups,
    match: () => [],
    reached: new Float64Array(groups.length),
    meter: meterOf(rules.length),
    counts: { candidates: 0 },
    index: { bytes: 0, states: 0, always: 0 },
  }
}
