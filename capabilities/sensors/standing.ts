// How a sensor stands: does it speak, is its pack current, which kinds of logs have fallen silent.
// SPDX-License-Identifier: EUPL-1.2
import type { HealthReport, SourceKind } from '@salus/standards/sightings'

/** A sensor reports once a day; two reports that did not come are worth a look. */
export const silentAfterHours = 50
/** A kind of log that delivered nothing for so long before the report has fallen silent. */
export const quietLogHours = 24
/** A pack may take so long from the centre to the machine. */
export const packGraceDays = 3
const hourMs = 3_600_000

export interface Sensor {
  readonly organisationId: number
  readonly id: string
  readonly label: string
  readonly enrolledAt: Date
  readonly enrolledByName: string
  readonly report: HealthReport | null
  readonly reportedAt: Date | null
  /** Of the pack that it last said it runs. */
  readonly packSequence: number | null
  readonly withdrawnAt: Date | null
}

export type Standing = 'withdrawn' | 'never-reported' | 'silent' | 'without-pack' | 'old-pack' | 'current'

export interface NewestPack {
  readonly sequence: number
  readonly publishedAt: Date
}

export function standingOf(
  { reportedAt, packSequence, withdrawnAt }: Pick<Sensor, 'reportedAt' | 'packSequence' | 'withdrawnAt'>,
  newest: NewestPack | null,
  now: Date,
): Standing {
  if (withdrawnAt) return 'withdrawn'
  if (!reportedAt) return 'never-reported'
  if (isSilent(reportedAt, now)) return 'silent'
  if (packSequence === null) return 'without-pack'
  const isDue = newest && now.getTime() - newest.publishedAt.getTime() > packGraceDays * 24 * hourMs
  return newest && isDue && packSequence < newest.sequence ? 'old-pack' : 'current'
}

/** Nothing that its last report says may be taken for today's. */
export function isSilent(reportedAt: Date | null, now: Date): boolean {
  return reportedAt === null || now.getTime() - reportedAt.getTime() > silentAfterHours * hourMs
}

export interface SilentSource {
  readonly kind: SourceKind
  readonly since: Date
}

/** Against the instant of the report, not of the reader: a sensor that is silent itself says nothing of its logs. */
export function silentSources({
  report,
  reportedAt,
}: Pick<Sensor, 'report' | 'reportedAt'>): readonly SilentSource[] {
  if (!report || !reportedAt) return []
  return Object.entries(report.lastEvent).flatMap(([kind, hour]) => {
    const since = new Date(hour)
    // The keys are those of the schema by which the report was read.
    return reportedAt.getTime() - since.getTime() > quietLogHours * hourMs
      ? [{ kind: kind as SourceKind, since }]
      : []
  })
}
