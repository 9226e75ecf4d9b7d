// A restore test: proof that a system came back from its backup, how long it took, and how that proof ages.
// SPDX-License-Identifier: EUPL-1.2

export const systemClasses = ['file-server', 'database', 'domain-controller', 'other'] as const
export type SystemClass = (typeof systemClasses)[number]

/** `partly`: something was missing or wrong afterwards; only `restored` counts as proof. */
export const testOutcomes = ['restored', 'partly', 'failed'] as const
export type TestOutcome = (typeof testOutcomes)[number]

export interface NewRestoreTest {
  /** As the hospital calls it, such as "Laboratory database". */
  readonly system: string
  readonly systemClass: SystemClass
  readonly startedAt: Date
  readonly endedAt: Date
  /** Gigabytes (10^9 bytes) that were restored; null where nobody noted it. */
  readonly sizeGb: number | null
  /** Who watched and would say so again. */
  readonly watchedBy: string
  readonly outcome: TestOutcome
  /** What shows it: a note, or the SHA-256 of a file that the hospital keeps itself. */
  readonly note: string | null
  readonly evidence: { readonly name: string; readonly sha256: string } | null
}

export interface RestoreTest extends NewRestoreTest {
  readonly id: number
  readonly recordedByName: string
  readonly recordedAt: Date
  /** Taken back because it was recorded wrongly; it stays visible and counts for nothing. */
  readonly withdrawnAt: Date | null
}

export const maxTestHours = 31 * 24

export function hoursOf({ startedAt, endedAt }: Pick<RestoreTest, 'startedAt' | 'endedAt'>): number {
  return (endedAt.getTime() - startedAt.getTime()) / 3_600_000
}

export interface AgeRule {
  readonly id: string
  readonly validFrom: string
  /** Up to so many days it is fresh, then ageing, then stale. */
  readonly freshDays: number
  readonly ageingDays: number
  readonly source: string
  /** Who compared the rule with its source; null is shown as unverified. */
  readonly verifiedBy: string | null
}

/** No law gives days: NIS2 Art. 21(2)(c) asks for backup management and recovery, without a number. */
export const ageRules: readonly AgeRule[] = [
  {
    id: 'restore-age/1',
    validFrom: '2026-01-01',
    freshDays: 182,
    ageingDays: 365,
    source: 'service rule of the centre',
    verifiedBy: null,
  },
]

export const proofAges = ['fresh', 'ageing', 'stale'] as const
export type ProofAge = (typeof proofAges)[number]

export function ageRuleAt(now: Date, rules: readonly AgeRule[] = ageRules): AgeRule {
  const inForce = rules
    .filter(({ validFrom }) => new Date(`${validFrom}T00:00:00Z`) <= now)
    .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
    .at(-1)
  const rule = inForce ?? rules[0]
  if (!rule) throw new Error('there is no rule for the age of restore tests')
  return rule
}

const dayMs = 86_400_000

/** The last instant of a span still belongs to it. */
export function ageOf(test: Pick<RestoreTest, 'endedAt'>, now: Date, rules = ageRules): ProofAge {
  const days = (now.getTime() - test.endedAt.getTime()) / dayMs
  const { freshDays, ageingDays } = ageRuleAt(now, rules)
  if (days <= freshDays) return 'fresh'
  return days <= ageingDays ? 'ageing' : 'stale'
}

/** Systems are the same however their name is capitalised or spaced. */
export function systemKey(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ')
}
