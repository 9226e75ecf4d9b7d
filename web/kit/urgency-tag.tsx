// How urgent: steps and a word, once per item.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'

export type Urgency = 'now' | 'soon' | 'plan' | 'watch' | 'check'

export interface UrgencyTagProps {
  readonly urgency: Urgency
  readonly children: ComponentChildren
}

export function UrgencyTag({ urgency, children }: UrgencyTagProps) {
  return <span class={`s-urgency s-urgency--${urgency}`}>{children}</span>
}
