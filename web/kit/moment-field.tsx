// A day and a time of day, as the clocks of the hospital show it: 2026-11-21T03:12.
// SPDX-License-Identifier: EUPL-1.2
import { describedBy, FieldFrame, type FieldProps } from './field.tsx'

export interface MomentFieldProps extends FieldProps {
  readonly value?: string | undefined
}

/** Where a browser has no such field it shows a plain one, and the hint says the form. */
export function MomentField(props: MomentFieldProps) {
  const { name, id = name, error, value } = props
  return (
    <FieldFrame {...props}>
      <input
        class={error ? 'govuk-input s-moment govuk-input--error' : 'govuk-input s-moment'}
        id={id}
        name={name}
        type="datetime-local"
        value={value}
        aria-describedby={describedBy(id, props)}
        aria-invalid={error ? 'true' : undefined}
      />
    </FieldFrame>
  )
}
