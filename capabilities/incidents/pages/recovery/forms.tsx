// The forms of the recovery board: how far a system is, another system, how long a service can do without.
// SPDX-License-Identifier: EUPL-1.2
import {
  Actions,
  Button,
  CsrfField,
  Details,
  Plain,
  SelectField,
  TextArea,
  TextField,
} from '../../../../web/kit/index.ts'
import { clinicalServices } from '../../clinical-service.ts'
import { limits } from '../../contract/room-forms.ts'
import { nextStates, type SystemStanding } from '../../recovery-system.ts'
import type { Entered } from '../room/place.ts'
import { newFormId } from '../runs/command.ts'
import { maxSystemCharacters, type Sent } from './typed.ts'

interface FormProps extends Entered {
  readonly sent: Sent | null
}

export function TellForm({
  system,
  number,
  sent,
  reader,
  place,
}: FormProps & { readonly system: SystemStanding; readonly number: number }) {
  const { t } = reader.translator
  const own = sent?.form === 'system' && sent.system === system.system ? sent : null
  const seen = system.marks.at(-1)?.id
  return (
    <div class="s-noprint">
      <Details summary={t('recovery.tell')} open={own !== null}>
        <form class="s-stack" method="post" action={`${place.base}/recovery`}>
          <CsrfField token={place.csrfToken} />
          <input type="hidden" name="formId" value={newFormId()} />
          <input type="hidden" name="form" value="system" />
          <input type="hidden" name="system" value={system.system} />
          <input type="hidden" name="seen" value={seen === undefined ? '' : String(seen)} />
          <TextArea
            id={`note-${number}`}
            name="note"
            label={t('recovery.note')}
            rows={2}
            maxLength={limits.serviceNote}
            value={own?.note}
            error={own?.fault}
          />
          <Actions>
            {nextStates[system.state].map((state) => (
              <Button key={state} kind="secondary" name="state" value={state}>
                {t(`recovery.tell.${state}`)} <span class="s-hide">{system.system}</span>
              </Button>
            ))}
          </Actions>
        </form>
      </Details>
    </div>
  )
}

/** For what stands in no order: it is put behind the others. */
export function AddSystem({ sent, reader, place }: FormProps) {
  const { t } = reader.translator
  const own = sent?.form === 'add' ? sent : null
  return (
    <form class="s-stack s-noprint" method="post" action={`${place.base}/recovery`}>
      <CsrfField token={place.csrfToken} />
      <input type="hidden" name="formId" value={newFormId()} />
      <input type="hidden" name="form" value="add" />
      <input type="hidden" name="state" value="waiting" />
      <TextField
        name="system"
        label={t('recovery.add')}
        hint={t('recovery.add.hint')}
        maxLength={maxSystemCharacters}
        value={own?.system}
        error={own?.fault}
      />
      <Actions>
        <Button kind="secondary">{t('recovery.add.button')}</Button>
      </Actions>
    </form>
  )
}

export function ToleranceForm({ sent, reader, place }: FormProps) {
  const { t } = reader.translator
  const own = sent?.form === 'tolerable' ? sent : null
  return (
    <div class="s-noprint">
      <Plain id="tolerable" heading={t('recovery.tolerable.heading')}>
        <p>{t('recovery.tolerable.lead')}</p>
        <form class="s-stack" method="post" action={`${place.base}/recovery/tolerable`}>
          <CsrfField token={place.csrfToken} />
          <SelectField
            name="service"
            label={t('recovery.service')}
            value={own?.service}
            options={clinicalServices.map((service) => ({
              value: service,
              label: t(`room.service.${service}`),
            }))}
          />
          <TextField
            name="hours"
            label={t('recovery.tolerable.hours')}
            hint={t('recovery.tolerable.hint')}
            inputMode="decimal"
            value={own?.hours}
            error={own?.fault}
          />
          <Actions>
            <Button kind="secondary">{t('recovery.tolerable.button')}</Button>
          </Actions>
        </form>
      </Plain>
    </div>
  )
}
