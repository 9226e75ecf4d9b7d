// Groups findings as the sensor's reports do for the privacy officer and for IT, and holds each group against the truth.
// SPDX-License-Identifier: EUPL-1.2
import { minute } from '../calendar.ts'
import type { PlantedCase } from '../cases/case.ts'
import type { Places } from '../write/logs.ts'
import type { SensedFinding } from './sensed.ts'

/** What lies on a desk as one: person (or record, station) and day, by whatever rules; for IT machine and hour. */
export interface Flag {
  readonly audience: SensedFinding['audience']
  readonly subject: string
  /** By id. */
  readonly rules: Map<string, { readonly title: string; readonly level: string; findings: number }>
  readonly times: number[]
  readonly places: Set<string>
}

const maxTimes = 1_000

export function flagsOf(): { take(finding: SensedFinding): void; readonly all: ReadonlyMap<string, Flag> } {
  const all = new Map<string, Flag>()
  return {
    all,
    take({ ruleId, title, level, audience, time, matter, places }) {
      const key = `${audience} ${matter.key}`
      const flag: Flag = all.get(key) ?? {
        audience,
        subject: matter.subject ?? '',
        rules: new Map(),
        times: [],
        places: new Set(),
      }
      const rule = flag.rules.get(ruleId) ?? { title, level, findings: 0 }
      rule.findings++
      flag.rules.set(ruleId, rule)
      if (flag.times.length < maxTimes) flag.times.push(time === null ? 0 : Date.parse(time))
      for (const place of places) flag.places.add(place)
      all.set(key, flag)
    },
  }
}

export function findingsIn({ rules }: Flag): number {
  return [...rules.values()].reduce((sum, { findings }) => sum + findings, 0)
}

export interface Judged {
  readonly flag: Flag
  /** Misuse of which the flag shows an event. */
  readonly misuse: readonly PlantedCase[]
  /** Look-alikes of which it shows an event, or whose person it names at the time. */
  readonly lookAlikes: readonly PlantedCase[]
}

export function judge(
  flags: Iterable<Flag>,
  cases: readonly PlantedCase[],
  places: Places,
): readonly Judged[] {
  const caseOf = new Map<string, PlantedCase>()
  for (const one of cases) for (const place of places.get(one.number) ?? []) caseOf.set(place, one)
  const benign = cases.filter(({ isMisuse }) => !isMisuse)
  return [...flags].map((flag) => {
    const shown = new Set([...flag.places].flatMap((place) => caseOf.get(place) ?? []))
    const misuse = [...shown].filter(({ isMisuse }) => isMisuse)
    const lookAlikes = benign.filter((one) => shown.has(one) || (misuse.length === 0 && isAbout(flag, one)))
    return { flag, misuse, lookAlikes }
  })
}

function isAbout({ subject, times }: Flag, { users, from, to }: PlantedCase): boolean {
  if (!users.includes(subject)) return false
  const [begin, end] = [Date.parse(from) - 5 * minute, Date.parse(to) + 60 * minute]
  return times.some((at) => at >= begin && at <= end)
}
