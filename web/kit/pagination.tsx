// The way through a long list: from where we stand to newer and older.
// SPDX-License-Identifier: EUPL-1.2

export interface PaginationProps {
  readonly label: string
  /** "6 of 41 shown". */
  readonly shown: string
  readonly newer?: { readonly label: string; readonly href: string }
  readonly older?: { readonly label: string; readonly href: string }
}

export function Pagination({ label, shown, newer, older }: PaginationProps) {
  if (!newer && !older) return <p class="s-pages">{shown}</p>
  return (
    <nav class="s-pages" aria-label={label}>
      <span>{shown}</span>
      {newer && (
        <a rel="prev" href={newer.href}>
          {newer.label}
        </a>
      )}
      {older && (
        <a rel="next" href={older.href}>
          {older.label}
        </a>
      )}
    </nav>
  )
}
