// How far a run is: which steps are open now, which are done, which come later, which are not needed any more.
// SPDX-License-Identifier: EUPL-1.2
import { type Flow, waysOf } from './flow.ts'
import { isHuman, type PlaybookStep } from './playbook.ts'

/** What came of a step: the outcome of an action, or the answer of a decision. */
export interface Result {
  readonly result: string
  readonly at: Date
}

/** `skipped`: no way leads there any more, as things were decided. */
export type StepState = 'open' | 'done' | 'later' | 'skipped'

export interface Standing {
  readonly states: ReadonlyMap<string, StepState>
  /** Since when a step has been open. */
  readonly openSince: ReadonlyMap<string, Date>
  /** Every way has come to its end. */
  readonly isFinished: boolean
}

/** The same for the same results, in whatever order they came. */
export function standingOf(flow: Flow, startedAt: Date, results: ReadonlyMap<string, Result>): Standing {
  const walk = walkThrough(flow, startedAt, results)
  const later = laterThan(walk)
  const human = [...flow.steps.values()].filter(isHuman)
  return {
    states: new Map(human.map(({ id }) => [id, stateOfStep(id, walk, later)])),
    openSince: walk.open,
    isFinished: walk.isFinished,
  }
}

/** The steps of a way that came back to where it has been, all of them done; null: there is none. */
export function closedCircle(
  flow: Flow,
  startedAt: Date,
  results: ReadonlyMap<string, Result>,
): readonly string[] | null {
  return walkThrough(flow, startedAt, results).circle
}

interface Walk {
  readonly flow: Flow
  readonly results: ReadonlyMap<string, Result>
  readonly open: Map<string, Date>
  /** Joins that wait for a branch. */
  readonly ahead: Set<string>
  /** Parallel steps being walked through, so that one that contains itself ends. */
  readonly inside: Set<string>
  circle: readonly string[] | null
  isFinished: boolean
}

function walkThrough(flow: Flow, startedAt: Date, results: ReadonlyMap<string, Result>): Walk {
  const walk: Walk = {
    ...{ flow, results, open: new Map(), ahead: new Set<string>(), inside: new Set<string>() },
    ...{ circle: null, isFinished: false },
  }
  walk.isFinished = follow(walk, flow.start, startedAt, new Set(), []) !== null
  return walk
}

/** What can still come: every way of what is open or ahead, of what is done only the way that was taken. */
function laterThan({ flow, results, open, ahead }: Walk): ReadonlySet<string> {
  const later = new Set<string>()
  const waiting: (string | null)[] = [...open.keys(), ...ahead]
  while (waiting.length > 0) {
    const step = flow.steps.get(waiting.pop() ?? '')
    if (!step || later.has(step.id)) continue
    later.add(step.id)
    const result = results.get(step.id)
    waiting.push(...(result ? [nextOf(step, result.result)] : waysOf(step)))
  }
  return later
}

function stateOfStep(id: string, walk: Walk, later: ReadonlySet<string>): StepState {
  if (walk.open.has(id)) return 'open'
  if (walk.results.has(id)) return 'done'
  return later.has(id) ? 'later' : 'skipped'
}

/** When the way from here arrived at a stop or at its end; null while it waits for somebody. Fills the trail. */
function follow(
  walk: Walk,
  from: string | null,
  since: Date,
  stops: ReadonlySet<string>,
  trail: string[],
): Date | null {
  const begun = trail.length
  let at = since
  let id = from
  for (;;) {
    const step = walk.flow.steps.get(id ?? '')
    if (!step || step.kind === 'end' || stops.has(step.id)) return at
    const before = trail.indexOf(step.id, begun)
    if (before >= 0) {
      walk.circle ??= trail.slice(before)
      return null
    }
    trail.push(step.id)
    if (step.kind === 'parallel') {
      const arrived = followBranches(walk, step, at, stops, trail)
      if (arrived === null) return null
      at = arrived
      id = step.join
      continue
    }
    const result = walk.results.get(step.id)
    if (!result) {
      walk.open.set(step.id, at)
      return null
    }
    at = latest(at, result.at)
    id = nextOf(step, result.result)
  }
}

function followBranches(
  walk: Walk,
  step: Extract<PlaybookStep, { kind: 'parallel' }>,
  since: Date,
  stops: ReadonlySet<string>,
  trail: string[],
): Date | null {
  if (walk.inside.has(step.id)) return null
  walk.inside.add(step.id)
  const inner = new Set([...stops, step.join])
  const arrivals = step.branches.map((branch) => {
    // Of its own, so that branches that meet are no circle.
    const own: string[] = []
    const arrival = follow(walk, branch, since, inner, own)
    trail.push(...own)
    return arrival
  })
  walk.inside.delete(step.id)
  if (arrivals.some((arrival) => arrival === null)) {
    walk.ahead.add(step.join)
    return null
  }
  return arrivals.reduce<Date>((last, arrival) => latest(last, arrival ?? last), since)
}

/** Where a step leads with this result; an answer that it does not know ends the way. */
export function nextOf(step: PlaybookStep, result: string): string | null {
  if (step.kind === 'action')
    return result === 'cannot' && step.onCannot !== undefined ? step.onCannot : step.next
  if (step.kind === 'decision') return step.answers.find(({ key }) => key === result)?.next ?? null
  return null
}

function latest(a: Date, b: Date): Date {
  return a > b ? a : b
}
