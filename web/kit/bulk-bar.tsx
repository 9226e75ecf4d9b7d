// Same answer for all ticked rows; stands below the list, covers no row, always leads to a preview.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import { Button } from './button.tsx'

export interface BulkBarProps {
  /** The select of answers, labelled "Same answer for all ticked". */
  readonly children: ComponentChildren
  readonly submit: string
  readonly note: string
  /** "Ticked: {count}"; shown by the island only, which fills in the count. */
  readonly tickedTemplate?: string
}

export function BulkBar({ children, submit, note, tickedTemplate }: BulkBarProps) {
  return (
    <div class="s-bulk">
      {children}
      <Button>{submit}</Button>
      <p class="s-small s-quiet">
        {note} {tickedTemplate && <span role="status" data-ticked={tickedTemplate} />}
      </p>
    </div>
  )
}
