// Our steps as steps of a CACAO 2.0 workflow: manual commands, a question with a switch, branches with ends of their own.
// SPDX-License-Identifier: EUPL-1.2
import { type CacaoStep, nameUuid, type Rest } from '@salus/standards/cacao'
import { humanStepExtension, type StepFacts } from './cacao-extension.ts'
import type { Flow } from './flow.ts'
import type { ActionStep, DecisionStep, HumanStep, PlaybookStep, StepTexts } from './playbook.ts'

export interface Names {
  id(type: string, name: string): string
}

export function namesOf(key: string): Names {
  return { id: (type, name) => `${type}--${nameUuid(`${key}/${type}/${name}`)}` }
}

export interface Makes {
  readonly flow: Flow
  readonly names: Names
  readonly texts: Readonly<Record<string, StepTexts>>
}

export function bare(id: string) {
  return {
    id,
    name: null,
    description: null,
    onCompletion: null,
    onSuccess: null,
    onFailure: null,
    other: {},
  }
}

export function theEnd(names: Names): CacaoStep {
  return { ...bare(names.id('end', 'end')), type: 'end' }
}

/** The CACAO step by which one of ours is entered. */
export function entryOf({ flow, names }: Makes, id: string | null): string {
  const step = flow.steps.get(id ?? '')
  switch (step?.kind) {
    case 'parallel':
      return names.id('parallel', step.id)
    case 'action':
    case 'decision':
      return names.id('action', step.id)
    default:
      return names.id('end', 'end')
  }
}

/** A branch of CACAO ends by itself where ours goes to the join. */
function wayFrom(makes: Makes, from: string, to: string | null): string {
  const inner = makes.flow.around.get(from)?.at(-1)
  const parallel = inner && makes.flow.steps.get(inner.parallel)
  return parallel?.kind === 'parallel' && parallel.join === to
    ? makes.names.id('end', parallel.id)
    : entryOf(makes, to)
}

export function stepsFor(makes: Makes, step: PlaybookStep): readonly CacaoStep[] {
  switch (step.kind) {
    case 'action':
      return [actionStep(makes, step)]
    case 'decision':
      return decisionSteps(makes, step)
    case 'parallel': {
      const { names, flow } = makes
      return [
        {
          ...bare(names.id('parallel', step.id)),
          name: makes.texts[step.id]?.title ?? null,
          type: 'parallel',
          nextSteps: parallelWays(makes, step),
          onCompletion: flow.steps.has(step.join)
            ? wayFrom(makes, step.id, step.join)
            : names.id('end', 'end'),
        },
        { ...bare(names.id('end', step.id)), type: 'end' },
      ]
    }
    case 'end':
      return []
  }
}

/** CACAO asks for two branches at least; a single one gets an empty one beside it. */
function parallelWays(makes: Makes, step: Extract<PlaybookStep, { kind: 'parallel' }>): readonly string[] {
  const ways = step.branches.map((branch) => entryOf(makes, branch))
  return ways.length > 1 ? ways : [...ways, makes.names.id('end', step.id)]
}

function actionStep(makes: Makes, step: ActionStep): CacaoStep {
  const said = makes.texts[step.id]
  const done = wayFrom(makes, step.id, step.next)
  const cannot = step.onCannot === undefined ? done : wayFrom(makes, step.id, step.onCannot)
  return {
    ...common(makes, step),
    type: 'action',
    commands: linesOf(said).map((text) => ({
      type: 'manual',
      description: null,
      text,
      encoded: null,
      other: {},
    })),
    ...(done === cannot ? { onCompletion: done } : { onSuccess: done, onFailure: cannot }),
  }
}

function decisionSteps(makes: Makes, step: DecisionStep): readonly CacaoStep[] {
  const { names, texts } = makes
  const said = texts[step.id]
  const variable = `__answer_${nameUuid(step.id).slice(0, 8)}__`
  const choices = step.answers.map(({ key }) => `${key}: ${said?.answers[key] ?? key}`)
  const ask: CacaoStep = {
    ...common(makes, step),
    type: 'action',
    commands: [said?.title ?? step.id, ...choices].map((text) => ({
      ...{ type: 'manual', description: null, text, encoded: null, other: {} },
    })),
    onCompletion: names.id('switch-condition', step.id),
    other: {
      ...common(makes, step).other,
      step_variables: { [variable]: { type: 'string', description: said?.title ?? step.id } },
      out_args: [variable],
    },
  }
  const choose: CacaoStep = {
    ...bare(names.id('switch-condition', step.id)),
    name: said?.title ?? null,
    type: 'switch-condition',
    switch: `${variable}:value`,
    cases: step.answers.map(({ key, next }) => [key, wayFrom(makes, step.id, next)] as const),
  }
  return [ask, choose]
}

function common({ names, texts }: Makes, step: HumanStep) {
  const said = texts[step.id]
  const { track, role, dueMinutes, clinicianDecides } = step
  const { because = null, effectOnCare = null, safety = null, doneWhen = null, ifCannot = null } = said ?? {}
  const facts: StepFacts = {
    ...{ type: 'human-step', id: step.id, kind: step.kind, track, role, dueMinutes, clinicianDecides },
    ...(step.kind === 'action' ? { containment: step.containment, outcomes: step.outcomes } : {}),
    ...{ because, effectOnCare, safety, doneWhen, ifCannot },
    ...(step.kind === 'decision' ? { answers: said?.answers ?? {} } : {}),
  }
  const other: Rest = { step_extensions: { [humanStepExtension.id]: facts } }
  return {
    ...bare(names.id('action', step.id)),
    name: said?.title ?? step.id,
    description:
      [because, effectOnCare, safety, doneWhen, ifCannot].filter((line) => line !== null).join('\n') || null,
    agent: names.id('group', step.role),
    targets: [],
    other,
  }
}

function linesOf(said: StepTexts | undefined): readonly string[] {
  return said && said.do.length > 0 ? said.do : [said?.title ?? '-']
}
