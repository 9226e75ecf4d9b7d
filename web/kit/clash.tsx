// Two values that cannot both be right, side by side with their sources.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import { StateWord } from './state-word.tsx'

export interface ClashProps {
  readonly id: string
  /** "Contradiction". */
  readonly label: string
  readonly heading: ComponentChildren
  readonly values: readonly [ClashValue, ClashValue]
  /** The form with the honest ways out. */
  readonly children: ComponentChildren
}

export interface ClashValue {
  readonly source: ComponentChildren
  readonly figure: ComponentChildren
  readonly by: ComponentChildren
}

export function Clash({ id, label, heading, values, children }: ClashProps) {
  return (
    <section class="s-clash" aria-labelledby={id}>
      <div>
        <p>
          <StateWord state="late">{label}</StateWord>
        </p>
        <h2 id={id}>{heading}</h2>
      </div>
      <div class="s-versus">
        {values.map((value, index) => (
          <div key={index}>
            <span class="s-sub">{value.source}</span>
            <span class="s-versus__figure">{value.figure}</span>
            <span class="s-small">{value.by}</span>
          </div>
        ))}
      </div>
      {children}
    </section>
  )
}
