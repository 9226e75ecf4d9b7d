// Reads pieces in several threads, and gives what came out in the order of the pieces, whichever is read first.
// SPDX-License-Identifier: EUPL-1.2
import { Worker } from 'node:worker_threads'
import { runLimits } from '../limits.ts'
import { type Batch, batchOf } from './outcome.ts'
import type { Part, Piece } from './pieces.ts'
import type { FromWorker, ToWorker, WorkerData } from './worker-data.ts'

export interface Workers {
  /** Asked once. Ends early, without the rest, when `stop` is. */
  batches(pieces: AsyncIterable<Piece>, stop: AbortSignal): AsyncGenerator<Batch>
  quarantine(rule: number): void
  end(): Promise<void>
}

export interface WorkersOptions {
  readonly count: number
  readonly data: WorkerData
  /** For tests: another file than our own, and little memory. */
  readonly entry?: URL
  readonly heapMegabytes?: number
}

/** One piece, from when a thread asks for it until all of it is taken. */
interface Task {
  piece: Piece | null
  readonly thread: Thread
  /** The part that was begun last; -1: none yet. And whether anything of it has come. */
  part: number
  hasBegun: boolean
  readonly arrived: { readonly batch: Batch; readonly units: number }[]
  isOver: boolean
}

interface Thread {
  readonly worker: Worker
  task: Task | null
  /** Units taken and not yet said so. */
  taken: number
}

/** Saying so of each batch would cost more than the batch. */
const sayAfterUnits = runLimits.maxUntakenUnits / 8

export function startWorkers({ count, data, entry, heapMegabytes }: WorkersOptions): Workers {
  const threads = new Set<Thread>()
  const order: Task[] = []
  let pieces: AsyncIterator<Piece> | null = null
  const quarantined: number[] = []
  let lost = 0
  let lastLoss = ''
  let isEnding = false
  let wake: () => void = () => {}

  const send = ({ worker }: Thread, message: ToWorker) => worker.postMessage(message)
  const start = (): Thread => {
    const worker = new Worker(entry ?? new URL('./worker.ts', import.meta.url), {
      workerData: data,
      ...(heapMegabytes === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: heapMegabytes } }),
    })
    const thread: Thread = { worker, task: null, taken: 0 }
    let because: string | null = null
    worker.on('message', (message: FromWorker) => receive(thread, message))
    worker.on('error', (error) => {
      because = whyLost(error)
    })
    worker.on('exit', (code) => lose(thread, because ?? `the thread that read it ended with code ${code}`))
    threads.add(thread)
    for (const rule of quarantined) send(thread, { kind: 'quarantine', rule })
    return thread
  }
  const receive = (thread: Thread, message: FromWorker): void => {
    const { task } = thread
    if (task === null) return
    if (message.kind === 'part') {
      task.part = message.at
      task.hasBegun = false
    } else if (message.kind === 'batch') {
      task.hasBegun = true
      task.arrived.push(message)
    } else {
      task.isOver = true
      void feed(thread)
    }
    wake()
  }
  /** Its place in the order is taken before the piece is known, so that the order is that of the asking. */
  const feed = async (thread: Thread, given: Piece | null = null): Promise<void> => {
    const task: Task = { piece: given, thread, part: -1, hasBegun: false, arrived: [], isOver: false }
    thread.task = task
    order.push(task)
    if (given === null) {
      const next = await pieces?.next()
      if (next === undefined || next.done) task.isOver = true
      else task.piece = next.value
    }
    if (!threads.has(thread)) bury(task)
    else if (task.piece !== null && !isEnding) send(thread, { kind: 'piece', piece: task.piece })
    wake()
  }
  const lose = (thread: Thread, because: string): void => {
    threads.delete(thread)
    if (isEnding) return
    lost++
    lastLoss = because
    if (thread.task !== null) bury(thread.task)
    wake()
  }
  /** The file that it died with is told; another thread goes on behind it, or says that nobody does. */
  const bury = (task: Task): void => {
    const { piece, part, hasBegun, arrived } = task
    // No piece is left; or it asks for one, and `feed` comes back here with it.
    if (piece === null) return
    task.isOver = true
    const broken = piece.parts[part]
    if (broken) arrived.push({ batch: endedBatch(broken, !hasBegun, cutOff(broken, lastLoss)), units: 0 })
    const parts = piece.parts.slice(part + 1)
    if (lost > runLimits.maxLostWorkers) {
      for (const left of parts) arrived.push({ batch: endedBatch(left, true, givenUp()), units: 0 })
      return
    }
    if (parts.length === 0) {
      void feed(start())
      return
    }
    const place = order.indexOf(task)
    void feed(start(), { parts, bytes: piece.bytes })
    // Right behind what it is the rest of.
    order.splice(place + 1, 0, ...order.splice(-1))
  }
  const givenUp = () =>
    `was not read: ${lost} threads were lost, the last because ${lastLoss}. Scan it again with --workers 1.`
  const take = ({ thread }: Task, units: number): void => {
    thread.taken += units
    if (thread.taken < sayAfterUnits || !threads.has(thread)) return
    send(thread, { kind: 'taken', units: thread.taken })
    thread.taken = 0
  }
  const arrival = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve
    })

  async function* batches(given: AsyncIterable<Piece>, stop: AbortSignal): AsyncGenerator<Batch> {
    pieces = given[Symbol.asyncIterator]()
    const onStop = () => wake()
    stop.addEventListener('abort', onStop)
    for (let at = 0; at < count; at++) void feed(start())
    while (!stop.aborted) {
      const [task] = order
      if (!task) break
      const next = task.arrived.shift()
      if (next) {
        yield next.batch
        take(task, next.units)
      } else if (task.isOver) order.shift()
      else await arrival()
    }
    stop.removeEventListener('abort', onStop)
    // Nobody is left to read what was not asked for.
    while (!stop.aborted && lost > runLimits.maxLostWorkers) {
      const left = await pieces.next()
      if (left.done) return
      for (const part of left.value.parts) yield endedBatch(part, true, givenUp())
    }
  }
  return {
    batches,
    quarantine(rule) {
      quarantined.push(rule)
      for (const thread of threads) send(thread, { kind: 'quarantine', rule })
    },
    async end() {
      isEnding = true
      await Promise.all([...threads].map(({ worker }) => worker.terminate()))
    },
  }
}

function endedBatch(part: Part, isWhole: boolean, because: string): Batch {
  if (part.kind === 'failed' || part.kind === 'leftOut')
    return batchOf(part.path, [{ kind: 'notLooked', is: part.kind, because: part.because }])
  const isRest = part.kind === 'chunks' && part.firstChunk > 0
  const begun = isWhole ? ([{ kind: 'begun', isRest }] as const) : []
  return batchOf(part.path, [...begun, { kind: 'ended', bytes: 0, unread: because }])
}

function cutOff({ kind }: Part, because: string): string {
  const rest = kind === 'chunks' ? ' Records behind it are counted without those that were lost.' : ''
  return `was not read to its end, because ${because}. What was found in it before is told.${rest}`
}

function whyLost(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return 'the thread that read it had not enough memory'
  return `the thread that read it ended: ${error instanceof Error ? error.message : String(error)}`
}
