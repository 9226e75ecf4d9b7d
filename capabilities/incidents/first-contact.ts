// The four questions of the first minute: what the answers mean for the case, and the one thing to do next.
// SPDX-License-Identifier: EUPL-1.2
import type { FactKey } from './fact-keys.ts'
import type { IncidentKind } from './incident.ts'

export const dangers = ['yes', 'no', 'unknown'] as const
export const spreadings = ['yes', 'no', 'unknown'] as const
/** What the person at the telephone can see without knowing anything of computers. */
export const sights = [
  'ransom-note',
  'patient-records',
  'images',
  'laboratory',
  'medical-device',
  'telephone',
  'sign-in',
  'data-on-internet',
  'supplier',
  'other',
] as const
export type Sight = (typeof sights)[number]
export const stillWorking = [
  'telephone',
  'patient-records',
  'emergency',
  'internet',
  'nothing',
  'unknown',
] as const
export type StillWorking = (typeof stillWorking)[number]

export interface FirstAnswers {
  readonly danger: (typeof dangers)[number]
  readonly spreading: (typeof spreadings)[number]
  readonly sights: readonly Sight[]
  readonly works: readonly StillWorking[]
  readonly decider: string | null
  readonly deciderPhone: string | null
  readonly words: string | null
}

/** The first that was seen decides: what is worst to get wrong comes first. */
const kindOfSight: readonly (readonly [Sight, IncidentKind])[] = [
  ['ransom-note', 'ransomware'],
  ['medical-device', 'device-suspected'],
  ['patient-records', 'ehr-down'],
  ['sign-in', 'domain-controller-lost'],
  ['images', 'imaging-down'],
  ['laboratory', 'laboratory-down'],
  ['telephone', 'telephone-down'],
  ['data-on-internet', 'data-published'],
  ['supplier', 'supplier-compromised'],
  ['other', 'other'],
]

export function kindOf({
  sights: seen,
  spreading,
}: Pick<FirstAnswers, 'sights' | 'spreading'>): IncidentKind {
  const found = kindOfSight.find(([sight]) => seen.includes(sight))?.[1]
  if (found) return found
  return spreading === 'yes' ? 'ransomware' : 'unknown'
}

export const firstActions = [
  'stay-with-patient',
  'pull-network',
  'do-not-touch',
  'paper',
  'write-down',
] as const
export type FirstAction = (typeof firstActions)[number]

/** One action, the patient before everything else. */
export function firstActionOf(answers: FirstAnswers): FirstAction {
  if (answers.danger === 'yes') return 'stay-with-patient'
  if (answers.spreading === 'yes') return 'pull-network'
  const kind = kindOf(answers)
  if (kind === 'ransomware' || kind === 'device-suspected') return 'do-not-touch'
  return kind === 'unknown' || kind === 'other' ? 'write-down' : 'paper'
}

/** What the answers say as facts of the case; the moment at which the hospital told somebody is the moment it knew. */
export function factsOfAnswers(
  answers: FirstAnswers,
  now: Date,
): readonly { readonly key: FactKey; readonly value: string }[] {
  const kind = kindOf(answers)
  return [
    { key: 'awareAt', value: now.toISOString() },
    { key: 'patientInDanger', value: answers.danger },
    { key: 'ongoing', value: answers.spreading === 'no' ? 'unknown' : answers.spreading },
    ...(answers.sights.includes('ransom-note')
      ? ([
          { key: 'maliciousSuspected', value: 'yes' },
          { key: 'ransomDemanded', value: 'yes' },
        ] as const)
      : []),
    ...(answers.sights.includes('data-on-internet')
      ? ([{ key: 'personalData', value: 'unknown' }] as const)
      : []),
    ...(answers.sights.includes('medical-device')
      ? ([{ key: 'deviceInvolved', value: 'yes' }] as const)
      : []),
    ...(answers.words ? ([{ key: 'description', value: answers.words }] as const) : []),
    ...(kind === 'ehr-down' ? ([{ key: 'ehrSystemInvolved', value: 'yes' }] as const) : []),
  ]
}
