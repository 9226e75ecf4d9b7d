// At most three things with their reason and time, numbered.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'
import { ReasonLine } from './reason-line.tsx'

export interface Need {
  readonly title: ComponentChildren
  readonly href?: string
  /** Urgency tag, by when, what is left. */
  readonly meta: ComponentChildren
  readonly because: ComponentChildren
  /** One button for the first need, links for the others. */
  readonly action: ComponentChildren
}

/** More than three would be a list, and nobody would know where to begin. */
export type AtMostThree<T> = readonly [] | readonly [T] | readonly [T, T] | readonly [T, T, T]

export function firstThree<T>([first, second, third]: readonly T[]): AtMostThree<T> {
  if (first === undefined) return []
  if (second === undefined) return [first]
  return third === undefined ? [first, second] : [first, second, third]
}

export interface NeedsProps {
  readonly needs: AtMostThree<Need>
  /** 2 where the list stands directly under the page title. */
  readonly headingLevel?: 2 | 3
}

export function Needs({ needs, headingLevel = 3 }: NeedsProps) {
  const Heading = headingLevel === 2 ? 'h2' : 'h3'
  return (
    <ol class="s-needs">
      {needs.map((need, index) => (
        <li class="s-need" key={index}>
          <div class="s-need__body">
            <Heading>{need.href ? <a href={need.href}>{need.title}</a> : need.title}</Heading>
            <p class="s-meta">{need.meta}</p>
            <ReasonLine>{need.because}</ReasonLine>
            <div class="s-dense">{need.action}</div>
          </div>
        </li>
      ))}
    </ol>
  )
}
