// A choice of one from a list too long for radios.
// SPDX-License-Identifier: EUPL-1.2
import { describedBy, FieldFrame, type FieldProps } from './field.tsx'

export interface Option {
  readonly value: string
  readonly label: string
}

export interface SelectFieldProps extends FieldProps {
  readonly options: readonly Option[]
  readonly value?: string | undefined
}

export function SelectField(props: SelectFieldProps) {
  const { name, id = name, error, options, value } = props
  return (
    <FieldFrame {...props}>
      <select
        class={error ? 'govuk-select govuk-select--error' : 'govuk-select'}
        id={id}
        name={name}
        aria-describedby={describedBy(id, props)}
        aria-invalid={error ? 'true' : undefined}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
