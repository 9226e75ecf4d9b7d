// What CACAO has no field for and our steps need: owner by role, due time, effect on care; an extension of CACAO, by its rules.
// SPDX-License-Identifier: EUPL-1.2
import { nameUuid } from '@salus/standards/cacao'
import { z } from 'zod'
import { outcomes, tracks } from './playbook.ts'

/** CACAO 2.0, section 8: an extension is named by an identifier and defined in the document that uses it. */
export const humanStepExtension = {
  id: `extension-definition--${nameUuid('human step')}`,
  definition: {
    type: 'extension-definition',
    name: 'Steps for people in a hospital',
    description: 'Who does a step, by when, who decides, and what it does to care.',
    schema: 'urn:salus:cacao:human-step',
    version: '1',
  },
} as const

const maybeText = z.string().max(4_000).nullable()
const fact = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/)

/** Comes from outside as well: what does not fit is told and left aside. */
export const stepFacts = z.object({
  type: z.literal('human-step'),
  id: fact,
  kind: z.enum(['action', 'decision']),
  track: z.enum(tracks),
  role: fact,
  dueMinutes: z
    .int()
    .min(0)
    .max(90 * 24 * 60)
    .nullable(),
  clinicianDecides: z.boolean(),
  containment: z.boolean().optional(),
  outcomes: z.array(z.enum(outcomes)).min(1).optional(),
  because: maybeText,
  effectOnCare: maybeText,
  safety: maybeText,
  doneWhen: maybeText,
  ifCannot: maybeText,
  answers: z.record(z.string().max(250), z.string().min(1).max(4_000)).optional(),
})
export type StepFacts = z.output<typeof stepFacts>

/** Null: the step carries none. */
export function factsOf(other: Readonly<Record<string, unknown>>): StepFacts | 'unreadable' | null {
  const extensions = other.step_extensions
  if (
    extensions === null ||
    typeof extensions !== 'object' ||
    !Object.hasOwn(extensions, humanStepExtension.id)
  )
    return null
  const parsed = stepFacts.safeParse(Reflect.get(extensions, humanStepExtension.id))
  return parsed.success ? parsed.data : 'unreadable'
}
