// A course for one role: short lessons with a scene from the house, and a quiz whose answers are explained.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { textsSchema } from '../../facts/index.ts'

export const courseRoles = [
  'ward',
  'reception',
  'doctor',
  'pharmacy-laboratory',
  'biomedical',
  'it',
  'board',
] as const
export type CourseRole = (typeof courseRoles)[number]

const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

const quizQuestion = z
  .strictObject({
    key,
    question: textsSchema,
    choices: z
      .array(z.strictObject({ key, text: textsSchema, right: z.boolean() }))
      .min(2)
      .max(5),
    /** Shown after answering, right or wrong. */
    explanation: textsSchema,
  })
  .refine(({ choices }) => choices.filter(({ right }) => right).length === 1, 'exactly one choice is right')

export const courseBody = z.strictObject({
  role: z.enum(courseRoles),
  minutes: z.int().min(1).max(60),
  /** What one can do afterwards. */
  goals: z.array(textsSchema).min(1).max(4),
  lessons: z
    .array(
      z.strictObject({
        key,
        title: textsSchema,
        /** A scene from the house: who, where, what happens. Null in lessons that explain. */
        scene: textsSchema.nullable(),
        /** Paragraphs parted by empty lines. */
        text: textsSchema,
        /** To remember, one line each. */
        remember: z.array(textsSchema).max(4),
      }),
    )
    .min(2)
    .max(8),
  quiz: z.array(quizQuestion).min(3).max(10),
  passPercent: z.int().min(50).max(100),
  /** How long the certificate counts. */
  validMonths: z.int().min(1).max(60),
})
