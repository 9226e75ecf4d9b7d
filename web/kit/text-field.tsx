// A field for one line of text.
// SPDX-License-Identifier: EUPL-1.2
import { describedBy, FieldFrame, type FieldProps } from './field.tsx'

export interface TextFieldProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'search'
  readonly value?: string | undefined
  /** What the browser may fill in: WCAG 1.3.5. */
  readonly autoComplete?: string
  readonly inputMode?: 'numeric' | 'decimal' | 'tel' | 'email' | 'url'
  readonly maxLength?: number
  readonly readOnly?: boolean
}

export function TextField(props: TextFieldProps) {
  const { name, id = name, error, type = 'text', value, autoComplete, inputMode, maxLength, readOnly } = props
  return (
    <FieldFrame {...props}>
      <input
        class={error ? 'govuk-input govuk-input--error' : 'govuk-input'}
        id={id}
        name={name}
        type={type}
        value={value}
        autoComplete={autoComplete}
        inputMode={inputMode}
        maxLength={maxLength}
        readOnly={readOnly}
        spellcheck={type === 'text' ? undefined : false}
        aria-describedby={describedBy(id, props)}
        aria-invalid={error ? 'true' : undefined}
      />
    </FieldFrame>
  )
}
