// Publishes the example's advisories, each at its own instant, so that clocks run as if it had come in then.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { EngineScope } from '../../../platform/database/database.ts'
import { recordDocument } from '../../advisories/index.ts'
import { matchAdvisories } from '../../matching/index.ts'
import { advisories } from '../advisories.ts'
import { csafOf } from '../advisory.ts'
import { foundedHoursAgo, hoursBefore } from '../centre.ts'
import { firstCatalogue, secondCatalogue } from '../exploited.ts'

/** Returns the ids by tracking id. */
export async function publishAdvisories(context: Context, now: Date): Promise<ReadonlyMap<string, number>> {
  await context.database.asEngine((scope) =>
    receive(context, scope, 'exploited.json', firstCatalogue, hoursBefore(now, foundedHoursAgo)),
  )
  const ids = new Map<string, number>()
  for (const advisory of advisories) {
    const at = hoursBefore(now, advisory.hoursAgo)
    // Matched here and now: the event that is announced too would be handled only at the real time.
    await context.database.asEngine(async (scope) => {
      const document = csafOf(advisory)
      const id = await receive(context, scope, `${advisory.id.toLowerCase()}.json`, document, at)
      if (id === null) throw new Error(`the example's advisory ${advisory.id} could not be read`)
      await matchAdvisories(context, scope, [id], at)
      ids.set(advisory.id, id)
    })
  }
  return ids
}

/** Its event is handled at the real time: alerts about it open again before the newcomer's eyes. */
export async function publishLastExploited(context: Context, now: Date): Promise<void> {
  await context.database.asEngine((scope) => receive(context, scope, 'exploited.json', secondCatalogue, now))
}

async function receive(
  context: Context,
  scope: EngineScope,
  name: string,
  document: unknown,
  now: Date,
): Promise<number | null> {
  const bytes = Buffer.from(JSON.stringify(document))
  const options = { now, actor: 'example', isExample: true }
  const outcome = await recordDocument(context, scope, { name, bytes, source: 'example' }, options)
  return outcome.advisoryId
}
