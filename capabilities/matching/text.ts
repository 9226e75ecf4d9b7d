// Foreign texts made comparable: damaged encodings repaired, accents and trademark signs taken away.
// SPDX-License-Identifier: EUPL-1.2
import { rememberByText } from './memo.ts'

/** Longer names are cut: no product is told apart by what stands after this. */
export const maxNameLength = 400

/** The characters that windows-1252 puts at 0x80–0x9F, where Latin-1 has none. */
const windows1252 = new Map(
  [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'].map((char, index) => [char, 0x80 + index]),
)

const letters = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ı', 'i'],
])

/** UTF-8 that somebody read as windows-1252 ("YhtymÃ¤") is read again as UTF-8. */
export function repairMojibake(text: string): string {
  return text.replace(/[^\0-\x7f]{2,}/gu, (run) => {
    const bytes = Uint8Array.from([...run].map(byteOf))
    if (bytes.includes(0)) return run
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch {
      return run
    }
  })
}

function byteOf(char: string): number {
  const code = char.codePointAt(0) ?? 0
  return code <= 0xff ? code : (windows1252.get(char) ?? 0)
}

/** Lower case, without accents, trademark signs, quotes and control characters; punctuation that splits words stays. */
export function foldText(text: string): string {
  return foldShort(text.slice(0, maxNameLength))
}

const foldShort = rememberByText((text) =>
  repairMojibake(text)
    .replace(/[®™©•·'’‘`´"“”]/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ßæœøłđı]/g, (char) => letters.get(char) ?? char)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\+/g, ' plus ')
    .replace(/&/g, ' and ')
    .replace(/[@_]/g, ' ')
    .replace(/(?<= )w\/ ?/g, 'with ')
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim(),
)

/** One key for the spellings of a word: `draeger` = `drager`, `millennium` = `millenium`. */
export function wordKey(word: string): string {
  return word.replace(/([aou])e/g, '$1').replace(/([a-z])\1/g, '$1')
}

/** Letters and digits only. */
export function squeeze(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}]/gu, '')
}

/** Whether two words differ by at most one slip of the pen behind the first letter: one more, less, other, or two swapped. */
export function isOneSlipApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1
  const restA = a.slice(start, a.length - end)
  const restB = b.slice(start, b.length - end)
  if (restA.length <= 1 && restB.length <= 1) return true
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0]
}
