// What can be known about an organisation: each fact once, with the shape of its value and the question that asks for it.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { textsSchema } from './texts.ts'

/** Lower case, words parted by hyphens, parts by dots: `backup.restore-tested`. Never changes its meaning. */
export const factKeyPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/

const choice = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
/** "Don't know" is an answer to every question, so it is a choice of none. */
const choices = z
  .array(choice)
  .min(2)
  .max(60)
  .refine((all) => !all.includes('unknown'), '"unknown" is an answer to every question, not a choice')

const shape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answer') }),
  z.strictObject({ kind: z.literal('choice'), choices }),
  z.strictObject({ kind: z.literal('several'), choices }),
  z.strictObject({
    kind: z.literal('number'),
    unit: z.enum(['people', 'beds', 'things', 'hours', 'days', 'months', 'euro', 'percent']),
    min: z.int().min(0).default(0),
    max: z.int().max(1_000_000_000_000),
  }),
])
export type FactShape = z.output<typeof shape>

export const factGroups = [
  'organisation',
  'care',
  'systems',
  'devices',
  'suppliers',
  'people',
  'access',
  'protection',
  'detection',
  'response',
  'recovery',
  'law',
] as const
export type FactGroup = (typeof factGroups)[number]

export const factSources = [
  'profile',
  'inventory',
  'alerts',
  'incidents',
  'readiness',
  'training',
  'exercise',
  'sensor',
  'answer',
  'rule',
  'centre',
  'authority',
] as const
export type FactSource = (typeof factSources)[number]

export const factKeySchema = z
  .strictObject({
    key: z.string().regex(factKeyPattern).max(80),
    /** Raised when the meaning of the question or of a choice changes; older answers stay readable and are asked again. */
    version: z.int().min(1),
    group: z.enum(factGroups),
    shape,
    /** Set: the platform reads it from there and nobody is asked. Null: a person of the organisation answers. */
    readFrom: z.enum(factSources).nullable(),
    /** From then on an answer is shown as old and asked again. Null: it does not age. */
    agesAfterDays: z.int().min(1).nullable(),
    /** A noun: "Beds". */
    label: textsSchema,
    question: textsSchema.nullable(),
    /** Why we ask, one or two sentences. */
    why: textsSchema.nullable(),
    /** What counts, for somebody who is in doubt. */
    help: textsSchema.nullable(),
    /** One for each choice; none for yes, no and numbers. */
    choiceLabels: z.record(choice, textsSchema).default({}),
    /** Nobody is asked any more; old answers stay readable. */
    retired: z.boolean().default(false),
  })
  .superRefine((key, context) => {
    const wanted: readonly string[] = 'choices' in key.shape ? key.shape.choices : []
    for (const one of wanted)
      if (!(one in key.choiceLabels))
        context.addIssue({ code: 'custom', path: ['choiceLabels', one], message: 'has no words' })
    for (const one of Object.keys(key.choiceLabels))
      if (!wanted.includes(one))
        context.addIssue({ code: 'custom', path: ['choiceLabels', one], message: 'is no choice' })
    if (key.readFrom === null && (!key.question || !key.why))
      context.addIssue({
        code: 'custom',
        path: ['question'],
        message: 'a person is asked, but question or why lacks',
      })
  })
export type FactKey = z.output<typeof factKeySchema>

/** What a file of `keys/` holds: the facts of one matter. */
export const factKeyFileSchema = z.array(factKeySchema).min(1)

/** Answers and choices are words, several choices a list, numbers numbers; `unknown` fits every shape. */
export type FactValue = string | number | readonly string[]

export function isValueOf({ shape: kind }: Pick<FactKey, 'shape'>, value: FactValue): boolean {
  if (value === 'unknown') return true
  switch (kind.kind) {
    case 'answer':
      return value === 'yes' || value === 'no'
    case 'choice':
      return typeof value === 'string' && kind.choices.includes(value)
    case 'several':
      return (
        Array.isArray(value) &&
        new Set(value).size === value.length &&
        value.every((one) => kind.choices.includes(one))
      )
    case 'number':
      return (
        typeof value === 'number' && Number.isSafeInteger(value) && value >= kind.min && value <= kind.max
      )
  }
}
