// Names of files and endings as sources write them, with places for what changes from victim to victim.
// SPDX-License-Identifier: EUPL-1.2

export interface NamePattern {
  /** As the source wrote it. */
  readonly text: string
  /** The same for patterns that match the same names. */
  readonly key: string
  /** Fixed pieces in lower case, in order; between two of them anything may stand. */
  readonly pieces: readonly string[]
  /** Letters and digits that are fixed: how much a match says. */
  readonly fixed: number
}

export const maxPatternCharacters = 120
const maxPlaceholderCharacters = 60
const closing: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}', '<': '>', '%': '%' }

/** Null for what says nothing, such as `random` or a whole sentence. */
export function readPattern(text: string): NamePattern | null {
  const plain = text.trim()
  if (plain === '' || plain.length > maxPatternCharacters) return null
  const pieces = piecesOf(plain.toLowerCase())
  const fixed = pieces.join('').replace(/[^\p{L}\p{N}]/gu, '').length
  return fixed < 2 ? null : { text: plain, key: pieces.join('\u0000'), pieces, fixed }
}

/** Every second piece is a gap: an empty first piece means that the name may begin with anything. */
function piecesOf(text: string): readonly string[] {
  const pieces = ['']
  let at = 0
  while (at < text.length) {
    const gap = gapAt(text, at, pieces.length > 1 && pieces.at(-1) === '')
    if (gap === 0) {
      pieces.push(`${pieces.pop() ?? ''}${text[at]}`)
      at += 1
      continue
    }
    if (pieces.length === 1 || pieces.at(-1) !== '') pieces.push('')
    at += gap
  }
  return pieces
}

/** How many characters of a placeholder begin here; 0 where the text is meant as it stands. */
function gapAt(text: string, at: number, afterGap: boolean): number {
  const letter = text[at] ?? ''
  if (letter === '*') return 1
  if (afterGap && letter === '+') return 1
  if (text.startsWith('random', at))
    return /^random(?:_chars|ized|id|number|s)?/.exec(text.slice(at, at + 16))?.[0].length ?? 6
  const close = closing[letter]
  if (close === undefined) return 0
  const end = text.indexOf(close, at + 1)
  if (end < 0 || end - at > maxPlaceholderCharacters) return 0
  // `.[somebody@mail.example]` is an address that stands in the name, not a place for one.
  const inside = text.slice(at + 1, end)
  return /[^\s@]@[^\s@]+\.[a-z]/.test(inside) ? 0 : end - at + 1
}

/** The whole name; linear: the leftmost place of each piece is as good as any other. */
export function matchesName(pattern: NamePattern, name: string): boolean {
  const lower = name.trim().toLowerCase()
  const [first = '', ...rest] = pattern.pieces
  if (!lower.startsWith(first)) return false
  const last = rest.pop()
  if (last === undefined) return lower === first
  let at = first.length
  for (const piece of rest) {
    const found = lower.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return lower.length - last.length >= at && lower.endsWith(last)
}

/** The end of a name: `report.docx.akira` ends as `.akira` says. */
export function matchesEnding(pattern: NamePattern, name: string): boolean {
  const lower = name.trim().toLowerCase()
  const dotted = lower.includes('.') ? lower : `.${lower}`
  return (
    matchesName({ ...pattern, pieces: ['', ...pattern.pieces] }, dotted) ||
    // Some sources leave out the dot.
    (!pattern.text.startsWith('.') && pattern.pieces.length === 1 && dotted.endsWith(`.${pattern.pieces[0]}`))
  )
}
