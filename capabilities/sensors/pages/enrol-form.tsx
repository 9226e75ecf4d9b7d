// The form for a new sensor: where it will stand, and one button for the code.
// SPDX-License-Identifier: EUPL-1.2
import type { AccountRole } from '../../../platform/http/caller.ts'
import { Actions, Button, CsrfField, ReasonLine, Sheet, TextField } from '../../../web/kit/index.ts'
import { codeMinutes } from '../enrolment-code.ts'
import { sensorLimits } from '../limits.ts'
import { sensorsHref } from './paths.ts'
import type { Reader } from './reader.ts'

/** What was typed, and what came of it. */
export interface HomeState {
  readonly label: string
  readonly error: string | null
  readonly withdrawn: boolean
}

export function EnrolForm({
  organisationId,
  role,
  state,
  reader,
}: {
  readonly organisationId: number
  readonly role: AccountRole
  readonly state: HomeState
  readonly reader: Reader
}) {
  const { t, tr } = reader.translator
  return (
    <Sheet id="enrol" heading={t('sensors.enrol')}>
      <p>{t('sensors.enrol.say', { minutes: codeMinutes })}</p>
      {role === 'lead' ? (
        <form class="s-stack" method="post" action={`${sensorsHref(organisationId)}/codes`}>
          <CsrfField token={reader.csrfToken} />
          <TextField
            name="label"
            label={t('sensors.enrol.label')}
            hint={t('sensors.enrol.label.hint')}
            value={state.label}
            maxLength={sensorLimits.maxLabel}
            error={state.error ?? undefined}
          />
          <Actions>
            <Button>{t('sensors.enrol.make')}</Button>
          </Actions>
        </form>
      ) : (
        <ReasonLine>{tr('sensors.enrol.only')}</ReasonLine>
      )}
    </Sheet>
  )
}
