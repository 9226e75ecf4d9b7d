// Whether a provider is an essential or important entity under NIS2, with the facts that decided and those lacking.
// SPDX-License-Identifier: EUPL-1.2
import { type EntityClassRule, entityClassRuleOn, type SizeThreshold } from './entity-class-rules.ts'
import type { Designation, OrganisationKind } from './organisation.ts'

export const entityClasses = ['essential', 'important', 'not-in-scope'] as const
export type EntityClass = (typeof entityClasses)[number]

export interface EntityFacts {
  readonly kind: OrganisationKind
  readonly country: string
  readonly employees: number | null
  readonly turnoverEuro: number | null
  readonly balanceSheetEuro: number | null
  readonly designation: Designation | null
}

export const sizeFacts = ['employees', 'turnoverEuro', 'balanceSheetEuro'] as const
export type SizeFact = (typeof sizeFacts)[number]
export type EntityFact = 'kind' | 'country' | SizeFact

/** What the rule says from the figures alone. */
export interface ComputedClass {
  readonly answer: EntityClass | 'unknown'
  /** What the answer can still be; one entry when it is known. */
  readonly possible: readonly EntityClass[]
  readonly decided: readonly DecidingFact[]
  readonly lacking: readonly SizeFact[]
  /** Null when no rule is known for that day. */
  readonly rule: EntityClassRule | null
}

export interface DecidingFact {
  readonly fact: EntityFact
  readonly value: string | number
}

export interface EntityClassAnswer {
  readonly answer: EntityClass | 'unknown'
  readonly decidedBy: 'designation' | 'rule'
  readonly designation: Designation | null
  /** Stays visible beside a designation. */
  readonly computed: ComputedClass
}

/** Art. 3(1)(e) to (g) and Art. 2(2): an authority may name an entity whatever its size, so its word wins. */
export function entityClassOf(facts: EntityFacts, now: Date): EntityClassAnswer {
  const computed = computedClassOf(facts, now)
  return facts.designation
    ? {
        answer: facts.designation.entityClass,
        decidedBy: 'designation',
        designation: facts.designation,
        computed,
      }
    : { answer: computed.answer, decidedBy: 'rule', designation: null, computed }
}

function computedClassOf(facts: EntityFacts, now: Date): ComputedClass {
  const rule = entityClassRuleOn(now.toISOString().slice(0, 10))
  if (facts.kind !== 'provider') return undecided(rule, { fact: 'kind', value: facts.kind })
  if (!rule?.countries.includes(facts.country))
    return undecided(rule, { fact: 'country', value: facts.country })
  const large = reaches(facts, rule.large)
  const medium = reaches(facts, rule.medium)
  const possible = classesPossible(large.answer, medium.answer)
  const [only] = possible
  const known = possible.length === 1 && only !== undefined
  const used = large.answer === 'yes' ? [large] : medium.answer === 'yes' ? [large, medium] : [medium, large]
  return {
    answer: known ? only : 'unknown',
    possible,
    decided: factsOf(facts, known ? used.flatMap((size) => size.because) : medium.because),
    lacking: known ? [] : unique([...large.lacking, ...medium.lacking]),
    rule,
  }
}

/** The law of that country, or of that kind of organisation, is not in the rule: unknown is never no. */
function undecided(rule: EntityClassRule | null, fact: DecidingFact): ComputedClass {
  return { answer: 'unknown', possible: entityClasses, decided: [fact], lacking: [], rule }
}

function classesPossible(large: Ternary, medium: Ternary): readonly EntityClass[] {
  if (large === 'yes') return ['essential']
  const classes: EntityClass[] = []
  if (large === 'unknown') classes.push('essential')
  if (medium !== 'no') classes.push('important')
  if (medium !== 'yes') classes.push('not-in-scope')
  return classes
}

type Ternary = 'yes' | 'no' | 'unknown'

interface SizeAnswer {
  readonly answer: Ternary
  readonly because: readonly SizeFact[]
  readonly lacking: readonly SizeFact[]
}

function reaches(facts: EntityFacts, threshold: SizeThreshold): SizeAnswer {
  const staff = compare('employees', facts.employees, (value) => value >= threshold.employeesFrom)
  const turnover = compare('turnoverEuro', facts.turnoverEuro, (value) => value > threshold.turnoverEuroAbove)
  const balance = compare(
    'balanceSheetEuro',
    facts.balanceSheetEuro,
    (value) => value > threshold.balanceSheetEuroAbove,
  )
  return combine('yes', [staff, combine('no', [turnover, balance])])
}

function compare(fact: SizeFact, value: number | null, holds: (value: number) => boolean): SizeAnswer {
  if (value === null) return { answer: 'unknown', because: [], lacking: [fact] }
  return { answer: holds(value) ? 'yes' : 'no', because: [fact], lacking: [] }
}

/** Three-valued or (decisive: yes) and and (decisive: no): one decisive part settles it, whatever else is unknown. */
function combine(decisive: 'yes' | 'no', parts: readonly SizeAnswer[]): SizeAnswer {
  const settled = parts.find((part) => part.answer === decisive)
  if (settled) return settled
  const open = parts.filter((part) => part.answer === 'unknown')
  const because = parts.flatMap((part) => part.because)
  if (open.length > 0) return { answer: 'unknown', because, lacking: open.flatMap((part) => part.lacking) }
  return { answer: decisive === 'yes' ? 'no' : 'yes', because, lacking: [] }
}

function factsOf(facts: EntityFacts, names: readonly SizeFact[]): readonly DecidingFact[] {
  return unique(names).flatMap((fact) => {
    const value = facts[fact]
    return value === null ? [] : [{ fact, value }]
  })
}

function unique(names: readonly SizeFact[]): readonly SizeFact[] {
  return sizeFacts.filter((fact) => names.includes(fact))
}
