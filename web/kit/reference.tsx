// A number to read out on the telephone.
// SPDX-License-Identifier: EUPL-1.2

export function Reference({ children }: { readonly children: string }) {
  return (
    <strong class="s-ref" translate={false}>
      {children}
    </strong>
  )
}
