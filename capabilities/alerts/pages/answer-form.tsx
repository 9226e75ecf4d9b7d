// The answer of a hospital: one question with our suggestion, one button; later, how far it is.
// SPDX-License-Identifier: EUPL-1.2
import type { AccountRole } from '../../../platform/http/caller.ts'
import {
  AnswerBar,
  Button,
  ErrorSummary,
  Plain,
  RadioField,
  ReasonLine,
  TextArea,
  TextField,
} from '../../../web/kit/index.ts'
import { type AnswerKind, answerKinds, maxReasonLength, transitions } from '../alert.ts'
import type { Alert } from '../store.ts'
import type { Reader } from './words.ts'

export type AnswerFault =
  | 'wrong-state'
  | 'reason-missing'
  | 'date-missing'
  | 'date-past'
  | 'date-too-far'
  | 'applies-missing'

/** What the person had entered, given back with the fault. */
export interface FormState {
  readonly fault: AnswerFault
  readonly kind: string
  readonly applies: string | null
  readonly assignee: string | null
  readonly reason: string | null
  readonly acceptedUntil: string | null
}

interface AnswerFormProps {
  readonly alert: Alert
  readonly reader: Reader
  readonly role: AccountRole
  readonly csrfToken: string | null
  readonly form: FormState | null
  readonly closedOn: string | null
}

const fieldOf: Readonly<Record<AnswerFault, string>> = {
  'wrong-state': 'kind',
  'reason-missing': 'reason',
  'date-missing': 'acceptedUntil',
  'date-past': 'acceptedUntil',
  'date-too-far': 'acceptedUntil',
  'applies-missing': 'applies',
}

export function AnswerForm(props: AnswerFormProps) {
  const { alert, reader, role } = props
  const { t, tr } = reader.translator
  if (alert.state === 'withdrawn') return null
  if (role === 'reader') {
    return (
      <Plain id="answer" heading={t('alerts.answer.title')}>
        <ReasonLine>{tr('alerts.answer.readonly')}</ReasonLine>
      </Plain>
    )
  }
  return alert.state === 'new' ? <FirstAnswer {...props} /> : <LaterAnswer {...props} />
}

function FirstAnswer({ alert, reader, csrfToken, form }: AnswerFormProps) {
  const { t } = reader.translator
  const suggestion = alert.answer === 'affected' ? 'yes' : 'unknown'
  const isMatch = alert.raisedFor === 'match'
  // A warning asked no list, so there are no other assets than the listed ones, and nothing is suggested from it.
  const possible = isMatch ? (['yes', 'some', 'no', 'unknown'] as const) : (['yes', 'no', 'unknown'] as const)
  const choices = possible.map((value) => ({
    value,
    label:
      value === 'yes'
        ? t('alerts.answer.applies.yes', { assets: alert.affectedAssets })
        : t(`alerts.answer.applies.${value}`),
    ...(value === suggestion && isMatch ? { suggestion: t('alerts.answer.suggestion') } : {}),
  }))
  return (
    <AnswerBar
      id="answer"
      heading={t('alerts.answer.title')}
      lead={t('alerts.answer.lead')}
      action={`/o/${alert.organisationId}/alerts/${alert.id}/answer`}
      csrfToken={csrfToken}
      after={t('alerts.answer.after')}
    >
      <Faults form={form} reader={reader} />
      <input type="hidden" name="kind" value="acknowledge" />
      <RadioField
        name="applies"
        label={t('alerts.answer.applies')}
        choices={choices}
        value={form?.applies ?? suggestion}
        error={errorAt('applies', form, reader)}
      />
      <Notes form={form} reader={reader} />
      <Button>{t('alerts.answer.acknowledge')}</Button>
    </AnswerBar>
  )
}

function LaterAnswer({ alert, reader, csrfToken, form, closedOn }: AnswerFormProps) {
  const { t } = reader.translator
  const possible = answerKinds.filter(
    (kind): kind is Exclude<AnswerKind, 'acknowledge'> =>
      kind !== 'acknowledge' && transitions[kind].from.includes(alert.state),
  )
  const lead = closedOn ? t('alerts.answer.closed', { day: closedOn }) : t('alerts.answer.lead')
  return (
    <AnswerBar
      id="answer"
      heading={t('alerts.answer.title')}
      lead={lead}
      action={`/o/${alert.organisationId}/alerts/${alert.id}/answer`}
      csrfToken={csrfToken}
    >
      <Faults form={form} reader={reader} />
      <RadioField
        name="kind"
        label={t('alerts.answer.step')}
        choices={possible.map((value) => ({ value, label: t(`alerts.answer.kind.${value}`) }))}
        value={form?.kind ?? possible[0]}
        error={errorAt('kind', form, reader)}
      />
      {possible.includes('accept-risk') && (
        <TextField
          name="acceptedUntil"
          label={t('alerts.answer.until')}
          hint={t('alerts.answer.until.hint')}
          value={form?.acceptedUntil ?? ''}
          error={errorAt('acceptedUntil', form, reader)}
        />
      )}
      <Notes form={form} reader={reader} />
      <Button>{t('alerts.answer.send')}</Button>
    </AnswerBar>
  )
}

function Notes({ form, reader }: Pick<AnswerFormProps, 'form' | 'reader'>) {
  const { t } = reader.translator
  return (
    <>
      <TextField
        name="assignee"
        label={t('alerts.answer.assignee')}
        hint={t('alerts.answer.assignee.hint')}
        value={form?.assignee ?? ''}
      />
      <TextArea
        name="reason"
        label={t('alerts.answer.reason')}
        rows={2}
        maxLength={maxReasonLength}
        value={form?.reason ?? ''}
        error={errorAt('reason', form, reader)}
      />
    </>
  )
}

function Faults({ form, reader }: Pick<AnswerFormProps, 'form' | 'reader'>) {
  const { t } = reader.translator
  if (!form) return null
  return (
    <ErrorSummary
      title={t('alerts.answer.error.title')}
      faults={[{ fieldId: fieldOf[form.fault], text: t(`alerts.answer.error.${form.fault}`) }]}
    />
  )
}

function errorAt(field: string, form: FormState | null, { translator }: Reader): string | undefined {
  return form && fieldOf[form.fault] === field ? translator.t(`alerts.answer.error.${form.fault}`) : undefined
}
