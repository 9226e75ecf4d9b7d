// The hidden field by which a form proves that it came from this site; strangers have none.
// SPDX-License-Identifier: EUPL-1.2

export function CsrfField({ token }: { readonly token: string | null }) {
  return token === null ? null : <input type="hidden" name="_csrf" value={token} />
}
