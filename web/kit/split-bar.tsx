// Answered, waiting, overdue, silent as one bar; the words below it carry the figures.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import type { Series } from './key.tsx'
import { shareOut, widthClass } from './width.ts'

export type AnswerState = Extract<Series, 'answered' | 'waiting' | 'late' | 'silent'>

export interface SplitBarProps {
  /** Each member is in exactly one part; `label` is the figure with its word. */
  readonly parts: readonly {
    readonly state: AnswerState
    readonly count: number
    readonly label: ComponentChildren
  }[]
}

export function SplitBar({ parts }: SplitBarProps) {
  const shown = parts.filter((part) => part.count > 0)
  const shares = shareOut(shown.map((part) => part.count))
  return (
    <>
      <span class="s-split" aria-hidden="true">
        {shown.map((part, index) => (
          <i key={part.state} class={`is-${part.state} ${widthClass(shares[index] ?? 0)}`} />
        ))}
      </span>
      <span class="s-small">
        {shown.map((part, index) => (
          <span key={part.state} class={wordClass(part.state)}>
            {index > 0 && ' · '}
            {part.label}
          </span>
        ))}
      </span>
    </>
  )
}

function wordClass(state: AnswerState): string | undefined {
  return state === 'late' || state === 'silent' ? `s-${state}` : undefined
}
