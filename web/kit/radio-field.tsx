// A choice of exactly one; nothing is chosen beforehand unless it is our marked suggestion.
// SPDX-License-Identifier: EUPL-1.2
import { type Choice, type ChoiceLook, Choices } from './choice.tsx'
import { FieldGroup, type FieldGroupProps } from './field.tsx'

export interface RadioFieldProps extends Omit<FieldGroupProps, 'children'> {
  readonly choices: readonly Choice[]
  readonly value?: string | undefined
  readonly look?: ChoiceLook
}

export function RadioField(props: RadioFieldProps) {
  const { name, id = name, choices, value, look = 'small' } = props
  return (
    <FieldGroup {...props}>
      <Choices
        type="radio"
        id={id}
        name={name}
        choices={choices}
        chosen={value === undefined ? [] : [value]}
        look={look}
      />
    </FieldGroup>
  )
}
