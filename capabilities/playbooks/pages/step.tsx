// One step for people: who, by when, what to do, what it does to care, where it leads; the same on a screen and on paper.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import { ReasonLine, StateWord } from '../../../web/kit/index.ts'
import type { StepView } from '../step-view.ts'
import { StepRecord } from './step-record.tsx'
import { answerWord, boxOf, dueWord, lookOf, type Reader, stateWord, wayWord } from './words.ts'

type StepReader = Pick<Reader, 'translator' | 'timeZone'>

export interface StepProps {
  readonly step: StepView
  readonly reader: StepReader
  /** Forms of whoever shows the run. */
  readonly children?: ComponentChildren
}

/** All steps in their order, numbered by the list. */
export function StepList({
  steps,
  reader,
  formsOf,
}: {
  readonly steps: readonly StepView[]
  readonly reader: StepReader
  readonly formsOf?: (step: StepView) => ComponentChildren
}) {
  return (
    <ol class="s-steps">
      {steps.map((step) => (
        <li key={step.id} id={`step-${step.id}`} data-step={step.id}>
          <Step step={step} reader={reader} heading={step.title}>
            {formsOf?.(step)}
          </Step>
        </li>
      ))}
    </ol>
  )
}

/** One step by itself, such as the one to do now; with its number. */
export function StepCard({ step, reader, children }: StepProps) {
  return (
    <div data-step={step.id}>
      <Step step={step} reader={reader} heading={`${step.number}. ${step.title}`}>
        {children}
      </Step>
    </div>
  )
}

function Step({ step, reader, heading, children }: StepProps & { readonly heading: string }) {
  return (
    <div class="s-stack">
      <StepHead step={step} reader={reader} />
      <h3>{heading}</h3>
      <StepWords step={step} reader={reader} />
      <StepWays step={step} reader={reader} />
      <StepRecord step={step} reader={reader} />
      {children}
    </div>
  )
}

function StepHead({ step, reader }: { readonly step: StepView; readonly reader: StepReader }) {
  const { t } = reader.translator
  const { standing } = step
  return (
    <div class="s-meta s-quiet">
      <span class="s-printonly" aria-hidden="true">
        {boxOf(standing)}
      </span>
      {standing && <StateWord state={lookOf(standing)}>{stateWord(step, reader)}</StateWord>}
      <span>
        <b>{step.roleName}</b>
      </span>
      <span>{t(`playbooks.track.${step.track}`)}</span>
      <span>{dueWord(step, reader)}</span>
      {step.clinicianDecides && <span>{t('playbooks.step.clinician')}</span>}
    </div>
  )
}

function StepWords({ step, reader }: { readonly step: StepView; readonly reader: StepReader }) {
  const { t, tr } = reader.translator
  return (
    <>
      {step.safety && (
        <p class="s-dense">
          <b>{t('playbooks.step.safety')}</b> {step.safety}
        </p>
      )}
      {step.do.length > 0 && (
        <ul class="s-dense">
          {step.do.map((line, index) => (
            <li key={index}>{line}</li>
          ))}
        </ul>
      )}
      {step.because && <ReasonLine>{tr('playbooks.step.because', { text: step.because })}</ReasonLine>}
      {step.effectOnCare && (
        <ReasonLine>{tr('playbooks.step.effect', { text: step.effectOnCare })}</ReasonLine>
      )}
      {step.doneWhen && (
        <p class="s-dense">
          <b>{t('playbooks.step.doneWhen')}</b> {step.doneWhen}
        </p>
      )}
      {step.ifCannot && (
        <p class="s-dense">
          <b>{t('playbooks.step.ifCannot')}</b> {step.ifCannot}
        </p>
      )}
    </>
  )
}

/** Where each answer leads; an action that leads the same way with both outcomes says so once. */
function StepWays({
  step,
  reader: { translator },
}: {
  readonly step: StepView
  readonly reader: StepReader
}) {
  const [first, ...others] = step.answers
  if (!first) return null
  const isOne =
    step.kind === 'action' &&
    others.every((answer) => wayWord(answer, translator) === wayWord(first, translator))
  if (isOne) return <p class="s-small s-quiet">{wayWord(first, translator)}</p>
  return (
    <ul class="s-small">
      {step.answers.map((answer) => (
        <li key={answer.key}>
          <b>{answerWord(step, answer, translator)}</b>: {wayWord(answer, translator)}
        </li>
      ))}
    </ul>
  )
}
