// The form by which a hospital calls the centre: what kind, for which case, whom to ring.
// SPDX-License-Identifier: EUPL-1.2
import type { Translator } from '../../../platform/i18n/index.ts'
import {
  Actions,
  Button,
  CheckboxField,
  CsrfField,
  RadioField,
  SelectField,
  Sheet,
  TextArea,
  TextField,
} from '../../../web/kit/index.ts'
import type { Asking } from '../actions/call.ts'
import { callKinds } from '../call.ts'
import type { CaseSummary } from '../case.ts'
import type { TypedCall } from '../contract/forms.ts'
import { type Faults, type Read, Reading } from '../typed.ts'
import type { Reader } from './reader.ts'
import { caseText, faultText } from './words.ts'

const maxTextLength = 4000
const maxNameLength = 200
const maxTokenLength = 100

export type CallFault = 'kind' | 'text' | 'contactName' | 'contactPhone'

export function readCall(typed: TypedCall, cases: readonly CaseSummary[]): Read<Asking, CallFault> {
  const reading = new Reading<CallFault>()
  const matter = cases.find(({ incidentId }) => String(incidentId) === typed.matter)
  return reading.result({
    kind: reading.choice('kind', typed.kind, callKinds),
    text: reading.optional('text', typed.text, maxTextLength),
    incidentId: matter?.incidentId ?? null,
    isExercise: typed.exercise === 'yes',
    contactName: reading.text('contactName', typed.contactName, maxNameLength),
    contactPhone: reading.phone('contactPhone', typed.contactPhone),
    formToken: typed.formToken.slice(0, maxTokenLength),
  })
}

export function callLabels({ t }: Translator): Readonly<Record<CallFault, string>> {
  return {
    kind: t('support.call.kind'),
    text: t('support.call.text'),
    contactName: t('support.contact.name'),
    contactPhone: t('support.contact.phone'),
  }
}

export interface CallFormProps {
  readonly reader: Reader
  readonly action: string
  readonly typed: TypedCall
  readonly faults: Faults<CallFault>
  readonly cases: readonly CaseSummary[]
}

export function CallForm({ reader, action, typed, faults, cases }: CallFormProps) {
  const { translator, csrfToken } = reader
  const { t } = translator
  const labels = callLabels(translator)
  return (
    <Sheet id="call" heading={t('support.call.heading')}>
      <form class="s-stack" method="post" action={action}>
        <CsrfField token={csrfToken} />
        <input type="hidden" name="formToken" value={typed.formToken} />
        <RadioField
          name="kind"
          label={labels.kind}
          choices={callKinds.map((kind) => ({
            value: kind,
            label: t(`support.kind.${kind}`),
            hint: t(`support.kind.${kind}.hint`),
          }))}
          value={typed.kind || undefined}
          error={faultText(faults.kind, translator)}
        />
        <CaseField cases={cases} translator={translator} value={typed.matter} />
        <TextArea
          name="text"
          label={labels.text}
          hint={t('support.call.text.hint')}
          value={typed.text}
          error={faultText(faults.text, translator)}
        />
        <ContactFields typed={typed} faults={faults} translator={translator} />
        <ExerciseBox translator={translator} value={typed.exercise} />
        <Actions>
          <Button>{t('support.call.send')}</Button>
        </Actions>
      </form>
    </Sheet>
  )
}

/** Left out where there is no case to choose. */
export function CaseField({
  cases,
  translator,
  value,
}: {
  readonly cases: readonly CaseSummary[]
  readonly translator: Translator
  readonly value: string
}) {
  if (cases.length === 0) return null
  const { t } = translator
  return (
    <SelectField
      name="matter"
      label={t('support.case.label')}
      options={[
        { value: '', label: t('support.case.none') },
        ...cases.map((one) => ({ value: String(one.incidentId), label: caseText(one, translator) })),
      ]}
      value={value}
    />
  )
}

export function ContactFields({
  typed,
  faults,
  translator,
}: {
  readonly typed: { readonly contactName: string; readonly contactPhone: string }
  readonly faults: Faults<'contactName' | 'contactPhone'>
  readonly translator: Translator
}) {
  const { t } = translator
  return (
    <>
      <TextField
        name="contactName"
        label={t('support.contact.name')}
        value={typed.contactName}
        autoComplete="name"
        error={faultText(faults.contactName, translator)}
      />
      <TextField
        name="contactPhone"
        type="tel"
        inputMode="tel"
        label={t('support.contact.phone')}
        value={typed.contactPhone}
        autoComplete="tel"
        error={faultText(faults.contactPhone, translator)}
      />
    </>
  )
}

export function ExerciseBox({
  translator: { t },
  value,
}: {
  readonly translator: Translator
  readonly value: string
}) {
  return (
    <CheckboxField
      name="exercise"
      label={t('support.exercise.label')}
      hideLabel
      choices={[{ value: 'yes', label: t('support.exercise.box'), hint: t('support.exercise.hint') }]}
      values={value === 'yes' ? ['yes'] : []}
    />
  )
}
