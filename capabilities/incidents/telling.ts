// Finds words in a text that would tell who the victim is, however they are written.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'

/** Words shorter than this are too common to tell who it is. */
const minTellingCharacters = 4
/** From this length on a single word is looked for inside of others too: "Tannauer" tells as much as "Tannau". */
const minInsideCharacters = 6
/** Last digits of a telephone number; what stands before them is written in many ways. */
const tellingDigits = 7
const keyCharacters = 16

export interface Passage {
  readonly where: 'description' | 'indicator'
  readonly text: string
}

export interface Hit extends Passage {
  readonly found: string
  /** Of this word in this very text: where the text changes, it is asked again. */
  readonly key: string
}

/** Of these every hospital's name is made; they tell nothing alone. Folded as `fold` does. */
const generic = new Set(
  `hospital hospitals clinic clinics clinical klinik kliniken klinikum krankenhaus spital universitatsklinikum hopital hopitaux
  clinique cliniques ospedale ospedali clinica azienda sanitaria policlinico casa cura presidio istituto university universitat
  universitaire universitaria medical medizin medizinisches medico centre center centro zentrum health healthcare gesundheit
  sante salute care main haupt haupthaus principale site sede standort haus group gruppe groupe gruppo general generale
  regional regionale district kreis landkreis stadt city ville citta land saint sankt sainte santa santo nord sued north
  south east west security cyber emergency praxis practice doctor doktor prof professor team staff ward station
  technik service support example with from und oder pour dans della delle degli`
    .split(/\s+/)
    .filter(Boolean),
)

/** `own` are its names, sites, people, mail addresses and domains, telephone numbers. What stands for more is found first. */
export function findHits(passages: readonly Passage[], own: Iterable<string>): readonly Hit[] {
  const seekers = seekersOf(own)
  return passages.flatMap((passage) =>
    hitsIn(passage.text, seekers).map((found) => ({ ...passage, found, key: keyOf(passage, found) })),
  )
}

interface Seeker {
  readonly word: string
  /** Without separators, to sort out quickly what is nowhere. */
  readonly bare: readonly string[]
  readonly pattern: RegExp
}

function hitsIn(text: string, seekers: readonly Seeker[]): readonly string[] {
  let rest = fold(text)
  const bare = bareOf(rest)
  const found = new Set<string>()
  for (const { word, bare: variants, pattern } of seekers) {
    if (!variants.some((variant) => bare.includes(variant))) continue
    // What was found is taken out, so that "Tannau" alone is found beside "tannau.example" and not within it.
    const without = rest.replaceAll(pattern, ' \u0000 ')
    if (without !== rest) found.add(word)
    rest = without
  }
  return [...found]
}

function seekersOf(own: Iterable<string>): readonly Seeker[] {
  const wholes = [...new Set(Array.from(own, (word) => word.trim().replaceAll(/\s+/g, ' ')))].filter(
    (word) => bareOf(fold(word)).length >= minTellingCharacters,
  )
  const parts = [...new Set(wholes.flatMap(partsOf))].filter((part) => !wholes.includes(part))
  const longestFirst = (a: string, b: string) => b.length - a.length
  return [...wholes.toSorted(longestFirst), ...parts.toSorted(longestFirst)].map(seekerOf)
}

/** Of a name each word that is not in every name; addresses and numbers tell only as a whole. */
function partsOf(word: string): readonly string[] {
  if (isAddress(word) || isNumber(word)) return []
  return word
    .split(/[^\p{L}\p{M}\d]+/u)
    .filter((part) => part.length >= minTellingCharacters && part !== word && !generic.has(fold(part)))
}

function seekerOf(word: string): Seeker {
  if (isNumber(word)) {
    const digits = word.replaceAll(/\D/g, '').slice(-tellingDigits)
    return { word, bare: [digits], pattern: spread(digits, '', '') }
  }
  const bare = [...new Set([word, spelledOut(word), drawnTogether(word)].map((one) => bareOf(fold(one))))]
  const isOneWord = /^[\p{L}\p{M}\d]+$/u.test(word)
  const [before, after] =
    !isOneWord || [...word].length >= minInsideCharacters ? ['', ''] : ['(?<![\\p{L}\\d])', '(?![\\p{L}\\d])']
  return { word, bare, pattern: spread(bare, before, after) }
}

/** Each sign may be followed by separators, which are none of the signs: nothing to go back over. */
function spread(signs: string | readonly string[], before: string, after: string): RegExp {
  const ways = (typeof signs === 'string' ? [signs] : signs).map((one) =>
    [...one].map((sign) => sign.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join(separators),
  )
  return new RegExp(`${before}(?:${ways.join('|')})${after}`, 'gu')
}

const separators = '[\\s._()\\/\\-]*'

function bareOf(folded: string): string {
  return folded.replaceAll(/[\s._()/-]/g, '')
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll('ß', 'ss').normalize('NFKD').replaceAll(/\p{M}/gu, '')
}

/** "Münster" is written "Muenster" where there are no such letters. */
function spelledOut(text: string): string {
  return text.toLowerCase().normalize('NFC').replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue')
}

function drawnTogether(text: string): string {
  return text.toLowerCase().replaceAll(/([aou])e/g, '$1')
}

function isAddress(word: string): boolean {
  return /^\S+[.@]\S+$/.test(word)
}

function isNumber(word: string): boolean {
  return /^[+\d\s()./-]+$/.test(word) && word.replaceAll(/\D/g, '').length >= tellingDigits
}

function keyOf({ where, text }: Passage, found: string): string {
  return createHash('sha256').update([where, text, found].join('\0')).digest('hex').slice(0, keyCharacters)
}
