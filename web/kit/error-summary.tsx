// All faults of a form on top of the page, each leading to its field.
// SPDX-License-Identifier: EUPL-1.2

export interface ErrorSummaryProps {
  readonly title: string
  readonly faults: readonly { readonly fieldId: string; readonly text: string }[]
}

export function ErrorSummary({ title, faults }: ErrorSummaryProps) {
  if (faults.length === 0) return null
  return (
    <div class="govuk-error-summary" role="alert" tabIndex={-1}>
      <h2 class="govuk-error-summary__title">{title}</h2>
      <div class="govuk-error-summary__body">
        <ul class="govuk-list govuk-error-summary__list">
          {faults.map(({ fieldId, text }) => (
            <li key={`${fieldId} ${text}`}>
              <a href={`#${fieldId}`}>{text}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
