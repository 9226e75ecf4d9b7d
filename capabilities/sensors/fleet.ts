// What the centre sees of the sensors of all members: that they speak, and which pack they run; never what they see.
// SPDX-License-Identifier: EUPL-1.2
import { type NewestPack, type Standing, standingOf } from './standing.ts'

export interface FleetSensor {
  readonly organisationId: number
  readonly enrolledAt: Date
  readonly reportedAt: Date | null
  /** Of the pack that it last said it runs. */
  readonly packSequence: number | null
}

export const fleetParts = ['newest', 'before', 'older', 'without-pack', 'silent', 'never-reported'] as const
/** `before`: the pack before the newest. */
export type FleetPart = (typeof fleetParts)[number]

export interface FleetShare {
  readonly part: FleetPart
  readonly sensors: number
}

/** Each sensor is in one part; which pack a silent one runs nobody knows. */
export function sharesOf(
  sensors: readonly FleetSensor[],
  newest: NewestPack | null,
  now: Date,
): readonly FleetShare[] {
  const byPart = Map.groupBy(sensors, (sensor) => partOf(sensor, newest, now))
  return fleetParts.flatMap((part) => {
    const count = byPart.get(part)?.length ?? 0
    return count > 0 ? [{ part, sensors: count }] : []
  })
}

function partOf(sensor: FleetSensor, newest: NewestPack | null, now: Date): FleetPart {
  const standing = standingOf({ ...sensor, withdrawnAt: null }, newest, now)
  if (standing === 'silent' || standing === 'never-reported') return standing
  const { packSequence } = sensor
  if (packSequence === null || newest === null) return 'without-pack'
  if (packSequence >= newest.sequence) return 'newest'
  return packSequence === newest.sequence - 1 ? 'before' : 'older'
}

/** Where the centre can help, the worst first. */
const troubles = [
  'silent',
  'old-pack',
  'without-pack',
  'never-reported',
] as const satisfies readonly Standing[]
export type Trouble = (typeof troubles)[number]

export interface MemberInTrouble {
  readonly organisationId: number
  readonly worst: Trouble
  /** How many of its sensors stand so, of how many. */
  readonly concerned: number
  readonly sensors: number
  /** Of the one of them that was silent the longest; null where none ever reported. */
  readonly lastReportedAt: Date | null
}

/** Who was enrolled so lately is still being set up. */
const settlingMs = 24 * 3_600_000

export function membersInTrouble(
  sensors: readonly FleetSensor[],
  newest: NewestPack | null,
  now: Date,
): readonly MemberInTrouble[] {
  return [...Map.groupBy(sensors, ({ organisationId }) => organisationId)]
    .flatMap(([organisationId, own]) => {
      const standings = own.map((sensor) => ({ sensor, trouble: troubleOf(sensor, newest, now) }))
      const worst = troubles.find((one) => standings.some(({ trouble }) => trouble === one))
      if (worst === undefined) return []
      const concerned = standings.flatMap(({ sensor, trouble }) => (trouble === worst ? [sensor] : []))
      const reported = concerned.flatMap(({ reportedAt }) => (reportedAt ? [reportedAt.getTime()] : []))
      const lastReportedAt = reported.length > 0 ? new Date(Math.min(...reported)) : null
      const counts = { concerned: concerned.length, sensors: own.length }
      return [{ organisationId, worst, ...counts, lastReportedAt }]
    })
    .toSorted(
      (a, b) =>
        troubles.indexOf(a.worst) - troubles.indexOf(b.worst) ||
        (a.lastReportedAt?.getTime() ?? 0) - (b.lastReportedAt?.getTime() ?? 0),
    )
}

function troubleOf(sensor: FleetSensor, newest: NewestPack | null, now: Date): Trouble | null {
  const standing = standingOf({ ...sensor, withdrawnAt: null }, newest, now)
  if (now.getTime() - sensor.enrolledAt.getTime() < settlingMs) return null
  return troubles.find((one) => one === standing) ?? null
}
