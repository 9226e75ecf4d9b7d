// What crosses HTTP and the door about playbooks: limits, schemas of forms, and the codes of refusals.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'

export const problemCodes = [
  'playbooks/not-found',
  'playbooks/no-such-run',
  'playbooks/already-done',
  'playbooks/already-taken',
  'playbooks/not-open',
  'playbooks/not-done',
  'playbooks/no-such-step',
  'playbooks/no-such-answer',
  'playbooks/run-ended',
  'playbooks/run-full',
  'playbooks/note-needed',
  'playbooks/not-shareable',
  'playbooks/import-known',
] as const
export type ProblemCode = (typeof problemCodes)[number]

export const maxNoteCharacters = 4_000
export const maxCommandIdCharacters = 80
/** Far more than people can do in one emergency; a program that sends more has gone wrong. */
export const maxEventsOfRun = 5_000
/** A CACAO document; see the limits of `standards/cacao`. */
export const maxImportBytes = 2 * 1024 * 1024

export const playbookPath = z.object({ key: z.string().max(80) })
export const languageQuery = z.object({ language: z.string().max(8).optional().catch(undefined) })
export const listQuery = z.object({
  done: z.enum(['imported', 'offered', 'kept']).optional().catch(undefined),
})
export const importForm = z.object({ offered: z.literal('yes').optional().catch(undefined) })
export const offerForm = z.object({ offered: z.enum(['yes', 'no']) })
