// What training knows of a house, for the rules: how many of its people hold a certificate that counts.
// SPDX-License-Identifier: EUPL-1.2
import type { EngineScope, MemberScope } from '../../../platform/database/database.ts'
import { ownItemsOf } from '../../catalogue/index.ts'
import { findOrganisation } from '../../organisations/index.ts'
import { groupFloor } from '../floor.ts'
import { validPeople } from '../rates.ts'
import { selectReleases } from '../store/outcomes.ts'

export interface TrainingFact {
  readonly key: 'training.rate'
  readonly value: number
  readonly asOf: Date
}

/**
 * Said only of groups of five and more, and where the house says how many work there. Somebody who passed two courses
 * counts twice, since nobody knows that it is the same person; so it never says more than all.
 */
export async function factsFromTraining(
  scope: MemberScope | EngineScope,
  organisationId: number,
  now: Date,
): Promise<readonly TrainingFact[]> {
  const organisation = await findOrganisation(scope, organisationId)
  const employees = organisation?.employees ?? 0
  if (employees < groupFloor) return []
  const releases = await selectReleases(scope, [organisationId])
  const months = new Map(ownItemsOf('course').map(({ key, body }) => [key, body.validMonths]))
  const people = validPeople(releases, { validMonths: (key) => months.get(key) ?? null }, now)
  const asOf = releases.at(-1)?.releasedAt
  if (people < groupFloor || !asOf) return []
  return [{ key: 'training.rate', value: Math.min(100, Math.round((people * 100) / employees)), asOf }]
}
