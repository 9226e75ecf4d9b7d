// Words that are heard, not seen.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'

export function Heard({ children }: { readonly children: ComponentChildren }) {
  return <span class="s-hide">{children}</span>
}
