// How full a column of a file is; the number stands under it.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import { widthClass } from './width.ts'

export interface FillProps {
  readonly filled: number
  readonly total: number
  /** "439 of 500". */
  readonly label: ComponentChildren
}

export function Fill({ filled, total, label }: FillProps) {
  return (
    <span>
      <span class="s-fill" aria-hidden="true">
        <i class={widthClass(total > 0 ? (filled / total) * 100 : 0)} />
      </span>
      <span class="s-sub">{label}</span>
    </span>
  )
}
