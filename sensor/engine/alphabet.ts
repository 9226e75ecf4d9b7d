// Numbers the letters of a finder's words, the two cases of a letter alike, so that its tables need few columns.
// SPDX-License-Identifier: EUPL-1.2

export interface Alphabet {
  /** By unit up to U+00FF: the number of the letter, 0 where no word has it. */
  readonly latin: Uint8Array
  readonly beyond: ReadonlyMap<number, number>
  /** Numbers are below it. */
  readonly size: number
}

/** Up to U+00FF each letter becomes one letter in lower case, whatever stands beside it. */
export const lowerLatin = Uint8Array.from({ length: 256 }, (_, unit) =>
  String.fromCharCode(unit).toLowerCase().charCodeAt(0),
)

export function alphabetOf(words: readonly string[]): Alphabet {
  const byLetter = new Map<number, number>()
  for (const word of words)
    for (let at = 0; at < word.length; at++) {
      const letter = lowered(word.charCodeAt(at))
      if (!byLetter.has(letter)) byLetter.set(letter, byLetter.size + 1)
    }
  return {
    latin: lowerLatin.map((letter) => byLetter.get(letter) ?? 0),
    beyond: new Map([...byLetter].filter(([letter]) => letter > 0xff)),
    size: byLetter.size + 1,
  }
}

function lowered(unit: number): number {
  return unit <= 0xff ? (lowerLatin[unit] as number) : unit
}

export function letterOf({ latin, beyond }: Alphabet, unit: number): number {
  return unit <= 0xff ? (latin[unit] as number) : (beyond.get(unit) ?? 0)
}
