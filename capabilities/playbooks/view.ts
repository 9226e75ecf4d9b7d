// A playbook or a run as people see it, on a screen and on paper: the same steps in the same order with the same states.
// SPDX-License-Identifier: EUPL-1.2
import { flowOf } from './flow.ts'
import { type HumanStep, isReviewed, textsIn, type WholePlaybook } from './playbook.ts'
import { type RunEvent, type RunNote, stateOf } from './run.ts'
import { standingOf } from './standing.ts'
import { type StepStanding, type StepView, stepsOf } from './step-view.ts'

export interface PlaybookView {
  readonly key: string
  readonly version: string
  readonly validFrom: string
  readonly origin: WholePlaybook['origin']
  readonly isReviewed: boolean
  readonly reviewedBy: { readonly clinical: string | null; readonly technical: string | null }
  readonly tlp: string | null
  /** Of the words, BCP 47. */
  readonly language: string
  readonly name: string
  readonly summary: string | null
  readonly useWhen: string | null
  readonly notFor: string | null
  readonly steps: readonly StepView[]
}

/** What the store keeps of a run beside its events. */
export interface Run {
  readonly organisationId: number
  readonly id: number
  readonly subjectType: string
  readonly subjectId: number
  readonly simulated: boolean
  readonly startedAt: Date
  readonly startedBy: string
  readonly whole: WholePlaybook
}

export interface RunView extends PlaybookView {
  readonly runId: number
  readonly subjectType: string
  readonly subjectId: number
  /** An exercise or a trial: said on every screen and paper. */
  readonly simulated: boolean
  readonly startedAt: Date
  readonly startedBy: string
  /** `done` of `needed` steps; skipped ones are not needed. */
  readonly progress: {
    readonly done: number
    readonly needed: number
    readonly open: number
    readonly late: number
  }
  /** Every way has come to its end. */
  readonly isFinished: boolean
  readonly ended: RunNote | null
  /** Notes on the run as a whole. */
  readonly notes: readonly RunNote[]
  /** The number of the newest event: what a reader has seen. */
  readonly seen: number
}

export function viewPlaybook(whole: WholePlaybook, language: string): PlaybookView {
  const flow = flowOf(whole.playbook)
  return headOf(
    whole,
    language,
    stepsOf(whole, flow, language, () => null),
  )
}

export function viewRun(run: Run, events: readonly RunEvent[], language: string, now: Date): RunView {
  const flow = flowOf(run.whole.playbook)
  const state = stateOf(flow, run.startedAt, events)
  const standing = standingOf(flow, run.startedAt, state.results)
  const standingOfStep = (step: HumanStep): StepStanding => {
    const round = state.rounds.get(step.id) ?? 0
    const dueAt = dueOf(step, run.startedAt, round)
    const stepState = standing.states.get(step.id) ?? 'later'
    return {
      state: stepState,
      openSince: standing.openSince.get(step.id) ?? null,
      dueAt,
      isLate: stepState === 'open' && dueAt !== null && now > dueAt,
      round,
      taken: state.taken.get(step.id) ?? null,
      done: state.results.get(step.id) ?? null,
      notes: state.notes.filter(({ stepId }) => stepId === step.id),
    }
  }
  const steps = stepsOf(run.whole, flow, language, standingOfStep)
  return {
    ...headOf(run.whole, language, steps),
    runId: run.id,
    subjectType: run.subjectType,
    subjectId: run.subjectId,
    simulated: run.simulated,
    startedAt: run.startedAt,
    startedBy: run.startedBy,
    progress: progressOf(steps),
    isFinished: standing.isFinished,
    ended: state.ended,
    notes: state.notes.filter(({ stepId }) => stepId === null),
    seen: events.at(-1)?.number ?? 0,
  }
}

const minuteMs = 60_000

/** Minutes are elapsed minutes from the start; a second round has no due time of its own. */
export function dueOf({ dueMinutes }: HumanStep, startedAt: Date, round: number): Date | null {
  return dueMinutes === null || round > 0 ? null : new Date(startedAt.getTime() + dueMinutes * minuteMs)
}

function progressOf(steps: readonly StepView[]): RunView['progress'] {
  const count = (test: (standing: StepStanding) => boolean) =>
    steps.filter(({ standing }) => standing !== null && test(standing)).length
  return {
    done: count(({ state }) => state === 'done'),
    needed: count(({ state }) => state !== 'skipped'),
    open: count(({ state }) => state === 'open'),
    late: count(({ isLate }) => isLate),
  }
}

function headOf(whole: WholePlaybook, language: string, steps: readonly StepView[]): PlaybookView {
  const { playbook, origin, tlp } = whole
  const { texts, language: found } = textsIn(whole, language)
  const { name, summary, useWhen, notFor } = texts
  const { key, version, validFrom, reviewedBy } = playbook
  return {
    ...{ key, version, validFrom, origin, tlp, reviewedBy, isReviewed: isReviewed(playbook) },
    ...{ language: found, name, summary, useWhen, notFor, steps },
  }
}
