// A form: which facts are asked in which order and under which condition; its answers are facts, so each is asked once.
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod'
import { conditionSchema, isMet } from './condition.ts'
import { type FactKey, factKeyPattern } from './fact-key.ts'
import type { Facts } from './statement.ts'
import { textsSchema } from './texts.ts'

export const formSchema = z.strictObject({
  key: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  title: textsSchema,
  intro: textsSchema,
  sections: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
        title: textsSchema,
        questions: z
          .array(
            z.strictObject({
              fact: z.string().regex(factKeyPattern),
              /** Asked from this depth on: 1 the shortest. */
              depth: z.union([z.literal(1), z.literal(2), z.literal(3)]).default(1),
              /** Asked unless this certainly does not hold: an unknown condition asks. */
              when: conditionSchema.default({}),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
})
export type Form = z.output<typeof formSchema>
export type FormQuestion = Form['sections'][number]['questions'][number]

export type Standing = 'open' | 'old' | 'answered' | 'not-asked'

export interface AskedQuestion {
  readonly section: string
  readonly question: FormQuestion
  /** `not-asked`: its condition does not hold. `old`: answered, but asked again. */
  readonly standing: Standing
}

/** Every question of that depth in the order of the form, with how it stands. */
export function questionsOf(
  form: Form,
  facts: Facts,
  options: { readonly depth?: 1 | 2 | 3 } = {},
): readonly AskedQuestion[] {
  return form.sections.flatMap(({ key, questions }) =>
    questions
      .filter(({ depth }) => depth <= (options.depth ?? 3))
      .map((question) => ({ section: key, question, standing: standingOf(question, facts) })),
  )
}

function standingOf(question: FormQuestion, facts: Facts): Standing {
  if (isMet(question.when, facts).answer === 'no') return 'not-asked'
  const fact = facts(question.fact)
  if (!fact) return 'open'
  return fact.isOld ? 'old' : 'answered'
}

/** The next to ask: open or old, after the given one, else from the beginning. */
export function nextQuestion(
  questions: readonly AskedQuestion[],
  after: string | null,
): AskedQuestion | null {
  const at = questions.findIndex(({ question }) => question.fact === after)
  const isDue = ({ standing }: AskedQuestion) => standing === 'open' || standing === 'old'
  return questions.slice(at + 1).find(isDue) ?? questions.find(isDue) ?? null
}

export function faultsOfForm(form: Form, keys: ReadonlyMap<string, FactKey>): readonly string[] {
  const asked = form.sections.flatMap(({ questions }) => questions)
  return [
    ...asked.flatMap(({ fact }, index) =>
      asked.findIndex((one) => one.fact === fact) < index ? [`${form.key}: ${fact} is asked twice`] : [],
    ),
    ...asked.flatMap(({ fact }) => {
      const key = keys.get(fact)
      if (!key) return [`${form.key}: there is no fact ${fact}`]
      return key.question === null || key.retired ? [`${form.key}: nobody can be asked ${fact}`] : []
    }),
    ...asked.flatMap(({ fact, when }) =>
      Object.keys(when)
        .filter((name) => !keys.has(name))
        .map((name) => `${form.key}, ${fact}: there is no fact ${name}`),
    ),
  ]
}
