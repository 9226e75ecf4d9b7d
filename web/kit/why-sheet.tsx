// Under a clock: why it runs and how it was worked out, always in the same order; and the mark of a rule nobody verified.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import { Details } from './details.tsx'

export interface WhySheetProps {
  readonly summary: string
  /** On paper all stands open. */
  readonly open?: boolean
  /** Trigger, article, counted from, calculation, enough now, rule: in this order. */
  readonly lines: readonly { readonly term: string; readonly text: ComponentChildren }[]
}

export function WhySheet({ summary, open = false, lines }: WhySheetProps) {
  return (
    <Details summary={summary} open={open}>
      <dl class="s-calc">
        {lines.map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Details>
  )
}

export function RuleMark({ children }: { readonly children: ComponentChildren }) {
  return <span class="s-rulemark">{children}</span>
}
