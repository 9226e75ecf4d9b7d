// The one next step of a board or case, and why it is next.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import { ReasonLine } from './reason-line.tsx'

export interface NextStepProps {
  readonly id: string
  /** "Next". */
  readonly label: string
  readonly heading: ComponentChildren
  readonly detail?: ComponentChildren
  readonly because: ComponentChildren
  readonly action: ComponentChildren
  /** One line high, for boards. */
  readonly slim?: boolean
}

export function NextStep({ id, label, heading, detail, because, action, slim = false }: NextStepProps) {
  return (
    <section class={`s-sheet s-next${slim ? ' s-next--slim' : ''}`} aria-labelledby={id}>
      <div class="s-stack">
        <p class="s-small s-quiet s-strong">{label}</p>
        <h2 id={id}>{heading}</h2>
        {detail && <p class="s-dense">{detail}</p>}
      </div>
      <ReasonLine>{because}</ReasonLine>
      <div>{action}</div>
    </section>
  )
}
