// All SQL about what hospitals propose: that one of their assets is the product of another name.
// SPDX-License-Identifier: EUPL-1.2
import { sql } from 'kysely'
import type { CentreScope, EngineScope, MemberScope } from '../../../platform/database/database.ts'
import type { AliasAnswer, WrittenName } from '../alias.ts'

export interface NewProposal {
  readonly organisationId: number
  readonly organisationName: string
  readonly pairId: number
  readonly assetId: number
  readonly words: string
  readonly proposedBy: string
  readonly proposedByName: string
  readonly proposedAt: Date
}

export async function insertProposal(scope: EngineScope, proposal: NewProposal): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into alias_proposals (organisation_id, organisation_name, pair_id, asset_id, words, proposed_by, proposed_by_name, proposed_at)
    values (${proposal.organisationId}, ${proposal.organisationName}, ${proposal.pairId}, ${proposal.assetId}, ${proposal.words},
      ${proposal.proposedBy}, ${proposal.proposedByName}, ${proposal.proposedAt})
    returning id`.execute(scope.db)
  const id = rows[0]?.id
  if (id === undefined) throw new Error('a proposal was inserted and returned no identifier')
  return id
}

/** How many a member has made since an instant: its limit of a day. */
export async function countProposalsSince(
  scope: EngineScope,
  organisationId: number,
  since: Date,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from alias_proposals where organisation_id = ${organisationId} and proposed_at > ${since}`.execute(
    scope.db,
  )
  return rows[0]?.count ?? 0
}

export interface PairProposal {
  readonly organisationName: string
  readonly words: string
  readonly proposedByName: string
  readonly proposedAt: Date
}

/** For the centre: who proposed this pair, in their words; newest first. */
export async function selectProposalsOfPair(
  scope: CentreScope,
  pairId: number,
  limit: number,
): Promise<readonly PairProposal[]> {
  const { rows } = await sql<PairProposal>`
    select organisation_name as "organisationName", words, proposed_by_name as "proposedByName", proposed_at as "proposedAt"
    from alias_proposals where pair_id = ${pairId} order by proposed_at desc, id desc limit ${limit}`.execute(
    scope.db,
  )
  return rows
}

export interface OwnProposal {
  readonly statedName: WrittenName
  readonly words: string
  readonly proposedByName: string
  readonly proposedAt: Date
  /** Null as long as the centre has not decided. */
  readonly answer: AliasAnswer | null
  readonly reason: string | null
  readonly decidedAt: Date | null
}

/** For the hospital: what it proposed for one asset and what became of it; newest first. */
export async function selectProposalsOfAsset(
  scope: MemberScope,
  assetId: number,
  limit: number,
): Promise<readonly OwnProposal[]> {
  const { rows } = await sql<OwnProposal>`
    select p.words, p.proposed_by_name as "proposedByName", p.proposed_at as "proposedAt", pair.stated_name as "statedName",
      d.answer, d.reason, d.decided_at as "decidedAt"
    from alias_proposals p join alias_pairs pair on pair.id = p.pair_id left join alias_decisions d on d.id = pair.decision_id
    where p.organisation_id = ${scope.organisationId} and p.asset_id = ${assetId}
    order by p.proposed_at desc, p.id desc limit ${limit}`.execute(scope.db)
  return rows
}
