// What each clinical service can still do, when it is expected back, and whose estimate has passed.
// SPDX-License-Identifier: EUPL-1.2
import { Plain, ServiceState, StateWord, Table } from '../../../../web/kit/index.ts'
import { type ClinicalService, clinicalServices, isEstimatePassed } from '../../clinical-service.ts'
import { mayWrite, type PartProps, say } from './place.ts'

type Told = PartProps['view']['services'][number]

/** The last word on each service that somebody told of, in the order of the services. */
export function lastOfEach({ services }: PartProps['view']): readonly Told[] {
  return clinicalServices.flatMap((service) => services.findLast((one) => one.service === service) ?? [])
}

export function ServiceBoard(props: PartProps) {
  const { view, reader, place } = props
  const { t } = reader.translator
  const told = new Map(lastOfEach(view).map((one) => [one.service, one]))
  const isOpen = place !== null && mayWrite(props)
  return (
    <Plain id="care" heading={t('room.care.heading')} flush>
      <Table<ClinicalService>
        caption={t('room.care.heading')}
        rows={clinicalServices}
        keyOf={(service) => service}
        stack={false}
        columns={[
          {
            label: t('room.care.service'),
            kind: 'head',
            cell: (service) => (
              <span id={`service-${service}`}>
                {t(`room.service.${service}`)}
                {isOpen && (
                  <span class="s-sub s-noprint">
                    <a href={`${place.base}/service/${service}`}>
                      {t('room.care.update')} <span class="s-hide">{t(`room.service.${service}`)}</span>
                    </a>
                  </span>
                )}
              </span>
            ),
          },
          { label: t('room.care.state'), cell: (service) => <State told={told.get(service)} {...props} /> },
        ]}
      />
    </Plain>
  )
}

function State({ told, reader }: PartProps & { readonly told: Told | undefined }) {
  const { t } = reader.translator
  if (!told) return <StateWord state="unknown">{t('room.care.notTold')}</StateWord>
  const isPassed = isEstimatePassed(told, reader.now)
  return (
    <>
      <ServiceState state={told.state}>{t(`room.serviceState.${told.state}`)}</ServiceState>
      {told.divertedTo && <span class="s-sub">{t('room.care.divertedTo', { where: told.divertedTo })}</span>}
      {told.expectedAt && told.state !== 'running' && (
        <span class={isPassed ? 's-sub s-late' : 's-sub'}>
          {t(isPassed ? 'room.care.passed' : 'room.care.expected', { at: say(told.expectedAt, reader) })}
        </span>
      )}
      {told.note && <span class="s-sub">{told.note}</span>}
      <span class="s-sub">
        {t('room.care.toldBy', { name: told.recordedByName, at: say(told.recordedAt, reader) })}
      </span>
    </>
  )
}
