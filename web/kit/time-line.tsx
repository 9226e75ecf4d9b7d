// What happened, when: newest first, the time in its own column.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'

export interface TimeLineProps {
  readonly entries: readonly {
    readonly when: ComponentChildren
    readonly at?: Date
    readonly late?: boolean
    readonly what: ComponentChildren
  }[]
  /** For short times such as 14:20. */
  readonly tight?: boolean
}

export function TimeLine({ entries, tight = false }: TimeLineProps) {
  return (
    <ul class={tight ? 's-line s-line--tight' : 's-line'}>
      {entries.map(({ when, at, late, what }, index) => (
        <li key={index}>
          <span class={`s-line__when${late ? ' is-late' : ''}`}>
            {at ? <time dateTime={at.toISOString()}>{when}</time> : when}
          </span>
          <div>{what}</div>
        </li>
      ))}
    </ul>
  )
}
