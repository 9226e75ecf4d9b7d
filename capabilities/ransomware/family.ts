// A ransomware family as sources describe it, and as the finder knows it after they were put together.
// SPDX-License-Identifier: EUPL-1.2
import { minNameCharacters, type Note, readNote } from './note.ts'
import { type NamePattern, readPattern } from './pattern.ts'

export const sourceKinds = ['notes', 'misp-galaxy'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** What one source says of one family; text as it came, within the limits of the readers. */
export interface FamilyEntry {
  readonly name: string
  readonly synonyms: readonly string[]
  /** As written there: `.akira`, `.id-[ID].[mail]`, `random`. */
  readonly extensions: readonly string[]
  /** Names of the files in which the criminals leave their note. */
  readonly fileNames: readonly string[]
  /** Notes as plain text. */
  readonly notes: readonly string[]
  /** Addresses of reports about the family. */
  readonly references: readonly string[]
}

export interface Family {
  /** Lower-case letters and digits of the name; stable between imports. */
  readonly key: string
  readonly name: string
  readonly synonyms: readonly string[]
  /** Key and synonyms as a note may say them: squeezed, and not so short that they stand in any text. */
  readonly sayable: readonly string[]
  readonly extensions: readonly NamePattern[]
  readonly fileNames: readonly NamePattern[]
  readonly notes: readonly Note[]
  readonly references: readonly string[]
  readonly sources: readonly SourceKind[]
}

export const maxReferencesShown = 5

/** Same name, or a synonym that only one entry claims, is the same family. Entries come in order of trust. */
export function mergeEntries(
  entries: readonly { readonly source: SourceKind; readonly entry: FamilyEntry }[],
): readonly Family[] {
  const groups = new Map<string, { source: SourceKind; entry: FamilyEntry }[]>()
  const owners = ownersOfSynonyms(entries.map(({ entry }) => entry))
  for (const one of entries) {
    const own = keyOf(one.entry.name)
    if (own === '') continue
    const key = owners.get(own) ?? own
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups].map(([key, group]) => familyOf(key, group))
}

/** `LockBit ransomware` and `lockbit` are one name; letters of every script count. */
export function keyOf(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\b(?:ransomware|ransom|virus|trojan)\b/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** From a synonym that is nobody's main name to the one entry that claims it, such as `revil` to `sodinokibi`. */
function ownersOfSynonyms(entries: readonly FamilyEntry[]): ReadonlyMap<string, string> {
  const claims = new Map<string, Set<string>>()
  for (const entry of entries)
    for (const synonym of entry.synonyms.map(keyOf))
      if (synonym !== '') claims.set(synonym, (claims.get(synonym) ?? new Set()).add(keyOf(entry.name)))
  const described = new Set(entries.filter(isMuch).map(({ name }) => keyOf(name)))
  return new Map(
    [...claims].flatMap(([synonym, by]) => {
      const [only] = by
      return by.size === 1 && only && only !== synonym && !described.has(synonym) && !claims.has(only)
        ? [[synonym, only]]
        : []
    }),
  )
}

/** An entry with synonyms or marks of its own is no mere second name of another. */
function isMuch({ synonyms, extensions }: FamilyEntry): boolean {
  return synonyms.length > 0 || extensions.length > 0
}

function familyOf(
  key: string,
  group: readonly { readonly source: SourceKind; readonly entry: FamilyEntry }[],
): Family {
  const entries = group.map(({ entry }) => entry)
  const named = entries.find(({ name }) => keyOf(name) === key) ?? entries[0]
  const name = named?.name ?? key
  const others = entries.flatMap((entry) => [entry.name, ...entry.synonyms])
  const synonyms = distinct(others, keyOf).filter((other) => keyOf(other) !== key)
  return {
    key,
    name,
    synonyms,
    sayable: [key, ...synonyms.map(keyOf)].filter(
      (one) => one.length >= minNameCharacters && !/^\d+$/.test(one),
    ),
    extensions: patterns(entries.flatMap(({ extensions }) => extensions)),
    fileNames: patterns(entries.flatMap(({ fileNames }) => fileNames)),
    notes: distinct(
      entries.flatMap(({ notes }) => notes),
      (text) => text,
    ).map(readNote),
    references: distinct(
      entries.flatMap(({ references }) => references),
      (text) => text,
    ),
    sources: distinct(
      group.map(({ source }) => source),
      (source) => source,
    ),
  }
}

function patterns(texts: readonly string[]): readonly NamePattern[] {
  const read = texts.map(readPattern).filter((pattern) => pattern !== null)
  return distinct(read, ({ key }) => key)
}

function distinct<T>(values: readonly T[], by: (value: T) => string): readonly T[] {
  return [...new Map(values.toReversed().map((value) => [by(value), value])).values()].toReversed()
}
