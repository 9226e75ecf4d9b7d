// The filters in force above a list, each a link that takes itself away, and what they hide.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'

export interface ShownFiltersProps {
  /** "Only shown:". */
  readonly lead: string
  readonly filters: readonly { readonly label: string; readonly removeHref: string }[]
  /** "remove this filter", heard after each label. */
  readonly removeText: string
  readonly removeAll?: { readonly label: string; readonly href: string }
  /** "16 more are open at your other sites." */
  readonly hides?: ComponentChildren
}

export function ShownFilters({ lead, filters, removeText, removeAll, hides }: ShownFiltersProps) {
  if (filters.length === 0) return null
  return (
    <div class="s-shown">
      <span class="s-strong">{lead}</span>
      <ul>
        {filters.map(({ label, removeHref }) => (
          <li key={removeHref}>
            <a class="s-chip s-quietlink" href={removeHref}>
              {label}
              <span class="s-hide">, {removeText}</span>
            </a>
          </li>
        ))}
      </ul>
      {removeAll && filters.length > 1 && <a href={removeAll.href}>{removeAll.label}</a>}
      {hides && <p>{hides}</p>}
    </div>
  )
}
