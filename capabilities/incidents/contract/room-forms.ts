// What the forms of a room send: texts as typed, to be read by each form, so that a fault gives everything back.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { factKeys } from '../fact-keys.ts'

const typed = z.string().default('')

/** Of any length up to what a request may hold: too long is a fault beside the field, not a lost form. */
function fields<const N extends string>(...names: readonly N[]) {
  return z.object(Object.fromEntries(names.map((name) => [name, typed])) as Record<N, typeof typed>)
}

export const openForm = fields(
  'formToken',
  'memberId',
  'kind',
  'title',
  'description',
  'awareAt',
  'phone',
  'exercise',
)
export const noteForm = fields('kind', 'text', 'happenedAt')
export const taskForm = fields('kind', 'title', 'toWhom', 'owner', 'dueAt')
export const taskEndForm = fields('state', 'outcome')
export const taskOwnerForm = fields('owner', 'dueAt')
export const serviceForm = fields('state', 'expectedAt', 'divertedTo', 'note')
export const significanceForm = fields(
  'severeDisruption',
  'financialLoss',
  'damageToOthers',
  'inDoubt',
  'because',
)
export const criticalForm = fields('answer', 'because')
export const doneForm = fields('at', 'because')
export const takeBackForm = fields('because')
export const inboundForm = fields('at', 'because')
export const ownerForm = fields('owner', 'because')
export const assetForm = fields('assetId', 'note')
export const indicatorForm = fields('lines', 'type', 'note')
export const evidenceForm = fields('takenFrom', 'takenAt')
export const handOverForm = fields('toWhom')
export const guestForm = fields('name', 'ofWhom', 'may', 'days')
export const settingsForm = fields('title', 'kind', 'tlp')
export const closeForm = fields('note')
/** What a browser sends beside a button: nothing of its own. */
export const buttonForm = z.object({})

/** Three fields for each fact: what was typed, what stood there when the page was sent, and "it stays so". */
export const factsForm = fields(
  'source',
  'confidence',
  'reason',
  ...factKeys.flatMap((key) => [`fact-${key}`, `was-${key}`, `again-${key}`] as const),
)

/** Most characters, as the columns of migrations/0019 hold them. */
export const limits = {
  title: 200,
  taskTitle: 300,
  name: 200,
  place: 300,
  source: 300,
  serviceNote: 1_000,
  note: 4_000,
  reason: 4_000,
  because: 2_000,
  outcome: 1_000,
  description: 8_000,
  phone: 40,
  /** The answer of a decision. */
  owner: 60,
} as const
