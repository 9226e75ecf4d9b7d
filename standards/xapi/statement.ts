// Statements of the Experience API (xAPI 1.0.3): somebody without a name completed a course, and how it went.
// SPDX-License-Identifier: EUPL-1.2

export const xapiVersion = '1.0.3'

/** Verbs of ADL's vocabulary. */
const verbs = {
  completed: 'http://adlnet.gov/expapi/verbs/completed',
  passed: 'http://adlnet.gov/expapi/verbs/passed',
  failed: 'http://adlnet.gov/expapi/verbs/failed',
} as const
export type Verb = keyof typeof verbs

const courseType = 'http://adlnet.gov/expapi/activities/course'

export type LanguageMap = Readonly<Record<string, string>>

export interface Statement {
  readonly id: string
  readonly actor: {
    readonly objectType: 'Agent'
    readonly account: { readonly homePage: string; readonly name: string }
  }
  readonly verb: { readonly id: string; readonly display: LanguageMap }
  readonly object: {
    readonly objectType: 'Activity'
    readonly id: string
    readonly definition: { readonly type: string; readonly name: LanguageMap }
  }
  readonly result: {
    readonly completion: boolean
    readonly success?: boolean
    readonly score?: { readonly scaled: number; readonly raw: number; readonly min: 0; readonly max: number }
  }
  readonly context: { readonly platform: string }
  readonly timestamp: string
  readonly version: typeof xapiVersion
}

export interface Experience {
  /** UUID (RFC 9562), the same in every export. */
  readonly id: string
  /** Who, as a number that leads to nobody, at an address of whoever gave it. */
  readonly account: { readonly homePage: string; readonly name: string }
  readonly verb: Verb
  readonly course: { readonly iri: string; readonly name: LanguageMap }
  /** Right answers among questions; null where they are not to be said. */
  readonly score: { readonly right: number; readonly questions: number } | null
  readonly platform: string
  readonly at: Date
}

export function statementOf({ id, account, verb, course, score, platform, at }: Experience): Statement {
  return {
    id,
    actor: { objectType: 'Agent', account },
    verb: { id: verbs[verb], display: { en: verb } },
    object: {
      objectType: 'Activity',
      id: course.iri,
      definition: { type: courseType, name: course.name },
    },
    result: {
      completion: true,
      ...(verb === 'completed' ? {} : { success: verb === 'passed' }),
      ...(score
        ? { score: { scaled: score.right / score.questions, raw: score.right, min: 0, max: score.questions } }
        : {}),
    },
    context: { platform },
    timestamp: at.toISOString(),
    version: xapiVersion,
  }
}

/** One statement a line, as record stores take them in bulk. */
export function jsonLines(statements: readonly Statement[]): string {
  return statements.map((one) => `${JSON.stringify(one)}\n`).join('')
}
