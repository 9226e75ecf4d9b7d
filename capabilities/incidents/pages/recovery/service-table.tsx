// Each clinical service: what it can do now, how many of its systems are back, when the rest could be, and whether it can wait so long.
// SPDX-License-Identifier: EUPL-1.2
import { formatNumber } from '../../../../platform/i18n/index.ts'
import { BarChart, Plain, ServiceState, StateWord, Table } from '../../../../web/kit/index.ts'
import type { Recovery, ServiceRecovery } from '../../recovery.ts'
import { type Entered, say } from '../room/place.ts'
import { lastOfEach } from '../room/service-board.tsx'
import { sayHours, sayServiceLeft, verdictLooks } from './words.tsx'

interface ServicesProps extends Entered {
  readonly recovery: Recovery
  readonly isWritten: boolean
}

export function Services(props: ServicesProps) {
  const { recovery, reader } = props
  const { t } = reader.translator
  return (
    <>
      <Plain id="services" heading={t('recovery.services')} aside={t('recovery.services.order')} flush>
        <Table<ServiceRecovery>
          caption={t('recovery.services')}
          rows={recovery.services}
          keyOf={({ service }) => service}
          stateOf={({ verdict }) => (verdict === 'too-late' || verdict === 'past' ? 'late' : undefined)}
          columns={[
            {
              label: t('recovery.service'),
              kind: 'head',
              cell: ({ service }) => t(`room.service.${service}`),
            },
            { label: t('recovery.care'), cell: (row) => <Care {...props} row={row} /> },
            {
              label: t('recovery.service.left'),
              main: true,
              cell: (row) => {
                const { text, isKnown } = sayServiceLeft(row, reader)
                return isKnown ? text : <StateWord state="unknown">{text}</StateWord>
              },
            },
            { label: t('recovery.tolerable'), cell: (row) => <Tolerable {...props} row={row} /> },
            {
              label: t('recovery.verdict'),
              cell: ({ verdict }) => (
                <StateWord state={verdictLooks[verdict]}>{t(`recovery.verdict.${verdict}`)}</StateWord>
              ),
            },
          ]}
        />
      </Plain>
      <Progress {...props} />
    </>
  )
}

function Care({ row, view, reader, place, isWritten }: ServicesProps & { readonly row: ServiceRecovery }) {
  const { t } = reader.translator
  const told = lastOfEach(view).find(({ service }) => service === row.service)
  return (
    <>
      {told ? (
        <ServiceState state={told.state}>{t(`room.serviceState.${told.state}`)}</ServiceState>
      ) : (
        <StateWord state="unknown">{t('room.care.notTold')}</StateWord>
      )}
      {isWritten && (
        <span class="s-sub s-noprint">
          <a href={`${place.base}/service/${row.service}`}>
            {t('room.care.update')} <span class="s-hide">{t(`room.service.${row.service}`)}</span>
          </a>
        </span>
      )}
    </>
  )
}

function Tolerable({ row, reader }: ServicesProps & { readonly row: ServiceRecovery }) {
  const { t } = reader.translator
  const { tolerance, neededAt, verdict, isDownSinceAssumed } = row
  if (!tolerance) return <StateWord state="unknown">{t('recovery.tolerable.unknown')}</StateWord>
  return (
    <>
      {sayHours(tolerance.hours, reader)}
      {neededAt && verdict !== 'runs' && (
        <span class="s-sub">
          {t('recovery.needed', {
            at: say(neededAt, reader),
            assumed: isDownSinceAssumed ? 'yes' : 'other',
          })}
        </span>
      )}
      <span class="s-sub">
        {t('recovery.tolerable.by', {
          name: tolerance.recordedByName,
          at: say(tolerance.recordedAt, reader, 'instant-year'),
          earlier: tolerance.isOfThisCase ? 'other' : 'yes',
        })}
      </span>
    </>
  )
}

/** Counts, not hours: how many of its systems each service has back. */
function Progress({ recovery, reader }: ServicesProps) {
  const { t } = reader.translator
  const rows = recovery.services.filter(({ systems }) => systems.length > 0)
  if (rows.length === 0) return null
  const count = ({ systems }: ServiceRecovery, states: readonly string[]) =>
    systems.filter(({ state }) => states.includes(state)).length
  return (
    <Plain id="progress" heading={t('recovery.progress')}>
      <BarChart
        caption={t('recovery.progress')}
        categoryLabel={t('recovery.service')}
        totalLabel={t('recovery.progress.total')}
        formatNumber={(value) => formatNumber(value, reader.translator)}
        series={[
          { series: 'answered', label: t('recovery.progress.back') },
          { series: 'unsure', label: t('recovery.progress.working') },
          { series: 'waiting', label: t('recovery.progress.waiting') },
        ]}
        rows={rows.map((row) => ({
          category: t(`room.service.${row.service}`),
          counts: [count(row, ['back']), count(row, ['restoring', 'checked']), count(row, ['waiting'])],
        }))}
      />
    </Plain>
  )
}
