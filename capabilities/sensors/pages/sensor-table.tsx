// The sensors of a house in a table: standing, last word, pack, rules, logs that have fallen silent.
// SPDX-License-Identifier: EUPL-1.2
import { formatList, formatNumber } from '../../../platform/i18n/index.ts'
import { type Column, Details, StateWord, Table } from '../../../web/kit/index.ts'
import { isSilent, type NewestPack, type Sensor, silentSources, standingOf } from '../standing.ts'
import { sensorHref } from './paths.ts'
import { instantText, type Reader } from './reader.ts'
import { sourceName, standingLook } from './words.tsx'

export interface SensorTableProps {
  readonly sensors: readonly Sensor[]
  readonly newest: NewestPack | null
  readonly reader: Reader
}

export function SensorTable({ sensors, newest, reader }: SensorTableProps) {
  const { t } = reader.translator
  return (
    <Table
      caption={t('sensors.list')}
      columns={columnsOf(newest, reader)}
      rows={sensors.toSorted((a, b) => placeOf(a, newest, reader) - placeOf(b, newest, reader))}
      keyOf={({ id }) => id}
      stateOf={(sensor) => (standingOf(sensor, newest, reader.now) === 'silent' ? 'silent' : undefined)}
    />
  )
}

/** Those that need somebody first. */
const order = ['silent', 'old-pack', 'without-pack', 'never-reported', 'current', 'withdrawn'] as const

function placeOf(sensor: Sensor, newest: NewestPack | null, { now }: Reader): number {
  return order.indexOf(standingOf(sensor, newest, now))
}

function columnsOf(newest: NewestPack | null, reader: Reader): readonly Column<Sensor>[] {
  const { t } = reader.translator
  const number = (value: number) => formatNumber(value, reader.translator)
  return [
    {
      label: t('sensors.column.sensor'),
      kind: 'head',
      phoneLabel: null,
      cell: ({ organisationId, id, label }) => <a href={sensorHref(organisationId, id)}>{label}</a>,
    },
    {
      label: t('sensors.column.standing'),
      cell: (sensor) => {
        const standing = standingOf(sensor, newest, reader.now)
        return <StateWord state={standingLook(standing)}>{t(`sensors.standing.${standing}`)}</StateWord>
      },
    },
    {
      label: t('sensors.column.reported'),
      nowrap: true,
      cell: ({ reportedAt }) => (reportedAt ? instantText(reportedAt, reader) : t('sensors.never')),
    },
    { label: t('sensors.column.pack'), cell: (sensor) => packText(sensor, newest, reader) },
    {
      label: t('sensors.column.rules'),
      cell: ({ report }) =>
        report
          ? t('sensors.rules', {
              loaded: number(report.rules.loaded),
              unsupported: report.rules.unsupported,
              blind: report.blind.length,
            })
          : '–',
    },
    { label: t('sensors.column.logs'), cell: (sensor) => silentText(sensor, reader) },
  ]
}

/** Out of the way of those in use, and still there to be looked up. */
export function Withdrawn({ sensors, reader }: Omit<SensorTableProps, 'newest'>) {
  const { t } = reader.translator
  const gone = sensors.flatMap(({ withdrawnAt, ...sensor }) =>
    withdrawnAt ? [{ ...sensor, withdrawnAt }] : [],
  )
  if (gone.length === 0) return null
  return (
    <Details summary={t('sensors.withdrawn.list', { count: gone.length })}>
      <ul>
        {gone.map(({ organisationId, id, label, withdrawnAt }) => (
          <li key={id}>
            <a href={sensorHref(organisationId, id)}>{label}</a>,{' '}
            {instantText(withdrawnAt, reader, 'day-year')}
          </li>
        ))}
      </ul>
    </Details>
  )
}

export function packText({ report }: Sensor, newest: NewestPack | null, reader: Reader): string {
  const { t } = reader.translator
  if (!report) return '–'
  if (!report.pack) return t('sensors.pack.none')
  const { sequence } = report.pack
  return newest && sequence < newest.sequence
    ? t('sensors.pack.behind', {
        sequence,
        newest: newest.sequence,
        day: instantText(newest.publishedAt, reader, 'day'),
      })
    : t('sensors.pack.newest', { sequence })
}

export function silentText(sensor: Sensor, reader: Reader): string {
  const { translator } = reader
  if (!sensor.report || !sensor.reportedAt) return '–'
  // What it said of its logs then says nothing of today.
  if (isSilent(sensor.reportedAt, reader.now))
    return translator.t('sensors.logs.unknown', { since: instantText(sensor.reportedAt, reader) })
  const silent = silentSources(sensor)
  if (silent.length === 0) return translator.t('sensors.logs.well')
  return formatList(
    silent.map(({ kind, since }) =>
      translator.t('sensors.logs.silent', {
        source: sourceName(kind, translator),
        since: instantText(since, reader),
      }),
    ),
    translator,
  )
}
