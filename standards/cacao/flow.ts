// Where the steps of a playbook lead: references to nothing, steps that nothing leads to, circles with and without a way out.
// SPDX-License-Identifier: EUPL-1.2
import { escapePointer, type FaultCollector, quoteForeign } from '../json/index.ts'
import { componentsOf } from './components.ts'
import type { CacaoPlaybook, CacaoStep } from './playbook.ts'

/** Every step that may come after this one, with the field that says so (a JSON pointer within the step). */
export function waysOn(step: CacaoStep): readonly (readonly [field: string, id: string])[] {
  const common = [
    ['on_completion', step.onCompletion],
    ['on_success', step.onSuccess],
    ['on_failure', step.onFailure],
  ] as const
  return [...common, ...ownWays(step)].flatMap(([field, id]) => (id === null ? [] : [[field, id] as const]))
}

function ownWays(step: CacaoStep): readonly (readonly [string, string | null])[] {
  switch (step.type) {
    case 'parallel':
      return step.nextSteps.map((id, index) => [`next_steps/${index}`, id])
    case 'if-condition':
      return [
        ['on_true', step.onTrue],
        ['on_false', step.onFalse],
      ]
    case 'while-condition':
      return [['on_true', step.onTrue]]
    case 'switch-condition':
      return step.cases.map(([value, id]) => [`cases/${escapePointer(value)}`, id])
    default:
      return []
  }
}

type Workflow = Pick<CacaoPlaybook, 'steps' | 'workflowStart' | 'workflowException'>

/** Faults make the playbook unusable; remarks are for the person who takes it over. */
export function checkFlow(workflow: Workflow, faults: FaultCollector, remarks: FaultCollector): void {
  const steps = new Map(workflow.steps.map((step) => [step.id, step]))
  checkEntry(workflow, steps, faults, remarks)
  for (const step of workflow.steps)
    for (const [field, id] of waysOn(step))
      if (!steps.has(id)) addUnknown(`${placeOf(step.id)}/${field}`, id, faults)
  const next = (id: string) => {
    const step = steps.get(id)
    return step ? waysOn(step).flatMap(([, to]) => (steps.has(to) ? [to] : [])) : []
  }
  checkReach(workflow, steps, next, remarks)
  checkCircles(steps, next, faults, remarks)
}

type Steps = ReadonlyMap<string, CacaoStep>
type Next = (id: string) => readonly string[]

function checkEntry(workflow: Workflow, steps: Steps, faults: FaultCollector, remarks: FaultCollector): void {
  const { workflowStart, workflowException } = workflow
  const first = steps.get(workflowStart)
  if (!first) addUnknown('/workflow_start', workflowStart, faults)
  else if (first.type !== 'start')
    remarks.add(
      'start',
      '/workflow_start',
      `The workflow begins with a step of type ${first.type}.`,
      'Begin it with a step of type start.',
    )
  if (workflowException !== null && !steps.has(workflowException))
    addUnknown('/workflow_exception', workflowException, faults)
}

function addUnknown(place: string, id: string, faults: FaultCollector): void {
  faults.add(
    'unknown-step',
    place,
    `${quoteForeign(id)} is no step of this workflow.`,
    'Add the step to "workflow", or name one that is there.',
  )
}

function checkReach(workflow: Workflow, steps: Steps, next: Next, remarks: FaultCollector): void {
  const reached = new Set<string>()
  const open = [workflow.workflowStart, workflow.workflowException ?? '']
  while (open.length > 0) {
    const id = open.pop() ?? ''
    if (reached.has(id) || !steps.has(id)) continue
    reached.add(id)
    open.push(...next(id))
  }
  for (const step of steps.values()) {
    if (!reached.has(step.id))
      remarks.add(
        'unreachable',
        placeOf(step.id),
        'No other step leads to this one, so that it is never carried out.',
        'Lead to it, or leave it out.',
      )
    if (step.type !== 'end' && waysOn(step).length === 0)
      remarks.add(
        'no-way-on',
        placeOf(step.id),
        'Nothing says what comes after this step; its way is taken to end here.',
        'Lead to a step of type end.',
      )
  }
}

function checkCircles(steps: Steps, next: Next, faults: FaultCollector, remarks: FaultCollector): void {
  for (const circle of componentsOf([...steps.keys()], next)) {
    const [first = ''] = circle
    const inside = new Set(circle)
    const leaves = circle.some((id) => next(id).some((to) => !inside.has(to)))
    if (leaves)
      remarks.add(
        'circle',
        placeOf(first),
        `${circle.length} step(s) from here on lead back to this one.`,
        'Check that the repetition is meant.',
      )
    else
      faults.add(
        'endless',
        placeOf(first),
        `${circle.length} step(s) from here on lead back to this one, and none of them leads out.`,
        'Lead one of them to a step of type end.',
      )
  }
}

function placeOf(id: string): string {
  return `/workflow/${escapePointer(id)}`
}
