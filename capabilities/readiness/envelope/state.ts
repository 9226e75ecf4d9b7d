// Whether the crisis pack would help tonight: what each phone carries, how old that is, and when it was last opened.
// SPDX-License-Identifier: EUPL-1.2

export interface PhoneFacts {
  readonly slot: 1 | 2
  /** When the newest pack was made. */
  readonly builtAt: Date
  /** When the pack that was last fetched was made; null: nothing was ever fetched. */
  readonly carriedAt: Date | null
  /** Whether what it carries says the same as the newest pack. */
  readonly isCurrent: boolean
  /** Last time that somebody proved to have opened it. */
  readonly openedAt: Date | null
}

export interface EnvelopeRule {
  readonly id: string
  readonly validFrom: string
  readonly maxPackDays: number
  readonly maxDrillDays: number
  readonly source: string
  readonly verifiedBy: string | null
}

export const envelopeRule: EnvelopeRule = {
  id: 'red-envelope/1',
  validFrom: '2026-01-01',
  maxPackDays: 90,
  maxDrillDays: 182,
  source: 'service rule of the centre',
  verifiedBy: null,
}

/** From worst to best. `changed`: facts changed since it was fetched. `not-tried`: nobody opened it lately. */
export const phoneStates = ['not-fetched', 'old', 'changed', 'not-tried', 'ready'] as const
export type PhoneState = (typeof phoneStates)[number]

const dayMs = 86_400_000

export function phoneStateOf(phone: PhoneFacts, now: Date, rule = envelopeRule): PhoneState {
  if (phone.carriedAt === null) return 'not-fetched'
  if (now.getTime() - phone.carriedAt.getTime() > rule.maxPackDays * dayMs) return 'old'
  if (!phone.isCurrent) return 'changed'
  const triedMs =
    phone.openedAt === null ? Number.POSITIVE_INFINITY : now.getTime() - phone.openedAt.getTime()
  return triedMs > rule.maxDrillDays * dayMs ? 'not-tried' : 'ready'
}

/** Rebuilt when it says something else, and weekly in any case, so that its date shows that somebody looks after it. */
export const rebuildDays = 7

export function isRebuildDue(
  last: { readonly builtAt: Date; readonly factsSha256: string } | null,
  factsSha256: string,
  now: Date,
): boolean {
  return (
    last === null ||
    last.factsSha256 !== factsSha256 ||
    now.getTime() - last.builtAt.getTime() >= rebuildDays * dayMs
  )
}
