// One question with our suggestion marked as ours, and one button.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import { CsrfField } from './csrf-field.tsx'

export interface AnswerBarProps {
  readonly id: string
  readonly heading: string
  readonly lead?: ComponentChildren
  readonly action: string
  readonly csrfToken: string | null
  /** Fields and the button. */
  readonly children: ComponentChildren
  /** Below the button: what we ask next, a way out. */
  readonly after?: ComponentChildren
}

export function AnswerBar({ id, heading, lead, action, csrfToken, children, after }: AnswerBarProps) {
  return (
    <section class="s-answer" id={id} aria-labelledby={`${id}-heading`}>
      <div class="s-answer__head">
        <h2 id={`${id}-heading`}>{heading}</h2>
        {lead && <p class="s-small">{lead}</p>}
      </div>
      <form method="post" action={action}>
        <div class="s-answer__body">
          <CsrfField token={csrfToken} />
          {children}
          {after && <p class="s-small s-quiet s-above-s">{after}</p>}
        </div>
      </form>
    </section>
  )
}
