// A product name taken apart: words with their rank, model codes as alternatives, and everything that is optional.
// SPDX-License-Identifier: EUPL-1.2
import type { Code } from './codes.ts'
import { countCompanyWords } from './company-history.ts'
import { type Atom, groupAtoms, type WordGroup } from './name-groups.ts'
import { expandSharedEnds, listedNames } from './name-lists.ts'
import { type Exclusion, type NameText, readNameText } from './name-text.ts'
import { maxNameLength, squeeze, wordKey } from './text.ts'
import { rankOf, stemKey } from './words.ts'

export interface NameParts {
  readonly text: string
  /** Letters and digits of the name without remarks and leading vendor. */
  readonly squeezed: string
  readonly words: readonly WordGroup[]
  /** Every word in order, with fillers, remarks, vendor words and the letters of model codes. */
  readonly pool: readonly string[]
  /** Words of the name itself in order, fillers too: what an abbreviation may stand for. */
  readonly spelled: readonly string[]
  /** Every group must be met, by any of its codes. */
  readonly codes: readonly (readonly Code[])[]
  /** Codes in brackets: part numbers that may be given or not. */
  readonly remarkCodes: readonly Code[]
  /** Company named at the start of the product text. */
  readonly company: string | null
  readonly exclusions: readonly Exclusion[]
  readonly platforms: readonly string[]
  readonly versions: readonly string[]
  readonly speaksOfFamily: boolean
}

/** A name longer than this many words is prose; the rest is left out. */
const maxAtoms = 40
const maxNames = 12
/** Order numbers of digits only identify, but nobody needs to write them. */
const orderNumber = /^\d{6,}$/

/** Reads every name that the text holds: "A 400 / B 400" are two, "Gate Box Gate Pump" ends in the one meant. */
export function readNames(text: string, vendorWords: ReadonlySet<string>): NameParts[] {
  const texts = splitOutsideBrackets(expandSharedEnds(text.slice(0, maxNameLength * maxNames)))
    .flatMap(listedNames)
    .filter((part) => /\p{L}|\d/u.test(part))
  return texts.slice(0, maxNames).map((part) => readName(readNameText(part), vendorWords))
}

function splitOutsideBrackets(text: string): string[] {
  const parts = text.slice(0, maxNameLength * maxNames).split(/\s\/\s|\s;\s/)
  return parts.some((part) => part.split('(').length !== part.split(')').length) ? [text] : parts
}

function readName(name: NameText, vendorWords: ReadonlySet<string>): NameParts {
  const all = readAtoms(name.core)
  const company = countCompanyWords(all.map((atom) => wordKey(squeeze(atom.text))))
  const isVendor = vendorTest(all, company, vendorWords)
  const withoutVendor = all.filter((atom) => !isVendor(atom))
  const named = isName(withoutVendor) ? withoutVendor : all
  const atoms = named.slice(nameStart(named))
  const remarkAtoms = name.remarks.flatMap(readAtoms)
  const groups = groupAtoms(atoms, vendorWords)
  const remarkGroups = groupAtoms(remarkAtoms, vendorWords)
  const hasWords = groups.words.some((group) => group.rank === 'brand')
  const prefixes = groups.codes.flat().map((code) => stemKey(code.prefix))
  // "R04CPU" says the word CPU too.
  const tails = groups.codes.flat().map((code) => stemKey(/[a-z]{3,}$/.exec(code.number)?.[0] ?? ''))
  return {
    text: name.core,
    squeezed: squeeze(atoms.map((atom) => atom.text).join('')),
    words: groups.words,
    pool: [...[...all, ...remarkAtoms].flatMap(wordsOf), ...prefixes, ...tails].filter((word) => word !== ''),
    spelled: atoms.flatMap(wordsOf),
    codes: hasWords ? groups.codes.filter((group) => !group.every(isOrderNumber)) : groups.codes,
    remarkCodes: [
      ...remarkGroups.codes.flat(),
      ...(hasWords ? groups.codes.flat().filter(isOrderNumber) : []),
    ],
    company:
      company > 0
        ? all
            .slice(0, company)
            .map((atom) => atom.text)
            .join(' ')
        : null,
    exclusions: name.exclusions,
    platforms: name.platforms,
    versions: name.versions,
    speaksOfFamily: name.speaksOfFamily,
  }
}

function isOrderNumber(code: Code): boolean {
  return orderNumber.test(code.text)
}

function readAtoms(text: string): Atom[] {
  const atoms: Atom[] = []
  let isAlternative = false
  for (const raw of text
    .replace(/,/g, ' , ')
    .split(/\s+/)
    .slice(0, maxAtoms * 2)) {
    if (raw === ',' || raw === 'and' || raw === 'or' || raw === '/') {
      isAlternative = true
      continue
    }
    for (const [index, piece] of raw.split('/').entries()) {
      for (const [at, part] of splitDots(piece).entries()) {
        const slashed = index > 0 && at === 0
        atoms.push({ text: part, isAlternative: isAlternative || slashed, slashed })
        isAlternative = false
      }
    }
  }
  return atoms.slice(0, maxAtoms)
}

/** `org.hl7.core` is three words, `gate-a` two of which the letter tells the variant; `1.5t` stays one. */
function splitDots(piece: string): string[] {
  return piece
    .split(/\.(?!\d)|(?<!\d)\./)
    .flatMap((part) => (/\d/.test(part) ? [part] : part.split(/(?<=\p{L}{3})-(?=\p{L}$)/u)))
    .map((part) => part.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((part) => part !== '')
}

function wordsOf(atom: Atom): string[] {
  return /\d/.test(atom.text) ? [] : [stemKey(squeeze(atom.text))]
}

function vendorTest(
  all: readonly Atom[],
  company: number,
  vendorWords: ReadonlySet<string>,
): (atom: Atom) => boolean {
  const leading = new Set(all.slice(0, company))
  return (atom) => leading.has(atom) || vendorWords.has(wordKey(squeeze(atom.text)))
}

/** Something telling is left without the vendor, or two words for its kind, which make a name together. */
function isName(atoms: readonly Atom[]): boolean {
  const kinds = atoms.filter((atom) => rankOf(stemKey(squeeze(atom.text))) === 'class')
  return atoms.some(tells) || kinds.length >= 2
}

/** Whether the atom can tell one product from another. */
function tells(atom: Atom): boolean {
  return /\d/.test(atom.text) || rankOf(stemKey(squeeze(atom.text))) === 'brand'
}

/** Where the first word comes again, a second name starts that is the one meant. */
function nameStart(atoms: readonly Atom[]): number {
  const first = atoms[0]
  if (!first || first.text.length < 4 || /\d/.test(first.text)) return 0
  const again = atoms.findLastIndex((atom, index) => index > 1 && !atom.slashed && atom.text === first.text)
  return again > 0 && again < atoms.length - 1 ? again : 0
}
