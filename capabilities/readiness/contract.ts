// What crosses HTTP about readiness: form fields as typed, and the parts of addresses.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { idParam, memberPath } from '../../platform/http/input.ts'
import { clinicalServices } from './clinical-service.ts'

/** What a person can correct is checked by the page, not refused here. */
const line = z.string().max(300).default('')
const page = z.string().max(20_000).default('')

/** Only its hash is kept. */
export const maxEvidenceBytes = 20 * 1024 * 1024

export const testForm = z.object({
  system: line,
  systemClass: line,
  startedAt: line,
  endedAt: line,
  sizeGb: line,
  watchedBy: line,
  outcome: line,
  note: page,
})
export const orderForm = z.object({ systems: page })
export const personForm = z.object({ name: line, task: line, phone: line, agreed: line })
export const supplierForm = z.object({ name: line, supplies: line, phone: line, contract: line })
export const pageForm = z.object({ body: page })
export const phoneForm = z.object({ holder: line, language: line })
export const codeForm = z.object({ code: line })
export const wordForm = z.object({ word: line })

export const testPath = memberPath.extend({ testId: idParam })
export const servicePath = memberPath.extend({ service: z.enum(clinicalServices) })
export const rowPath = memberPath.extend({ rowId: idParam })
export const slotPath = memberPath.extend({
  slot: z.enum(['1', '2']).transform((text) => (text === '1' ? 1 : 2)),
})
export const pagePath = memberPath.extend({
  page: z.string().refine((name) => name === 'first-hour' || isDowntime(name)),
})

function isDowntime(name: string): boolean {
  return clinicalServices.some((service) => name === `downtime-${service}`)
}
