// What the sensors of a house could see: the techniques of the newest pack, each covered by some sensor, or blind.
// SPDX-License-Identifier: EUPL-1.2
import type { LogSourceId } from '../../standards/sightings/index.ts'
import type { Sensor } from './standing.ts'

export interface TechniqueCoverage {
  /** ATT&CK, `T1003.001`. */
  readonly technique: string
  readonly isCovered: boolean
}

export interface HouseCoverage {
  /** In the order of their numbers. */
  readonly techniques: readonly TechniqueCoverage[]
  readonly covered: number
  /** Log sources that the rules need and that no sensor of the house reads. */
  readonly blindSources: readonly LogSourceId[]
}

/** A source is blind only where no sensor reads it: one server is enough for the rules about servers. */
export function coverageOf(
  sensors: readonly Pick<Sensor, 'report' | 'withdrawnAt'>[],
  techniquesOfPack: readonly string[],
): HouseCoverage {
  const reports = sensors.flatMap(({ report, withdrawnAt }) => (report && !withdrawnAt ? [report] : []))
  const seen = new Set(reports.flatMap(({ techniques }) => techniques))
  const all = [...new Set([...techniquesOfPack, ...seen])].toSorted(byNumber)
  const [first, ...others] = reports
  return {
    techniques: all.map((technique) => ({ technique, isCovered: seen.has(technique) })),
    covered: seen.size,
    blindSources: (first?.blind ?? []).filter((source) =>
      others.every(({ blind }) => blind.includes(source)),
    ),
  }
}

function byNumber(a: string, b: string): number {
  return Number(a.slice(1)) - Number(b.slice(1))
}
