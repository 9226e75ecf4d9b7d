// Reads the files of a piece one after the other and gives what came out, batch by batch.
// SPDX-License-Identifier: EUPL-1.2
import { type Broken, isBroken, type LogEvent } from '../../event/event.ts'
import type { ReadingContext } from '../../parsers/parser.ts'
import { openLogFile, whyUnread } from '../files.ts'
import { runLimits } from '../limits.ts'
import type { Looker } from './look.ts'
import { type Batch, batchOf, type Outcome } from './outcome.ts'
import type { Part, Piece } from './pieces.ts'

export type Reading = Omit<ReadingContext, 'source'>

/** `onPart` is called with the place of each part before anything of it is read. */
export async function* readPiece(
  piece: Piece,
  looker: Looker,
  reading: Reading,
  onPart: (at: number) => void = () => undefined,
): AsyncGenerator<Batch> {
  looker.begin()
  const told = { faults: 0 }
  let path = ''
  for (const [at, part] of piece.parts.entries()) {
    onPart(at)
    path = part.path
    yield* readPart(part, looker, reading, told)
  }
  yield batchOf(path, [looker.spent()])
}

async function* readPart(
  part: Part,
  looker: Looker,
  reading: Reading,
  told: { faults: number },
): AsyncGenerator<Batch> {
  if (part.kind === 'failed' || part.kind === 'leftOut') {
    yield batchOf(part.path, [{ kind: 'notLooked', is: part.kind, because: part.because }])
    return
  }
  const firstChunk = part.kind === 'chunks' ? part.firstChunk : 0
  let batch = growing(part.path)
  const handOn = (): Batch => {
    looker.reached(batch.outcomes)
    const full = batch
    batch = growing(part.path)
    return full
  }
  batch.outcomes.push({ kind: 'begun', isRest: firstChunk > 0 })
  let bytesRead = () => 0
  let unread: string | null = null
  try {
    const log = await openLogFile(part.path, reading, part.kind === 'chunks' ? part.range : null)
    bytesRead = log.bytesRead
    const isKnown = log.parser !== null
    if (!isKnown) batch.outcomes.push({ kind: 'unknown' })
    for await (const given of log.items) {
      const item = firstChunk > 0 ? ofWholeFile(given, firstChunk) : given
      if (item === null) continue
      if (isBroken(item)) {
        countBroken(item, isKnown, batch)
        // More than are shown: that there are more is shown too.
        if (told.faults <= runLimits.maxNotes)
          batch.outcomes.push({ kind: 'fault', record: item.record, fault: item.fault })
        told.faults++
      } else {
        batch.events++
        batch.records++
        looker.look(item, batch.outcomes)
      }
      if (
        batch.events >= runLimits.batchEvents ||
        batch.outcomes.length >= runLimits.batchOutcomes ||
        batch.broken + batch.notices >= runLimits.batchEvents
      )
        yield handOn()
    }
  } catch (error) {
    // One file that cannot be opened or read must not end the search in all others.
    unread = whyUnread(error)
  }
  batch.outcomes.push({ kind: 'ended', bytes: bytesRead(), unread })
  yield handOn()
}

interface GrowingBatch extends Batch {
  events: number
  records: number
  broken: number
  notices: number
  readonly outcomes: Outcome[]
}

function growing(path: string): GrowingBatch {
  return { path, events: 0, records: 0, broken: 0, notices: 0, outcomes: [] }
}

/** A fault that costs no bytes is a remark on records that were read all the same. */
function countBroken({ bytes }: Broken, isKnown: boolean, batch: GrowingBatch): void {
  if (bytes > 0) batch.records++
  if (!isKnown) return
  if (bytes === 0) batch.notices++
  else batch.broken++
}

/** Chunks are counted from the first of the file; what is wrong with its header was told with the first part. */
function ofWholeFile(item: LogEvent | Broken, firstChunk: number): LogEvent | Broken | null {
  if (!isBroken(item)) return item
  if (item.record === 0) return null
  const fault = item.fault.replace(/^chunk (\d+):/, (_, chunk) => `chunk ${Number(chunk) + firstChunk}:`)
  return { ...item, fault }
}
