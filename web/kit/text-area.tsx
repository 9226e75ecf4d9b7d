// A field for several lines of text.
// SPDX-License-Identifier: EUPL-1.2
import { describedBy, FieldFrame, type FieldProps } from './field.tsx'

export interface TextAreaProps extends FieldProps {
  readonly value?: string | undefined
  readonly rows?: number
  readonly maxLength?: number
}

export function TextArea(props: TextAreaProps) {
  const { name, id = name, error, value = '', rows = 4, maxLength } = props
  return (
    <FieldFrame {...props}>
      <textarea
        class={error ? 'govuk-textarea govuk-textarea--error' : 'govuk-textarea'}
        id={id}
        name={name}
        rows={rows}
        maxLength={maxLength}
        aria-describedby={describedBy(id, props)}
        aria-invalid={error ? 'true' : undefined}
      >
        {value}
      </textarea>
    </FieldFrame>
  )
}
