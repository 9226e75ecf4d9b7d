// What has been done or is awaited, as short lines.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'

export interface DoneLinesProps {
  readonly lines: readonly { readonly done: boolean; readonly text: ComponentChildren }[]
}

export function DoneLines({ lines }: DoneLinesProps) {
  return (
    <div class="s-stack s-dense">
      {lines.map(({ done, text }, index) => (
        <p key={index} class={done ? 's-done-line' : 's-done-line s-done-line--wait'}>
          <span>{text}</span>
        </p>
      ))}
    </div>
  )
}
