// A CACAO playbook of others, made ready for people: its nested branches become ways of ours, its commands become lines to read.
// SPDX-License-Identifier: EUPL-1.2
import { type CacaoPlaybook, type CacaoStep, tlpOf } from '@salus/standards/cacao'
import type { Fault, Reading } from '@salus/standards/fault'
import { factsOf } from './cacao-extension.ts'
import { convertStep, endId, type Roles, unreadable, type Within } from './cacao-steps.ts'
import { agentRoles } from './cacao-words.ts'
import { maxSteps, type Playbook, type PlaybookStep, type StepTexts, type WholePlaybook } from './playbook.ts'

/** Branches inside of branches; a step that lies in its own branch would never come to an end. */
const maxNesting = 12

export function fromCacao(cacao: CacaoPlaybook, key: string): Reading<WholePlaybook> {
  const roles = agentRoles(cacao)
  const made = compile(cacao, roles)
  if ('fault' in made) return { outcome: 'refused', faults: [made.fault] }
  const language = cacao.labels.map((label) => /^lang:([a-z]{2,3})$/.exec(label)?.[1]).find(Boolean) ?? 'und'
  const version = cacao.labels
    .map((label) => /^version:(\d{1,4}\.\d{1,4}\.\d{1,4})$/.exec(label)?.[1])
    .find(Boolean)
  const playbook: Playbook = {
    key,
    version: version ?? '1.0.0',
    validFrom: (cacao.validFrom ?? cacao.modified).slice(0, 10),
    reviewedBy: { clinical: null, technical: null },
    startedBy: [],
    roles: [...new Set(made.steps.flatMap((step) => ('role' in step ? [step.role] : [])))],
    start: made.start,
    steps: made.steps,
  }
  const texts = {
    name: cacao.name,
    summary: cacao.description,
    useWhen: null,
    notFor: null,
    roles: Object.fromEntries(roles.values()),
    steps: Object.fromEntries(made.texts),
  }
  return {
    outcome: 'read',
    value: { playbook, origin: 'imported', texts: { [language]: texts }, tlp: tlpOf(cacao) },
    warnings: made.remarks,
  }
}

interface Made {
  readonly start: string
  readonly steps: PlaybookStep[]
  readonly texts: Map<string, StepTexts>
  readonly remarks: Fault[]
}

function compile(cacao: CacaoPlaybook, roles: Roles): Made | { readonly fault: Fault } {
  const source = new Map(cacao.steps.map((step) => [step.id, step]))
  const ids = new Map<string, string>()
  const waiting: { readonly step: CacaoStep; readonly within: Within; readonly id: string }[] = []
  const made: Made = { start: endId, steps: [], texts: new Map(), remarks: [] }
  let fault: Fault | null = null

  /** Our step for one of theirs; ends and starts are ways and no steps. */
  const to = (id: string | null, within: Within): string => {
    let step = source.get(id ?? '')
    for (let hops = 0; step?.type === 'start' && hops < source.size; hops++)
      step = source.get(step.onCompletion ?? '')
    const question = step && questionOf(step, source)
    if (!step || step.type === 'end' || step.type === 'start') return within.onEnd
    const name = `${step.id} ${within.name}`
    const known = ids.get(name)
    if (known !== undefined) return known
    if (within.depth > maxNesting || ids.size >= maxSteps) {
      fault ??= tooLarge(step.id)
      return endId
    }
    const own = idOf(step, ids)
    ids.set(name, own)
    waiting.push({ step: question ?? step, within, id: own })
    return own
  }
  const root: Within = { name: '', depth: 0, onEnd: endId }
  const start = to(cacao.workflowStart, root)
  for (let next = waiting.pop(); next && fault === null; next = waiting.pop()) {
    const before = waiting.length
    const facts = factsOf(next.step.other)
    if (facts === 'unreadable') made.remarks.push(unreadable(next.step.id))
    const { step, words } = convertStep({ ...next, to, roles, facts: facts === 'unreadable' ? null : facts })
    made.steps.push(step)
    if (words) made.texts.set(next.id, words)
    // What lies inside comes first, then what follows: the order in which people read.
    waiting.push(
      ...waiting
        .splice(before)
        .reverse()
        .toSorted((a, b) => a.within.depth - b.within.depth),
    )
  }
  if (fault !== null) return { fault }
  made.steps.push({ id: endId, kind: 'end' })
  return { ...made, start }
}

/** The name that the step had with us, where it says so and it is free; in a copy of a branch it is not. */
function idOf(step: CacaoStep, ids: ReadonlyMap<string, string>): string {
  const facts = factsOf(step.other)
  const named = facts === null || facts === 'unreadable' ? null : facts.id
  const taken = new Set(ids.values())
  const free = named !== null && named !== endId && !taken.has(named)
  let number = ids.size + 1
  while (taken.has(`s${number}`)) number += 1
  return free ? named : `s${number}`
}

/** Our own exports ask before they switch: both together are one decision. */
function questionOf(step: CacaoStep, source: ReadonlyMap<string, CacaoStep>): CacaoStep | null {
  const facts = step.type === 'action' ? factsOf(step.other) : null
  if (facts === null || facts === 'unreadable' || facts.kind !== 'decision') return null
  const choice = source.get(step.onCompletion ?? '')
  // The switch of this question, with the question's own words.
  return choice?.type === 'switch-condition'
    ? { ...choice, name: step.name, other: { ...choice.other, ...step.other } }
    : null
}

function tooLarge(id: string): Fault {
  return {
    code: 'cacao/too-nested',
    place: `/workflow/${id}`,
    detail: `Branches lie in each other more than ${maxNesting} deep, or the playbook unfolds to more than ${maxSteps} steps.`,
    remedy: 'Check that no step lies within its own branch, or split the playbook.',
  }
}
