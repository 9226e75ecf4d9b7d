// How a duty stands for one organisation on one day: applies, coming, open, uncertain, or not applicable.
// SPDX-License-Identifier: EUPL-1.2
import type { ItemOf } from '../catalogue/index.ts'
import { type DecisionTable, type Facts, factKeysOf } from '../facts/index.ts'
import { applicabilityOf } from './applicability.ts'
import type { Combined } from './combined.ts'
import { type ClassAnswer, classFact, classOf } from './entity-class.ts'

export type Duty = ItemOf<'duty'>
/** In the order in which a page tells them. */
export const dutyStates = ['applies', 'unknown', 'uncertain', 'coming', 'not-applicable'] as const
export type DutyState = (typeof dutyStates)[number]

export interface DutyStanding extends Combined {
  readonly duty: Duty
  readonly state: DutyState
  /** First day on which it is owed. */
  readonly startsOn: string
  readonly hasBegun: boolean
  /** Classes that are still possible, where the duty depends on the class and it is open; else none. */
  readonly openClasses: readonly string[]
}

export interface Standing {
  readonly entityClass: ClassAnswer
  readonly duties: readonly DutyStanding[]
}

export interface RuleBook {
  readonly tables: ReadonlyMap<string, DecisionTable>
  readonly duties: readonly Duty[]
}

export function standingOf({ tables, duties }: RuleBook, facts: Facts, now: Date): Standing {
  const entityClass = classOf([...tables.values()], facts, now)
  return { entityClass, duties: duties.map((duty) => standingOfDuty(duty, tables, facts, entityClass, now)) }
}

function standingOfDuty(
  duty: Duty,
  tables: ReadonlyMap<string, DecisionTable>,
  facts: Facts,
  entityClass: ClassAnswer,
  now: Date,
): DutyStanding {
  const today = now.toISOString().slice(0, 10)
  const own = duty.body.tables.flatMap((key) => tables.get(key) ?? [])
  // Tables whose day has not come decide as well: the duty is shown as coming.
  const current = own.filter(({ validTo }) => validTo === null || today <= validTo)
  const applicability = applicabilityOf(current, facts, entityClass, now)
  const startsOn = duty.body.appliesFrom
  const hasBegun = startsOn <= today
  return {
    ...applicability,
    duty,
    startsOn,
    hasBegun,
    state: stateOf(applicability.answer, hasBegun),
    openClasses:
      entityClass.answer === 'unknown' && current.some((table) => factKeysOf(table).includes(classFact))
        ? entityClass.possible
        : [],
  }
}

function stateOf(answer: string, hasBegun: boolean): DutyState {
  switch (answer) {
    case 'applies':
      return hasBegun ? 'applies' : 'coming'
    case 'uncertain':
    case 'not-applicable':
      return answer
    default:
      return 'unknown'
  }
}
