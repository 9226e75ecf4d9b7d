// Everything a hospital told of its staff, patients and places, ready to be asked for each event.
// SPDX-License-Identifier: EUPL-1.2
import type { Placeholders } from '../../sigma/values.ts'
import type { ContextFault } from './csv.ts'
import { contextLimits } from './limits.ts'
import { type Patients, patientsOf } from './patients.ts'
import { accountOf, type Person, type Turn, type Words, wholeHouse, wordsWithin } from './people.ts'
import { type Places, placesOf } from './places.ts'
import { type Reasons, reasonsOf } from './reasons.ts'

export interface HealthContext {
  readonly accounts: Words
  readonly units: Words
  /** By number of the account. */
  readonly people: ReadonlyMap<number, Person>
  readonly turns: ReadonlyMap<number, readonly Turn[]>
  /** First beginning and last end of the roster; an instant outside of it says nothing about shifts. */
  readonly rosterReach: readonly [number, number]
  readonly patients: Patients
  readonly reasons: Reasons
  readonly places: Places
  /** Accounts of machines: what they do is no conduct of staff. */
  readonly serviceAccounts: ReadonlySet<string>
  /** Values of the placeholders of rules, by the names of the lists. */
  readonly placeholders: Placeholders
  /** Files that were not there. */
  readonly missing: readonly string[]
  /** The first of them; `faultCount` counts all. */
  readonly faults: readonly ContextFault[]
  readonly faultCount: number
}

/** While the files are read. */
export interface Draft {
  readonly accounts: Words
  readonly units: Words
  readonly people: Map<number, Person>
  readonly turns: Map<number, Turn[]>
  turnCount: number
  readonly patients: Patients
  readonly reasons: Reasons
  readonly places: Places
  readonly lists: Map<string, string[]>
}

export function emptyDraft(): Draft {
  return {
    accounts: wordsWithin(contextLimits.maxStaff),
    units: wordsWithin(contextLimits.maxUnits),
    people: new Map(),
    turns: new Map(),
    turnCount: 0,
    patients: patientsOf(),
    reasons: reasonsOf(wholeHouse),
    places: placesOf(),
    lists: new Map(),
  }
}

/** Own records are told to the patients last, whichever file came first. */
export function finishedContext(
  draft: Draft,
  said: { missing: readonly string[]; faults: readonly ContextFault[]; faultCount: number },
): HealthContext {
  const { accounts, units, people, turns, patients, reasons, places, lists } = draft
  for (const [account, { ownRecord }] of people)
    if (ownRecord !== 0) patients.own(patients.place(ownRecord), account)
  reasons.sort(patients.size())
  let reach: readonly [number, number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const list of turns.values())
    for (const { from, to } of list) reach = [Math.min(reach[0], from), Math.max(reach[1], to)]
  return {
    accounts,
    units,
    people,
    turns,
    rosterReach: reach,
    patients,
    reasons,
    places,
    serviceAccounts: new Set((lists.get('service_accounts') ?? []).map(accountOf)),
    placeholders: placeholdersOf(lists),
    ...said,
  }
}

/** Networks inside of any hospital, where it names none of its own: RFC 1918, 3927, 4193, 4291, 5771, 6598. */
const internalNetworks = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '169.254.0.0/16',
  '127.0.0.0/8',
  '224.0.0.0/4',
  '255.255.255.255/32',
  'fc00::/7',
  'fe80::/10',
  'ff00::/8',
  '::1/128',
] as const

/** Lists of exceptions may be empty; this address is nobody's. */
const nobody = ['0.0.0.0/32'] as const

function placeholdersOf(lists: ReadonlyMap<string, readonly string[]>): Placeholders {
  return new Map<string, readonly string[]>([
    ['internal_networks', internalNetworks],
    ['device_peers', nobody],
    ['admin_stations', nobody],
    ...lists,
  ])
}

/** Nothing is known: events stay as they are. */
export function emptyContext(): HealthContext {
  return finishedContext(emptyDraft(), { missing: [], faults: [], faultCount: 0 })
}
