// The running sensor: reads its sources in turn, puts findings on disk before it moves on, and tells how it stands.
// SPDX-License-Identifier: EUPL-1.2
import type { Finding } from '../engine/finding.ts'
import { type Broken, isBroken, type LogEvent } from '../event/event.ts'
import type { SensorConfig } from '../run/config.ts'
import type { Detection, Lane } from '../run/detection.ts'
import type { Equipment } from '../run/equipment.ts'
import { runLimits } from '../run/limits.ts'
import type { State } from '../state/state.ts'
import { checkpointsOf, restoreLanes } from './checkpoints.ts'
import type { Batch, Feed, Note } from './feed.ts'
import { writeHeartbeat } from './heartbeat.ts'
import { heartbeatOf } from './heartbeat-of.ts'
import { watchLimits } from './limits.ts'
import { recorderOn, StoppedWaiting } from './recorder.ts'
import { sourceBook } from './sources.ts'
import { type SpoolFeed, spoolFeed } from './spool.ts'
import { syslogFeed } from './syslog/syslog.ts'
import type { SavedLogs } from './tail/logs.ts'
import { tailFeed } from './tail/tail.ts'
import type { TailContext } from './tail/tracked.ts'
import { timeLine } from './time-line.ts'

export interface WatchOptions {
  readonly config: SensorConfig
  readonly state: State
  readonly equipment: Equipment
  readonly detection: Detection
  readonly reading: Omit<TailContext, 'now'>
  /** Called for each finding when it is on disk. */
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
  const { config, state, detection, note, clock, stop } = options
  const bell = doorbell(stop)
  if (state.fault !== null) note(state.fault)
  const recorder = recorderOn({ state, tell: options.tell, clock, pause: bell.pause, stop, note })
  const time = timeLine(config.lateness, state.sections?.get('time'))
  restoreLanes(detection, state, note)
  const { feeds, spool } = await openFeeds(options, bell.ring)
  const book = sourceBook()
  const checkpoints = checkpointsOf({ ...options, recorder, time, feeds })
  const startedAt = clock()
  let heartbeatAt = Number.NEGATIVE_INFINITY
  let retentionAt = Number.NEGATIVE_INFINITY

  const consume = async (batch: Batch): Promise<void> => {
    const findings: Finding[] = []
    let newestAt: number | null = null
    try {
      for await (const item of batch.items) {
        const event = counted(item, clock())
        if (event === null) continue
        if (event.at !== null) newestAt = Math.max(newestAt ?? event.at, event.at)
        for (const finding of detection.see(event, batch.lane)) findings.push(finding)
      }
    } catch (error) {
      if (!batch.fail) throw error
      await recorder.record(findings)
      await batch.fail(error)
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
    if (item.at === null) return item
    if (item.at > now + runLimits.maxAheadMs) {
      book.totals.future++
      return { ...item, at: null }
    }
    source.lastEventAt = Math.max(source.lastEventAt ?? item.at, item.at)
    return item
  }
  const advance = async (lane: Lane, instant: number | null): Promise<void> => {
    if (instant !== null) await recorder.record(detection.advance(lane, instant))
  }
  const beat = async (status: 'running' | 'stopped'): Promise<void> => {
    const trouble = recorder.trouble ?? checkpoints.trouble
    const heartbeat = heartbeatOf({
      ...options,
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
  const house = async (): Promise<void> => {
    const now = clock()
    if (now - retentionAt >= watchLimits.retentionEveryMs) {
      retentionAt = now
      const days = await state.forgetBefore(now - config.retention.findings)
      if (days > 0)
        note(`Findings of ${days} days are older than the configuration keeps them and were removed.`)
    }
    if (now - heartbeatAt < watchLimits.heartbeatEveryMs) return
    heartbeatAt = now
    await beat('running')
  }
  const round = async (): Promise<boolean> => {
    const roundAt = clock()
    let worked = false
    for (const feed of feeds.values())
      for await (const batch of feed.batches(clock())) {
        worked = true
        await consume(batch)
        await checkpoints.makeIfDue()
        await house()
        if (stop.aborted) return true
      }
    await advance('live', time.live(roundAt))
    await advance('spool', time.spool(spool?.isEmpty() ?? true, clock()))
    return worked
  }

  // A disk that is full stops all reading; the heartbeat is to say so all the same.
  const pulse = setInterval(() => void beat('running'), watchLimits.heartbeatEveryMs)
  try {
    await house()
    while (!stop.aborted) {
      const worked = await round()
      await house()
      await checkpoints.makeIfDue()
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
    for (const feed of feeds.values()) await feed.close()
    await beat('stopped')
  }
}

async function openFeeds(options: WatchOptions, ring: () => void) {
  const { config, state, note, clock, reading } = options
  const context = (): TailContext => ({ ...reading, now: clock() })
  const feeds = new Map<string, Feed>()
  // Written by the feeds themselves in the checkpoint.
  const saved = <Saved>(name: string) => (state.sections?.get(`feed/${name}`) ?? null) as Saved | null
  const syslog = await syslogFeed(config.syslog, context, ring, note)
  for (const { name } of syslog.listeners) note(`Listens on ${name}.`)
  if (config.syslog.length > 0) feeds.set('syslog', syslog)
  if (config.logs.length > 0)
    feeds.set(
      'tail',
      tailFeed({
        paths: config.logs,
        without: [state.places.folder, ...(config.spool === undefined ? [] : [config.spool])],
        context,
        fromEnd: config.from === 'end',
        pollMs: config.poll,
        saved: saved<SavedLogs>('tail'),
        note,
      }),
    )
  let spool: SpoolFeed | null = null
  if (config.spool !== undefined) {
    spool = await spoolFeed(config.spool, context, saved('spool'), note)
    feeds.set('spool', spool)
  }
  return { feeds, spool }
}

/** A pause that ends early when something arrives or the sensor is stopped. */
function doorbell(stop: AbortSignal) {
  let wake: () => void = () => undefined
  let rung = false
  stop.addEventListener('abort', () => wake())
  return {
    ring() {
      rung = true
      wake()
    },
    async pause(ms: number): Promise<void> {
      if (!rung && !stop.aborted)
        await new Promise<void>((done) => {
          const timer = setTimeout(done, ms)
          wake = () => {
            clearTimeout(timer)
            done()
          }
        })
      rung = false
    },
  }
}
