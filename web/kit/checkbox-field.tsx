// A choice of any number, or one statement to agree to.
// SPDX-License-Identifier: EUPL-1.2
import { type Choice, type ChoiceLook, Choices } from './choice.tsx'
import { FieldGroup, type FieldGroupProps } from './field.tsx'

export interface CheckboxFieldProps extends Omit<FieldGroupProps, 'children'> {
  readonly choices: readonly Choice[]
  readonly values?: readonly string[] | undefined
  readonly look?: ChoiceLook
}

export function CheckboxField(props: CheckboxFieldProps) {
  const { name, id = name, choices, values = [], look = 'small' } = props
  return (
    <FieldGroup {...props}>
      <Choices type="checkbox" id={id} name={name} choices={choices} chosen={values} look={look} />
    </FieldGroup>
  )
}
