// Reads the events of an OSV range into bounds.
// SPDX-License-Identifier: EUPL-1.2
import type { StatedVersion } from '../advisory/advisory.ts'
import { type JsonNode, objectsAt, textAt } from '../json/index.ts'

export interface EventRange {
  readonly pointer: string
  readonly version: StatedVersion
  /** The version of the `fixed` event that ends the range. */
  readonly fixed: string | null
}

type EventKind = 'introduced' | 'fixed' | 'last_affected' | 'limit'

interface RangeEvent {
  readonly kind: EventKind
  readonly at: string
}

const eventKinds: readonly EventKind[] = ['introduced', 'fixed', 'last_affected', 'limit']

/** One range of bounds for each `introduced`; a GIT range becomes bounds of type `git`, which nobody can order. */
export function readRange(range: JsonNode): EventRange[] {
  const type = textAt(range, 'type') === 'GIT' ? 'git' : (textAt(range, 'type') ?? 'ECOSYSTEM')
  const scheme = type === 'SEMVER' ? 'semver' : type
  const events = objectsAt(range, 'events').flatMap(readEvent)
  const ranges: EventRange[] = []
  let open: string | null = null
  for (const event of inOrder(events, range)) {
    if (event.kind === 'introduced') open ??= event.at
    else if (open !== null) {
      ranges.push({ pointer: range.pointer, ...closeRange(scheme, open, event) })
      open = null
    }
  }
  if (open !== null) ranges.push({ pointer: range.pointer, ...closeRange(scheme, open, null) })
  if (ranges.length === 0) reportEmpty(range)
  return ranges
}

/** An event has one of the four keys; `limit: "*"` is no limit. */
function readEvent(node: JsonNode): RangeEvent[] {
  return eventKinds.flatMap((kind) => {
    const at = textAt(node, kind)
    return at === null || (kind === 'limit' && at === '*') ? [] : [{ kind, at }]
  })
}

function closeRange(type: string, introduced: string, end: RangeEvent | null): Omit<EventRange, 'pointer'> {
  const low = introduced === '0' ? null : introduced
  const fixed = end?.kind === 'fixed' ? end.at : null
  if (low === null && end === null) return { version: { kind: 'all' }, fixed }
  const highInclusive = end?.kind === 'last_affected'
  return {
    version: { kind: 'bounds', type, low, lowInclusive: true, high: end?.at ?? null, highInclusive },
    fixed,
  }
}

/** Events may come in any order; those that don't alternate are sorted by the numbers in them, with a warning. */
function inOrder(events: readonly RangeEvent[], range: JsonNode): readonly RangeEvent[] {
  const alternates = events.every((event, index) => (event.kind === 'introduced') === (index % 2 === 0))
  if (alternates || textAt(range, 'type') === 'GIT') return events
  range.faults.add(
    'events-unordered',
    `${range.pointer}/events`,
    'The events do not alternate between introduced and fixed; they were put in order by their numbers.',
    'Compare the original record if a version near these bounds matters to you.',
  )
  return events.toSorted((one, other) => natural.compare(one.at, other.at))
}

const natural = new Intl.Collator('en', { numeric: true })

function reportEmpty(range: JsonNode): void {
  range.faults.add(
    'range-without-start',
    range.pointer,
    'The range has no "introduced" event and says nothing; it was left out.',
    'Ask the database to add one.',
  )
}
