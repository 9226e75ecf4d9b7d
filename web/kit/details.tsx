// What only some readers need, folded; opens without script and on paper.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'

export interface DetailsProps {
  readonly summary: string
  readonly open?: boolean
  readonly children: ComponentChildren
}

export function Details({ summary, open = false, children }: DetailsProps) {
  return (
    <details class="govuk-details" open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text s-stack">{children}</div>
    </details>
  )
}
