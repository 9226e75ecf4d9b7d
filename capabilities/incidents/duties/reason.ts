// A reason as data: a code with its values, so that each reader has it in the own language and the journal keeps it.
// SPDX-License-Identifier: EUPL-1.2
import type { TranslationKey } from '../../../platform/i18n/index.ts'
import type { ConditionFact } from './condition-facts.ts'
import type { MomentKey } from './moments.ts'

/** What an explanation puts into its sentence; `text` is a name such as that of a law, the same in every language. */
export type ReasonValue =
  | { readonly is: 'instant'; readonly at: string }
  | { readonly is: 'day'; readonly day: string }
  | { readonly is: 'count'; readonly count: number }
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'country'; readonly code: string }
  | { readonly is: 'moment'; readonly moments: readonly MomentKey[] }
  | { readonly is: 'facts'; readonly facts: readonly ConditionFact[] }
  | { readonly is: 'rule'; readonly key: string }

type CodeOf<K> = K extends `duties.because.${infer Code}` ? Code : never
/** Each has its words under `duties.because.<code>`. */
export type ReasonCode = CodeOf<TranslationKey>

export interface Reason {
  readonly code: ReasonCode
  readonly values?: Readonly<Record<string, ReasonValue>>
}

export const instant = (at: Date): ReasonValue => ({ is: 'instant', at: at.toISOString() })
export const count = (number: number): ReasonValue => ({ is: 'count', count: number })
export const text = (words: string): ReasonValue => ({ is: 'text', text: words })

/** For codes that stand in data: a test checks that each code of rules and conditions has its words. */
export function reasonFromData(code: string): Reason {
  return { code: code as ReasonCode }
}
