// One linear pass over JSON text before it is parsed: how deep it nests and how many members it has.
// SPDX-License-Identifier: EUPL-1.2

export interface Structure {
  /** Offset of the bracket that exceeds the depth, or null. */
  readonly tooDeepAt: number | null
  /** Colons outside strings: members as written, duplicates included. */
  readonly members: number
}

const quote = 0x22
const backslash = 0x5c
const colon = 0x3a

/** Wrong JSON may give wrong counts; it is refused by the parser afterwards. */
export function scanStructure(text: string, maxDepth: number): Structure {
  let depth = 0
  let members = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === quote) at = endOfString(text, at)
    else if (code === colon) members += 1
    else if (code === 0x7b || code === 0x5b) {
      depth += 1
      if (depth > maxDepth) return { tooDeepAt: at, members }
    } else if (code === 0x7d || code === 0x5d) depth -= 1
  }
  return { tooDeepAt: null, members }
}

/** Offset of the closing quote, or the length of the text if there is none. */
export function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1)
  while (end !== -1 && isEscaped(text, end, start)) end = text.indexOf('"', end + 1)
  return end === -1 ? text.length : end
}

function isEscaped(text: string, at: number, start: number): boolean {
  let first = at
  while (first - 1 > start && text.charCodeAt(first - 1) === backslash) first -= 1
  return (at - first) % 2 === 1
}
