// Cuts rows into JSON arrays small enough for one statement, so that a large batch never fails for its size.
// SPDX-License-Identifier: EUPL-1.2

/** PostgreSQL takes 268,435,455 bytes in one jsonb array; much less is already as fast. */
const maxPortionLength = 8_000_000

/** The rows, in order, as JSON arrays of at most about eight million characters; a longer row stands alone. */
export function* jsonPortions(
  rows: Iterable<object>,
  maxLength: number = maxPortionLength,
): Generator<string, void> {
  let texts: string[] = []
  let length = 0
  for (const row of rows) {
    const text = JSON.stringify(row)
    if (texts.length > 0 && length + text.length > maxLength) {
      yield `[${texts.join(',')}]`
      texts = []
      length = 0
    }
    texts.push(text)
    length += text.length
  }
  if (texts.length > 0) yield `[${texts.join(',')}]`
}

/** The values, in order, in arrays of at most `size`. */
export function* arrayPortions<T>(values: readonly T[], size: number): Generator<readonly T[], void> {
  for (let start = 0; start < values.length; start += size) yield values.slice(start, start + size)
}
