// The line that binds a result to what decided it; its text begins with a bold word such as Because.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'

export interface ReasonLineProps {
  readonly id?: string
  /** One message per language with its lead in <b>: "<b>Because</b> you run …". In a table the lead may be left out. */
  readonly children: ComponentChildren
}

export function ReasonLine({ id, children }: ReasonLineProps) {
  return (
    <p class="s-because" id={id}>
      {children}
    </p>
  )
}
