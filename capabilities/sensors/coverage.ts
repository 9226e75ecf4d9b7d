// What the sensors of a house could see: the techniques of the newest pack, each covered by some sensor, unknown, or blind.
// SPDX-License-Identifier: EUPL-1.2
import type { HealthReport, LogSourceId } from '@salus/standards/sightings'
import { isSilent, type Sensor } from './standing.ts'

/** `unknown`: only sensors that have fallen silent could see it, so nobody knows whether any does now. */
export type TechniqueState = 'covered' | 'unknown' | 'blind'

export interface TechniqueCoverage {
  /** ATT&CK, `T1003.001`. */
  readonly technique: string
  readonly state: TechniqueState
}

export interface HouseCoverage {
  /** In the order of their numbers. */
  readonly techniques: readonly TechniqueCoverage[]
  readonly covered: number
  readonly unknown: number
  /** Sensors in use whose last report is too old to say anything of today. */
  readonly silentSensors: number
  /** Log sources that the rules need and that no sensor of the house reads. */
  readonly blindSources: readonly LogSourceId[]
}

/** A source is blind only where no sensor reads it: one server is enough for the rules about servers. */
export function coverageOf(
  sensors: readonly Pick<Sensor, 'report' | 'reportedAt' | 'withdrawnAt'>[],
  techniquesOfPack: readonly string[],
  now: Date,
): HouseCoverage {
  const reportsWhere = (wanted: boolean) =>
    sensors.flatMap(({ report, reportedAt, withdrawnAt }) =>
      report && !withdrawnAt && isSilent(reportedAt, now) === wanted ? [report] : [],
    )
  const [speaking, silent] = [reportsWhere(false), reportsWhere(true)]
  const seen = techniquesIn(speaking)
  const seenOnce = techniquesIn(silent)
  const stateOf = (technique: string): TechniqueState => {
    if (seen.has(technique)) return 'covered'
    return seenOnce.has(technique) ? 'unknown' : 'blind'
  }
  const techniques = [...new Set([...techniquesOfPack, ...seen])]
    .toSorted(byNumber)
    .map((technique) => ({ technique, state: stateOf(technique) }))
  const [first, ...others] = speaking
  return {
    techniques,
    covered: seen.size,
    unknown: techniques.filter(({ state }) => state === 'unknown').length,
    silentSensors: silent.length,
    blindSources: (first?.blind ?? []).filter((source) =>
      others.every(({ blind }) => blind.includes(source)),
    ),
  }
}

function techniquesIn(reports: readonly HealthReport[]): ReadonlySet<string> {
  return new Set(reports.flatMap(({ techniques }) => techniques))
}

function byNumber(a: string, b: string): number {
  return Number(a.slice(1)) - Number(b.slice(1))
}
