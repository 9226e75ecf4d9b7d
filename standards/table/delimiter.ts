// The sign that separates the cells of a CSV file, guessed from its first lines.
// SPDX-License-Identifier: EUPL-1.2

const candidates = [';', ',', '\t', '|'] as const
const sampledCharacters = 64 * 1024
const sampledLines = 60

export interface DelimiterGuess {
  readonly delimiter: string
  /** Characters of a `sep=;` line, which Excel writes and which holds no data. */
  readonly skipCharacters: number
}

export function guessDelimiter(text: string): DelimiterGuess {
  const said = /^sep=([;,\t|])\r?\n/i.exec(text.slice(0, 10))
  if (said?.[1] !== undefined) return { delimiter: said[1], skipCharacters: said[0].length }
  const lines = countPerLine(text.slice(0, sampledCharacters))
  const scored = candidates.map((delimiter) => ({ delimiter, score: scoreOf(lines, delimiter) }))
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  return { delimiter: best.score > 0 ? best.delimiter : ',', skipCharacters: 0 }
}

type Counts = Record<(typeof candidates)[number], number>

/** Counts outside quotation marks, so that a quoted line break or comma does not mislead. */
function countPerLine(sample: string): Counts[] {
  const lines: Counts[] = []
  let counts = noCounts()
  let filled = false
  let quoted = false
  for (const sign of sample) {
    if (sign === '"') quoted = !quoted
    if (quoted) continue
    if (sign === '\n' || sign === '\r') {
      if (filled) lines.push(counts)
      counts = noCounts()
      filled = false
      if (lines.length >= sampledLines) return lines
      continue
    }
    filled = true
    if (isCandidate(sign)) counts[sign] += 1
  }
  if (filled && (lines.length === 0 || sample.length < sampledCharacters)) lines.push(counts)
  return lines
}

/** Share of the lines that agree on a count, raised by the count itself: tables agree on many cells. */
function scoreOf(lines: readonly Counts[], delimiter: keyof Counts): number {
  const agreeing = new Map<number, number>()
  for (const line of lines) agreeing.set(line[delimiter], (agreeing.get(line[delimiter]) ?? 0) + 1)
  let best = 0
  for (const [count, of] of agreeing) best = Math.max(best, (of / lines.length) * Math.sqrt(count))
  return best
}

function noCounts(): Counts {
  return { ';': 0, ',': 0, '\t': 0, '|': 0 }
}

function isCandidate(sign: string): sign is keyof Counts {
  return (candidates as readonly string[]).includes(sign)
}
