// The running sensor: reads its sources in turn, puts findings on disk before it moves on, and tells how it stands.
// SPDX-License-Identifier: EUPL-1.2
import { seenKinds } from '../coverage/seen.ts'
import type { Finding } from '../engine/finding.ts'
import { type Broken, isBroken, type LogEvent } from '../event/event.ts'
import type { SensorConfig } from '../run/config.ts'
import type { Lane } from '../run/detection.ts'
import { runLimits } from '../run/limits.ts'
import type { State } from '../state/state.ts'
import { checkpointsOf, restoreLanes } from './checkpoints.ts'
import { doorbell } from './doorbell.ts'
import type { Batch, Note } from './feed.ts'
import { openFeeds } from './feeds.ts'
import { writeHeartbeat } from './heartbeat.ts'
import { heartbeatOf } from './heartbeat-of.ts'
import type { Hunting } from './hunting.ts'
import type { InUse } from './in-use.ts'
import { watchLimits } from './limits.ts'
import { recorderOn, StoppedWaiting } from './recorder.ts'
import type { Renewal } from './renewal.ts'
import { retentionOf } from './retention.ts'
import { sourceBook } from './sources.ts'
import type { TailContext } from './tail/tracked.ts'
import { timeLine } from './time-line.ts'

export interface WatchOptions {
  readonly config: SensorConfig
  readonly state: State
  readonly inUse: InUse
  readonly renewal: Renewal
  readonly hunting: Hunting
  readonly reading: Omit<TailContext, 'now'>
  /** Called for each event that counts, and for each finding when it is on disk. */
  readonly saw: (event: LogEvent) => void
  readonly tell: (finding: Finding) => Promise<void>
  /** Puts on disk what else was kept of events; called before a checkpoint says that they were read. */
  readonly flush: () => void
  readonly page: string | null
  readonly note: Note
  readonly clock: () => number
  readonly stop: AbortSignal
}

/** Resolves when it was stopped in good order; the state stays open. */
export async function watch(options: WatchOptions): Promise<void> {
  const { config, state, inUse, renewal, hunting, note, clock, stop } = options
  const bell = doorbell(stop)
  if (state.fault !== null) note(state.fault)
  const recorder = recorderOn({ state, tell: options.tell, clock, pause: bell.pause, stop, note })
  const time = timeLine(config.lateness, state.sections?.get('time'))
  restoreLanes(inUse.detection, state, note)
  const { feeds, spool } = await openFeeds(options, bell.ring)
  const book = sourceBook()
  const kinds = seenKinds(clock(), state.sections?.get('kinds'))
  const saved = state.sections?.get('retention')
  const retention = retentionOf({ state, keptMs: config.retention.findings, saved, note, clock })
  const checkpoints = checkpointsOf({ ...options, kinds, recorder, retention, time, feeds })
  const startedAt = clock()

  const consume = async (batch: Batch): Promise<void> => {
    const findings: Finding[] = []
    let newestAt: number | null = null
    try {
      for await (const item of batch.items) {
        const event = counted(item, clock())
        if (event === null) continue
        if (event.at !== null) newestAt = Math.max(newestAt ?? event.at, event.at)
        for (const finding of inUse.detection.see(event, batch.lane)) findings.push(finding)
      }
    } catch (error) {
      if (!batch.fail) throw error
      await recorder.record(findings)
      await batch.fail(error)
      checkpoints.changed()
      return
    }
    await recorder.record(findings)
    await batch.commit()
    time.read(batch.lane, batch.name, newestAt, batch.more)
    checkpoints.changed()
  }
  /** Null for what is no event. A time of tomorrow would make all that is of today late. */
  const counted = (item: LogEvent | Broken, now: number): LogEvent | null => {
    const source = book.of(item.source, now)
    if (isBroken(item)) {
      const kind = item.bytes === 0 ? 'notices' : 'broken'
      source[kind]++
      book.totals[kind]++
      return null
    }
    source.events++
    book.totals.events++
    kinds.see(item, now)
    if (item.at === null) return item
    if (item.at > now + runLimits.maxAheadMs) {
      book.totals.future++
      return { ...item, at: null }
    }
    source.lastEventAt = Math.max(source.lastEventAt ?? item.at, item.at)
    options.saw(item)
    return item
  }
  const advance = async (lane: Lane, instant: number | null): Promise<void> => {
    if (instant !== null) await recorder.record(inUse.detection.advance(lane, instant))
  }
  let beating: Promise<void> = Promise.resolve()
  /** One after the other: two at once would write into the same file. */
  const beat = (status: 'running' | 'stopped'): Promise<void> => {
    beating = beating.then(() => write(status))
    return beating
  }
  const write = async (status: 'running' | 'stopped'): Promise<void> => {
    const trouble = recorder.trouble ?? checkpoints.trouble
    const heartbeat = heartbeatOf({
      ...options,
      notInUse: renewal.trouble,
      book,
      recorder,
      feeds,
      trouble,
      status,
      startedAt,
      at: clock(),
    })
    // Where it cannot be written, the fault was told where findings could not be.
    await writeHeartbeat(state.places.heartbeat, heartbeat).catch(() => undefined)
  }
  /** What is done now and then, between two events. */
  const house = async (): Promise<void> => {
    if (renewal.step()) {
      checkpoints.changed()
      hunting.begin(inUse.equipment.indicators?.opened ?? [])
    }
    await recorder.record(hunting.take())
    await checkpoints.makeIfDue()
    await retention.removeIfDue()
  }
  const round = async (): Promise<boolean> => {
    const roundAt = clock()
    // Where the clock was ahead and is set back, also before a restart: nothing of now is late.
    inUse.detection.rewind('live', roundAt - config.lateness)
    let worked = false
    for (const feed of feeds.values())
      for await (const batch of feed.batches(clock())) {
        worked = true
        await consume(batch)
        await house()
        if (stop.aborted) return true
      }
    await advance('live', time.live(roundAt))
    await advance('spool', time.spool(spool?.isEmpty() ?? true, clock()))
    return worked
  }

  // By a timer, because a full disk stops all reading and is to be told all the same.
  const pulse = setInterval(() => void beat('running'), watchLimits.heartbeatEveryMs)
  try {
    // What was read before a restart and waited for a checkpoint has it now.
    for (const feed of feeds.values()) await feed.saved()
    hunting.begin(inUse.equipment.indicators?.opened ?? [])
    await beat('running')
    while (!stop.aborted) {
      const worked = await round()
      await house()
      if (!worked && !stop.aborted) await bell.pause(config.poll)
    }
    await checkpoints.make(true)
  } catch (error) {
    if (!(error instanceof StoppedWaiting)) throw error
    note(
      'The sensor was stopped while it could not write; what it found last is found again at the next start.',
    )
  } finally {
    clearInterval(pulse)
    await Promise.all([renewal.stop(), hunting.stop()])
    for (const feed of feeds.values()) await feed.close()
    await beat('stopped')
  }
}
