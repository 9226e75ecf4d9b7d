// The library of families of this installation, built once for each import and kept until the next.
// SPDX-License-Identifier: EUPL-1.2
import type { CentreScope, Database, MemberScope } from '../../../platform/database/database.ts'
import { mergeEntries } from '../family.ts'
import { type Clue, type Finding, findFamilies } from '../finder.ts'
import { createLibrary, type Library } from '../library.ts'
import { type RecordedSource, selectEntries, selectSources } from '../store.ts'

interface Loaded {
  readonly stamp: string
  readonly library: Library
}

export interface FindingWithSources {
  readonly finding: Finding
  /** Empty as long as the operator has imported nothing. */
  readonly sources: readonly RecordedSource[]
}

const loaded = new WeakMap<Database, Loaded>()

/** Nothing of the clue is stored or logged: it may hold names of patients' files. */
export async function findRansomware(
  { database }: { readonly database: Database },
  scope: MemberScope | CentreScope,
  clue: Clue,
): Promise<FindingWithSources> {
  const sources = await selectSources(scope)
  const library = await libraryOf(database, scope, sources)
  return { finding: findFamilies(library, clue), sources }
}

async function libraryOf(
  database: Database,
  scope: MemberScope | CentreScope,
  sources: readonly RecordedSource[],
): Promise<Library> {
  const stamp = sources
    .map(({ source, sha256, importedAt }) => `${source} ${sha256} ${importedAt.getTime()}`)
    .join()
  const known = loaded.get(database)
  if (known?.stamp === stamp) return known.library
  const library = createLibrary(mergeEntries(await selectEntries(scope)))
  loaded.set(database, { stamp, library })
  return library
}
