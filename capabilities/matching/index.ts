// The door of matching: identify what hospitals run, match what is published, and read verdicts.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import { handleLater } from '../../platform/events/event.ts'
import type { Capability } from '../../platform/http/capability.ts'
import { advisoryRecorded } from '../advisories/index.ts'
import { decideChangedLinks, matchAdvisories } from './actions.ts'
import { linksChanged } from './events.ts'
import { matchingJobs } from './jobs.ts'
import { matchingPages } from './pages/index.ts'
import { vexHref } from './pages/paths.ts'
import { matchingRoutes } from './routes.ts'
import { countQueue } from './store.ts'

export {
  type AliasProposal,
  type Explained,
  explainConsidered,
  explainPairs,
  type IdentifiedItem,
  identifyProductVersions,
  type ManualRun,
  type Matchable,
  manualRuns,
  matchAdvisories,
  matchAdvisoriesAgain,
  matchVersionsAgain,
  proposeAlias,
  type RematchStep,
  type RematchSummary,
  type ReplaySummary,
  rematchAll,
  replayVerdicts,
} from './actions.ts'
export { type AliasCause, exemptionsChanged, verdictsDecided } from './events.ts'
export type { ExemptionGround } from './exemption.ts'
export { type ExplanationStep, explainStep } from './explanation.ts'
export { type MatchFilesOptions, matchFiles } from './match-files.ts'
export { type LevelCounts, levelsUpTo, type MatchLevel, matchLevels } from './match-level.ts'
export { isMeantBy } from './serial-number.ts'
export {
  concerningVerdicts,
  foldedAdvisories,
  foldedInto,
  foldTargets,
  forgetAdvisories,
  lockMatching,
  type MemberExemption,
  matchedPairs,
  memberExemptions,
  type OwnProposal,
  selectConcernedVersions as concernedVersions,
  selectExemptions as exemptionsOf,
  selectHashesOfVersion as hashesOfVersion,
  selectProposalsOfAsset as proposalsOfAsset,
  selectVerdicts as verdictsOn,
  type Verdict,
  verdictAdvisories,
} from './store.ts'

const advisoriesAtOnce = 100

export function createMatching(context: Context): Capability {
  return {
    name: 'matching',
    permissions: {
      'vex:read': ['reader', 'responder', 'lead'],
      'vex:hand-in': ['responder', 'lead'],
      'review:read': ['duty-officer', 'administrator'],
      'review:decide': ['duty-officer', 'administrator'],
      'matching:run': ['duty-officer', 'administrator'],
    },
    routes: matchingRoutes(context),
    pages: matchingPages(context),
    jobs: matchingJobs(context),
    menu: [
      {
        area: 'member',
        label: 'matching.vex.menu',
        permission: 'vex:read',
        position: 45,
        href: vexHref,
      },
      {
        area: 'centre',
        label: 'matching.menu',
        permission: 'review:read',
        position: 20,
        href: () => '/centre/review',
        count: countQueue,
      },
    ],
    subscriptions: [
      handleLater(advisoryRecorded, 'matching.match-advisories', advisoriesAtOnce, (scope, payloads, now) =>
        matchAdvisories(
          context,
          scope,
          payloads.map((payload) => payload.advisoryId),
          now,
          payloads.flatMap(({ advisoryId, because }) => (because === 'deleted' ? [advisoryId] : [])),
        ),
      ),
      handleLater(linksChanged, 'matching.decide-changed-links', 1, async (scope, payloads, now) => {
        for (const { productVersionIds, because } of payloads)
          await decideChangedLinks(context, scope, productVersionIds, because, now)
      }),
    ],
  }
}
