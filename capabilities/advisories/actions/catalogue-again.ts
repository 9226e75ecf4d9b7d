// Reads documents of earlier releases again, so that they are found and sorted like new ones.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { catalogueOf } from '../catalogue.ts'
import { readStoredDocument } from '../document.ts'
import { selectUncatalogued, writeCatalogues } from '../store/catalogue.ts'

export const catalogueJob = 'advisories.catalogue'

const documentsAtOnce = 50
/** Of one run; the next one goes on where it stopped. */
const maxRunMs = 40_000

/** Returns how many documents were read. */
export async function catalogueAgain(context: Pick<Context, 'database'>): Promise<number> {
  const deadlineMs = performance.now() + maxRunMs
  let count = 0
  while (performance.now() < deadlineMs) {
    const read = await catalogueSome(context)
    count += read
    if (read < documentsAtOnce) break
  }
  return count
}

function catalogueSome(context: Pick<Context, 'database'>): Promise<number> {
  return context.database.asEngine(async (scope) => {
    const documents = await selectUncatalogued(scope, documentsAtOnce)
    const rows = []
    for (const { document, ...row } of documents) {
      const read = await readStoredDocument(document)
      rows.push({ ...row, catalogue: read && catalogueOf(read.advisory, read.json) })
    }
    await writeCatalogues(scope, rows)
    return rows.length
  })
}
