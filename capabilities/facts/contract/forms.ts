// What addresses and forms of facts carry, as typed; what a person can correct is checked by the page.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { idParam } from '../../../platform/http/input.ts'

const maxTypedLength = 500
const maxTicks = 100
const typed = z.string().max(maxTypedLength).default('')
const ticks = z
  .union([z.string().max(maxTypedLength), z.array(z.string().max(maxTypedLength)).max(maxTicks)])
  .default([])
  .transform((value) => (typeof value === 'string' ? [value] : value))
const factName = z.string().min(1).max(80)

export const factPath = z.object({ organisationId: idParam, key: factName })
export const formPath = z.object({ organisationId: idParam, form: factName })
export const backQuery = z.object({ back: typed })
export const formQuery = z.object({ after: typed, at: typed })

export const answerForm = z.object({ value: ticks, 'value-unknown': typed, back: typed })
export type TypedAnswer = z.output<typeof answerForm>
export const formAnswer = answerForm.extend({ fact: factName })
