// Long work on a page that loads itself again; the page sets the header Refresh to as many seconds as it says.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'

export interface ProgressProps {
  readonly id: string
  /** "Comparing rows: 210 of 500". */
  readonly label: string
  readonly done: number
  readonly total: number
  /** That the page may be closed, and when it loads itself again. A meta element would do so too, but WCAG 2.2.1 forbids it. */
  readonly note?: ComponentChildren
  readonly reload?: { readonly label: string; readonly href: string }
}

export function Progress({ id, label, done, total, note, reload }: ProgressProps) {
  return (
    <div class="s-progress">
      <label for={id}>{label}</label>
      <progress id={id} max={Math.max(1, total)} value={done}>
        {label}
      </progress>
      {note && <p>{note}</p>}
      {reload && (
        <p>
          <a href={reload.href}>{reload.label}</a>
        </p>
      )}
    </div>
  )
}
