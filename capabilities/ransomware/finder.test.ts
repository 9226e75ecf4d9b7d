// The finder on invented families: what makes one likely, what only possible, and when it can't tell.
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type FamilyEntry, keyOf, mergeEntries, type SourceKind } from './family.ts'
import { type Clue, findFamilies } from './finder.ts'
import { readGalaxy } from './galaxy.ts'
import { createLibrary } from './library.ts'
import { readNotesArchive } from './notes-archive.ts'

const copied =
  'Your network was breached and all important files were encrypted. We also took documents of your patients. To get the decryption key you have to pay in bitcoin. Do not rename files, do not call the police, or everything will be published on our blog within three days.'

const entry = (name: string, more: Partial<FamilyEntry> = {}): FamilyEntry => ({
  name,
  synonyms: [],
  extensions: [],
  fileNames: [],
  notes: [],
  references: [],
  ...more,
})

const families = mergeEntries(
  [
    entry('Greyheron', {
      synonyms: ['Mudlark'],
      extensions: ['.greyheron'],
      fileNames: ['GREYHERON_[rand].txt'],
      notes: [`${copied} Greyheron team. Write to greyheron@criminals.test`],
    }),
    entry('Ironmoth', {
      extensions: ['.locked'],
      fileNames: ['README.txt'],
      notes: [`${copied} Good luck, says the moth of iron.`],
    }),
    entry('Saltpike', { extensions: ['.locked'], fileNames: ['README.txt'] }),
  ].map((one) => ({ source: 'notes' as const, entry: one })),
)
const library = createLibrary(families)
const find = (clue: Partial<Clue>) => findFamilies(library, { note: '', fileName: '', ending: '', ...clue })
const names = (clue: Partial<Clue>) => find(clue).candidates.map(({ family }) => family.name)

test('an address that only one family used makes it likely, and is the reason', () => {
  const { outcome, candidates } = find({ note: 'Pay now. Contact: GreyHeron@criminals.test' })
  assert.equal(outcome, 'one')
  assert.equal(candidates[0]?.family.name, 'Greyheron')
  assert.equal(candidates[0]?.evidence[0]?.kind, 'mark')
})

test('the wording alone never makes a family likely, because wording is copied', () => {
  const { outcome, candidates } = find({ note: copied })
  assert.equal(outcome, 'several')
  assert.deepEqual(
    candidates.map(({ certainty }) => certainty),
    ['possible', 'possible'],
  )
})

test('a rare name in a text of extortion counts with one more thing, and a synonym as much as the name', () => {
  const note = 'Mudlark ransomware: files encrypted, pay bitcoin for the decryption key'
  assert.equal(find({ note }).candidates[0]?.certainty, 'possible')
  assert.equal(find({ note, ending: 'a.docx.greyheron' }).outcome, 'one')
})

test('a file name and an ending that only one family uses make it likely together', () => {
  assert.equal(find({ fileName: 'greyheron_77.txt', ending: '.greyheron' }).outcome, 'one')
})

test('what several families use makes each of them possible', () => {
  assert.deepEqual(names({ fileName: 'readme.txt', ending: '.locked' }), ['Ironmoth', 'Saltpike'])
  assert.equal(find({ fileName: 'readme.txt', ending: '.locked' }).outcome, 'several')
})

test('nothing known is said as such, and an everyday ending is left out and said', () => {
  assert.deepEqual(find({ note: 'The lift on ward 3 is out of order until Thursday.' }), {
    outcome: 'cannot-tell',
    candidates: [],
    ordinaryEnding: false,
  })
  assert.equal(find({ ending: 'letter.docx' }).ordinaryEnding, true)
  assert.equal(find({}).outcome, 'cannot-tell')
})

test('entries of one name, and of a synonym that only one claims, become one family', () => {
  const of = (source: SourceKind, name: string, more: Partial<FamilyEntry> = {}) => ({
    source,
    entry: entry(name, more),
  })
  const merged = mergeEntries([
    of('notes', 'mudlark', { notes: [copied] }),
    of('misp-galaxy', 'Greyheron ransomware', { synonyms: ['Mudlark', 'Wader'], extensions: ['.gh'] }),
    of('misp-galaxy', 'Greyheron', { references: ['https://reports.example/1'] }),
    of('misp-galaxy', 'Ironmoth', { synonyms: ['Wader'] }),
  ])
  assert.deepEqual(
    merged.map(({ key, sources }) => [key, sources.length]),
    [
      ['greyheron', 2],
      ['ironmoth', 1],
    ],
  )
  assert.equal(merged[0]?.name, 'Greyheron ransomware')
  assert.equal(keyOf('Greyheron Ransomware'), 'greyheron')
})

test('a collection gives its licence, its families by folder, and the names that victims saw', () => {
  const file = (path: string, text: string) => ({ path, bytes: Buffer.from(text) })
  const reading = readNotesArchive([
    file('x-1/LICENSE', 'Some Licence\n\nterms'),
    file('x-1/README.md', '# about this collection of notes'),
    file('x-1/greyheron/greyheron2.txt', copied),
    file('x-1/greyheron/HOW_TO_PAY_2.txt', copied),
    file('x-1/greyheron/empty.txt', ''),
  ])
  assert.equal(reading.licence?.split('\n')[0], 'Some Licence')
  assert.equal(reading.notes, 2)
  assert.equal(reading.skipped, 2)
  assert.deepEqual(reading.entries[0]?.fileNames, ['HOW_TO_PAY.txt'])
})

test('a cluster of another kind, and values that are none, are not taken for families', () => {
  assert.equal(readGalaxy({ type: 'tool', values: [] }), null)
  assert.equal(readGalaxy([]), null)
  const reading = readGalaxy({ type: 'ransomware', values: [{ value: 'Greyheron' }, { value: 7 }, null] })
  assert.equal(reading?.entries.length, 1)
  assert.equal(reading?.skipped, 2)
})
