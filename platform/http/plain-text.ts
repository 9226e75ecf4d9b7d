// What somebody typed, without the signs that nobody sees: a database refuses some, and others deceive who reads it.
// SPDX-License-Identifier: EUPL-1.2

/** Without controls and without marks that turn the direction of the words around them; line ends stay. */
export function plainText(typed: string): string {
  return typed
    .replaceAll('\r\n', '\n')
    .replaceAll(/(?!\n)\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .toWellFormed()
    .trim()
}
