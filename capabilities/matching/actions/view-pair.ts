// Everything that a person at the centre looks at before deciding about a pair of names.
// SPDX-License-Identifier: EUPL-1.2
import type { CentreScope } from '../../../platform/database/database.ts'
import { summariesOf, threatFactsOf } from '../../advisories/index.ts'
import { unknownPair } from '../contract.ts'
import type { ExplanationStep } from '../explanation.ts'
import { decideIdentity } from '../identity.ts'
import {
  type AlikePair,
  findPair,
  type PairEvidence,
  type PairProposal,
  type RecordedDecision,
  type ReviewPair,
  selectAdvisoriesOfPairs,
  selectAlikeDecisions,
  selectDecisionsOfPair,
  selectEvidence,
  selectProposalsOfPair,
} from '../store.ts'

export interface ConcernedAdvisory {
  readonly advisoryId: number
  readonly title: string
  readonly publisher: string
  readonly trackingId: string
  readonly isExploited: boolean
}

export interface PairView {
  readonly pair: ReviewPair
  readonly evidence: PairEvidence
  /** How the engine compares the two names without anybody's decision. */
  readonly steps: readonly ExplanationStep[]
  readonly proposals: readonly PairProposal[]
  /** Live ones, those that are attacked first. */
  readonly advisories: readonly ConcernedAdvisory[]
  readonly advisoryCount: number
  readonly exploitedCount: number
  readonly alike: readonly AlikePair[]
  readonly decisions: readonly RecordedDecision[]
  /** The decision that stands. */
  readonly standing: RecordedDecision | null
}

const advisoriesShown = 12
const alikeShown = 5
const proposalsShown = 20
const decisionsShown = 50

export async function viewPair(scope: CentreScope, pairId: number): Promise<PairView> {
  const pair = await findPair(scope, pairId)
  if (!pair) throw unknownPair(pairId)
  const evidence = await selectEvidence(scope, pair)
  const { inventory, stated } = evidence
  const decisions = await selectDecisionsOfPair(scope, pairId, decisionsShown)
  return {
    pair,
    evidence,
    steps: inventory && stated ? decideIdentity(inventory, stated).steps : [],
    proposals: await selectProposalsOfPair(scope, pairId, proposalsShown),
    ...(await concernedAdvisories(scope, pairId)),
    alike: await selectAlikeDecisions(scope, pair, alikeShown),
    decisions,
    standing: decisions.find((decision) => decision.id === pair.decisionId) ?? null,
  }
}

async function concernedAdvisories(scope: CentreScope, pairId: number) {
  const ids = (await selectAdvisoriesOfPairs(scope, [pairId])).map((one) => one.advisoryId)
  const threats = await threatFactsOf(scope, ids)
  const live = ids.flatMap((advisoryId) => {
    const facts = threats.get(advisoryId)
    const isExploited = facts?.exploitation === 'active' || Boolean(facts?.kevDateAdded)
    return facts?.isLive ? [{ advisoryId, isExploited }] : []
  })
  const shown = live
    .toSorted((a, b) => Number(b.isExploited) - Number(a.isExploited) || b.advisoryId - a.advisoryId)
    .slice(0, advisoriesShown)
  const summaries = await summariesOf(
    scope,
    shown.map((one) => one.advisoryId),
  )
  const byId = new Map(summaries.map((summary) => [summary.advisoryId, summary]))
  const advisories = shown.flatMap((one): readonly ConcernedAdvisory[] => {
    const summary = byId.get(one.advisoryId)
    if (!summary) return []
    const { title, publisher, trackingId } = summary
    return [{ ...one, title, publisher, trackingId }]
  })
  return {
    advisories,
    advisoryCount: live.length,
    exploitedCount: live.filter((one) => one.isExploited).length,
  }
}
