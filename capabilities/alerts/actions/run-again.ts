// A hospital has its own assets matched again by hand, within bounds that protect the others.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { Refusal } from '../../../platform/http/problem.ts'
import { historyOf } from '../../../platform/journal/journal.ts'
import { type ManualRun, manualRuns, matchVersionsAgain } from '../../matching/index.ts'
import type { ProblemCode } from '../contract.ts'
import { type AssetVersion, versionsOfAssets } from '../store.ts'

/** A run holds up all other matching while it lasts. */
export const maxRunsAnHour = 30
const hourMs = 3_600_000

export interface RunCommand {
  readonly organisationId: number
  readonly assetIds: readonly number[]
  readonly personId: number
}

export async function runAgain(
  context: Pick<Context, 'database' | 'events'>,
  { organisationId, assetIds, personId }: RunCommand,
  now: Date,
): Promise<ManualRun> {
  const own = await context.database.asMember(organisationId, async (scope) => {
    const runs = await historyOf(scope, { organisationId, ...manualRuns }, maxRunsAnHour)
    const since = now.getTime() - hourMs
    if (runs.filter(({ at }) => at.getTime() > since).length >= maxRunsAnHour) throw tooManyRuns()
    return versionsOfAssets(scope, assetIds)
  })
  return runOver(context, organisationId, own, `person:${personId}`, now)
}

/** From the command line, where nobody counts runs. */
export async function runAgainAsOperator(
  context: Pick<Context, 'database' | 'events'>,
  { organisationId, assetIds }: Omit<RunCommand, 'personId'>,
  now: Date,
): Promise<ManualRun> {
  const own = await context.database.asMember(organisationId, (scope) => versionsOfAssets(scope, assetIds))
  return runOver(context, organisationId, own, 'operator', now)
}

function runOver(
  context: Pick<Context, 'database' | 'events'>,
  organisationId: number,
  own: readonly AssetVersion[],
  actor: string,
  now: Date,
): Promise<ManualRun> {
  if (own.length === 0) throw noSuchAssets()
  const asked = {
    assetIds: own.map(({ assetId }) => assetId),
    productVersionIds: own.map(({ productVersionId }) => productVersionId),
  }
  return matchVersionsAgain(context, organisationId, asked, actor, now)
}

function tooManyRuns(): Refusal {
  return refuse({
    code: 'alerts/too-many-runs',
    status: 429,
    title: 'That was looked at often enough for now',
    detail: `Your organisation has asked for ${maxRunsAnHour} runs within an hour, as many as one may. Nothing was run.`,
    remedy: 'New advisories and changed lists are matched by themselves. Try again in an hour.',
    values: { most: maxRunsAnHour },
  })
}

function noSuchAssets(): Refusal {
  return refuse({
    code: 'alerts/no-such-assets',
    status: 404,
    title: 'There are no such assets',
    detail: 'Your organisation runs none of the assets that were named.',
    remedy: 'Choose them from the list of assets.',
  })
}

function refuse(options: { code: ProblemCode } & ConstructorParameters<typeof Refusal>[0]): Refusal {
  return new Refusal(options)
}
