// Reads what the forms of the recovery board send.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import type { Telling } from '../../actions/recovery.ts'
import { type ClinicalService, clinicalServices } from '../../clinical-service.ts'
import { limits } from '../../contract/room-forms.ts'
import { recoveryStates } from '../../recovery-system.ts'
import { commandIdOf } from '../runs/command.ts'

const typed = z.string().default('')

export const systemForm = z.object({
  ...{ form: typed, formId: typed, system: typed, state: typed, note: typed, seen: typed },
})
export const toleranceForm = z.object({ service: typed, hours: typed })

/** As the column holds it, and as a restore test names a system. */
export const maxSystemCharacters = 120
/** Ninety days; whoever can wait longer needs no board. */
export const maxTolerableHours = 2_160

/** What came back with its fault. */
export type Sent = { readonly fault: string; readonly status?: 409 | 422 } & (
  | { readonly form: 'system' | 'add'; readonly system: string; readonly note: string }
  | { readonly form: 'tolerable'; readonly service: string; readonly hours: string }
)

const clean = (text: string) => text.replaceAll('\0', '').toWellFormed().trim()

export type SystemFault = 'no-system' | 'system-too-long' | 'note-too-long' | 'not-next'

export function readTelling(form: z.output<typeof systemForm>): Telling | { readonly fault: SystemFault } {
  const system = clean(form.system).replace(/\s+/g, ' ')
  const note = clean(form.note)
  const state = recoveryStates.find((one) => one === form.state)
  if (system === '') return { fault: 'no-system' }
  if (system.length > maxSystemCharacters) return { fault: 'system-too-long' }
  if (note.length > limits.serviceNote) return { fault: 'note-too-long' }
  if (!state) return { fault: 'not-next' }
  return {
    ...{ system, state, note: note === '' ? null : note },
    seen: /^\d{1,15}$/.test(form.seen) ? Number(form.seen) : null,
    commandId: commandIdOf(form.formId, system, state, note),
  }
}

export function readTolerance(
  form: z.output<typeof toleranceForm>,
):
  | { readonly service: ClinicalService; readonly hours: number }
  | { readonly fault: 'no-service' | 'no-hours' } {
  const service = clinicalServices.find((one) => one === form.service)
  if (!service) return { fault: 'no-service' }
  const text = clean(form.hours)
  const hours = /^\d{1,4}(?:[.,]\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
  if (!(hours <= maxTolerableHours)) return { fault: 'no-hours' }
  return { service, hours }
}
