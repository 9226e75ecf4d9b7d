// Saves a daily file of EPSS values and tells which of them now count as high, or no longer do.
// SPDX-License-Identifier: EUPL-1.2
import { readEpss } from '@salus/standards/epss'
import type { Context } from '../../../platform/context.ts'
import type { EngineScope } from '../../../platform/database/database.ts'
import { arrayPortions } from '../../../platform/database/portions.ts'
import { centreJournal, record } from '../../../platform/journal/journal.ts'
import type { EpssDocument } from '../document.ts'
import type { Outcome, RecordingOptions } from '../recorded.ts'
import { insertEpssRelease, newestEpssDate, upsertEpssScores } from '../store/epss.ts'
import { epssChanged } from './events.ts'

/** Alerts of so many vulnerabilities are looked at in one transaction. */
const cvesOfEvent = 200

/** A file without a date counts as made now; one that is older than the newest is known and changes nothing. */
export async function saveEpss(
  context: Pick<Context, 'events'>,
  scope: EngineScope,
  document: EpssDocument,
  { actor, now }: RecordingOptions,
): Promise<Outcome> {
  const { release, received, sha256 } = document
  const scoreDate = release.scoreDate === null ? now : new Date(release.scoreDate)
  const newest = await newestEpssDate(scope)
  if (newest !== null && scoreDate < newest) return 'known'
  const { scores, written, crossed } = await writeScores(scope, document, scoreDate, now)
  const saved = { scoreDate, modelVersion: release.modelVersion, scores, written }
  await insertEpssRelease(scope, saved, now)
  await record(scope, {
    organisationId: centreJournal,
    at: now,
    actor,
    action: 'epss.changed',
    objectType: 'epss',
    objectId: scoreDate.toISOString().slice(0, 10),
    details: { ...saved, crossed: crossed.length, sha256, source: received.source },
  })
  const events = [...arrayPortions(crossed, cvesOfEvent)].map((cveIds) => ({ cveIds }))
  await context.events.announce(scope, epssChanged, events, now)
  return 'epss'
}

/** Read a second time, now to be written: the whole list is never in memory. */
async function writeScores(scope: EngineScope, { received }: EpssDocument, scoreDate: Date, now: Date) {
  const total = { scores: 0, written: 0, crossed: new Set<string>() }
  for await (const part of readEpss(received.bytes)) {
    if (part.outcome === 'refused') throw new Error(part.fault.detail)
    const { written, crossed } = await upsertEpssScores(scope, part.scores, scoreDate, now)
    total.scores += part.scores.length
    total.written += written
    for (const cveId of crossed) total.crossed.add(cveId)
  }
  return { ...total, crossed: [...total.crossed] }
}
