// The person's own words, given back unchanged.
// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren } from 'preact'

export function Kept({ children }: { readonly children: ComponentChildren }) {
  return <div class="s-kept">{children}</div>
}
