// The ways through a playbook: what follows what, and what lies inside which branches.
// SPDX-License-Identifier: EUPL-1.2
import { isHuman, type Playbook, type PlaybookStep } from './playbook.ts'

type Steps = Pick<Playbook, 'start' | 'steps'>

/** A playbook made ready for walking through it; built once for many questions. */
export interface Flow {
  readonly start: string
  readonly steps: ReadonlyMap<string, PlaybookStep>
  /** The parallel steps around a step, the outermost first, each with the branch it lies in. */
  readonly around: ReadonlyMap<string, readonly Branch[]>
}

export interface Branch {
  readonly parallel: string
  readonly index: number
}

export function flowOf({ start, steps: list }: Steps): Flow {
  const steps = new Map(list.map((step) => [step.id, step]))
  return { start, steps, around: branchesAround(list, steps) }
}

/** Every step that may come directly after this one, null where the way may end. */
export function waysOf(step: PlaybookStep): readonly (string | null)[] {
  switch (step.kind) {
    case 'action':
      return step.onCannot === undefined ? [step.next] : [step.next, step.onCannot]
    case 'decision':
      return step.answers.map(({ next }) => next)
    case 'parallel':
      return [...step.branches, step.join]
    case 'end':
      return []
  }
}

/** Steps that can be reached from these, themselves included; none beyond the stops. */
export function reachFrom(
  from: readonly (string | null)[],
  steps: ReadonlyMap<string, PlaybookStep>,
  stops: ReadonlySet<string> = new Set(),
): ReadonlySet<string> {
  const reached = new Set<string>()
  const open = [...from]
  while (open.length > 0) {
    const id = open.pop() ?? ''
    const step = steps.get(id)
    if (!step || stops.has(id) || reached.has(id)) continue
    reached.add(id)
    open.push(...waysOf(step))
  }
  return reached
}

function branchesAround(
  list: readonly PlaybookStep[],
  steps: ReadonlyMap<string, PlaybookStep>,
): ReadonlyMap<string, readonly Branch[]> {
  const around = new Map<string, { readonly branch: Branch; readonly size: number }[]>()
  for (const step of list) {
    if (step.kind !== 'parallel') continue
    for (const [index, start] of step.branches.entries()) {
      const inside = reachFrom([start], steps, new Set([step.join]))
      for (const id of inside) {
        const found = around.get(id) ?? []
        found.push({ branch: { parallel: step.id, index }, size: inside.size })
        around.set(id, found)
      }
    }
  }
  // What holds more lies further out.
  return new Map(
    [...around].map(([id, found]) => [
      id,
      found.toSorted((a, b) => b.size - a.size).map(({ branch }) => branch),
    ]),
  )
}

/** The next things for people from here, by their numbers on paper: through branches, to a join; empty: the end. */
export function peopleNext(flow: Flow, id: string | null): readonly string[] {
  const found: string[] = []
  const seen = new Set<string>()
  const open = [id]
  while (open.length > 0) {
    const step = flow.steps.get(open.shift() ?? '')
    if (!step || seen.has(step.id)) continue
    seen.add(step.id)
    if (isHuman(step)) found.push(step.id)
    else if (step.kind === 'parallel') open.push(...step.branches)
  }
  return found
}
