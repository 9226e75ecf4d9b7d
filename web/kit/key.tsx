// What the fillings of a bar or chart stand for.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'

/** Each has one filling everywhere: solid, hatched or dashed, so that it can be told apart without colour. */
export type Series =
  | 'answered'
  | 'waiting'
  | 'late'
  | 'silent'
  | 'matched'
  | 'unmatched'
  | 'unsure'
  | 'now'
  | 'soon'
  | 'plan'
  | 'watch'

export interface KeyProps {
  readonly entries: readonly { readonly series: Series; readonly label: ComponentChildren }[]
}

export function Key({ entries }: KeyProps) {
  return (
    <ul class="s-key">
      {entries.map(({ series, label }) => (
        <li key={series}>
          <i class={`s-key__swatch is-${series}`} aria-hidden="true" />
          {label}
        </li>
      ))}
    </ul>
  )
}
