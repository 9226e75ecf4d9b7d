// The door of obligations: start, end and read what is owed.
// SPDX-License-Identifier: EUPL-1.2
export { startObligations, startObligationsOf, type ToStart, type ToStartOf } from './actions.ts'
export {
  type Clock,
  type ClockState,
  clockOf,
  type EscalationStep,
  escalationDue,
  escalationSteps,
  type Obligation,
} from './clock.ts'
export {
  type AlertObligation,
  type ObligationKind,
  type ObligationRule,
  obligationKinds,
  obligationRules,
  ruleById,
  ruleFor,
} from './rules.ts'
export {
  type EndOfObligations,
  runningObligations,
  selectEscalating as escalatingObligations,
  selectOfSubjects as obligationsOfSubjects,
  selectRunning as nextObligations,
  setCancelled as cancelObligations,
  setDischarged as dischargeObligations,
  setEscalation as markEscalated,
} from './store.ts'
