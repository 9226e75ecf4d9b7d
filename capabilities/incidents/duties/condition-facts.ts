// The facts that decide whether a duty applies, with every answer that each can have.
// SPDX-License-Identifier: EUPL-1.2
import { factShapes } from '../fact-keys.ts'

const answers = ['yes', 'no', 'unknown'] as const

/** What is true of the hospital, or was decided about the case, and stands in no ledger of facts. */
const decided = {
  entityClass: ['essential', 'important', 'not_in_scope', 'unknown'],
  criticalEntity: answers,
  significant: answers,
} as const

const derived = {
  /** Whether the incident still runs on the day of the final report: NIS2 Art. 23(4)(e) asks for progress instead. */
  ongoingAtFinalReport: answers,
  /** Whether the final report therefore waits for the handling. */
  finalReportWaits: answers,
  /** Whether a service to patients or partners suffers, NIS2 Art. 23(1), second sentence. */
  serviceAffected: answers,
  /** Whether an essential service is or may be disrupted significantly, CER Art. 15(1). */
  essentialServiceHit: answers,
} as const

/** Facts of the ledger that conditions ask for. */
const ledgerFacts = [
  'severeDisruption',
  'financialLoss',
  'damageToOthers',
  'essentialServiceDisrupted',
  'ongoing',
  'otherSitesAtRisk',
  'patientInDanger',
  'degradedMode',
  'diversion',
  'personalData',
  'processorInvolved',
  'riskToPersons',
  'deviceInvolved',
  'deviceHarm',
  'ehrSystemInvolved',
  'aiSystemInvolved',
] as const

export type LedgerFact = (typeof ledgerFacts)[number]
export type DecidedFact = keyof typeof decided
export type DerivedFact = keyof typeof derived
export type ConditionFact = LedgerFact | DecidedFact | DerivedFact

export const statedFacts = [...Object.keys(decided), ...ledgerFacts] as readonly (DecidedFact | LedgerFact)[]

/** Every possible answer of each fact, "unknown" among them. */
export const answersOfFact: Readonly<Record<ConditionFact, readonly string[]>> = {
  ...decided,
  ...derived,
  ...answersOfLedger(),
}

export const conditionFacts = Object.keys(answersOfFact) as readonly ConditionFact[]

/** One answer for each fact; what is left out is unknown. */
export type ConditionFacts = Readonly<Partial<Record<ConditionFact, string>>>
export type StatedFacts = Readonly<Partial<Record<DecidedFact | LedgerFact, string>>>

function answersOfLedger(): Record<LedgerFact, readonly string[]> {
  const entries = ledgerFacts.map((fact) => {
    const shape = factShapes[fact]
    return [fact, shape.kind === 'choice' ? shape.choices : answers] as const
  })
  // The keys are exactly those of the list that was walked.
  return Object.fromEntries(entries) as Record<LedgerFact, readonly string[]>
}
