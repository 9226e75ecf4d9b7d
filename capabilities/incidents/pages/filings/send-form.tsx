// The form of whoever sends: name, role and mandate, and for what was done elsewhere its time and number.
// SPDX-License-Identifier: EUPL-1.2
import { Button, CsrfField, MomentField, TextArea, TextField } from '../../../../web/kit/index.ts'
import { notKnown } from '../../actions/filings/receivers.ts'
import {
  isNight,
  maxMandateCharacters,
  maxReceiptCharacters,
  maxSenderCharacters,
  type Way,
} from '../../actions/filings/send.ts'
import type { FilingProps } from './place.ts'

export interface SendTyped {
  readonly senderName: string
  readonly role: string
  readonly mandate: string
  readonly happened: string
  readonly receiptNumber: string
  readonly authorityName: string
  readonly caseWord: string
}

interface SendFormProps extends FilingProps {
  readonly way: Way
  readonly given: { readonly typed: SendTyped | null; readonly faults: Readonly<Record<string, string>> }
}

export function SendForm(props: SendFormProps) {
  const { way, view, reader, place, given } = props
  const { t } = reader.translator
  const { typed, faults } = given
  const isExercise = view.incident.realm === 'exercise'
  return (
    <form class="s-stack" method="post" action={`${place.here}/send`}>
      <CsrfField token={place.csrfToken} />
      <input type="hidden" name="way" value={way} />
      <input type="hidden" name="seen" value={view.draft?.seen ?? ''} />
      {view.filing.authority === notKnown && (
        <TextField
          name="authorityName"
          label={t('filing-pages.send.authorityName')}
          hint={t('filing-pages.send.authorityName.hint')}
          maxLength={maxSenderCharacters}
          value={typed?.authorityName}
          error={faults.authorityName}
        />
      )}
      <TextField
        name="senderName"
        label={t('filing-pages.send.name')}
        autoComplete="name"
        maxLength={maxSenderCharacters}
        value={typed?.senderName ?? view.access.name}
        error={faults.senderName}
      />
      <TextField
        name="role"
        label={t('filing-pages.send.role')}
        hint={t('filing-pages.send.role.hint')}
        autoComplete="organization-title"
        maxLength={maxSenderCharacters}
        value={typed?.role}
        error={faults.role}
      />
      <TextArea
        name="mandate"
        label={t('filing-pages.send.mandate')}
        hint={t('filing-pages.send.mandate.hint')}
        rows={2}
        maxLength={maxMandateCharacters}
        value={typed?.mandate}
        error={faults.mandate}
      />
      {way === 'mail' ? <Night {...props} /> : <Happened {...props} way={way} />}
      <p class="s-dense">{t('filing-pages.send.final')}</p>
      <Button kind={way === 'mail' && !isExercise ? 'warning' : 'primary'}>
        {way === 'mail' && isExercise
          ? t('filing-pages.send.button.mail.exercise')
          : t(`filing-pages.send.button.${way}`)}
      </Button>
    </form>
  )
}

function Happened({ way, reader, given }: SendFormProps & { readonly way: Exclude<Way, 'mail'> }) {
  const { t } = reader.translator
  const { typed, faults } = given
  return (
    <>
      <MomentField
        name="happened"
        label={t(`filing-pages.send.happened.${way}`)}
        hint={t('filing-pages.send.happened.hint', { zone: reader.timeZone })}
        value={typed?.happened}
        error={faults.happened}
      />
      <TextField
        name="receiptNumber"
        label={t('filing-pages.send.receiptNumber')}
        hint={t('filing-pages.send.receiptNumber.hint')}
        maxLength={maxReceiptCharacters}
        value={typed?.receiptNumber}
        error={faults.receiptNumber}
      />
    </>
  )
}

/** What cannot be taken back is asked twice at night; where an officer is there, together. */
function Night({ view, reader, given }: SendFormProps) {
  const { t } = reader.translator
  const { word, answeredByName } = view.incident
  if (!isNight(reader.now, reader.timeZone)) return null
  return (
    <>
      {answeredByName && <p>{t('filing-pages.send.night.centre', { name: answeredByName })}</p>}
      <TextField
        name="caseWord"
        label={t('filing-pages.send.night', { word })}
        hint={t('filing-pages.send.night.hint')}
        autoComplete="off"
        value={given.typed?.caseWord}
        error={given.faults.caseWord}
      />
    </>
  )
}
