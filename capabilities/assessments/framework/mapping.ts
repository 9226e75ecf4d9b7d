// Which of our measures stand for a requirement of others, and so what one answer says there.
// SPDX-License-Identifier: EUPL-1.2
import type { Standing } from '../../catalogue/index.ts'
import type { Measure, MeasureScore, Scores } from '../score.ts'
import { type Mapping, plainRef, type Requirement } from './framework.ts'
import sp80053 from './sp-800-53.json' with { type: 'json' }

export type RequirementStanding = 'met' | 'partly' | 'not' | 'not-known' | 'not-mapped'
export const requirementStandings: readonly RequirementStanding[] = [
  'met',
  'partly',
  'not',
  'not-known',
  'not-mapped',
]

/** `own`: our own reading, compared with its source by nobody yet. */
export type Via =
  | { readonly kind: 'reference' | 'own' }
  | { readonly kind: 'mapping'; readonly source: string }

export interface MappedMeasure {
  readonly score: MeasureScore
  readonly via: Via
  /** The mapping covers a part only, so the measure alone cannot meet the requirement. */
  readonly isPart: boolean
}

export interface RequirementResult {
  readonly requirement: Requirement
  readonly standing: RequirementStanding
  readonly measures: readonly MappedMeasure[]
}

export interface Mapped {
  readonly key: string
  readonly requirements: readonly Requirement[]
  readonly mappings: readonly Mapping[]
  readonly scores: Scores
}

export function resultsOf({ key, requirements, mappings, scores }: Mapped): readonly RequirementResult[] {
  const direct = (framework: string, ref: string) => measuresAt(framework, plainRef(ref), scores.measures)
  const byRef = mappingsByRef(key, mappings)
  return requirements.map((requirement) => {
    if (!requirement.assessable) return { requirement, standing: 'not-mapped', measures: [] }
    const own = direct(key, requirement.ref).map((found) => ({ ...found, isPart: false }))
    const through = (byRef.get(plainRef(requirement.ref)) ?? []).flatMap((step) =>
      direct(step.key, step.ref).map(({ score }) => ({
        score,
        via: { kind: 'mapping' as const, source: step.source },
        isPart: step.isPart,
      })),
    )
    // What our measures say of a requirement themselves is surer than the way round through another framework.
    const measures = own.length > 0 ? own : once(through)
    return { requirement, measures, standing: standingOf(measures) }
  })
}

interface Step {
  readonly key: string
  readonly ref: string
  readonly source: string
  readonly isPart: boolean
}

/** One step from this framework to another, in either direction of a mapping set. */
function mappingsByRef(key: string, mappings: readonly Mapping[]): ReadonlyMap<string, readonly Step[]> {
  const found = new Map<string, Step[]>()
  const add = (ref: string, step: Step) => {
    const name = plainRef(ref)
    const known = found.get(name)
    if (known) known.push(step)
    else found.set(name, [step])
  }
  for (const { fromKey, fromRef, toKey, toRef, relation, source } of mappings) {
    if (relation === 'not_related') continue
    const covers = (wholeWhere: string) => relation === 'equal' || relation === wholeWhere
    if (fromKey === key) add(fromRef, { key: toKey, ref: toRef, source, isPart: !covers('subset') })
    if (toKey === key) add(toRef, { key: fromKey, ref: fromRef, source, isPart: !covers('superset') })
  }
  return found
}

type Direct = { readonly score: MeasureScore; readonly via: Via }

/** What our measures themselves say that they answer. */
function measuresAt(key: string, ref: string, measures: readonly MeasureScore[]): readonly Direct[] {
  const family = families.find(({ isOf }) => isOf(key))
  if (!family) return []
  return measures
    .filter(({ measure }) => family.refsOf(measure).some((id) => family.covers(plainRef(id), ref)))
    .map((score) => ({ score, via: { kind: family.kind } }))
}

interface Family {
  readonly isOf: (key: string) => boolean
  readonly kind: 'reference' | 'own'
  readonly refsOf: (measure: Measure) => readonly string[]
  readonly covers: (id: string, ref: string) => boolean
}

const exactly = (id: string, ref: string) => id === ref
/** What answers a chapter answers its parts: `3.2` covers `3.2.1`, `pr.aa` covers `pr.aa-01`. */
const within = (id: string, ref: string) => ref === id || ref.startsWith(`${id}.`) || ref.startsWith(`${id}-`)

const families: readonly Family[] = [
  {
    isOf: (key) => key === 'nist-csf-2.0',
    kind: 'reference',
    refsOf: referencesTo('nist-csf-2.0'),
    covers: within,
  },
  {
    isOf: (key) => key === 'annex-technical-and-methodological-requirements-nis2',
    kind: 'reference',
    refsOf: referencesTo('implementing-regulation-2024-2690'),
    covers: within,
  },
  {
    isOf: (key) => key === 'nis2-directive',
    kind: 'reference',
    refsOf: ({ body }) =>
      body.art21.map((part) => (part.startsWith('art-') ? part.slice('art-'.length) : `21.2.${part}`)),
    covers: within,
  },
  {
    // Enhancements ask for more than their control, so a control answers none of them.
    isOf: (key) => /^nist-(?:sp|special-publication)-800-53\b/.test(key),
    kind: 'own',
    refsOf: ({ key }) => (key in sp80053 ? sp80053[key as keyof typeof sp80053] : []),
    covers: exactly,
  },
]

function referencesTo(framework: Measure['references'][number]['framework']) {
  return ({ references }: Measure): readonly string[] =>
    references.filter((one) => one.framework === framework).flatMap(({ ids }) => ids)
}

/** Several mappings may lead to one measure; the one that covers the whole counts. */
function once(measures: readonly MappedMeasure[]): readonly MappedMeasure[] {
  const found = new Map<string, MappedMeasure>()
  for (const one of measures) {
    const known = found.get(one.score.measure.key)
    if (!known || (known.isPart && !one.isPart)) found.set(one.score.measure.key, one)
  }
  return [...found.values()]
}

/** What is not known is neither met nor not: only where no answer could change it, it is said. */
function standingOf(measures: readonly MappedMeasure[]): RequirementStanding {
  if (measures.length === 0) return 'not-mapped'
  const said = measures.map(({ score, isPart }) => capped(score.standing, isPart))
  const worst = together(said.map((is) => (is === 'not-known' ? 'not-done' : is)))
  const best = together(
    measures.map(({ isPart }, index) =>
      said[index] === 'not-known' ? capped('done', isPart) : (said[index] ?? 'not-known'),
    ),
  )
  return worst === best ? worst : 'not-known'
}

function capped(standing: Standing, isPart: boolean): Standing {
  return isPart && standing === 'done' ? 'partly' : standing
}

function together(all: readonly Standing[]): RequirementStanding {
  if (all.every((is) => is === 'done')) return 'met'
  return all.every((is) => is === 'not-done') ? 'not' : 'partly'
}
