// Says which ransomware family a note, a file name or an ending points to, why, and when it can't tell.
// SPDX-License-Identifier: EUPL-1.2
import { type Certainty, certaintyOf, minScore } from './certainty.ts'
import type { Family } from './family.ts'
import { endingKey, fileKey, type Library, weightOfRun } from './library.ts'
import { type Mark, marksIn } from './mark.ts'
import { type Note, readNote } from './note.ts'
import { isOrdinaryEnding } from './ordinary-endings.ts'
import { matchesEnding, matchesName } from './pattern.ts'

export interface Clue {
  /** Text of the note; empty where there is none. */
  readonly note: string
  /** Name of the file in which the note stood. */
  readonly fileName: string
  /** What the names of encrypted files end with, or one such name. */
  readonly ending: string
}

/** What points to a family; the values are foreign text, to be shown and never linked. */
export type Evidence =
  | { readonly kind: 'mark'; readonly mark: Mark; readonly sharedBy: number }
  | { readonly kind: 'text'; readonly share: number; readonly phrases: readonly string[] }
  | { readonly kind: 'name'; readonly name: string; readonly sharedBy: number }
  | {
      readonly kind: 'file-name' | 'ending'
      readonly pattern: string
      readonly fixed: number
      readonly sharedBy: number
    }

export interface Candidate {
  readonly family: Family
  readonly certainty: Certainty
  /** For ranking only; has no unit. */
  readonly score: number
  readonly evidence: readonly Evidence[]
}

export interface Finding {
  /** `one`: one family is likely. `several`: it may be one of these. `cannot-tell`: nothing points to a family. */
  readonly outcome: 'one' | 'several' | 'cannot-tell'
  readonly candidates: readonly Candidate[]
  /** The ending is that of ordinary files, so it was not used. */
  readonly ordinaryEnding: boolean
}

const maxCandidates = 5
const maxPhrases = 3
/** A text shorter than this many runs of words proves little by being found in another. */
const fewRuns = 25
/** A name or ending that more families share than this points to none. */
const maxSharing = 12
/** A name that so many other families' notes use is an ordinary word of such notes. */
const maxStrangers = 1
const minTextShare = 0.06

export function findFamilies(library: Library, clue: Clue): Finding {
  const note = readNote(clue.note)
  const ordinaryEnding = isOrdinaryEnding(clue.ending)
  const found = new Map<number, Evidence[]>()
  const add = (family: number, evidence: Evidence) => {
    const known = found.get(family)
    if (known) known.push(evidence)
    else found.set(family, [evidence])
  }
  addMarks(library, note, clue, add)
  addTexts(library, note, add)
  addNames(library, note, add)
  addPatterns(library, 'file-name', clue.fileName, add)
  if (!ordinaryEnding) addPatterns(library, 'ending', clue.ending, add)
  const candidates = rank(library, note, found)
  const likely = candidates.filter(({ certainty }) => certainty === 'likely').length
  const outcome = candidates.length === 0 ? 'cannot-tell' : likely === 1 ? 'one' : 'several'
  return { outcome, candidates, ordinaryEnding }
}

type Add = (family: number, evidence: Evidence) => void

function addMarks(library: Library, note: Note, clue: Clue, add: Add): void {
  const inNames = marksIn(`${clue.fileName.slice(0, 300)} ${clue.ending.slice(0, 300)}`)
  for (const mark of [...note.marks, ...inNames]) {
    const owners = library.marks.get(mark.value)
    for (const family of owners ?? []) add(family, { kind: 'mark', mark, sharedBy: owners?.size ?? 0 })
  }
}

/** The best of a family's notes speaks for it. */
function addTexts(library: Library, note: Note, add: Add): void {
  const { runs } = note
  const weigh = (run: string) => weightOfRun(run, library.usersOf, library.familiesWithNotes)
  const weight = [...runs].reduce((sum, run) => sum + weigh(run), 0)
  const best = new Map<number, { share: number; shared: readonly string[] }>()
  for (const known of library.notes) {
    const shared = [...runs].filter((run) => known.runs.has(run))
    if (shared.length === 0) continue
    const sharedWeight = shared.reduce((sum, run) => sum + weigh(run), 0)
    const smaller = Math.max(
      Math.min(weight, known.weight),
      fewRuns * Math.log(library.familiesWithNotes + 1),
    )
    const larger = Math.max(weight, known.weight, smaller)
    // Between "how much of the shorter one" and "how much of both": a note that grew is still the same note.
    const share = sharedWeight / Math.sqrt(smaller * larger)
    if (share > (best.get(known.family)?.share ?? 0)) best.set(known.family, { share, shared })
  }
  for (const [family, { share, shared }] of best)
    if (share >= minTextShare) {
      const rarest = shared.toSorted((a, b) => weigh(b) - weigh(a))
      add(family, { kind: 'text', share: Math.min(share, 1), phrases: rarest.slice(0, maxPhrases) })
    }
}

function addNames(library: Library, note: Note, add: Add): void {
  for (const name of note.namesSaid) {
    const owners = library.names.get(name)
    if (!owners || (library.strangersSaying.get(name)?.count ?? 0) > maxStrangers) continue
    for (const family of owners) add(family, { kind: 'name', name, sharedBy: owners.size })
  }
}

function addPatterns(library: Library, kind: 'file-name' | 'ending', typed: string, add: Add): void {
  const name = typed.slice(0, 300).trim()
  if (name === '') return
  const isFile = kind === 'file-name'
  const matches = isFile ? matchesName : matchesEnding
  const keyFor = isFile ? fileKey : endingKey
  library.families.forEach((family, index) => {
    const fitting = (isFile ? family.fileNames : family.extensions).filter((pattern) =>
      matches(pattern, name),
    )
    const [pattern] = fitting.toSorted((a, b) => b.fixed - a.fixed)
    if (!pattern) return
    const sharedBy = library.sharing.get(keyFor(pattern))?.count ?? 1
    if (sharedBy <= maxSharing) add(index, { kind, pattern: pattern.text, fixed: pattern.fixed, sharedBy })
  })
}

function rank(
  library: Library,
  note: Note,
  found: ReadonlyMap<number, readonly Evidence[]>,
): readonly Candidate[] {
  const scored = [...found]
    .map(([index, evidence]) => ({ index, evidence, score: scoreOf(evidence) }))
    .filter(({ score }) => score >= minScore)
    .sort((a, b) => b.score - a.score || a.index - b.index)
  const judged = scored.flatMap(({ index, evidence, score }) => {
    const family = library.families[index]
    if (!family) return []
    const rival = scored.find((other) => other.index !== index)
    const certainty = certaintyOf(evidence, rival?.evidence ?? [], note.words)
    return [{ family, certainty, score, evidence: sorted(evidence) }]
  })
  // The order within is kept.
  return [
    ...judged.filter(({ certainty }) => certainty === 'likely'),
    ...judged.filter(({ certainty }) => certainty === 'possible'),
  ].slice(0, maxCandidates)
}

function scoreOf(evidence: readonly Evidence[]): number {
  const marks = evidence.filter(({ kind }) => kind === 'mark').length
  return (
    Math.min(marks, 3) * 3 +
    evidence.reduce((sum, one) => sum + (one.kind === 'mark' ? 0 : scoreOfOne(one)), 0)
  )
}

function scoreOfOne(evidence: Exclude<Evidence, { kind: 'mark' }>): number {
  switch (evidence.kind) {
    case 'text':
      return evidence.share * 6
    case 'name':
      return 1.5 / evidence.sharedBy
    case 'file-name':
    case 'ending':
      return Math.min(evidence.fixed, 10) / 5 / evidence.sharedBy
  }
}

const order = ['mark', 'text', 'name', 'file-name', 'ending']
const sorted = (evidence: readonly Evidence[]): readonly Evidence[] =>
  evidence.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
