// One step of a CACAO workflow as a step of ours; its nested branches become ways.
// SPDX-License-Identifier: EUPL-1.2
import type { CacaoStep } from '@salus/standards/cacao'
import type { Fault } from '@salus/standards/fault'
import type { StepFacts } from './cacao-extension.ts'
import { caseKey, stepWords, wordsOfDecision } from './cacao-words.ts'
import type { DecisionStep, PlaybookStep, StepTexts } from './playbook.ts'

export type Roles = ReadonlyMap<string, readonly [key: string, name: string]>

/** Where a branch goes on when it comes to its end; steps that several branches share are copied for each. */
export interface Within {
  readonly name: string
  readonly depth: number
  readonly onEnd: string
}

/** Where the whole playbook ends. */
export const endId = 'end'

export interface Converting {
  readonly step: CacaoStep
  readonly id: string
  readonly within: Within
  /** Our step for one of theirs. */
  readonly to: (id: string | null, within: Within) => string
  readonly roles: Roles
  readonly facts: StepFacts | null
}

export interface Converted {
  readonly step: PlaybookStep
  readonly words: StepTexts | null
}

export function convertStep(one: Converting): Converted {
  const { step, to } = one
  switch (step.type) {
    case 'action':
    case 'playbook-action':
      return asAction(one)
    case 'parallel':
      return asParallel(one, step.nextSteps)
    case 'if-condition': {
      const next = after(one)
      const body = inside(one, next)
      return asDecision(one, [
        { key: 'yes', next: to(step.onTrue, body) },
        { key: 'no', next: step.onFalse === null ? next : to(step.onFalse, body) },
      ])
    }
    case 'while-condition':
      return asDecision(one, [
        { key: 'yes', next: to(step.onTrue, deeper(one, '', one.id)) },
        { key: 'no', next: after(one) },
      ])
    case 'switch-condition': {
      const body = inside(one, after(one))
      const answers = step.cases.map(([value, way], index) => ({
        key: caseKey(value, index),
        next: to(way, body),
      }))
      return asDecision(one, answers)
    }
    default:
      throw new Error(`${step.type} is a way and not a step`)
  }
}

function after({ step, to, within }: Converting): string {
  return to(step.onCompletion ?? step.onSuccess, within)
}

/** Of a construct that goes on by itself afterwards, the ends inside lead there; of another they end what is around it. */
function inside(one: Converting, next: string): Within {
  const goesOn = one.step.onCompletion !== null || one.step.onSuccess !== null
  return goesOn ? deeper(one, '', next) : one.within
}

function deeper({ step, within }: Converting, branch: string, onEnd: string): Within {
  return { name: `${within.name}/${step.id}${branch}`, depth: within.depth + 1, onEnd }
}

function ownedBy({ step, facts, roles }: Converting) {
  const agent = step.type === 'action' ? roles.get(step.agent)?.[0] : undefined
  return {
    track: facts?.track ?? ('both' as const),
    role: facts?.role ?? agent ?? 'anyone',
    dueMinutes: facts?.dueMinutes ?? null,
    clinicianDecides: facts?.clinicianDecides ?? false,
  }
}

function asAction(one: Converting): Converted {
  const { step, id, to, within, facts } = one
  const next = after(one)
  const failed = step.onFailure === null ? next : to(step.onFailure, within)
  return {
    step: {
      ...{ id, kind: 'action', ...ownedBy(one), containment: facts?.containment ?? false },
      outcomes: facts?.outcomes ?? ['done', 'cannot'],
      next,
      ...(failed === next ? {} : { onCannot: failed }),
    },
    words: stepWords(step, facts),
  }
}

/** A branch that ends at once is none; where all do, only the step that follows is left. */
function asParallel(one: Converting, nextSteps: readonly string[]): Converted {
  const join = after(one)
  const branches = nextSteps
    .map((branch, index) => one.to(branch, deeper(one, `:${index}`, join)))
    .filter((branch) => branch !== join)
  const ways = branches.length === 0 ? { branches: [join], join: endId } : { branches, join }
  return { step: { id: one.id, kind: 'parallel', ...ways }, words: null }
}

function asDecision(one: Converting, answers: DecisionStep['answers']): Converted {
  return {
    step: { id: one.id, kind: 'decision', ...ownedBy(one), answers },
    words: wordsOfDecision(one.step, one.facts),
  }
}

export function unreadable(id: string): Fault {
  return {
    code: 'cacao/extension',
    place: `/workflow/${id}/step_extensions`,
    detail: 'What the step says of its owner, due time and effect on care cannot be read, and was left out.',
    remedy: 'Compare the step with its source before you use it.',
  }
}
