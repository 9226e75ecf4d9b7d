// A hospital marks how far its assets are with a vulnerability; journalled, in one transaction.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../../platform/context.ts'
import { Refusal } from '../../../platform/http/problem.ts'
import { record } from '../../../platform/journal/journal.ts'
import type { ProblemCode } from '../contract.ts'
import type { RemediationStatus } from '../remediation.ts'
import { findAlertOfAdvisory, saveMarks } from '../store.ts'

export interface MarkCommand {
  readonly organisationId: number
  readonly advisoryId: number
  /** Null: all that the advisory concerns. */
  readonly assetIds: readonly number[] | null
  /** As the advisory calls it; null: all of them. */
  readonly vulnerability: string | null
  readonly status: RemediationStatus
  readonly personId: number
}

/** Returns how many assets were marked. The state of the alert is the hospital's own answer and stays as it is. */
export async function markRemediation(
  context: Pick<Context, 'database'>,
  command: MarkCommand,
  now: Date,
): Promise<number> {
  const { organisationId, advisoryId, vulnerability, status } = command
  const actor = `person:${command.personId}`
  return context.database.asMember(organisationId, async (scope) => {
    const assets = await saveMarks(scope, { ...command, actor, at: now })
    if (assets === 0) throw nothingToMark(advisoryId)
    const alert = await findAlertOfAdvisory(scope, organisationId, advisoryId)
    await record(scope, {
      organisationId,
      at: now,
      actor,
      action: 'remediation.marked',
      objectType: alert ? 'alert' : 'advisory',
      objectId: alert ? alert.id : advisoryId,
      details: { advisoryId, status, vulnerability, assets },
    })
    return assets
  })
}

function nothingToMark(advisoryId: number): Refusal {
  const code: ProblemCode = 'alerts/nothing-to-mark'
  return new Refusal({
    code,
    status: 404,
    title: 'None of these assets is concerned',
    detail: `Advisory ${advisoryId} concerns none of the assets that were chosen, or names no such vulnerability. Nothing was marked.`,
    remedy: 'Open the alert again and choose from the assets that it shows.',
  })
}
