// Reads what a form of a run sends: one command, or the fault beside its note.
// SPDX-License-Identifier: EUPL-1.2
import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { maxNoteCharacters } from '../../../playbooks/index.ts'
import type { RunCommand } from '../../actions/runs.ts'

const typed = z.string().default('')

/** `do` is the button: `take`, `take-over`, `done`, `cannot`, `note`, `reopen`, `end`, or `answer:` and its key. */
export const runForm = z.object({ formId: typed, do: typed, stepId: typed, note: typed, role: typed })
export type RunTyped = z.output<typeof runForm>

export type NoteFault = 'missing' | 'too-long' | 'no-button'
export type ReadCommand = { readonly command: RunCommand } | { readonly fault: NoteFault }

export const answerPrefix = 'answer:'
const formIdBytes = 12

export function newFormId(): string {
  return randomBytes(formIdBytes).toString('base64url')
}

/**
 * The same form sent twice with the same content is one command. Its content is part of the name: who goes back in the
 * browser and presses another button of the same form means something else, and that must not pass for a repetition.
 */
export function commandIdOf(formId: string, ...content: readonly string[]): string {
  const name = formId === '' ? newFormId() : formId
  return createHash('sha256')
    .update(JSON.stringify([name, ...content]))
    .digest('base64url')
}

export function readRunForm(form: RunTyped): ReadCommand {
  const note = form.note.replaceAll('\0', '').toWellFormed().trim()
  if (note.length > maxNoteCharacters) return { fault: 'too-long' }
  const { stepId } = form
  const maybe = note === '' ? null : note
  if (form.do.startsWith(answerPrefix)) {
    const answer = form.do.slice(answerPrefix.length)
    return { command: { kind: 'answer', stepId, answer, note: maybe } }
  }
  switch (form.do) {
    case 'take':
    case 'take-over':
      return { command: { kind: 'take', stepId, takeOver: form.do === 'take-over' } }
    case 'done':
    case 'cannot':
      return { command: { kind: 'complete', stepId, outcome: form.do, note: maybe } }
    case 'note':
      return maybe ? { command: { kind: 'note', stepId: stepId || null, note } } : { fault: 'missing' }
    case 'reopen':
      return maybe ? { command: { kind: 'reopen', stepId, note } } : { fault: 'missing' }
    case 'end':
      return maybe ? { command: { kind: 'end', note } } : { fault: 'missing' }
    default:
      return { fault: 'no-button' }
  }
}
