// Opens the sources that the configuration names, each where the last checkpoint left it.
// SPDX-License-Identifier: EUPL-1.2
import type { SensorConfig } from '../run/config.ts'
import type { State } from '../state/state.ts'
import type { Feed, Note } from './feed.ts'
import { type SpoolFeed, spoolFeed } from './spool.ts'
import { syslogFeed } from './syslog/syslog.ts'
import type { SavedLogs } from './tail/logs.ts'
import { tailFeed } from './tail/tail.ts'
import type { TailContext } from './tail/tracked.ts'

export interface FeedOptions {
  readonly config: SensorConfig
  readonly state: State
  readonly reading: Omit<TailContext, 'now'>
  readonly note: Note
  readonly clock: () => number
}

/** `ring` is called when something has arrived that nobody looks for. */
export async function openFeeds({ config, state, reading, note, clock }: FeedOptions, ring: () => void) {
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
