// What matching does, by occasion.
// SPDX-License-Identifier: EUPL-1.2
export { type AliasCommand, decideAlias } from './actions/decide-alias.ts'
export {
  type Explained,
  explainConsidered,
  explainPairs,
  type ReplaySummary,
  replayVerdicts,
} from './actions/explain.ts'
export { type IdentifiedItem, identifyProductVersions, type Matchable } from './actions/identify.ts'
export { matchAdvisories } from './actions/match-advisories.ts'
export {
  type ManualRun,
  manualRuns,
  matchAdvisoriesAgain,
  matchVersionsAgain,
} from './actions/match-again.ts'
export { handInMemberVex, type MemberVexFile, takeBackMemberVex } from './actions/member-vex.ts'
export { type AliasProposal, proposeAlias } from './actions/propose-alias.ts'
export { refreshExemptions } from './actions/refresh-exemptions.ts'
export { refreshReview } from './actions/refresh-review.ts'
export { decideChangedLinks } from './actions/relink.ts'
export { type RematchStep, type RematchSummary, rematchAll } from './actions/rematch.ts'
export { type ConcernedAdvisory, type PairView, viewPair } from './actions/view-pair.ts'
