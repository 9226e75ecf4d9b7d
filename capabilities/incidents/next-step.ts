// The one next thing of a case: what a tired person should do now, and nothing beside it.
// SPDX-License-Identifier: EUPL-1.2
import { type ClinicalService, isEstimatePassed, type ServiceStanding } from './clinical-service.ts'
import type { Duty } from './duties/duty.ts'
import type { LedgerFact } from './fact.ts'
import type { FactKey } from './fact-keys.ts'
import type { OwnedClock } from './handover.ts'
import { significanceOf, significanceQuestions } from './significance.ts'

export interface OpenTask {
  readonly id: number
  readonly kind: 'task' | 'promise' | 'lesson'
  readonly state: 'open' | 'done' | 'dropped'
  readonly dueAt: Date
}

export interface Standing<Task extends OpenTask> {
  readonly state: 'open' | 'closed'
  readonly isAnswered: boolean
  readonly via: 'member' | 'centre' | 'guest'
  readonly ledger: ReadonlyMap<FactKey, LedgerFact>
  readonly decisions: readonly { readonly subject: string; readonly answer: string }[]
  readonly duties: readonly Duty[]
  readonly clocks: readonly OwnedClock[]
  /** The last word on each service. */
  readonly services: readonly ServiceStanding[]
  readonly tasks: readonly Task[]
}

export type NextStep<Task> =
  | { readonly kind: 'closed' | 'take' | 'aware' | 'significance' | 'tell-services' | 'calm' }
  | { readonly kind: 'late-clock' | 'clock'; readonly duty: Duty }
  | { readonly kind: 'own-clock'; readonly key: string }
  | { readonly kind: 'ask-service'; readonly service: ClinicalService }
  | { readonly kind: 'late-promise' | 'late-task'; readonly task: Task }

/** A clock that ends within this time comes before everything that only people set. */
const soonMs = 24 * 3_600_000

export function nextStep<Task extends OpenTask>(standing: Standing<Task>, now: Date): NextStep<Task> {
  const { state, via, isAnswered, ledger, services, tasks } = standing
  if (state === 'closed') return { kind: 'closed' }
  if (via === 'centre' && !isAnswered) return { kind: 'take' }
  if ((ledger.get('awareAt')?.current.value ?? null) === null) return { kind: 'aware' }
  const clocks = runningDuties(standing.duties)
  const late = clocks.find(({ state: one }) => one === 'overdue')
  if (late) return { kind: 'late-clock', duty: late }
  if (isSignificanceOpen(standing)) return { kind: 'significance' }
  const [first] = clocks
  if (first?.dueAt && first.dueAt.getTime() - now.getTime() <= soonMs) return { kind: 'clock', duty: first }
  const promise = lateOf(tasks, 'promise', now)
  if (promise) return { kind: 'late-promise', task: promise }
  const passed = services.find((service) => isEstimatePassed(service, now))
  if (passed) return { kind: 'ask-service', service: passed.service }
  if (services.length === 0) return { kind: 'tell-services' }
  const unowned = standing.clocks.find(({ owner }) => owner === null)
  if (unowned) return { kind: 'own-clock', key: unowned.key }
  if (first) return { kind: 'clock', duty: first }
  const task = lateOf(tasks, 'task', now)
  return task ? { kind: 'late-task', task } : { kind: 'calm' }
}

/** What the hospital owes by a time, certain ones before those that are shown because of a doubt, then the earliest. */
function runningDuties(duties: readonly Duty[]): readonly Duty[] {
  return duties
    .filter(({ rule, state }) => rule.owedBy === 'hospital' && (state === 'running' || state === 'overdue'))
    .toSorted((a, b) => rank(a) - rank(b) || (a.dueAt?.getTime() ?? 0) - (b.dueAt?.getTime() ?? 0))
}

function rank({ applies }: Pick<Duty, 'applies'>): number {
  return applies === 'applies' ? 0 : 1
}

/** Asked only where the answer could change a duty: somebody out of the law's scope need not answer it. */
function isSignificanceOpen({ ledger, decisions, duties }: Standing<OpenTask>): boolean {
  const decided = decisions.findLast(({ subject }) => subject === 'significant')
  if (decided && decided.answer !== 'unknown') return false
  const facts = Object.fromEntries(
    significanceQuestions.map((question) => [
      question,
      String(ledger.get(question)?.current.value ?? 'unknown'),
    ]),
  )
  if (significanceOf(facts).answer !== 'unknown') return false
  return duties.some(({ rule, applies }) => rule.key === 'NIS2-EW' && applies === 'unknown')
}

function lateOf<Task extends OpenTask>(
  tasks: readonly Task[],
  kind: OpenTask['kind'],
  now: Date,
): Task | null {
  return tasks.find((task) => task.kind === kind && task.state === 'open' && task.dueAt < now) ?? null
}
