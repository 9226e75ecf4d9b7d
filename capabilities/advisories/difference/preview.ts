// A foreign value as JSON of bounded length, however large it is.
// SPDX-License-Identifier: EUPL-1.2

export const maxPreviewCharacters = 400

/** Ends with `…` where it was cut. */
export function previewOf(value: unknown, characters = maxPreviewCharacters): string {
  const written: string[] = []
  let left = characters
  function write(text: string): boolean {
    written.push(text.slice(0, left))
    left -= text.length
    return left >= 0
  }
  const isWhole = writeValue(value, write)
  return `${written.join('').toWellFormed()}${isWhole ? '' : '…'}`
}

type Write = (text: string) => boolean

/** False once there is no room left: then nothing below is looked at. */
function writeValue(value: unknown, write: Write): boolean {
  if (typeof value === 'string') return write(JSON.stringify(value.slice(0, maxPreviewCharacters * 2)))
  if (value === null || typeof value !== 'object') return write(String(value))
  const isList = Array.isArray(value)
  if (!write(isList ? '[' : '{')) return false
  let isFirst = true
  for (const key in value) {
    if (!Object.hasOwn(value, key)) continue
    if (!isFirst && !write(', ')) return false
    isFirst = false
    if (!isList && !write(`${JSON.stringify(key.slice(0, maxPreviewCharacters))}: `)) return false
    // Own keys only, so the value is one of the document.
    if (!writeValue((value as Readonly<Record<string, unknown>>)[key], write)) return false
  }
  return write(isList ? ']' : '}')
}
