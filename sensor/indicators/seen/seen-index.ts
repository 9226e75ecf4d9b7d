// Remembers for 90 days what events held, as keyed hashes with first and last day, so that later indicators find it.
// SPDX-License-Identifier: EUPL-1.2
import { createHmac, createSecretKey } from 'node:crypto'
import { join } from 'node:path'
import { addressBytes } from '../../sigma/addresses.ts'
import { addressText } from '../address.ts'
import { canonicalDomain, selfAndParents } from '../domain.ts'
import { seenLimits } from '../limits.ts'
import type { ObservableKind } from '../observables.ts'
import type { IndicatorSet } from '../set/open.ts'
import { canonicalUrl } from '../url.ts'
import { typedValue } from '../values.ts'
import { type Hunt, huntIn } from './hunt.ts'
import { journalRecord, openSeenFiles, recordBytes } from './seen-files.ts'
import { type Days, seenTable, type Tag } from './seen-table.ts'

export type SeenKind = 'ip' | 'domain' | 'url' | 'hash' | 'email'

export interface SeenCounts {
  /** Dated before the 90 days or after tomorrow. */
  outside: number
  /** For want of room. */
  forgotten: number
  /** Records that could not be read at start. */
  lost: number
}

export interface SeenIndex {
  /** Never throws over foreign text; on the disk after the next `flush`. `at` in milliseconds UTC. */
  remember(kind: ObservableKind, text: string, at: number): void
  /** Call it before a source's position moves on: what was remembered is then on the disk. */
  flush(): void
  /** First and last day (days since 1970) within the 90 days; the value in the form of `values.ts`, a URL without query. */
  find(kind: SeenKind, value: string): Days | null
  /** Which indicators of the set were met since (milliseconds UTC); those of `previous` were hunted before. */
  hunt(set: Pick<IndicatorSet, 'entries'>, since: number, previous?: IndicatorSet): Hunt
  size(): number
  readonly counts: Readonly<SeenCounts>
  close(): void
}

export interface SeenOptions {
  /** Milliseconds UTC. */
  readonly now: () => number
  readonly maxEntries?: number
}

const dayMs = 86_400_000
/** Texts that were remembered today already and need no hash. */
const maxRecent = 20_000

/** In the folder `seen` of the state; the key of its hashes stands there too and is sent nowhere. */
export function seenIndex(
  stateFolder: string,
  { now, maxEntries = seenLimits.maxEntries }: SeenOptions,
): SeenIndex {
  const table = seenTable()
  const files = openSeenFiles(join(stateFolder, 'seen'), table)
  // A third of the time that the bytes of a key take, each time anew.
  const key = createSecretKey(files.key)
  const counts: SeenCounts = { outside: 0, forgotten: 0, lost: files.lost }
  const pending = new Uint8Array(seenLimits.maxPending * recordBytes)
  let waiting = 0
  const recent = new Map<string, number>()
  /** The day of the last folding; with each new day and each start what is older than 90 days leaves the disk. */
  let foldedOn = 0
  const today = () => Math.floor(now() / dayMs)
  const oldest = () => today() - seenLimits.days + 1

  function tagOf(kind: SeenKind, value: string): Tag {
    const digest = createHmac('sha256', key).update(`${kind} ${value}`).digest()
    const lo = digest.readUInt32LE(4)
    return { hi: digest.readUInt32LE(0), lo: lo === 0 ? 1 : lo }
  }

  function add(kind: SeenKind, value: string, day: number): void {
    const tag = tagOf(kind, value)
    if (!table.add(tag, day, day)) return
    journalRecord(tag, day, pending.subarray(waiting * recordBytes, (waiting + 1) * recordBytes))
    waiting++
    if (waiting === seenLimits.maxPending) flush()
  }

  function flush(): void {
    if (waiting > 0) files.append(pending.subarray(0, waiting * recordBytes))
    waiting = 0
    const isNewDay = foldedOn !== today() && table.size() > 0
    if (isNewDay || table.size() > maxEntries || files.records() > seenLimits.maxJournal) fold()
  }

  function fold(): void {
    table.forgetBefore(oldest())
    if (table.size() > maxEntries) counts.forgotten += table.forgetOldest(Math.floor(0.9 * maxEntries))
    files.fold(table)
    foldedOn = today()
  }

  function find(kind: SeenKind, value: string): Days | null {
    const days = table.get(tagOf(kind, value))
    return days !== null && days.last >= oldest() ? days : null
  }

  return {
    remember(kind, text, at) {
      const day = Math.floor(at / dayMs)
      if (!(day >= oldest() && day <= today() + 1)) {
        counts.outside++
        return
      }
      const known = `${kind} ${text}`
      if (recent.get(known) === day) return
      if (recent.size >= maxRecent) recent.clear()
      recent.set(known, day)
      for (const [seenKind, value] of seenValues(kind, text)) add(seenKind, value, day)
    },
    flush,
    find,
    hunt: (set, since, previous) =>
      huntIn(set, find, { sinceDay: Math.floor(since / dayMs), now: now(), previous: previous ?? null }),
    size: () => table.size(),
    counts,
    close() {
      flush()
      files.close()
    },
  }
}

/** What is remembered of one observable: a name with its parents, a URL without its query and with its host. */
function* seenValues(kind: ObservableKind, text: string): Generator<readonly [SeenKind, string]> {
  switch (kind) {
    case 'address': {
      const bytes = addressBytes(text)
      if (bytes !== null) yield ['ip', addressText(bytes)]
      return
    }
    case 'name':
      yield* namesOf(text)
      return
    case 'hash':
      if (/^[0-9a-f]{32,64}$/i.test(text)) yield ['hash', text.toLowerCase()]
      return
    case 'email': {
      const value = typedValue('email', text)
      if ('because' in value) return
      yield ['email', value.value]
      yield* namesOf(value.value.slice(value.value.lastIndexOf('@') + 1))
      return
    }
    case 'url': {
      const url = canonicalUrl(text)
      if (url === null) return
      yield ['url', url.withoutQuery]
      if (addressBytes(url.host) === null) yield* namesOf(url.host)
      else yield ['ip', url.host]
    }
  }
}

function* namesOf(text: string): Generator<readonly [SeenKind, string]> {
  const name = canonicalDomain(text)
  if (name !== null) for (const one of selfAndParents(name)) yield ['domain', one]
}
