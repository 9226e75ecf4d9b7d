// What is wrong with a playbook of the library: references, ways, texts in every language, care thought of.
// SPDX-License-Identifier: EUPL-1.2
import { type Flow, flowOf, reachFrom, waysOf } from './flow.ts'
import {
  type ActionStep,
  isHuman,
  type Playbook,
  type PlaybookStep,
  type PlaybookTexts,
  roles,
} from './playbook.ts'

/** Sentences for whoever writes the playbook, in English; empty: nothing is wrong. */
export function faultsOfFlow(playbook: Playbook): readonly string[] {
  const ids = playbook.steps.map(({ id }) => id)
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index)
  const known = new Set(ids)
  const lost = playbook.steps.flatMap((step) =>
    waysOf(step).flatMap((to) =>
      to === null || known.has(to) ? [] : [`${step.id} leads to "${to}", which is no step.`],
    ),
  )
  const faults = [...twice.map((id) => `${id} stands twice.`), ...lost]
  if (!known.has(playbook.start)) faults.push(`It starts at "${playbook.start}", which is no step.`)
  if (faults.length > 0) return faults
  const flow = flowOf(playbook)
  return [...unreached(flow), ...endless(flow), ...mixedBranches(flow), ...otherRoles(playbook)]
}

function unreached({ start, steps }: Flow): readonly string[] {
  const reached = reachFrom([start], steps)
  return [...steps.keys()].filter((id) => !reached.has(id)).map((id) => `Nothing leads to ${id}.`)
}

/** From every step somebody must be able to come to an end. */
function endless({ steps }: Flow): readonly string[] {
  const before = new Map<string, string[]>()
  const open: string[] = []
  for (const step of steps.values()) {
    const ways = waysOf(step)
    if (ways.length === 0 || ways.includes(null)) open.push(step.id)
    for (const to of ways) if (to !== null) before.set(to, [...(before.get(to) ?? []), step.id])
  }
  const ending = new Set<string>()
  while (open.length > 0) {
    const id = open.pop() ?? ''
    if (ending.has(id)) continue
    ending.add(id)
    open.push(...(before.get(id) ?? []))
  }
  return [...steps.keys()].filter((id) => !ending.has(id)).map((id) => `From ${id} no way leads to an end.`)
}

/** A step lies in one branch only, and nobody jumps into a branch or past its join. */
function mixedBranches(flow: Flow): readonly string[] {
  const place = (id: string) =>
    (flow.around.get(id) ?? []).map(({ parallel, index }) => `${parallel}/${index}`)
  const faults: string[] = []
  if (place(flow.start).length > 0) faults.push(`A branch leads back to the start, ${flow.start}.`)
  for (const step of flow.steps.values()) {
    const own = place(step.id)
    if (new Set(own.map((one) => one.split('/')[0])).size < own.length)
      faults.push(`${step.id} lies in two branches of the same step.`)
    if (step.kind === 'parallel' && step.branches.includes(step.join))
      faults.push(`A branch of ${step.id} begins with its join.`)
    const entered = step.kind === 'parallel' ? step.branches : []
    for (const to of waysOf(step)) {
      if (to === null || entered.includes(to)) continue
      const strange = place(to).filter((one) => !own.includes(one))
      if (strange.length > 0) faults.push(`${step.id} jumps into a branch at ${to}.`)
    }
  }
  return faults
}

function otherRoles(playbook: Playbook): readonly string[] {
  const used = new Set(playbook.steps.flatMap((step) => (isHuman(step) ? [step.role] : [])))
  const known: readonly string[] = roles
  return [
    ...[...used].filter((role) => !known.includes(role)).map((role) => `"${role}" is no role.`),
    ...[...used]
      .filter((role) => !playbook.roles.includes(role))
      .map((role) => `"${role}" is used and not listed.`),
    ...playbook.roles.filter((role) => !used.has(role)).map((role) => `"${role}" is listed and not used.`),
  ]
}

/** What a hospital needs beside a sound flow: both halves, and a clinician where something is cut off. */
export function faultsOfCare(playbook: Playbook): readonly string[] {
  const human = playbook.steps.filter(isHuman)
  const has = (track: string) => human.some((step) => step.track === track || step.track === 'both')
  const flow = flowOf(playbook)
  const alone = human.filter(
    (step): step is ActionStep =>
      step.kind === 'action' && step.containment && !isDecidedByClinician(flow, step),
  )
  return [
    ...(has('clinical') ? [] : ['It has no clinical half.']),
    ...(has('technical') ? [] : ['It has no technical half.']),
    ...alone.map(({ id }) => `${id} cuts something off, and no clinician decides it or was asked before.`),
  ]
}

/** True when no way leads to the step that does not pass a clinician's decision. */
function isDecidedByClinician(flow: Flow, step: ActionStep): boolean {
  if (step.clinicianDecides) return true
  const asked = [...flow.steps.values()].filter(
    (one) => isHuman(one) && one.id !== step.id && (one.clinicianDecides || one.role === 'clinical-lead'),
  )
  return !reachFrom([flow.start], flow.steps, new Set(asked.map(({ id }) => id))).has(step.id)
}

/** Every step, role and answer has its words, and there are no words without a step. */
export function faultsOfTexts(playbook: Playbook, texts: PlaybookTexts): readonly string[] {
  const ids = new Set(playbook.steps.map(({ id }) => id))
  const missing = (['summary', 'useWhen', 'notFor'] as const).filter((field) => texts[field] === null)
  return [
    ...missing.map((field) => `"${field}" is missing.`),
    ...playbook.steps.flatMap((step) => faultsOfStep(step, texts)),
    ...playbook.roles.filter((role) => !texts.roles[role]).map((role) => `The role ${role} has no name.`),
    ...Object.keys(texts.steps)
      .filter((id) => !ids.has(id))
      .map((id) => `There are words for ${id}, which is no step.`),
  ]
}

function faultsOfStep(step: PlaybookStep, texts: PlaybookTexts): readonly string[] {
  if (!isHuman(step)) return []
  const said = texts.steps[step.id]
  if (!said) return [`${step.id} has no words.`]
  const faults: string[] = []
  if (said.because === null) faults.push(`${step.id} does not say why.`)
  if (step.kind === 'action' && said.do.length === 0) faults.push(`${step.id} does not say what to do.`)
  if (step.kind === 'action' && step.containment && said.effectOnCare === null)
    faults.push(`${step.id} cuts something off and does not say what that does to care.`)
  if (step.kind === 'decision') {
    const keys = step.answers.map(({ key }) => key)
    for (const key of keys)
      if (!said.answers[key]) faults.push(`${step.id} has no words for the answer ${key}.`)
    for (const key of Object.keys(said.answers))
      if (!keys.includes(key)) faults.push(`${step.id} has words for ${key}, which is no answer.`)
  }
  return faults
}
