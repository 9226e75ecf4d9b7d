// A thread that reads: takes piece after piece, sends what came out, and waits while nobody takes it.
// SPDX-License-Identifier: EUPL-1.2
import type { MessagePort } from 'node:worker_threads'
import { runLimits } from '../limits.ts'
import type { Batch, Outcome } from './outcome.ts'
import type { Piece } from './pieces.ts'
import { readPiece } from './read-piece.ts'
import { type FromWorker, lookerFrom, type ToWorker, type WorkerData } from './worker-data.ts'

export interface ServeOptions {
  readonly onPart?: (path: string) => void
  readonly maxUntakenUnits?: number
}

export async function serve(
  port: MessagePort,
  data: WorkerData,
  /** For tests. */
  { onPart, maxUntakenUnits }: ServeOptions = {},
): Promise<void> {
  const most = maxUntakenUnits ?? runLimits.maxUntakenUnits
  const looker = await lookerFrom(data)
  let untaken = 0
  let wake: () => void = () => {}
  const send = (message: FromWorker) => port.postMessage(message)
  const room = async (): Promise<void> => {
    while (untaken > most)
      await new Promise<void>((resolve) => {
        wake = resolve
      })
  }
  const read = async (piece: Piece): Promise<void> => {
    const begin = (at: number) => {
      send({ kind: 'part', at })
      onPart?.(piece.parts[at]?.path ?? '')
    }
    for await (const batch of readPiece(piece, looker, data.reading, begin)) {
      const units = unitsOf(batch)
      untaken += units
      send({ kind: 'batch', batch, units })
      await room()
    }
    send({ kind: 'done' })
  }
  port.on('message', (message: ToWorker) => {
    switch (message.kind) {
      case 'piece':
        // What it throws ends the thread, and is told of the file that was being read.
        void read(message.piece)
        return
      case 'taken':
        untaken -= message.units
        wake()
        return
      case 'quarantine':
        looker.quarantine(message.rule)
    }
  })
}

const unitsOfOutcome = 200

function unitsOf({ outcomes }: Batch): number {
  return outcomes.reduce((sum, outcome) => sum + unitsOfOutcome + textUnits(outcome), 0)
}

function textUnits(outcome: Outcome): number {
  switch (outcome.kind) {
    case 'finding':
      return outcome.line.length
    case 'met':
      return outcome.key.length + (outcome.line?.length ?? 0)
    case 'hit':
      return Object.values(outcome.fields).reduce((sum, text) => sum + text.length, 0)
    case 'spent':
      return outcome.excess.length * 4
    default:
      return 0
  }
}
