// Loads advisories with their statements, read again from the documents as they were received.
// SPDX-License-Identifier: EUPL-1.2
import { readStoredAdvisory } from '../document.ts'
import type { RecordedAdvisory } from '../recorded.ts'
import { selectDocuments } from '../store/reading.ts'
import type { ReadingScope } from '../store/scopes.ts'

/** In ascending order; ask for no more at once than fits into memory with statements (a few hundred). */
export async function loadAdvisories(
  scope: ReadingScope,
  advisoryIds: readonly number[],
): Promise<readonly RecordedAdvisory[]> {
  const loaded: RecordedAdvisory[] = []
  for (const { document, ...stored } of await selectDocuments(scope, advisoryIds)) {
    const advisory = await readStoredAdvisory(document)
    if (advisory === null)
      throw new Error(`the stored document of advisory ${stored.advisoryId} cannot be read`)
    loaded.push({ ...stored, advisory })
  }
  return loaded
}
