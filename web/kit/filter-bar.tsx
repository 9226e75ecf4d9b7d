// Filters of a list as a plain GET form.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import { Button } from './button.tsx'

export interface FilterBarProps {
  readonly label: string
  readonly action: string
  readonly submit: string
  /** TextField and SelectField; the first takes the whole line on a phone. */
  readonly children: ComponentChildren
}

export function FilterBar({ label, action, submit, children }: FilterBarProps) {
  return (
    <search>
      <form class="s-filter" method="get" action={action} aria-label={label}>
        {children}
        <Button kind="secondary">{submit}</Button>
      </form>
    </search>
  )
}
