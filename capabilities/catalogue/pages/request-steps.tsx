// The steps that one side may take of a request: the main one open, the others folded.
// SPDX-License-Identifier: EUPL-1.2
import {
  Actions,
  Button,
  type ButtonKind,
  CsrfField,
  DateField,
  Details,
  Plain,
  Sheet,
  TextArea,
} from '../../../web/kit/index.ts'
import { type RequestStep, stepsFor, stepsWithNote } from '../request.ts'
import type { RequestViewProps } from './request-view.tsx'
import { faultText } from './words.ts'

/** The first of these that is possible stands open. */
const mainSteps: readonly RequestStep[] = ['take', 'deliver', 'promise', 'helped']

export function RequestSteps(props: RequestViewProps) {
  const { reader, side, view, failed } = props
  const { t } = reader.translator
  const steps = side === 'member' && !reader.mayAct ? [] : stepsFor(view.request, side)
  const order =
    view.request.state === 'taken' ? (['promise', ...mainSteps] satisfies RequestStep[]) : mainSteps
  const main = order.find((step) => steps.includes(step))
  const others = steps.filter((step) => step !== main)
  if (steps.length === 0) return null
  return (
    <>
      {main && (
        <Sheet id="next" heading={t('catalogue.step.next')}>
          <StepForm {...props} step={main} kind="primary" />
        </Sheet>
      )}
      {others.length > 0 && (
        <Plain id="other" heading={t('catalogue.step.other')}>
          {others.map((step) => (
            <Details key={step} summary={t(`catalogue.step.${step}`)} open={failed?.step === step}>
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
}: RequestViewProps & { readonly step: RequestStep; readonly kind: ButtonKind }) {
  const { translator, csrfToken } = reader
  const { t } = translator
  const own = failed?.step === step ? failed : null
  return (
    <form class="s-stack" method="post" action={`${base}/${step}`}>
      <CsrfField token={csrfToken} />
      {step === 'promise' && (
        <DateField
          id={`${step}-when`}
          name="when"
          label={t('catalogue.step.when')}
          partLabels={{
            day: t('catalogue.date.day'),
            month: t('catalogue.date.month'),
            year: t('catalogue.date.year'),
          }}
          value={
            own
              ? {
                  day: own.typed['when-day'],
                  month: own.typed['when-month'],
                  year: own.typed['when-year'],
                }
              : undefined
          }
          error={faultText(own?.faults.when, translator)}
        />
      )}
      {step !== 'take' && (
        <TextArea
          id={`${step}-note`}
          name="note"
          rows={2}
          label={stepsWithNote.has(step) ? t('catalogue.step.note.needed') : t('catalogue.step.note')}
          value={own?.typed.note ?? ''}
          error={faultText(own?.faults.note, translator)}
        />
      )}
      <Actions>
        <Button kind={kind}>{t(`catalogue.step.${step}`)}</Button>
      </Actions>
    </form>
  )
}
