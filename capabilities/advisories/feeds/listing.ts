// What a provider lists: where each document and its hashes are, and when it last changed.
// SPDX-License-Identifier: EUPL-1.2

export interface ListedDocument {
  readonly url: string
  /** Null where the list gives no instant. */
  readonly listedAt: Date | null
  readonly sha512Url: string | null
  readonly sha256Url: string | null
  readonly isSigned: boolean
}

/** More documents than any provider has; what is beyond is a fault. */
export const maxListedDocuments = 200_000

/** Resolved against where it stands; null if it is no web address. */
export function resolveAddress(text: string, base: string): string | null {
  if (text.length > 2_000 || !URL.canParse(text, base)) return null
  const url = new URL(text, base)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null
}
