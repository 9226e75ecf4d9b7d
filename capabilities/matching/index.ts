// The door of matching: identify what hospitals run, match what is published, and read verdicts.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import { handleLater } from '../../platform/events/event.ts'
import type { Capability } from '../../platform/http/capability.ts'
import { advisoryRecorded } from '../advisories/index.ts'
import { matchAdvisories } from './actions.ts'

export {
  type IdentifiedItem,
  identifyProductVersions,
  type Matchable,
  matchAdvisories,
} from './actions.ts'
export { verdictsDecided } from './events.ts'
export { type ExplanationStep, explainStep } from './explanation.ts'
export { type MatchFilesOptions, matchFiles } from './match-files.ts'
export {
  concerningVerdicts,
  forgetAdvisories,
  selectConcernedVersions as concernedVersions,
  selectVerdicts as verdictsOn,
  type Verdict,
} from './store.ts'

const advisoriesAtOnce = 100

export function createMatching(context: Context): Capability {
  return {
    name: 'matching',
    permissions: {},
    routes: [],
    pages: [],
    jobs: [],
    menu: [],
    subscriptions: [
      handleLater(advisoryRecorded, 'matching.match-advisories', advisoriesAtOnce, (scope, payloads, now) =>
        matchAdvisories(
          context,
          scope,
          payloads.map((payload) => payload.advisoryId),
          now,
        ),
      ),
    ],
  }
}
