// Groups findings as the privacy officer sees them, and holds each group against the truth.
// SPDX-License-Identifier: EUPL-1.2
import { dayOf, minute } from '../calendar.ts'
import type { PlantedCase } from '../cases/case.ts'
import type { Places } from '../write/logs.ts'
import type { SensedFinding } from './sensed.ts'

/** What is shown at once: one actor (or station, or record), one rule, one day. */
export interface Flag {
  readonly subject: string
  readonly ruleId: string
  readonly title: string
  readonly level: string
  readonly day: number
  findings: number
  readonly times: number[]
  readonly places: Set<string>
}

/** Fields of a group that name whom a finding is about, the first that is there. */
const subjects = ['actor', 'calling_ae', 'client_ip', 'patient_key'] as const

export function flagsOf(): { take(finding: SensedFinding): void; readonly all: ReadonlyMap<string, Flag> } {
  const all = new Map<string, Flag>()
  return {
    all,
    take({ ruleId, title, level, time, group, places }) {
      const at = time === null ? 0 : Date.parse(time)
      const subject =
        subjects.map((name) => group[name]).find((value) => value !== undefined) ??
        Object.values(group).join(' ')
      const key = `${subject} ${ruleId} ${dayOf(at)}`
      const flag: Flag = all.get(key) ?? {
        subject,
        ruleId,
        title,
        level,
        day: dayOf(at),
        findings: 0,
        times: [],
        places: new Set(),
      }
      flag.findings++
      if (flag.times.length < 1_000) flag.times.push(at)
      for (const place of places) flag.places.add(place)
      all.set(key, flag)
    },
  }
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
