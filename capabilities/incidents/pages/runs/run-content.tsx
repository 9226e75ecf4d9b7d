// What a run looks like: who does what now, every step with its forms, and the run as a whole; the same on A4 without forms.
// SPDX-License-Identifier: EUPL-1.2
import { Button, ErrorSummary, Plain, SelectField, Sheet } from '../../../../web/kit/index.ts'
import { RunHead, type RunView, StepList } from '../../../playbooks/index.ts'
import { type Entered, isAtHome, mayWrite } from '../room/place.ts'
import { type Forms, NoteField, NoteForm, RunForm } from './note-form.tsx'
import { OpenSteps } from './open-steps.tsx'
import { rolesOf } from './roles.ts'
import { fieldOf, StepForms } from './step-forms.tsx'

interface ContentProps {
  readonly entered: Entered
  readonly view: RunView
  readonly mine: string | null
  readonly forms: Forms
}

export function RunContent({ entered, view, mine, forms }: ContentProps) {
  const { reader } = entered
  const { t } = reader.translator
  const isWritten = mayWrite(entered)
  const steps = (
    <StepList
      steps={view.steps}
      reader={reader}
      {...(isWritten ? { formsOf: (step) => <StepForms step={step} forms={forms} /> } : {})}
    />
  )
  return (
    <div class="s-stack-l">
      {forms.sent && forms.fault && (
        <ErrorSummary
          title={t('shell.errors.title', { count: 1 })}
          faults={[{ fieldId: fieldOf(forms.sent, view), text: forms.fault }]}
        />
      )}
      <RunHead view={view} reader={reader} />
      {!view.ended && (
        <Plain id="now" heading={t('runs.open')}>
          {isWritten && <RoleForm entered={entered} view={view} mine={mine} forms={forms} />}
          <OpenSteps view={view} reader={reader} mine={mine} href="" />
        </Plain>
      )}
      <Sheet id="steps" heading={t('playbooks.steps', { count: view.steps.length })}>
        {view.language === reader.translator.locale ? steps : <div lang={view.language}>{steps}</div>}
      </Sheet>
      {isWritten && <Whole entered={entered} view={view} mine={mine} forms={forms} />}
    </div>
  )
}

/** One's own steps come first, and what one does is signed with it. */
function RoleForm({ entered, view, mine, forms }: ContentProps) {
  const { t } = entered.reader.translator
  if (entered.view.access.via === 'centre') return null
  return (
    <form class="s-filter s-noprint" method="get" action={forms.action}>
      <SelectField
        name="role"
        label={t('runs.role')}
        value={mine ?? ''}
        options={[
          { value: '', label: t('runs.role.none') },
          ...rolesOf(view).map(({ role, name }) => ({ value: role, label: name })),
        ]}
      />
      <Button kind="secondary">{t('runs.role.button')}</Button>
    </form>
  )
}

function Whole({ entered, view, forms }: ContentProps) {
  const { t } = entered.reader.translator
  const isEnding = forms.sent?.do === 'end' && !view.ended
  return (
    <div class="s-noprint">
      <Plain id="whole" heading={t('runs.whole')}>
        <NoteForm
          stepId=""
          about={t('runs.note.whole')}
          forms={isEnding ? { ...forms, sent: null } : forms}
        />
        {!view.ended && isAtHome(entered) && (
          <RunForm stepId="" forms={forms}>
            <NoteField
              id="end"
              label={t(view.isFinished ? 'runs.end.why' : 'runs.end.early')}
              stepId=""
              forms={isEnding ? forms : { sent: null, fault: null }}
            />
            <Button kind="secondary" name="do" value="end">
              {t('runs.end')}
            </Button>
          </RunForm>
        )}
      </Plain>
    </div>
  )
}
