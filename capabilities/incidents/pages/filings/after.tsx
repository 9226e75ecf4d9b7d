// What came back: receipt, refusal, or that it never arrived; and the correction of what was wrong.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import {
  Button,
  CsrfField,
  Details,
  MomentField,
  Plain,
  TextArea,
  TextField,
} from '../../../../web/kit/index.ts'
import { maxReceiptCharacters } from '../../actions/filings/send.ts'
import { transitions, wasTold } from '../../filings/filing.ts'
import type { FormFaults } from './filing.tsx'
import { type FilingProps, mayFile } from './place.ts'

type Given = NonNullable<FormFaults['after']> | null
type AfterProps = FilingProps & { readonly given: Given }

export function AfterSending(props: AfterProps) {
  const { view, reader } = props
  const { t } = reader.translator
  const { state, voidAt } = view.filing
  if (!mayFile(props)) return null
  const next = transitions[state]
  if (state === 'sending')
    return (
      <Plain id="after" heading={t('filing-pages.after.heading')}>
        <AfterForm {...props} form="arrived" action="arrived" heading={t('filing-pages.way-on.arrived')}>
          <Because {...props} form="arrived" label={t('filing-pages.way-on.how')} />
          <When {...props} form="arrived" />
          <Button kind="secondary">{t('filing-pages.way-on.arrived.button')}</Button>
        </AfterForm>
        <AfterForm {...props} form="failed" action="failed" heading={t('filing-pages.way-on.failed.title')}>
          <p>{t('filing-pages.way-on.failed.lead')}</p>
          <Because {...props} form="failed" label={t('filing-pages.way-on.how')} />
          <Button kind="secondary">{t('filing-pages.way-on.failed.button')}</Button>
        </AfterForm>
      </Plain>
    )
  return (
    <Plain id="after" heading={t('filing-pages.after.heading')}>
      {next['receipt-entered'] && !voidAt && <Receipt {...props} />}
      {next.refused && !voidAt && (
        <AfterForm {...props} form="refused" action="refused" heading={t('filing-pages.after.refused')}>
          <Because {...props} form="refused" label={t('filing-pages.after.refused.because')} />
          <Button kind="secondary">{t('filing-pages.after.refused.button')}</Button>
        </AfterForm>
      )}
      {(next.refused || state === 'refused') && !voidAt && (
        <AfterForm {...props} form="void" action="void" heading={t('filing-pages.after.void')}>
          <p>{t('filing-pages.after.void.lead')}</p>
          <Because {...props} form="void" label={t('filing-pages.after.void.because')} />
          <Button kind="secondary">{t('filing-pages.after.void.button')}</Button>
        </AfterForm>
      )}
      {wasTold(state) && !voidAt && view.incident.state === 'open' && <Correct {...props} />}
    </Plain>
  )
}

/** The one that is waited for stands open; the others are rare. */
function Receipt(props: AfterProps) {
  const { view, reader, place } = props
  const { t } = reader.translator
  const given = props.given?.form === 'receipt' ? props.given : null
  return (
    <form class="s-stack s-noprint" method="post" action={`${place.here}/receipt`}>
      <CsrfField token={place.csrfToken} />
      <TextField
        name="text"
        id="receipt-receiptNumber"
        label={t('filing-pages.after.receipt.number')}
        maxLength={maxReceiptCharacters}
        value={given?.typed.text ?? view.filing.receiptNumber ?? ''}
        error={given?.faults.receiptNumber}
      />
      <When {...props} form="receipt" />
      <Button kind={view.filing.receiptNumber ? 'secondary' : 'primary'}>
        {t('filing-pages.after.receipt.button')}
      </Button>
    </form>
  )
}

function Correct({ reader, place }: AfterProps) {
  const { t } = reader.translator
  return (
    <form class="s-stack s-noprint" method="post" action={`${place.here}/correct`}>
      <CsrfField token={place.csrfToken} />
      <p class="s-dense">{t('filing-pages.after.correct.lead')}</p>
      <Button kind="secondary">{t('filing-pages.after.correct')}</Button>
    </form>
  )
}

interface FormPart {
  readonly form: string
}

function AfterForm({
  form,
  action,
  heading,
  given,
  place,
  children,
}: AfterProps &
  FormPart & { readonly action: string; readonly heading: string; readonly children: ComponentChildren }) {
  return (
    <Details summary={heading} open={given?.form === form}>
      <form class="s-stack s-noprint" method="post" action={`${place.here}/${action}`}>
        <CsrfField token={place.csrfToken} />
        {children}
      </form>
    </Details>
  )
}

function Because({ form, label, given }: AfterProps & FormPart & { readonly label: string }) {
  const own = given?.form === form ? given : null
  return (
    <TextArea
      name="text"
      id={`${form}-because`}
      label={label}
      rows={2}
      value={own?.typed.text}
      error={own?.faults.because}
    />
  )
}

function When({ form, given, reader }: AfterProps & FormPart) {
  const { t } = reader.translator
  const own = given?.form === form ? given : null
  return (
    <MomentField
      name="at"
      id={`${form}-at`}
      label={t('filing-pages.after.at')}
      hint={t('filing-pages.after.at.hint', { zone: reader.timeZone })}
      value={own?.typed.at}
      error={own?.faults.at}
    />
  )
}
