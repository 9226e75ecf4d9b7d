// The figures of one week: what was found of each kind, how much was shown for it, and which look-alikes were among it.
// SPDX-License-Identifier: EUPL-1.2
import { benignKinds, misuseKinds, type PlantedCase } from '../cases/case.ts'
import { findingsIn, type Judged } from './flags.ts'

export interface KindFigures {
  readonly planted: number
  readonly found: number
  readonly missed: readonly string[]
}

export interface RuleFigures {
  readonly title: string
  readonly level: string
  readonly flags: number
  readonly findings: number
  /** Flags that show no event of a planted misuse. */
  readonly false: number
}

export interface WeekFigures {
  readonly accesses: number
  readonly planted: number
  readonly found: number
  readonly recall: number
  readonly kinds: Readonly<Record<string, KindFigures>>
  readonly flags: number
  readonly falseFlags: number
  readonly findings: number
  readonly flagsPer100000: number
  readonly falseFlagsPer100000: number
  readonly findingsPer100000: number
  /** Flags that lie on each desk. */
  readonly desks: Readonly<Record<'privacy' | 'it', { readonly flags: number; readonly false: number }>>
  readonly rules: readonly RuleFigures[]
  readonly lookAlikes: Readonly<
    Record<string, { readonly planted: number; readonly flagged: number; readonly by: readonly string[] }>
  >
}

export function figuresOf(
  judged: readonly Judged[],
  cases: readonly PlantedCase[],
  accesses: number,
): WeekFigures {
  const found = new Set(judged.flatMap(({ misuse }) => misuse))
  const misuse = cases.filter(({ isMisuse }) => isMisuse)
  const falseFlags = judged.filter((one) => one.misuse.length === 0).length
  const findings = judged.reduce((sum, { flag }) => sum + findingsIn(flag), 0)
  const per = (count: number) => rounded((count * 100_000) / accesses, 2)
  const foundHere = misuse.filter((one) => found.has(one)).length
  return {
    accesses,
    planted: misuse.length,
    found: foundHere,
    recall: rounded(foundHere / misuse.length, 3),
    kinds: Object.fromEntries(
      misuseKinds.map((kind) => {
        const own = misuse.filter((one) => one.kind === kind)
        const missed = own.filter((one) => !found.has(one)).map(({ what, from }) => `${what} (${from})`)
        return [kind, { planted: own.length, found: own.length - missed.length, missed }]
      }),
    ),
    flags: judged.length,
    falseFlags,
    findings,
    flagsPer100000: per(judged.length),
    falseFlagsPer100000: per(falseFlags),
    findingsPer100000: per(findings),
    desks: { privacy: deskOf(judged, 'privacy'), it: deskOf(judged, 'it') },
    rules: rulesOf(judged),
    lookAlikes: lookAlikesOf(judged, cases),
  }
}

function deskOf(judged: readonly Judged[], audience: 'privacy' | 'it') {
  const own = judged.filter(({ flag }) => flag.audience === audience)
  return { flags: own.length, false: own.filter(({ misuse }) => misuse.length === 0).length }
}

/** A flag counts for each of its rules. */
function rulesOf(judged: readonly Judged[]): readonly RuleFigures[] {
  const spoke = judged.flatMap(({ flag, misuse }) =>
    [...flag.rules].map(([ruleId, rule]) => ({ ...rule, ruleId, isFalse: misuse.length === 0 })),
  )
  return [...Map.groupBy(spoke, ({ ruleId }) => ruleId).values()]
    .map((list) => ({
      title: list[0]?.title ?? '',
      level: list[0]?.level ?? '',
      flags: list.length,
      findings: list.reduce((sum, { findings }) => sum + findings, 0),
      false: list.filter(({ isFalse }) => isFalse).length,
    }))
    .sort((one, two) => two.false - one.false || two.flags - one.flags)
}

function lookAlikesOf(judged: readonly Judged[], cases: readonly PlantedCase[]): WeekFigures['lookAlikes'] {
  return Object.fromEntries(
    benignKinds.map((kind) => {
      const own = cases.filter((one) => one.kind === kind)
      const about = judged.filter(
        ({ misuse, lookAlikes }) => misuse.length === 0 && lookAlikes.some((one) => own.includes(one)),
      )
      const flagged = own.filter((one) => about.some(({ lookAlikes }) => lookAlikes.includes(one)))
      return [
        kind,
        {
          planted: own.length,
          flagged: flagged.length,
          by: [...new Set(about.flatMap(({ flag }) => [...flag.rules.values()].map(({ title }) => title)))],
        },
      ]
    }),
  )
}

/** Weeks of several seeds as one. */
export function together(weeks: readonly WeekFigures[]) {
  const sum = (of: (week: WeekFigures) => number) => weeks.reduce((total, week) => total + of(week), 0)
  const accesses = sum((week) => week.accesses)
  const per = (count: number) => rounded((count * 100_000) / accesses, 2)
  return {
    weeks: weeks.length,
    accesses,
    planted: sum((week) => week.planted),
    found: sum((week) => week.found),
    recall: rounded(sum((week) => week.found) / sum((week) => week.planted), 3),
    flagsPer100000: per(sum((week) => week.flags)),
    falseFlagsPer100000: per(sum((week) => week.falseFlags)),
    findingsPer100000: per(sum((week) => week.findings)),
  }
}

function rounded(value: number, digits: number): number {
  const factor = digits === 2 ? 100 : 1_000
  return Math.round(value * factor) / factor
}
