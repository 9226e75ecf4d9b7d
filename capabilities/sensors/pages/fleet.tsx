// The sensors of all members at the centre: a chart of which pack they run, and whom to call because one fell silent.
// SPDX-License-Identifier: EUPL-1.2
import { formatNumber } from '../../../platform/i18n/index.ts'
import { BarChart, type Column, Empty, Plain, StateWord, Table } from '../../../web/kit/index.ts'
import { type FleetSensor, type MemberInTrouble, membersInTrouble, sharesOf } from '../fleet.ts'
import type { NewestPack } from '../standing.ts'
import { instantText, type Reader } from './reader.ts'
import { standingLook } from './words.tsx'

export interface FleetProps {
  readonly sensors: readonly FleetSensor[]
  readonly newest: NewestPack | null
  readonly names: ReadonlyMap<number, string>
  readonly reader: Reader
}

const membersShown = 100

export function Fleet({ sensors, newest, reader }: FleetProps) {
  const { translator } = reader
  const { t } = translator
  if (sensors.length === 0)
    return (
      <Plain id="fleet" heading={t('sensors.fleet')}>
        <p>{t('sensors.fleet.none')}</p>
      </Plain>
    )
  const members = new Set(sensors.map(({ organisationId }) => organisationId)).size
  const sequenceOf = { newest: newest?.sequence ?? 0, before: (newest?.sequence ?? 0) - 1 }
  return (
    <Plain id="fleet" heading={t('sensors.fleet')}>
      <p>{t('sensors.fleet.say', { members, sensors: sensors.length })}</p>
      <BarChart
        caption={t('sensors.fleet')}
        categoryLabel={t('sensors.fleet.pack')}
        totalLabel={t('sensors.fleet.sensors')}
        series={[{ series: 'matched', label: t('sensors.fleet.sensors') }]}
        rows={sharesOf(sensors, newest, reader.now).map(({ part, sensors: count }) => ({
          category:
            part === 'newest' || part === 'before'
              ? t(`sensors.fleet.part.${part}`, { sequence: sequenceOf[part] })
              : t(`sensors.fleet.part.${part}`),
          counts: [count],
        }))}
        formatNumber={(value) => formatNumber(value, translator)}
      />
    </Plain>
  )
}

export function InTrouble({ sensors, newest, names, reader }: FleetProps) {
  const { t } = reader.translator
  const members = membersInTrouble(sensors, newest, reader.now)
  const beyond = members.length - membersShown
  if (sensors.length === 0) return null
  return (
    <Plain
      id="members"
      heading={t('sensors.trouble')}
      aside={members.length > 0 && t('sensors.trouble.say')}
      flush={members.length > 0}
    >
      {members.length === 0 ? (
        <Empty heading={t('sensors.trouble.none')} headingLevel={3}>
          {t('sensors.trouble.none.text')}
        </Empty>
      ) : (
        <Table
          caption={t('sensors.trouble')}
          columns={columnsOf(names, reader)}
          rows={members.slice(0, membersShown)}
          keyOf={({ organisationId }) => organisationId}
          stateOf={({ worst }) => (worst === 'silent' ? 'silent' : undefined)}
        />
      )}
      {beyond > 0 && <p class="s-above-s s-small s-quiet">{t('sensors.trouble.more', { count: beyond })}</p>}
    </Plain>
  )
}

function columnsOf(names: ReadonlyMap<number, string>, reader: Reader): readonly Column<MemberInTrouble>[] {
  const { t } = reader.translator
  return [
    {
      label: t('sensors.trouble.member'),
      kind: 'head',
      main: true,
      phoneLabel: null,
      cell: ({ organisationId }) => (
        <a href={`/centre/members/${organisationId}`}>{names.get(organisationId) ?? organisationId}</a>
      ),
    },
    {
      label: t('sensors.column.standing'),
      cell: ({ worst }) => (
        <StateWord state={standingLook(worst)}>{t(`sensors.standing.${worst}`)}</StateWord>
      ),
    },
    {
      label: t('sensors.fleet.sensors'),
      cell: ({ concerned, sensors }) => t('sensors.trouble.count', { concerned, sensors }),
    },
    {
      label: t('sensors.column.reported'),
      cell: ({ lastReportedAt }) =>
        lastReportedAt ? instantText(lastReportedAt, reader) : t('sensors.never'),
    },
  ]
}
