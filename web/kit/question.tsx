// One question to a page: why it is asked, the answers, "I don't know" as a good answer, and what counts.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import type { Choice } from './choice.tsx'
import { Choices } from './choice.tsx'
import { Details } from './details.tsx'
import { describedBy, FieldError } from './field.tsx'
import { ReasonLine } from './reason-line.tsx'

export interface QuestionProps {
  readonly name: string
  /** The question is the title of its page. */
  readonly title: string
  /** One message with its lead in <b>: "<b>Why we ask</b> …", and what was answered before. */
  readonly why: ComponentChildren
  readonly error?: string | undefined
  readonly answer:
    | {
        readonly kind: 'one' | 'several'
        readonly choices: readonly Choice[]
        readonly chosen: readonly string[]
      }
    | { readonly kind: 'number'; readonly label: string; readonly typed: string }
  readonly unknown: { readonly label: string; readonly hint: string; readonly isChosen: boolean }
  /** What counts, and where the answer goes; folded. */
  readonly help: { readonly summary: string; readonly text: ComponentChildren } | null
}

/** Several choices and numbers send "I don't know" as `<name>-unknown`, one choice as the value `unknown`. */
export function Question({ name, title, why, error, answer, unknown, help }: QuestionProps) {
  return (
    <>
      <div class={error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
        <fieldset class="govuk-fieldset" aria-describedby={describedBy(name, { error })}>
          <legend class="govuk-fieldset__legend">
            <h1 class="s-question">{title}</h1>
          </legend>
          <ReasonLine>{why}</ReasonLine>
          {error && <FieldError id={name}>{error}</FieldError>}
          <div class="s-question__answers">
            {answer.kind === 'number' ? (
              <NumberAnswer name={name} answer={answer} hasError={error !== undefined} />
            ) : (
              <Choices
                type={answer.kind === 'one' ? 'radio' : 'checkbox'}
                id={name}
                name={name}
                choices={answer.kind === 'one' ? [...answer.choices, unknownChoice(unknown)] : answer.choices}
                chosen={answer.kind === 'one' && unknown.isChosen ? ['unknown'] : answer.chosen}
                look="small"
              />
            )}
            {answer.kind !== 'one' && (
              <Choices
                type="checkbox"
                id={`${name}-unknown`}
                name={`${name}-unknown`}
                choices={[unknownChoice(unknown)]}
                chosen={unknown.isChosen ? ['unknown'] : []}
                look="small"
              />
            )}
          </div>
        </fieldset>
      </div>
      {help && <Details summary={help.summary}>{help.text}</Details>}
    </>
  )
}

function unknownChoice({ label, hint }: QuestionProps['unknown']): Choice {
  return { value: 'unknown', label, hint }
}

function NumberAnswer({
  name,
  answer,
  hasError,
}: {
  readonly name: string
  readonly answer: Extract<QuestionProps['answer'], { readonly kind: 'number' }>
  readonly hasError: boolean
}) {
  return (
    <div class="govuk-form-group">
      <label class="govuk-label" for={name}>
        {answer.label}
      </label>
      <input
        class={
          hasError ? 'govuk-input govuk-input--error s-question__number' : 'govuk-input s-question__number'
        }
        id={name}
        name={name}
        type="text"
        inputMode="numeric"
        spellcheck={false}
        value={answer.typed}
        aria-describedby={hasError ? `${name}-error` : undefined}
      />
    </div>
  )
}
