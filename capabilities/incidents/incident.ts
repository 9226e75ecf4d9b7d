// A case: what kind it is, where it stands, who may know of it, and whether it is real or an exercise.
// SPDX-License-Identifier: EUPL-1.2

export const incidentKinds = [
  'ransomware',
  'ehr-down',
  'imaging-down',
  'laboratory-down',
  'device-suspected',
  'supplier-compromised',
  'data-published',
  'telephone-down',
  'domain-controller-lost',
  'other',
  'unknown',
] as const
export type IncidentKind = (typeof incidentKinds)[number]

/** FIRST TLP 2.0, the narrowest first. */
export const tlps = ['red', 'amber+strict', 'amber', 'green', 'clear'] as const
export type Tlp = (typeof tlps)[number]

export const realms = ['real', 'exercise'] as const
export type Realm = (typeof realms)[number]

/** Exercises count in numbers of their own (migrations/0019), so the number alone says what a case is. */
export const firstExerciseNumber = 1_000_000_000_000

export function realmOf(incidentId: number): Realm {
  return incidentId >= firstExerciseNumber ? 'exercise' : 'real'
}

export interface Incident {
  readonly organisationId: number
  readonly id: number
  readonly realm: Realm
  /** For reading aloud on the telephone. */
  readonly word: string
  readonly kind: IncidentKind
  readonly title: string
  readonly state: 'open' | 'closed'
  readonly tlp: Tlp
  readonly openedAt: Date
  readonly openedVia: 'first-contact' | 'member' | 'officer'
  readonly openedByName: string
  readonly reporterName: string | null
  readonly reporterPhone: string | null
  readonly site: string | null
  readonly language: string
  readonly answeredAt: Date | null
  readonly answeredByName: string | null
  /** How many times somebody of the centre was woken for it. */
  readonly toldSteps: number
  readonly toldAt: Date | null
  readonly closedAt: Date | null
  readonly closedByName: string | null
  readonly closingNote: string | null
}

/** Words that sound unlike one another and mean nothing bad. */
const firstWords =
  'amber birch cedar coral delta ember fjord garnet harbour indigo juniper lagoon maple north ocean pepper quartz river saffron tundra umber violet willow zenith'.split(
    ' ',
  )
const secondWords =
  'anchor beacon candle dolphin engine falcon garden heron island jacket kettle ladder magnet needle orchard pillow rocket saddle teapot umbrella violin window yacht zebra'.split(
    ' ',
  )
const numbers = 90
const firstNumber = 10

/** `amber-heron-27`; `random` is a whole number from 0 up, of which about 52,000 give different words. */
export function wordOf(random: number): string {
  const first = firstWords[random % firstWords.length]
  const second = secondWords[Math.floor(random / firstWords.length) % secondWords.length]
  const number = firstNumber + (Math.floor(random / (firstWords.length * secondWords.length)) % numbers)
  return `${first}-${second}-${number}`
}

export const caseWords = firstWords.length * secondWords.length * numbers
