// A boxed remark that must not be missed; not for reasons.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'

export interface NoteProps {
  readonly tone: 'now' | 'soon' | 'plan' | 'done' | 'unknown'
  /** Read aloud when the page opens, for the outcome of what the person has just done. */
  readonly announce?: boolean
  readonly children: ComponentChildren
}

export function Note({ tone, announce = false, children }: NoteProps) {
  return (
    <div class={`s-note s-note--${tone}`} role={announce ? 'status' : undefined}>
      {children}
    </div>
  )
}
