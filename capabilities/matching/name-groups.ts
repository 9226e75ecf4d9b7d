// Groups the atoms of a product name: words and codes joined by a slash, comma or "and" are alternatives.
// SPDX-License-Identifier: EUPL-1.2
import { type Code, readCode } from './codes.ts'
import { squeeze, wordKey } from './text.ts'
import { rankOf, stemKey, type WordRank } from './words.ts'

export interface Atom {
  readonly text: string
  /** Joined to the atom before by a slash, comma or "and". */
  readonly isAlternative: boolean
  readonly slashed: boolean
}

export interface WordGroup {
  /** Stems of which one is enough ("Alpha/Beta"). */
  readonly alternatives: readonly string[]
  readonly rank: WordRank
}

export interface Groups {
  readonly words: readonly WordGroup[]
  readonly codes: readonly (readonly Code[])[]
}

interface OpenGroups {
  words: { alternatives: string[]; rank: WordRank }[]
  codes: Code[][]
  /** What the atom before was. */
  before: 'word' | 'code' | null
  /** The next code is an alternative, because "280/VEN 280" put its prefix after the slash. */
  codeIsAlternative: boolean
}

export function groupAtoms(atoms: readonly Atom[], vendorWords: ReadonlySet<string>): Groups {
  const groups: OpenGroups = { words: [], codes: [], before: null, codeIsAlternative: false }
  for (const [index, atom] of atoms.entries()) {
    const code = readCode(withoutVendorSegments(atom.text, vendorWords), softPrefixOf(atoms[index - 1]))
    if (code) addCode(groups, atom, code)
    else addWord(groups, atom)
  }
  return groups
}

/** `norvik-q1` of the vendor Norvik is `q1`. */
function withoutVendorSegments(text: string, vendorWords: ReadonlySet<string>): string {
  const kept = text.split('-').filter((segment) => !vendorWords.has(wordKey(segment)))
  return kept.length > 0 ? kept.join('-') : text
}

function softPrefixOf(before: Atom | undefined): string | null {
  if (!before || /\d/.test(before.text)) return null
  return squeeze(before.text)
}

function addCode(groups: OpenGroups, atom: Atom, code: Code): void {
  const group = groups.codes.at(-1)
  const first = group?.[0]
  const follows =
    groups.before === 'code' && (atom.isAlternative || (code.prefix !== '' && code.prefix === first?.prefix))
  if (group && first && (follows || groups.codeIsAlternative)) {
    const inherits = follows && code.prefix === ''
    group.push(inherits ? { ...code, prefix: first.prefix, softPrefix: first.softPrefix } : code)
    addPrefixWord(groups, first, code)
  } else groups.codes.push([code])
  groups.before = 'code'
  groups.codeIsAlternative = false
}

/** "NOR 280/VEN280": the letters of the second code stand for the word before the first. */
function addPrefixWord(groups: OpenGroups, first: Code, code: Code): void {
  const word = groups.words.at(-1)
  if (
    code.prefix === '' ||
    first.softPrefix === null ||
    !word?.alternatives.includes(stemKey(first.softPrefix))
  )
    return
  word.alternatives.push(stemKey(code.prefix))
}

function addWord(groups: OpenGroups, atom: Atom): void {
  const stem = stemKey(squeeze(atom.text))
  const rank = rankOf(stem)
  const last = groups.words.at(-1)
  if (atom.slashed && groups.before === 'code') {
    last?.alternatives.push(stem)
    groups.codeIsAlternative = true
  } else if (
    atom.isAlternative &&
    groups.before === 'word' &&
    last &&
    rank !== 'filler' &&
    last.rank !== 'filler'
  ) {
    last.alternatives.push(stem)
    if (rank === 'brand') last.rank = 'brand'
  } else if (stem !== '') groups.words.push({ alternatives: [stem], rank })
  groups.before = 'word'
}
