// Large answers for a thumb and fields for a line, each with its fault beside it.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'

export interface Choice {
  readonly value: string
  readonly label: string
}

export interface QuestionProps {
  readonly name: string
  readonly question: string
  readonly hint?: string
  readonly choices: readonly Choice[]
  readonly chosen: readonly string[]
  /** One answer in a row of three, or as many as fit. */
  readonly kind: 'one' | 'many'
}

/** Nothing is chosen beforehand but what the person has chosen; "I don't know" is as large as the others. */
export function Question({ name, question, hint, choices, chosen, kind }: QuestionProps) {
  return (
    <fieldset>
      <legend>
        {question} {hint && <span class="quiet">{hint}</span>}
      </legend>
      <div class={kind === 'one' ? 'thumb three' : 'thumb'}>
        {choices.map(({ value, label }) => (
          <label key={value}>
            <input
              type={kind === 'one' ? 'radio' : 'checkbox'}
              name={name}
              value={value}
              checked={chosen.includes(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

export interface LineProps {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly maxLength: number
  readonly hint?: string
  readonly type?: 'text' | 'tel'
  readonly autoComplete?: string
  readonly error?: string | undefined
  readonly required?: boolean
}

export function Line(props: LineProps) {
  const { name, value, maxLength, type = 'text', autoComplete, error } = props
  return (
    <Frame {...props}>
      <input
        id={name}
        name={name}
        type={type}
        value={value}
        maxLength={maxLength}
        autoComplete={autoComplete}
        aria-invalid={error ? 'true' : undefined}
        aria-required={props.required ? 'true' : undefined}
        aria-describedby={describedBy(props)}
      />
    </Frame>
  )
}

export function Words(props: LineProps) {
  const { name, value, maxLength } = props
  return (
    <Frame {...props}>
      <textarea id={name} name={name} rows={3} maxLength={maxLength} aria-describedby={describedBy(props)}>
        {value}
      </textarea>
    </Frame>
  )
}

function Frame({ name, label, hint, error, children }: LineProps & { readonly children: ComponentChildren }) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {hint && <small id={`${name}-hint`}>{hint}</small>}
      {error && (
        <p class="fault" id={`${name}-fault`}>
          {error}
        </p>
      )}
      {children}
    </div>
  )
}

function describedBy({ name, hint, error }: LineProps): string | undefined {
  return [error && `${name}-fault`, hint && `${name}-hint`].filter(Boolean).join(' ') || undefined
}
