// One main button and the other ways on, side by side.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'

export function Actions({ children }: { readonly children: ComponentChildren }) {
  return <div class="s-actions">{children}</div>
}
