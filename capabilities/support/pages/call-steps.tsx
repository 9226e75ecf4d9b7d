// The steps that one side may take of a call: the main one open, the others folded.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import {
  Actions,
  Button,
  type ButtonKind,
  CsrfField,
  Details,
  Plain,
  Sheet,
  TextArea,
  TextField,
} from '../../../web/kit/index.ts'
import { type Call, type CallStep, stepsFor, stepsWithNote } from '../call.ts'
import type { TypedStep } from '../contract/forms.ts'
import { type Faults, type Read, Reading } from '../typed.ts'
import { MomentField } from './moment-field.tsx'
import type { Reader } from './reader.ts'
import { faultText } from './words.ts'

const maxNoteLength = 2000
const maxWhoLength = 300
const maxPromiseDays = 90

export type StepFault = 'note' | 'who' | 'when'

export function readStep(
  step: CallStep,
  typed: TypedStep,
  at: { readonly timeZone: string; readonly now: Date },
): Read<{ note: string | null; promise: { who: string; for: Date } | null }, StepFault> {
  const reading = new Reading<StepFault>()
  const note = stepsWithNote.has(step)
    ? reading.text('note', typed.note, maxNoteLength)
    : reading.optional('note', typed.note, maxNoteLength)
  const promise =
    step === 'promise'
      ? {
          who: reading.text('who', typed.who, maxWhoLength),
          for: reading.future('when', typed.when, { ...at, maxDays: maxPromiseDays }),
        }
      : null
  return reading.result({ note, promise })
}

export interface CallStepsProps {
  readonly reader: Reader
  readonly side: 'member' | 'centre'
  readonly call: Call
  /** Without a slash at its end; a step is posted below it. */
  readonly base: string
  readonly failed: {
    readonly step: CallStep
    readonly typed: TypedStep
    readonly faults: Faults<StepFault>
  } | null
}

const kinds: Readonly<Partial<Record<CallStep, ButtonKind>>> = {
  take: 'primary',
  promise: 'primary',
  start: 'primary',
  deliver: 'primary',
  helped: 'primary',
}

/** The first possible step is the main one and stands open; the others are folded. */
export function CallSteps(props: CallStepsProps) {
  const { reader, side, call, failed } = props
  const { t } = reader.translator
  const steps = stepsFor(call.state, side)
  const main = steps.find(
    (step) => kinds[step] === 'primary' && !(step === 'promise' && call.state !== 'taken'),
  )
  const others = steps.filter((step) => step !== main)
  if (steps.length === 0) return null
  return (
    <>
      {main && (
        <Sheet id="next" heading={t(`support.step.${main}.heading`)}>
          <StepForm {...props} step={main} kind="primary" />
        </Sheet>
      )}
      {others.length > 0 && (
        <Plain id="other" heading={t('support.step.other')}>
          {others.map((step) => (
            <Details key={step} summary={t(`support.step.${step}.heading`)} open={failed?.step === step}>
              <StepForm {...props} step={step} kind="secondary" />
            </Details>
          ))}
        </Plain>
      )}
    </>
  )
}

function StepForm({
  reader,
  base,
  step,
  kind,
  failed,
}: CallStepsProps & { readonly step: CallStep; readonly kind: ButtonKind }): ComponentChildren {
  const { translator, csrfToken, timeZone } = reader
  const { t } = translator
  const typed = failed?.step === step ? failed.typed : { note: '', who: '', when: '' }
  const faults: Faults<StepFault> = failed?.step === step ? failed.faults : {}
  const id = (field: StepFault) => `${step}-${field}`
  return (
    <form class="s-stack" method="post" action={`${base}/${step}`}>
      <CsrfField token={csrfToken} />
      {step === 'promise' && (
        <>
          <TextField
            id={id('who')}
            name="who"
            label={t('support.step.who')}
            hint={t('support.step.who.hint')}
            value={typed.who}
            error={faultText(faults.who, translator)}
          />
          <MomentField
            id={id('when')}
            name="when"
            label={t('support.step.when')}
            hint={t('support.zone', { zone: timeZone })}
            value={typed.when}
            error={faultText(faults.when, translator)}
          />
        </>
      )}
      {step !== 'take' && (
        <TextArea
          id={id('note')}
          name="note"
          label={stepsWithNote.has(step) ? t('support.step.note.needed') : t('support.step.note')}
          rows={3}
          value={typed.note}
          error={faultText(faults.note, translator)}
        />
      )}
      <Actions>
        <Button kind={kind}>{t(`support.step.${step}`)}</Button>
      </Actions>
    </form>
  )
}
