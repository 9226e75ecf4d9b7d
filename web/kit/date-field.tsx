// A date as day, month and year; sent as name-day, name-month and name-year.
// SPDX-License-Identifier: EUPL-1.2
import { FieldGroup, type FieldProps } from './field.tsx'

export interface DateFieldProps extends FieldProps {
  readonly partLabels: { readonly day: string; readonly month: string; readonly year: string }
  /** As the person typed them, so that a faulty date can be given back. */
  readonly value?: { readonly day: string; readonly month: string; readonly year: string } | undefined
}

const parts = ['day', 'month', 'year'] as const
const maxDigits = { day: 2, month: 2, year: 4 } as const

export function DateField(props: DateFieldProps) {
  const { name, id = name, error, partLabels, value } = props
  return (
    <FieldGroup {...props}>
      <div class="govuk-date-input">
        {parts.map((part) => {
          const partId = part === 'day' ? id : `${id}-${part}`
          return (
            <div class="govuk-date-input__item" key={part}>
              <label class="govuk-label govuk-date-input__label" for={partId}>
                {partLabels[part]}
              </label>
              <input
                class={`govuk-input govuk-date-input__input${part === 'year' ? ' govuk-date-input__input--year' : ''}${error ? ' govuk-input--error' : ''}`}
                id={partId}
                name={`${name}-${part}`}
                type="text"
                inputMode="numeric"
                maxLength={maxDigits[part]}
                value={value?.[part]}
                aria-invalid={error ? 'true' : undefined}
              />
            </div>
          )
        })}
      </div>
    </FieldGroup>
  )
}
