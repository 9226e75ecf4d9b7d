// Where something stands: a shape and a word.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'

/** `new` ring, `half` in progress, `done` disc, `late` or down diamond, `silent` dashed ring, `unknown` question mark. */
export type State = 'new' | 'half' | 'done' | 'late' | 'silent' | 'unknown'

export interface StateWordProps {
  readonly state: State
  readonly children: ComponentChildren
}

export function StateWord({ state, children }: StateWordProps) {
  return <span class={state === 'new' ? 's-state' : `s-state s-state--${state}`}>{children}</span>
}
