// The sensors of a house in a table: standing, last word, pack, rules, logs that have fallen silent.
// SPDX-License-Identifier: EUPL-1.2
import { formatList, formatNumber } from '../../../platform/i18n/index.ts'
import { type Column, StateWord, Table } from '../../../web/kit/index.ts'
import { type NewestPack, type Sensor, silentSources, standingOf } from '../standing.ts'
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
      rows={sensors}
      keyOf={({ id }) => id}
      stateOf={(sensor) => (standingOf(sensor, newest, reader.now) === 'silent' ? 'silent' : undefined)}
    />
  )
}

function columnsOf(newest: NewestPack | null, reader: Reader): readonly Column<Sensor>[] {
  const { t } = reader.translator
  const number = (value: number) => formatNumber(value, reader.translator)
  return [
    {
      label: t('sensors.column.sensor'),
      kind: 'head',
      main: true,
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
  const silent = silentSources(sensor)
  if (!sensor.report) return '–'
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
