// Fits a text to the letters that a font has: accents are given up before letters, and what is lost is counted.
// SPDX-License-Identifier: EUPL-1.2

export interface Fitted {
  readonly text: string
  /** Letters that stand as "?". */
  readonly lost: number
}

/** Letters without a plain one that Unicode would name. */
const likeLetters: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  ŧ: 't',
  '\u202f': ' ',
  '\u2009': ' ',
  '\u2011': '-',
  '\u2212': '-',
}

/** No mark that turns the direction of the words around it, and no control but the end of a line. */
const unwanted = /[\p{Cc}\p{Cf}]/u

export function fitLetters(text: string, hasLetter: (letter: string) => boolean): Fitted {
  let lost = 0
  const fitted = Array.from(text.replaceAll('\r\n', '\n').toWellFormed(), (letter) => {
    if (letter === '\n' || hasLetter(letter)) return unwanted.test(letter) && letter !== '\n' ? '' : letter
    if (letter === '\t') return ' '
    if (unwanted.test(letter)) return ''
    const plain = letter.normalize('NFD').replace(/\p{M}/gu, '')
    if (plain !== '' && Array.from(plain).every(hasLetter)) return plain
    const like = likeLetters[letter]
    if (like !== undefined) return like
    lost += 1
    return '?'
  })
  return { text: fitted.join(''), lost }
}

/** Windows-1252 as the standard fonts have it, of which printing is sure in every reader. */
export function isWesternLetter(letter: string): boolean {
  return /^[\u0020-\u007e\u00a0-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u2039\u203a\u20ac]$/u.test(
    letter,
  )
}
