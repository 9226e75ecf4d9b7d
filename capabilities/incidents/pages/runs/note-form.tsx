// The frame of every form of a run, and the note that each of them may carry.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import { Button, CsrfField, Details, TextArea } from '../../../../web/kit/index.ts'
import { maxNoteCharacters } from '../../../playbooks/index.ts'
import type { Reader } from '../room/place.ts'
import { newFormId, type RunTyped } from './command.ts'

/** Where forms lead and as whom; and what came back with a fault. */
export interface Forms {
  readonly reader: Reader
  readonly action: string
  readonly csrfToken: string | null
  /** As the form says it; empty where nobody said what they are. */
  readonly role: string
  /** Of whoever looks, as their marks name them. */
  readonly name: string
  readonly sent: RunTyped | null
  readonly fault: string | null
  /** Its main button is the page's. */
  readonly firstStepId: string | null
  readonly isEnded: boolean
}

/** Only notes are taken after the end, and on steps that are not open. */
export function NoteForm({
  stepId,
  about,
  forms,
}: {
  readonly stepId: string
  readonly about: ComponentChildren
  readonly forms: Forms
}) {
  const { t } = forms.reader.translator
  const isSent = forms.sent?.stepId === stepId
  return (
    <div class="s-noprint">
      <Details summary={t('runs.note.add')} open={isSent}>
        <RunForm stepId={stepId} forms={forms}>
          <NoteField id={`note-${stepId || 'run'}`} label={t('runs.note')} stepId={stepId} forms={forms} />
          <Button kind="secondary" name="do" value="note">
            {t('runs.note.button')} {about}
          </Button>
        </RunForm>
      </Details>
    </div>
  )
}

export function RunForm({
  stepId,
  forms,
  children,
}: {
  readonly stepId: string
  readonly forms: Forms
  readonly children: ComponentChildren
}) {
  return (
    <form class="s-stack s-noprint" method="post" action={forms.action}>
      <CsrfField token={forms.csrfToken} />
      <input type="hidden" name="formId" value={newFormId()} />
      <input type="hidden" name="stepId" value={stepId} />
      <input type="hidden" name="role" value={forms.role} />
      {children}
    </form>
  )
}

export function NoteField({
  id,
  label,
  stepId,
  forms,
}: {
  readonly id: string
  readonly label: string
  readonly stepId: string
  readonly forms: Pick<Forms, 'sent' | 'fault'>
}) {
  const isSent = forms.sent?.stepId === stepId
  return (
    <TextArea
      id={id}
      name="note"
      label={label}
      rows={2}
      maxLength={maxNoteCharacters}
      value={isSent ? forms.sent?.note : undefined}
      error={isSent ? (forms.fault ?? undefined) : undefined}
    />
  )
}
