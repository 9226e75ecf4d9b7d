// Foreign text cut to the length that a fault may show.
// SPDX-License-Identifier: EUPL-1.2
const maxQuotedCharacters = 200

/** At most 200 characters (or `limit`), control characters shown as spaces. */
export function quote(text: string, limit = maxQuotedCharacters): string {
  const plain = text
    .slice(0, limit + 1)
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .toWellFormed()
  return plain.length > limit ? `${plain.slice(0, limit - 1).toWellFormed()}…` : plain
}
