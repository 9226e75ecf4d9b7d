// The systems of a case in the order in which they come back: how far each is, since when and by whom, and what it opens.
// SPDX-License-Identifier: EUPL-1.2
import { Details, ServiceState, StateWord } from '../../../../web/kit/index.ts'
import type { ClinicalService } from '../../clinical-service.ts'
import type { Recovery } from '../../recovery.ts'
import type { SystemStanding } from '../../recovery-system.ts'
import { type Entered, say } from '../room/place.ts'
import { lastOfEach } from '../room/service-board.tsx'
import { TellForm } from './forms.tsx'
import type { Sent } from './typed.ts'
import { lookOf, saySystemLeft } from './words.tsx'

interface SystemsProps extends Entered {
  readonly recovery: Recovery
  readonly sent: Sent | null
  readonly isWritten: boolean
}

export function Systems({ recovery, ...props }: SystemsProps) {
  return (
    <ol class="s-steps">
      {recovery.systems.map((system, index) => (
        <li key={system.key} id={`system-${index + 1}`} data-system={system.key}>
          <System {...props} recovery={recovery} system={system} number={index + 1} />
        </li>
      ))}
    </ol>
  )
}

function System(props: SystemsProps & { readonly system: SystemStanding; readonly number: number }) {
  const { system, reader, isWritten, number } = props
  const { t } = reader.translator
  const last = system.marks.at(-1)
  return (
    <div class="s-stack">
      <h3>{system.system}</h3>
      <p class="s-meta">
        <StateWord state={lookOf(system)}>{t(`recovery.state.${system.state}`)}</StateWord>
        {last && (
          <span class="s-quiet">
            {t('recovery.told', { at: say(last.recordedAt, reader), name: last.recordedByName })}
          </span>
        )}
      </p>
      <p class="s-dense">{saySystemLeft(system, reader)}</p>
      <Opens {...props} />
      {last?.note && (
        <p class="s-small">
          <q>{last.note}</q>
        </p>
      )}
      {system.marks.length > 1 && (
        <Details summary={t('recovery.history')}>
          <ul>
            {system.marks.map(({ id, state, recordedAt, recordedByName, note }) => (
              <li key={id}>
                {t(`recovery.state.${state}`)}:{' '}
                {t('recovery.told', { at: say(recordedAt, reader), name: recordedByName })}{' '}
                {note && <q>{note}</q>}
              </li>
            ))}
          </ul>
        </Details>
      )}
      {isWritten && <TellForm {...props} number={number} />}
    </div>
  )
}

/** Which services need it, how they stand, and for which of them nothing else is missing. */
function Opens({ system, recovery, ...entered }: SystemsProps & { readonly system: SystemStanding }) {
  const { view, reader, place } = entered
  const { t } = reader.translator
  if (system.services.length === 0) return <p class="s-small s-quiet">{t('recovery.needed.nobody')}</p>
  const told = new Map(lastOfEach(view).map((one) => [one.service, one.state]))
  const isWhole = (service: ClinicalService) =>
    recovery.services.find((one) => one.service === service)?.systems.every(({ state }) => state === 'back')
  return (
    <ul class="s-small">
      {system.services.map((service) => {
        const state = told.get(service)
        return (
          <li key={service}>
            {t(`room.service.${service}`)}:{' '}
            {state ? (
              <ServiceState state={state}>{t(`room.serviceState.${state}`)}</ServiceState>
            ) : (
              <StateWord state="unknown">{t('room.care.notTold')}</StateWord>
            )}
            {system.opens.includes(service) && <span class="s-sub">{t('recovery.opens')}</span>}
            {isWhole(service) && state !== 'running' && (
              <span class="s-sub">
                {t('recovery.whole')}{' '}
                {entered.isWritten && (
                  <a class="s-noprint" href={`${place.base}/service/${service}`}>
                    {t('recovery.whole.tell')} <span class="s-hide">{t(`room.service.${service}`)}</span>
                  </a>
                )}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
