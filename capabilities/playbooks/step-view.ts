// One step as people see it: its words, where it leads, and how it stands in a run.
// SPDX-License-Identifier: EUPL-1.2
import { type Flow, peopleNext } from './flow.ts'
import {
  type HumanStep,
  isHuman,
  type StepTexts,
  type Track,
  textsIn,
  type WholePlaybook,
} from './playbook.ts'
import type { Done, Mark, RunNote } from './run.ts'
import type { StepState } from './standing.ts'

export interface AnswerView {
  readonly key: string
  /** Null where the playbook has no words for it. */
  readonly label: string | null
  /** Numbers of the steps that follow; empty: the end. */
  readonly leadsTo: readonly number[]
  /** It goes on there only when the steps side by side with it are through as well. */
  readonly waits: boolean
}

export interface StepView {
  readonly id: string
  /** Counts from 1 in the order of the playbook; the same on every screen and paper. */
  readonly number: number
  readonly kind: 'action' | 'decision'
  readonly track: Track
  readonly role: string
  readonly roleName: string
  readonly clinicianDecides: boolean
  readonly containment: boolean
  /** Minutes after the start. */
  readonly dueMinutes: number | null
  readonly title: string
  readonly do: readonly string[]
  readonly because: string | null
  readonly effectOnCare: string | null
  readonly safety: string | null
  readonly doneWhen: string | null
  readonly ifCannot: string | null
  /** Of an action: `done`, `cannot`. Of a decision: its answers. */
  readonly answers: readonly AnswerView[]
  /** Null in the library, where nobody has started it. */
  readonly standing: StepStanding | null
}

export interface StepStanding {
  readonly state: StepState
  readonly openSince: Date | null
  /** Null where no time is set, or where a way back opened the step again. */
  readonly dueAt: Date | null
  /** Open, and the time has passed. */
  readonly isLate: boolean
  /** 0 at first; counts how often it was opened again by a way back. */
  readonly round: number
  readonly taken: Mark | null
  readonly done: Done | null
  readonly notes: readonly RunNote[]
}

/** The steps for people in the order of the playbook, with the words of a language. */
export function stepsOf(
  whole: WholePlaybook,
  flow: Flow,
  language: string,
  standingOfStep: (step: HumanStep) => StepStanding | null,
): readonly StepView[] {
  const { texts } = textsIn(whole, language)
  const human = whole.playbook.steps.filter(isHuman)
  const numbers = new Map(human.map((step, index) => [step.id, index + 1]))
  const wayTo = (from: HumanStep, id: string | null): Way => ({
    leadsTo: peopleNext(flow, id)
      .map((next) => numbers.get(next) ?? 0)
      .toSorted((a, b) => a - b),
    waits: isJoin(flow, from.id, id),
  })
  return human.map((step, index) => {
    const said = texts.steps[step.id]
    const { id, kind, track, role, clinicianDecides, dueMinutes } = step
    return {
      ...{ id, number: index + 1, kind, track, role, clinicianDecides, dueMinutes },
      containment: step.kind === 'action' && step.containment,
      roleName: texts.roles[role] ?? role,
      ...wordsOf(said, id),
      answers: answersOf(step, said, wayTo),
      standing: standingOfStep(step),
    }
  })
}

function wordsOf(said: StepTexts | undefined, id: string) {
  const { title = id, do: lines = [], because = null, effectOnCare = null } = said ?? {}
  const { safety = null, doneWhen = null, ifCannot = null } = said ?? {}
  return { title, do: lines, because, effectOnCare, safety, doneWhen, ifCannot }
}

type Way = Pick<AnswerView, 'leadsTo' | 'waits'>

function isJoin(flow: Flow, from: string, to: string | null): boolean {
  return (flow.around.get(from) ?? []).some(({ parallel }) => {
    const step = flow.steps.get(parallel)
    return step?.kind === 'parallel' && step.join === to
  })
}

function answersOf(
  step: HumanStep,
  said: StepTexts | undefined,
  wayTo: (from: HumanStep, id: string | null) => Way,
): readonly AnswerView[] {
  if (step.kind === 'decision')
    return step.answers.map(({ key, next }) => ({
      key,
      label: said?.answers[key] ?? null,
      ...wayTo(step, next),
    }))
  return step.outcomes.map((key) => ({
    key,
    label: null,
    ...wayTo(step, key === 'cannot' && step.onCannot !== undefined ? step.onCannot : step.next),
  }))
}
