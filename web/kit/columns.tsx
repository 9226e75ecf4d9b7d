// Main matter with a side column; on a phone the side follows the first part.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'

export interface RailProps {
  /** The first part, before the side on a phone. */
  readonly first: ComponentChildren
  readonly sideLabel: string
  readonly side: ComponentChildren
  readonly sticky?: boolean
  /** What follows; after the side on a phone. */
  readonly children?: ComponentChildren
}

/** Hospital pages: one sheet, side column from 960 px. */
export function Rail({ first, sideLabel, side, sticky = false, children }: RailProps) {
  return (
    <div class="s-rail">
      {first}
      <aside class={`s-rail__side s-stack-l${sticky ? ' is-sticky' : ''}`} aria-label={sideLabel}>
        {side}
      </aside>
      {children && <div>{children}</div>}
    </div>
  )
}

export interface BoardProps {
  /** What is open; before the side on a phone. */
  readonly first: ComponentChildren
  readonly sideLabel: string
  /** Clocks and silence. */
  readonly side: ComponentChildren
  /** Charts and countries; after the side on a phone. */
  readonly children?: ComponentChildren
}

/** Duty pages: dense, side column from 1216 px. */
export function Board({ first, sideLabel, side, children }: BoardProps) {
  return (
    <div class="s-board">
      {first}
      <aside class="s-board__side s-stack-l" aria-label={sideLabel}>
        {side}
      </aside>
      {children && <div class="s-stack-l">{children}</div>}
    </div>
  )
}

/** Two equal halves from 960 px. */
export function Halves({ children }: { readonly children: ComponentChildren }) {
  return <div class="s-two">{children}</div>
}
