// What a clinical service can still do: bars that fall from four to none, and the word.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'

/** Four bars, three, two, one, and none with a cross. "Not told" is none of these: use a StateWord. */
export type ServiceLook = 'running' | 'reduced' | 'on-paper' | 'diverted' | 'stopped'

export interface ServiceStateProps {
  readonly state: ServiceLook
  readonly children: ComponentChildren
}

export function ServiceState({ state, children }: ServiceStateProps) {
  return <span class={`s-svc s-svc--${state}`}>{children}</span>
}
