// What the page for the first minute sends: whatever of it cannot be read counts as not answered, never as a reason to refuse.
// SPDX-License-Identifier: EUPL-1.2
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { isLocale } from '../../../platform/i18n/index.ts'
import { dangers, type FirstAnswers, sights, spreadings, stillWorking } from '../first-contact.ts'
import { firstSteps, stepOutcomes } from '../first-steps.ts'

/** Characters; what is longer is cut, and the cut is seen. */
export const maxLineCharacters = 120
export const maxPhoneCharacters = 40
export const maxWordsCharacters = 1500
/** Digits; the longest number in the world has 15 (ITU-T E.164), and an extension may follow. */
const minPhoneDigits = 5
const maxPhoneDigits = 22
const maxTokenCharacters = 100

export function newFormToken(): string {
  return randomBytes(16).toString('base64url')
}

// Line ends and direction marks would let a name of one line look like something else in a message.
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu
const unseenButLineEnds = /[^\P{Cc}\n]+|[\u202a-\u202e\u2066-\u2069]+/gu

function cut(text: string, maxCharacters: number): string {
  const characters = [...text]
  return characters.length <= maxCharacters ? text : `${characters.slice(0, maxCharacters - 1).join('')}…`
}

const line = (maxCharacters: number) =>
  z
    .string()
    .catch('')
    .transform((typed) => cut(bounded(typed, maxCharacters).replace(unseen, ' ').trim(), maxCharacters))

const words = z
  .string()
  .catch('')
  .transform((typed) => {
    const text = bounded(typed, maxWordsCharacters).replace(/\r\n?/g, '\n').replace(unseenButLineEnds, ' ')
    return cut(text.trim(), maxWordsCharacters)
  })

/** Before any pattern runs; four times as much, so that what was cut off is still seen to be longer. */
function bounded(typed: string, maxCharacters: number): string {
  return typed.slice(0, maxCharacters * 4).toWellFormed()
}

const ticked = <const C extends readonly string[]>(choices: C) =>
  z
    .union([z.string().transform((one) => [one]), z.array(z.string()).max(choices.length)])
    .catch([])
    .transform((given) => choices.filter((choice): choice is C[number] => given.includes(choice)))

const language = z
  .string()
  .transform((name) => (isLocale(name) ? name : null))
  .nullable()
  .catch(null)

export const firstContactForm = z.object({
  formToken: z
    .string()
    .regex(/^[A-Za-z0-9_-]{22}$/)
    .catch(newFormToken),
  language,
  danger: z.enum(dangers).nullable().catch(null),
  spreading: z.enum(spreadings).nullable().catch(null),
  sights: ticked(sights),
  works: ticked(stillWorking),
  decider: line(maxLineCharacters),
  deciderPhone: line(maxPhoneCharacters),
  phone: line(maxPhoneCharacters),
  name: line(maxLineCharacters),
  site: line(maxLineCharacters),
  words,
  hospital: line(maxLineCharacters),
  town: line(maxLineCharacters),
})
export type FirstContact = z.output<typeof firstContactForm>

export const stepForm = z.object({
  step: z.enum(firstSteps).nullable().catch(null),
  outcome: z.enum(stepOutcomes).nullable().catch(null),
})

export const nightQuery = z.object({
  language,
  /** The word of a case that was opened before, to come back to its page. */
  word: line(maxLineCharacters),
  /** The code of a card as somebody typed it. */
  code: line(maxTokenCharacters),
  /** After sending without a card: what to do, and whether nobody could be told. */
  do: z.enum(firstSteps).nullable().catch(null),
  nobody: z
    .literal('yes')
    .transform(() => true)
    .catch(false),
})
export type NightQuery = z.output<typeof nightQuery>

export const cardPath = z.object({ token: z.string().max(maxTokenCharacters) })
export const casePath = cardPath.extend({ caseKey: z.string().max(maxTokenCharacters) })

export const cardForm = z.object({
  place: line(maxLineCharacters),
  realm: z.enum(['real', 'exercise']).catch('real'),
})

export type PhoneFault = 'missing' | 'unreadable'

/** The officer rings it by hand, so an extension in words is fine; only a number must be in it. */
export function phoneFault(phone: string): PhoneFault | null {
  if (phone === '') return 'missing'
  const digits = phone.normalize('NFKC').replace(/\D/g, '').length
  return digits >= minPhoneDigits && digits <= maxPhoneDigits ? null : 'unreadable'
}

/** Not answered is the same as not known, and never a no. */
export function answersOf(contact: FirstContact): FirstAnswers {
  return {
    danger: contact.danger ?? 'unknown',
    spreading: contact.spreading ?? 'unknown',
    sights: contact.sights,
    works: contact.works,
    decider: contact.decider || null,
    deciderPhone: contact.deciderPhone || null,
    words: contact.words || null,
  }
}
