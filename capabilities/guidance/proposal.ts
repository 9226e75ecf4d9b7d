// What one supplier's sheet says about a fact over all suppliers; proposed to the house, never taken by itself.
// SPDX-License-Identifier: EUPL-1.2
import type { FactValue } from '../facts/index.ts'
import type { Clause } from './purchase.ts'
import type { SheetAnswers } from './sheet.ts'

export interface Proposal {
  readonly fact: string
  readonly value: string
  /** What is known now; null where nobody said, or nobody knew. */
  readonly current: FactValue | null
  /** The question whose answer says so. */
  readonly question: string
}

export interface ProposalFacts {
  readonly answers: SheetAnswers
  /** A bill of materials that can be read was handed in: words alone are no proof of one. */
  readonly hasSbom: boolean
  readonly known: (fact: string) => FactValue | null
}

/** Only where it says something new: one supplier is enough against "none" and "all", and never for them. */
export function proposalsOf(clauses: readonly Clause[], facts: ProposalFacts): readonly Proposal[] {
  const proposals = new Map<string, Proposal>()
  for (const clause of clauses) {
    const proposal = proposalOf(clause, facts)
    if (proposal && !proposals.has(proposal.fact)) proposals.set(proposal.fact, proposal)
  }
  return [...proposals.values()]
}

function proposalOf({ key, body }: Clause, facts: ProposalFacts): Proposal | null {
  const { proposes } = body
  const given = facts.answers[key]?.answer ?? null
  if (!proposes || given === null || given === 'not-applicable') return null
  const current = facts.known(proposes.fact)
  const isThere = given === 'yes' && (body.proof !== 'sbom' || facts.hasSbom)
  const isNew = isThere ? current === null || current === proposes.none : current === proposes.all
  return isNew ? { fact: proposes.fact, value: proposes.some, current, question: key } : null
}
