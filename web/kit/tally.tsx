// A few figures that each lead to their list; a figure without a list has no place here.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'

export interface TallyProps {
  readonly figures: readonly {
    readonly term: string
    readonly figure: string
    readonly href: string
    readonly note?: ComponentChildren
    readonly tone?: 'late' | 'silent' | 'unknown'
  }[]
}

export function Tally({ figures }: TallyProps) {
  return (
    <dl class="s-tally">
      {figures.map(({ term, figure, href, note, tone }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd class={tone && `s-${tone}`}>
            <a class="s-quietlink" href={href}>
              {figure}
              <span class="s-hide"> {term}</span>
            </a>
            {note && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
