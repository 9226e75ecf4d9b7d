// The yearly check: its depths, how far it is, and what must be asked again.
// SPDX-License-Identifier: EUPL-1.2
import { type AskedQuestion, type FactKey, type Facts, type Form, questionsOf } from '../facts/index.ts'
import type { Asked } from './score.ts'

export const depths = [1, 2, 3] as const
export type Depth = (typeof depths)[number]

export interface Check {
  readonly organisationId: number
  readonly id: number
  readonly year: number
  readonly depth: Depth
  readonly formVersion: string
  readonly openedAt: Date
  readonly openedByName: string
  readonly closedAt: Date | null
  readonly closedByName: string | null
}

/** How an answer of this check came about; its value is a fact. */
export interface CheckAnswer {
  readonly fact: string
  readonly language: string
  readonly note: string | null
  readonly evidenceUrl: string | null
  readonly recordedAt: Date
  /** As the journal names it: `person:12`, `link:5`. */
  readonly recordedBy: string
  readonly recordedByName: string
}

export interface Progress {
  /** Those that concern this house, in the order of the form. */
  readonly questions: readonly AskedQuestion[]
  readonly answered: number
  readonly open: readonly AskedQuestion[]
  /** Answered with "don't know". */
  readonly unknown: readonly AskedQuestion[]
}

export function progressOf(form: Form, facts: Facts, depth: Depth): Progress {
  const questions = questionsOf(form, facts, { depth }).filter(({ standing }) => standing !== 'not-asked')
  const open = questions.filter(({ standing }) => standing !== 'answered')
  return {
    questions,
    open,
    answered: questions.length - open.length,
    unknown: questions.filter(({ question }) => facts(question.fact)?.value === 'unknown'),
  }
}

/** What the form asks of this house in that depth, as the figures need it. */
export function askedOf(form: Form, facts: Facts, depth: Depth): Asked {
  const questions = questionsOf(form, facts)
  const factsWhere = (is: (one: AskedQuestion) => boolean) =>
    new Set(questions.filter(is).map(({ question }) => question.fact))
  return {
    notAsked: factsWhere(({ standing }) => standing === 'not-asked'),
    notYet: factsWhere(({ question }) => question.depth > depth),
  }
}

/** How many questions a depth asks of this house. */
export function countAt(form: Form, facts: Facts, depth: Depth): number {
  return progressOf(form, facts, depth).questions.length
}

export type AskAgain = 'new-question' | 'changed-question' | 'old-answer'

/**
 * What a newer form asks that the closed check does not answer: questions that are new, questions whose meaning
 * changed since, and answers that have grown old.
 */
export function askAgainOf(
  form: Form,
  keys: ReadonlyMap<string, FactKey>,
  facts: Facts,
  before: {
    readonly depth: Depth
    readonly answers: readonly { readonly fact: string; readonly keyVersion: number }[]
  },
): readonly { readonly question: AskedQuestion; readonly because: AskAgain }[] {
  const known = new Map(before.answers.map(({ fact, keyVersion }) => [fact, keyVersion]))
  return progressOf(form, facts, before.depth).open.map((question) => {
    const { fact } = question.question
    const version = known.get(fact)
    if (version === undefined) return { question, because: 'new-question' }
    return { question, because: version < (keys.get(fact)?.version ?? 1) ? 'changed-question' : 'old-answer' }
  })
}
