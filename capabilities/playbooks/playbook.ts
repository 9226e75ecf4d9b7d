// A playbook as data: steps owned by roles, decisions, branches side by side; and the texts of one language.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'

/** Who does a step; a library playbook names no other. */
export const roles = [
  'it',
  'clinical-lead',
  'management',
  'duty-officer',
  'communications',
  'biomedical',
  'laboratory',
  'imaging',
  'pharmacy',
  'data-protection',
  'facilities',
  'ward',
] as const

/** What may happen that a playbook is for. */
export const incidentKinds = [
  'ransomware',
  'ehr-down',
  'imaging-down',
  'laboratory-down',
  'device-suspected',
  'supplier-compromised',
  'data-published',
  'telephone-down',
  'domain-controller-lost',
] as const
export type IncidentKind = (typeof incidentKinds)[number]

export const tracks = ['technical', 'clinical', 'both'] as const
export const outcomes = ['done', 'cannot'] as const
export type Track = (typeof tracks)[number]
export type Outcome = (typeof outcomes)[number]

/** Most steps of one playbook, most branches or answers of one step. */
export const maxSteps = 2_000
export const maxWays = 100
/** A due time beyond three months is no matter of an emergency. */
const maxDueMinutes = 90 * 24 * 60
const maxTextCharacters = 4_000
const maxLines = 100

const key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/)
const owned = {
  id: key,
  track: z.enum(tracks),
  role: key,
  /** Minutes after the start of the run; null: no time is set. */
  dueMinutes: z.int().min(0).max(maxDueMinutes).nullable(),
  /** A clinician decides, not the person who carries it out. */
  clinicianDecides: z.boolean(),
}
const action = z.strictObject({
  ...owned,
  kind: z.literal('action'),
  /** It cuts something off, so that care may depend on it. */
  containment: z.boolean(),
  outcomes: z.array(z.enum(outcomes)).min(1),
  /** Null ends the way. */
  next: key.nullable(),
  /** Where it goes on when it cannot be done; otherwise as after "done". */
  onCannot: key.optional(),
})
const decision = z.strictObject({
  ...owned,
  kind: z.literal('decision'),
  answers: z
    .array(z.strictObject({ key, next: key.nullable() }))
    .min(1)
    .max(maxWays),
})
/** Its branches are open at the same time; `join` opens when each has arrived there or ended. */
const parallel = z.strictObject({
  id: key,
  kind: z.literal('parallel'),
  branches: z.array(key).min(1).max(maxWays),
  join: key,
})
const end = z.strictObject({ id: key, kind: z.literal('end') })
const step = z.discriminatedUnion('kind', [action, decision, parallel, end])

export const playbookSchema = z.strictObject({
  key,
  version: z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/),
  validFrom: z.iso.date(),
  /** Name and date of who looked at it; null: nobody has, and every screen and print says so. */
  reviewedBy: z.strictObject({
    clinical: z.string().min(1).nullable(),
    technical: z.string().min(1).nullable(),
  }),
  startedBy: z.array(z.enum(incidentKinds)),
  roles: z.array(key),
  start: key,
  steps: z.array(step).min(1).max(maxSteps),
})

export type Playbook = z.output<typeof playbookSchema>
export type PlaybookStep = Playbook['steps'][number]
export type ActionStep = Extract<PlaybookStep, { kind: 'action' }>
export type DecisionStep = Extract<PlaybookStep, { kind: 'decision' }>
/** What a person does; branches and ends are only ways between. */
export type HumanStep = ActionStep | DecisionStep

export function isHuman(one: PlaybookStep): one is HumanStep {
  return one.kind === 'action' || one.kind === 'decision'
}

export function isReviewed({ reviewedBy }: Pick<Playbook, 'reviewedBy'>): boolean {
  return reviewedBy.clinical !== null && reviewedBy.technical !== null
}

const text = z.string().trim().min(1).max(maxTextCharacters)
/** Left out, null or empty all mean that there is nothing to say. */
const maybeText = z
  .string()
  .max(maxTextCharacters)
  .nullish()
  .transform((said) => said?.trim() || null)

const stepTexts = z.strictObject({
  title: text,
  do: z.array(text).max(maxLines).default([]),
  because: maybeText,
  effectOnCare: maybeText,
  safety: maybeText,
  doneWhen: maybeText,
  ifCannot: maybeText,
  answers: z.record(z.string(), text).default({}),
})

export const textsSchema = z.strictObject({
  name: text,
  summary: maybeText,
  useWhen: maybeText,
  notFor: maybeText,
  roles: z.record(z.string(), text),
  steps: z.record(z.string(), stepTexts),
})

/** The words of a playbook in one language. */
export type PlaybookTexts = z.output<typeof textsSchema>
export type StepTexts = PlaybookTexts['steps'][string]

/** A playbook with all its words: what a run keeps for ever, whatever becomes of the library. */
export interface WholePlaybook {
  readonly playbook: Playbook
  readonly origin: 'own' | 'imported'
  /** By language; an imported one has the one it was written in, which may be unknown (`und`, BCP 47). */
  readonly texts: Readonly<Record<string, PlaybookTexts>>
  /** TLP 2.0 level of an imported one; null: not marked. */
  readonly tlp: string | null
}

/** The words in this language, else in English, else in the one there is. */
export function textsIn(
  { texts }: Pick<WholePlaybook, 'texts'>,
  language: string,
): { readonly language: string; readonly texts: PlaybookTexts } {
  for (const wanted of [language, 'en', ...Object.keys(texts)]) {
    const found = Object.hasOwn(texts, wanted) ? texts[wanted] : undefined
    if (found) return { language: wanted, texts: found }
  }
  throw new Error('a playbook has no words in any language')
}
