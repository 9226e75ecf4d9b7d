// The guided decision whether an incident is significant under NIS2 Art. 23(3), with its reasons.
// SPDX-License-Identifier: EUPL-1.2
import { type Reason, text } from './duties/reason.ts'
import type { Threshold } from './duties/rule.ts'

/** The three questions: (a) severe operational disruption, financial loss; (b) considerable damage to other persons. */
export const significanceQuestions = ['severeDisruption', 'financialLoss', 'damageToOthers'] as const
export type SignificanceQuestion = (typeof significanceQuestions)[number]
export const significanceAnswers = ['happened', 'possible', 'no', 'unknown'] as const
export type SignificanceAnswer = (typeof significanceAnswers)[number]

/** What is left out is unknown. */
export type SignificanceFacts = Readonly<Partial<Record<SignificanceQuestion, string>>>
export type SignificanceFigures = Readonly<Partial<Record<Threshold['fact'], number>>>

export interface Significance {
  readonly answer: 'yes' | 'no' | 'unknown'
  readonly because: readonly Reason[]
  /** Questions that nobody has answered yet. With an answer "unknown": in doubt, report. */
  readonly lacking: readonly SignificanceQuestion[]
}

/**
 * "Capable of causing" counts as much as what happened. A figure of national law that is reached settles it; one that is
 * not reached settles nothing, since the directive's own test stays.
 */
export function significanceOf(
  facts: SignificanceFacts,
  figures: SignificanceFigures = {},
  thresholds: readonly Threshold[] = [],
): Significance {
  const answered = (answer: SignificanceAnswer) =>
    significanceQuestions.filter((question) => (facts[question] ?? 'unknown') === answer)
  const reached = thresholds.filter(({ fact, atLeast }) => (figures[fact] ?? -1) >= atLeast)
  const lacking = answered('unknown')
  const because: Reason[] = [
    ...reached.map(
      ({ source }): Reason => ({ code: 'significance-threshold', values: { source: text(source.title) } }),
    ),
    ...about('significance-happened', answered('happened')),
    ...about('significance-possible', answered('possible')),
  ]
  if (because.length > 0) return { answer: 'yes', because, lacking }
  if (lacking.length > 0) return { answer: 'unknown', because: about('significance-open', lacking), lacking }
  return { answer: 'no', because: about('significance-none', answered('no')), lacking }
}

function about(
  code: 'significance-happened' | 'significance-possible' | 'significance-open' | 'significance-none',
  facts: readonly SignificanceQuestion[],
): Reason[] {
  return facts.length === 0 ? [] : [{ code, values: { facts: { is: 'facts', facts } } }]
}
