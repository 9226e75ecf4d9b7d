// What the person at the scene does one after another, one thing at a time, until an officer is on the telephone.
// SPDX-License-Identifier: EUPL-1.2
import { type FirstAnswers, firstActionOf, kindOf } from './first-contact.ts'
import type { IncidentKind } from './incident.ts'

export const firstSteps = [
  'stay-with-patient',
  'pull-network',
  'do-not-touch',
  'leave-device',
  'paper',
  'find-phones',
  'note-address',
  'shut-remote',
  'write-down',
  'ring-decider',
] as const
export type FirstStep = (typeof firstSteps)[number]

export const stepOutcomes = ['done', 'cannot'] as const
export type StepOutcome = (typeof stepOutcomes)[number]

/** What one page's answers say; the journal keeps these and no words. */
export type StepAnswers = Pick<FirstAnswers, 'danger' | 'spreading' | 'sights'>

export interface DoneStep {
  readonly step: FirstStep
  readonly outcome: StepOutcome
  readonly at: Date
}

const afterwards: Readonly<Record<IncidentKind, readonly FirstStep[]>> = {
  // Where nobody knows whether it still spreads, the cable comes out as well: too early costs less than too late.
  ransomware: ['do-not-touch', 'pull-network', 'ring-decider', 'paper', 'write-down'],
  'device-suspected': ['leave-device', 'ring-decider', 'write-down'],
  'ehr-down': ['paper', 'ring-decider', 'write-down'],
  'domain-controller-lost': ['paper', 'ring-decider', 'write-down'],
  'imaging-down': ['paper', 'ring-decider', 'write-down'],
  'laboratory-down': ['paper', 'ring-decider', 'write-down'],
  'telephone-down': ['find-phones', 'ring-decider', 'write-down'],
  'data-published': ['note-address', 'ring-decider', 'write-down'],
  'supplier-compromised': ['shut-remote', 'ring-decider', 'write-down'],
  other: ['write-down', 'ring-decider'],
  unknown: ['write-down', 'ring-decider'],
}

/** All of them in order: the patient before everything else, then what stops the spreading, then what fits the kind. */
export function stepsOf(answers: StepAnswers): readonly FirstStep[] {
  const kind = kindOf(answers)
  const fitting = afterwards[kind]
  const general = firstActionOf({ ...answers, works: [], decider: null, deciderPhone: null, words: null })
  // These two are said more exactly by the first step of the kind's own list.
  const first = general === 'paper' || general === 'do-not-touch' ? (fitting[0] ?? general) : general
  const steps = [first, ...(answers.spreading === 'yes' ? (['pull-network'] as const) : []), ...fitting]
  return [...new Set(steps)].filter((step) => step !== 'pull-network' || answers.spreading !== 'no')
}

/** Null where each was done or could not be done. */
export function nextStep(answers: StepAnswers, done: readonly DoneStep[]): FirstStep | null {
  return stepsOf(answers).find((step) => !done.some((one) => one.step === step)) ?? null
}
