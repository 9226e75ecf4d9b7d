// Reads a framework with what one house's answers say of each requirement.
// SPDX-License-Identifier: EUPL-1.2
import type { MemberScope } from '../../../platform/database/database.ts'
import { unknownHere } from '../contract/refusals.ts'
import { type Framework, isShown } from '../framework/framework.ts'
import { type RequirementResult, resultsOf } from '../framework/mapping.ts'
import { selectFrameworks, selectMappings, selectRequirements } from '../store/frameworks.ts'
import { type Checking, viewHouse } from './check.ts'

export interface FrameworkView {
  readonly framework: Framework
  /** Every version that may be shown, the newest import first. */
  readonly versions: readonly Framework[]
  readonly results: readonly RequirementResult[]
}

/** Answers are facts and not tied to a version, so the same answers stand in an old version and in a new one. */
export async function viewFramework(
  checking: Checking,
  scope: MemberScope,
  asked: { readonly organisationId: number; readonly key: string; readonly version: string },
  now: Date,
): Promise<FrameworkView> {
  const versions = (await selectFrameworks(scope)).filter((one) => one.key === asked.key && isShown(one))
  const framework = versions.find(({ version }) => version === asked.version) ?? versions[0]
  if (!framework) throw unknownHere()
  const { scores } = await viewHouse(checking, scope, asked.organisationId, now)
  const results = resultsOf({
    key: framework.key,
    requirements: await selectRequirements(scope, framework.id),
    mappings: await selectMappings(scope, framework.key),
    scores,
  })
  return { framework, versions, results }
}

export async function shownFrameworks(scope: MemberScope): Promise<readonly Framework[]> {
  const shown = (await selectFrameworks(scope)).filter(isShown)
  return [...new Map(shown.toReversed().map((one) => [one.key, one])).values()].toSorted((a, b) =>
    a.name.localeCompare(b.name),
  )
}
