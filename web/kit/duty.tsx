// A legal clock with the way it was worked out and what is enough now beside it.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import { Clock, type ClockProps } from './clock.tsx'

export interface DutyProps {
  readonly clock: ClockProps
  readonly reasons: readonly { readonly term: string; readonly text: ComponentChildren }[]
}

export function Duty({ clock, reasons }: DutyProps) {
  return (
    <div class="s-duty">
      <Clock {...clock} />
      <dl class="s-duty__why">
        {reasons.map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt> <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
