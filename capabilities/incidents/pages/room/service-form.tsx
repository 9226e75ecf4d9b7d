// The form for what a clinical service can still do; what was told before stays.
// SPDX-License-Identifier: EUPL-1.2
import { MomentField, RadioField, TextArea, TextField } from '../../../../web/kit/index.ts'
import { setService } from '../../actions/keep.ts'
import {
  type ClinicalService,
  clinicalServices,
  type ServiceState,
  serviceStates,
} from '../../clinical-service.ts'
import { limits, serviceForm } from '../../contract/room-forms.ts'
import { accessOf, type RoomForm } from './form.tsx'
import { say } from './place.ts'
import { lastOfEach } from './service-board.tsx'
import { readFields, type Typed } from './typed.ts'

interface ServiceCommand {
  readonly service: ClinicalService
  readonly state: ServiceState
  readonly expectedAt: Date | null
  readonly divertedTo: string | null
  readonly note: string | null
}

function serviceOf(item: string): ClinicalService | undefined {
  return clinicalServices.find((service) => service === item)
}

export const service: RoomForm<Typed, ServiceCommand> = {
  path: '/service/:item',
  body: serviceForm,
  forGuests: true,
  labels: {
    state: 'room.care.question',
    expectedAt: 'room.care.expectedAt',
    divertedTo: 'room.care.divertedTo.label',
    note: 'room.care.note',
  },
  exists: ({ item }) => serviceOf(item) !== undefined,
  title: ({ item, reader }) => reader.translator.t(`room.service.${serviceOf(item) ?? 'emergency'}`),
  lead: ({ reader }) => reader.translator.t('room.care.lead'),
  button: ({ reader }) => reader.translator.t('room.care.button'),
  back: '#care',
  // Nothing is preselected: what it can do now is asked anew each time.
  start: () => ({ state: '', expectedAt: '', divertedTo: '', note: '' }),
  Fields({ reader, typed, errorOf, view, item }) {
    const { t } = reader.translator
    const last = lastOfEach(view).find((one) => one.service === item)
    return (
      <>
        {last && (
          <p class="s-dense">
            {t('room.care.last', {
              state: t(`room.serviceState.${last.state}`),
              name: last.recordedByName,
              at: say(last.recordedAt, reader),
            })}
          </p>
        )}
        <RadioField
          name="state"
          label={t('room.care.question')}
          value={typed.state}
          error={errorOf('state')}
          choices={serviceStates.map((value) => ({
            value,
            label: t(`room.serviceState.${value}`),
            hint: t(`room.serviceState.${value}.hint`),
          }))}
        />
        <MomentField
          name="expectedAt"
          label={t('room.care.expectedAt')}
          hint={t('room.care.expectedAt.hint', { zone: reader.timeZone })}
          value={typed.expectedAt}
          error={errorOf('expectedAt')}
        />
        <TextField
          name="divertedTo"
          label={t('room.care.divertedTo.label')}
          value={typed.divertedTo}
          error={errorOf('divertedTo')}
        />
        <TextArea
          name="note"
          label={t('room.care.note')}
          hint={t('room.care.note.hint')}
          rows={2}
          value={typed.note}
          error={errorOf('note')}
        />
      </>
    )
  },
  read(typed, { reader, item }) {
    const read = readFields(typed, reader.timeZone, reader.now)
    const state = read.choice('state', serviceStates)
    const expectedAt = read.optionalMoment('expectedAt', 'future')
    const divertedTo = read.optional('divertedTo', limits.place)
    if (typed.state === 'diverted' && divertedTo === null) read.fault('divertedTo', 'missing')
    const said = read.optional('note', limits.serviceNote)
    return read.outcome(() => ({
      service: serviceOf(item) ?? 'emergency',
      state,
      expectedAt,
      divertedTo,
      note: said,
    }))
  },
  act: (command, at, { now }) => setService(at.context, accessOf(at), command, now),
}
