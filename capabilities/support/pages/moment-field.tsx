// A field for a moment, as the clocks of the reader's zone show it; works without script.
// SPDX-License-Identifier: EUPL-1.2
import { describedBy, FieldFrame, type FieldProps } from '../../../web/kit/index.ts'

export interface MomentFieldProps extends FieldProps {
  /** `2026-11-17T14:30`, or what was typed. */
  readonly value?: string | undefined
}

export function MomentField(props: MomentFieldProps) {
  const { name, id = name, value, error } = props
  return (
    <FieldFrame {...props}>
      <input
        class={error ? 'govuk-input govuk-input--error' : 'govuk-input'}
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
