// What can be done with one step of a run: take it, tick it, answer, add a note, open it again; each with an optional note.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import { Actions, Button, Details, LinkButton } from '../../../../web/kit/index.ts'
import { answerWord, type RunView, type StepView } from '../../../playbooks/index.ts'
import { answerPrefix, type RunTyped } from './command.ts'
import { type Forms, NoteField, NoteForm, RunForm } from './note-form.tsx'

export function StepForms({ step, forms }: { readonly step: StepView; readonly forms: Forms }) {
  const { standing } = step
  if (!standing) return null
  if (standing.state === 'open' && !forms.isEnded) return <OpenForm step={step} forms={forms} />
  const isReopened = isReopening(step, forms)
  return (
    <>
      <NoteForm
        stepId={step.id}
        about={numberOf(step, forms)}
        forms={isReopened ? { ...forms, sent: null } : forms}
      />
      {mayReopen(step, forms) && (
        <ReopenForm step={step} forms={isReopened ? forms : { ...forms, sent: null }} />
      )}
    </>
  )
}

function mayReopen({ standing }: StepView, { isEnded }: Pick<Forms, 'isEnded'>): boolean {
  return standing?.state === 'done' && !isEnded
}

/** What was sent belongs to that form, as long as it is still there. */
function isReopening(step: StepView, forms: Pick<Forms, 'sent' | 'isEnded'>): boolean {
  return forms.sent?.stepId === step.id && forms.sent.do === 'reopen' && mayReopen(step, forms)
}

function OpenForm({ step, forms }: { readonly step: StepView; readonly forms: Forms }) {
  const { t } = forms.reader.translator
  const taken = step.standing?.taken ?? null
  const isMine = taken?.by.name === forms.name
  const about = numberOf(step, forms)
  return (
    <RunForm stepId={step.id} forms={forms}>
      <NoteField id={`note-${step.id}`} label={t('runs.note')} stepId={step.id} forms={forms} />
      <Actions>
        <Answers step={step} forms={forms} about={about} />
        {!isMine && (
          <Button kind="secondary" name="do" value={taken ? 'take-over' : 'take'}>
            {t(taken ? 'runs.take.over' : 'runs.take')} {about}
          </Button>
        )}
        <LinkButton name="do" value="note">
          {t('runs.note.only')} {about}
        </LinkButton>
      </Actions>
    </RunForm>
  )
}

function Answers({
  step,
  forms,
  about,
}: {
  readonly step: StepView
  readonly forms: Forms
  readonly about: ComponentChildren
}) {
  const isFirst = step.id === forms.firstStepId
  return (
    <>
      {step.answers.map((answer, index) => (
        <Button
          key={answer.key}
          // Of two answers neither is the one that we would rather hear.
          kind={isFirst && step.kind === 'action' && index === 0 ? 'primary' : 'secondary'}
          name="do"
          value={step.kind === 'action' ? answer.key : `${answerPrefix}${answer.key}`}
        >
          {answerWord(step, answer, forms.reader.translator)} {about}
        </Button>
      ))}
    </>
  )
}

function ReopenForm({ step, forms }: { readonly step: StepView; readonly forms: Forms }) {
  const { t } = forms.reader.translator
  return (
    <div class="s-noprint">
      <Details summary={t('runs.reopen')} open={forms.sent?.stepId === step.id}>
        <RunForm stepId={step.id} forms={forms}>
          <NoteField id={`again-${step.id}`} label={t('runs.reopen.why')} stepId={step.id} forms={forms} />
          <Button kind="secondary" name="do" value="reopen">
            {t('runs.reopen.button')} {numberOf(step, forms)}
          </Button>
        </RunForm>
      </Details>
    </div>
  )
}

/** Many steps have the same buttons: each says its step to whoever hears the page. */
function numberOf(step: StepView, { reader }: Pick<Forms, 'reader'>): ComponentChildren {
  return <span class="s-hide">{reader.translator.t('runs.of', { number: step.number })}</span>
}

/** The field that the fault belongs to, for the summary on top. */
export function fieldOf(sent: RunTyped, { steps, ended }: Pick<RunView, 'steps' | 'ended'>): string {
  const isEnded = ended !== null
  if (sent.do === 'end' && !isEnded) return 'end'
  const step = steps.find(({ id }) => id === sent.stepId)
  if (step && isReopening(step, { sent, isEnded })) return `again-${step.id}`
  return `note-${sent.stepId || 'run'}`
}
