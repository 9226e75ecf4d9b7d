// The questions that led to an urgency, the result last.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import type { Urgency } from './urgency-tag.tsx'

export interface DecisionPathProps {
  readonly questions: readonly {
    readonly question: ComponentChildren
    readonly answer: ComponentChildren
    readonly because?: ComponentChildren
    /** The fact is missing; the step is dashed. */
    readonly unknown?: boolean
  }[]
  readonly result: {
    readonly urgency: Urgency
    readonly lead: string
    readonly answer: ComponentChildren
    readonly because?: ComponentChildren
  }
}

export function DecisionPath({ questions, result }: DecisionPathProps) {
  return (
    <ol class={`s-path s-path--${result.urgency}`}>
      {questions.map(({ question, answer, because, unknown }, index) => (
        <li key={index} class={unknown ? 'is-open' : undefined}>
          <span>{question}</span>
          <span>
            <b>{answer}</b> {because}
          </span>
        </li>
      ))}
      <li class="is-result">
        <span>{result.lead}</span>
        <span>
          <b>{result.answer}</b> {result.because}
        </span>
      </li>
    </ol>
  )
}
