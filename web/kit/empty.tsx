// A list without rows: whether that is good news or no news, and the next step.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'

export interface EmptyProps {
  readonly heading: string
  /** What was asked, and that it does not mean safe. */
  readonly children: ComponentChildren
  readonly action?: ComponentChildren
  readonly headingLevel?: 2 | 3
}

export function Empty({ heading, children, action, headingLevel = 2 }: EmptyProps) {
  const Heading = headingLevel === 2 ? 'h2' : 'h3'
  return (
    <div class="s-empty">
      <Heading>{heading}</Heading>
      <p>{children}</p>
      {action && <p>{action}</p>}
    </div>
  )
}
