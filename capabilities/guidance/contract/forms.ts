// What forms send, as typed; what a person can correct is checked by the page and not refused here.
// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { idParam, memberPath } from '../../../platform/http/input.ts'

/** More than the longest field takes, so that a text that is a little too long comes back with its fault. */
const maxTypedLength = 10_000
const maxTicks = 20
/** Two fields for each question. */
const maxFields = 300

const typed = z.string().max(maxTypedLength).default('')
const word = z.string().max(80)
const ticks = z
  .union([word, z.array(word).max(maxTicks)])
  .default([])
  .transform((value) => (typeof value === 'string' ? [value] : value))
/** So that the same form sent twice is one; a form without a good one is always new. */
const formToken = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,100}$/)
  .catch(() => randomUUID())
const key = z.string().regex(/^[a-z0-9-]{1,80}$/)

export const sizeQuery = z.object({ size: word.default(''), letter: word.default('') })
export const languageQuery = z.object({ language: word.default('') })
export const compareQuery = z.object({ a: word.default(''), b: word.default('') })

export const measurePath = memberPath.extend({ key })
export const taskPath = measurePath.extend({ task: key })
export const taskForm = z.object({ note: typed, done: word.default('yes'), size: word.default('') })

export const purchaseForm = z.object({
  name: typed,
  kinds: ticks,
  supplier: typed,
  'touch-patient-data': word.default(''),
  'touch-network': word.default(''),
  'touch-remote-access': word.default(''),
  'touch-clinical-service': word.default(''),
  formToken,
})
export type TypedPurchase = z.output<typeof purchaseForm>

export const purchasePath = memberPath.extend({ purchaseId: idParam })
export const choicePath = purchasePath.extend({ item: key })
export const choiceForm = z.object({ because: typed, take: word.default('') })

export const sheetForm = z.object({ supplier: typed, language: word.default(''), formToken })
export type TypedSheet = z.output<typeof sheetForm>
export const sheetPath = purchasePath.extend({ sheetId: idParam })
export const linkPath = sheetPath.extend({ linkId: idParam })
export const filePath = sheetPath.extend({ fileId: idParam })
export const factPath = sheetPath.extend({ fact: z.string().regex(/^[a-z0-9.-]{2,80}$/) })
export const factForm = z.object({ value: word.default(''), take: word.default('') })

export const tokenPath = z.object({ token: z.string().max(100) })
export const guestQuery = z.object({ language: word.default(''), saved: word.default('') })
/** The fields of a sheet are named by its questions, so any names are let through, within limits. */
export const answersForm = z
  .record(z.string().max(120), z.union([z.string().max(maxTypedLength), z.array(z.string()).max(maxTicks)]))
  .refine((fields) => Object.keys(fields).length <= maxFields, 'has more fields than a sheet can have')
export type TypedAnswers = z.output<typeof answersForm>
