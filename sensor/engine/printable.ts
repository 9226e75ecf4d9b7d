// Makes text of logs harmless for terminals: control signs and signs that turn the direction become visible escapes.
// SPDX-License-Identifier: EUPL-1.2

/** Controls, marks of format and direction, separators of lines. */
const dangerous = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

export function printable(text: string, maxUnits = 200): string {
  const short = text.length > maxUnits ? `${text.slice(0, maxUnits)}…` : text
  return short.replace(dangerous, escaped)
}

/** JSON on one line in which no sign is left that a terminal would act on; it reads back as it was. */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(dangerous, escaped)
}

function escaped(sign: string): string {
  return sign
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
}
