// What to do, step by step, each with its effect on care.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import { ReasonLine } from './reason-line.tsx'

export interface Step {
  readonly heading: ComponentChildren
  readonly detail?: ComponentChildren
  /** "<b>Effect on care</b> none for running infusions." */
  readonly effect?: ComponentChildren
}

export function Steps({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <ol class="s-steps">
      {steps.map((step, index) => (
        <li key={index}>
          <div class="s-stack">
            <h3>{step.heading}</h3>
            {step.detail && <p class="s-dense">{step.detail}</p>}
            {step.effect && <ReasonLine>{step.effect}</ReasonLine>}
          </div>
        </li>
      ))}
    </ol>
  )
}
