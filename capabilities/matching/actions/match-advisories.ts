// Matches new and revised advisories, a batch at a time, once for all hospitals.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import type { EngineScope } from '../../../platform/database/database.ts'
import { planAnew } from '../../../platform/database/planning.ts'
import { loadAdvisories } from '../../advisories/index.ts'
import { verdictsDecided } from '../events.ts'
import { fingerprintOf } from '../fingerprint.ts'
import { type NarrowStatement, narrowStatements } from '../narrow.ts'
import { lockMatching, lookAround, markMatched, type NewStatement, replaceStatements } from '../store.ts'
import { decideCandidates } from './decide.ts'
import { storeNamings } from './link.ts'
import { readForMatching } from './read-advisory.ts'
import { rememberSpoken, spokenBy } from './weigh-documents.ts'

export async function matchAdvisories(
  context: Pick<Context, 'events'>,
  scope: EngineScope,
  ids: readonly number[],
  now: Date,
  /** Those of them that the centre deleted, so that alerts can say so. */
  deletedIds: readonly number[] = [],
): Promise<void> {
  const advisoryIds = [...new Set(ids)]
  const advisories = (await loadAdvisories(scope, advisoryIds)).map(readForMatching)
  const recorded = advisories.map((advisory) => advisory.recorded)
  const said = advisories.map(({ recorded: { advisoryId }, statements }) => ({
    advisoryId,
    statements: narrowStatements(statements),
  }))
  const spoken = advisories.flatMap(spokenBy)
  await lockMatching(scope, 'advisory')
  const stored = await lookAround(scope, advisoryIds, [...new Set(spoken.map((one) => one.vulnerability))])
  const around = { ...stored, areCleared: stored.areCleared || spoken.some((one) => one.clears) }
  const productIds = await storeNamings(
    scope,
    said.flatMap(({ statements }) => statements.map((statement) => statement.name)),
    'advisory',
  )
  await replaceStatements(
    scope,
    advisoryIds,
    said.flatMap(({ advisoryId, statements }) => rowsOf(advisoryId, statements, productIds)),
    around,
  )
  const neighbours = await rememberSpoken(scope, advisoryIds, spoken, around)
  const changed = await decideCandidates(
    scope,
    { advisoryIds },
    new Map(advisories.map((advisory) => [advisory.recorded.advisoryId, advisory])),
    now,
    around,
  )
  const overruled = neighbours.length === 0 ? [] : await decideNeighbours(scope, neighbours, now)
  await markMatched(scope, recorded, now)
  // Alerts hear of all of them: an advisory whose fix changed may leave every verdict as it was.
  const concerned = [...new Set([...advisoryIds, ...changed, ...overruled])]
  const [deleted = [], others = []] = [true, false].map((isDeleted) =>
    concerned.filter((id) => deletedIds.includes(id) === isDeleted),
  )
  if (others.length > 0) await context.events.announce(scope, verdictsDecided, { advisoryIds: others }, now)
  if (deleted.length > 0)
    await context.events.announce(scope, verdictsDecided, { advisoryIds: deleted, because: 'deleted' }, now)
}

async function decideNeighbours(
  scope: EngineScope,
  advisoryIds: readonly number[],
  now: Date,
): Promise<readonly number[]> {
  await planAnew(scope)
  return decideCandidates(scope, { advisoryIds }, new Map(), now)
}

/** Vulnerabilities of one advisory often repeat the same product and range: for narrowing, once is enough. */
function rowsOf(
  advisoryId: number,
  statements: readonly NarrowStatement[],
  productIds: ReadonlyMap<string, number>,
): readonly NewStatement[] {
  const rows = statements.flatMap((statement): readonly NewStatement[] => {
    const productId = productIds.get(fingerprintOf(statement.name))
    if (productId === undefined) return []
    const ranges = statement.ranges.map((range) => ({ low: hex(range.low), high: hex(range.high) }))
    return [
      {
        advisoryId,
        productId,
        scheme: statement.scheme,
        alwaysACandidate: statement.alwaysACandidate,
        ranges,
        hashKeys: statement.hashKeys,
      },
    ]
  })
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()]
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
