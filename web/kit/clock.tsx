// Something owed by a time: the time first, what is left second, how it was worked out third.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import { widthClass } from './width.ts'

/** `wait` has not started and says in `due` what starts it; `unknown` lacks a fact. */
export type ClockState = 'plan' | 'soon' | 'now' | 'late' | 'wait' | 'done' | 'unknown'

export interface ClockProps {
  readonly state: ClockState
  readonly what: ComponentChildren
  readonly due: ComponentChildren
  /** For machines, and for the island that keeps `left` young. */
  readonly dueAt?: Date
  readonly left?: string
  readonly percentRun?: number
  readonly why?: ComponentChildren
}

export function Clock({ state, what, due, dueAt, left, percentRun, why }: ClockProps) {
  const hasRun = percentRun !== undefined && state !== 'late' && state !== 'wait' && state !== 'unknown'
  return (
    <div class={state === 'plan' ? 's-clock' : `s-clock s-clock--${state}`}>
      <p class="s-clock__what">{what}</p>
      <p class="s-clock__row">
        <span class="s-clock__due">{dueAt ? <time dateTime={dueAt.toISOString()}>{due}</time> : due}</span>{' '}
        {left && (
          <TimeLeft className="s-clock__left" dueAt={dueAt}>
            {left}
          </TimeLeft>
        )}
      </p>
      <div class="s-clock__bar" aria-hidden="true">
        {hasRun && <span class={widthClass(percentRun)} />}
      </div>
      {why && <p class="s-clock__why">{why}</p>}
    </div>
  )
}

export interface TimeLeftProps {
  readonly dueAt: Date | undefined
  readonly className?: string
  readonly children: string
}

/** What is left, also in a table or a line; the island rewrites it each minute. */
export function TimeLeft({ dueAt, className = 's-quiet', children }: TimeLeftProps) {
  return (
    <span class={className} data-due={dueAt?.toISOString()}>
      {children}
    </span>
  )
}
