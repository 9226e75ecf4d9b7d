// From findings to drafts: what could be told of them, in closed words, and why the rest is not.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import {
  countBucketOf,
  endOfHour,
  hourOf,
  type PackReference,
  type Sighting,
  type SightingKind,
  sightingSchema,
  subjectOf,
} from '@salus/standards/sightings'
import type { Finding } from '../engine/finding.ts'
import { maxDraftAgeMs, maxItems, settleMs } from './limits.ts'
import type { Consent, ConsentScope } from './shapes.ts'

/** What of a finding is looked at; nothing else of it is ever read here. */
export type TellableFinding = Pick<
  Finding,
  'origin' | 'audience' | 'indicatorId' | 'pack' | 'ruleId' | 'time' | 'assetClass' | 'title'
>

export type Unshared = 'unknown-id' | 'not-to-be-shared'

/** What an installed pack says of its rules and indicators. */
export interface SightingPack {
  readonly reference: PackReference
  /** Null where a sighting of it may be told. An indicator under TLP:RED may never. */
  whyNot(kind: SightingKind, id: string): Unshared | null
}

export type LeftOutReason =
  | 'turned-off'
  | 'of-no-pack'
  | 'pack-not-here'
  | Unshared
  | 'without-time'
  | 'hour-not-over'
  | 'too-old'
  | 'not-tellable'
  | 'no-room'
export type LeftOut = ReadonlyMap<LeftOutReason, number>

export interface Draft {
  readonly id: string
  readonly scope: ConsentScope
  readonly sighting: Sighting
  /** Name of the rule or indicator, for the preview only. */
  readonly title: string
}

export interface DraftContext {
  readonly consent: Consent
  readonly packs: readonly SightingPack[]
  readonly now: number
}

interface Counting {
  readonly scope: ConsentScope
  readonly about: Omit<Sighting, 'count'>
  readonly title: string
  count: number
}

/** Collects findings one by one; memory is bounded by the number of drafts, not of findings. */
export function drafter(context: DraftContext): {
  /** `times`: how often the same was found for this asset in this hour. */
  see(finding: TellableFinding, times?: number): void
  end(): { readonly drafts: readonly Draft[]; readonly leftOut: LeftOut }
} {
  const counting = new Map<string, Counting>()
  const leftOut = new Map<LeftOutReason, number>()
  const leave = (reason: LeftOutReason) => leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1)
  return {
    see(finding, told = 1) {
      // Read back from a file: a damaged number counts as one.
      const times = Number.isSafeInteger(told) && told > 0 ? told : 1
      const scope = scopeOf(finding)
      const about = aboutOf(finding, scope, context)
      if (typeof about === 'string') return void leave(about)
      const subject = subjectOf(about)
      const known = counting.get(subject)
      if (known) known.count += times
      else if (counting.size < maxItems)
        counting.set(subject, { scope, about, count: times, title: finding.title })
      else leave('no-room')
    },
    end() {
      const drafts = [...counting.values()].flatMap(({ scope, about, count, title }) => {
        const sighting = sightingSchema.safeParse({ ...about, count: countBucketOf(count) })
        if (!sighting.success) leave('not-tellable')
        return sighting.success ? [{ id: localId(about), scope, sighting: sighting.data, title }] : []
      })
      return { drafts, leftOut }
    },
  }
}

export function scopeOf({ audience, origin }: TellableFinding): ConsentScope {
  if (audience !== 'it') return 'privacy'
  return origin === 'indicator' ? 'indicators' : 'rules'
}

/** Privacy needs two switches: that of its kind, which IT turns on, and that of the privacy officer. */
export function isOn(consent: Consent, scope: ConsentScope): boolean {
  if (scope === 'privacy') return consent.on.privacy !== null && consent.on.rules !== null
  return consent.on[scope] !== null
}

function aboutOf(
  finding: TellableFinding,
  scope: ConsentScope,
  { consent, packs, now }: DraftContext,
): Omit<Sighting, 'count'> | LeftOutReason {
  if (!isOn(consent, scope)) return 'turned-off'
  const { pack: named, origin } = finding
  if (named === null) return 'of-no-pack'
  const pack = packs.find(
    ({ reference }) => reference.id === named.id && reference.sequence === named.sequence,
  )
  if (!pack) return 'pack-not-here'
  const id = origin === 'indicator' ? finding.indicatorId : finding.ruleId
  if (id === null) return 'unknown-id'
  const unshared = pack.whyNot(origin, id)
  if (unshared !== null) return unshared
  const hour = hourWhen(finding.time, now)
  if (!hour.isTellable) return hour.because
  return {
    kind: origin,
    id,
    pack: { id: pack.reference.id, sequence: pack.reference.sequence },
    hour: hour.hour,
    assetClass: finding.assetClass,
    outcome: 'unknown',
  }
}

type HourWhen =
  | { readonly isTellable: true; readonly hour: string }
  | { readonly isTellable: false; readonly because: LeftOutReason }

/** Nothing is said of an hour before it is over: who can ask twice within it would narrow it. */
function hourWhen(time: string | null, now: number): HourWhen {
  const hour = time === null ? '' : hourOf(Date.parse(time))
  if (hour === '') return { isTellable: false, because: 'without-time' }
  if (endOfHour(hour) + settleMs > now) return { isTellable: false, because: 'hour-not-over' }
  if (endOfHour(hour) + maxDraftAgeMs < now) return { isTellable: false, because: 'too-old' }
  return { isTellable: true, hour }
}

/** The outcome is left out, because a person may still choose it. */
function localId(about: Omit<Sighting, 'count'>): string {
  return createHash('sha256')
    .update(subjectOf({ ...about, outcome: 'unknown' }))
    .digest('hex')
    .slice(0, 10)
}
