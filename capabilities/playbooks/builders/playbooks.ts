// Playbooks for tests: one small hospital playbook with branches and a decision, and arbitrary sound ones.
// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check'
import type {
  ActionStep,
  DecisionStep,
  Playbook,
  PlaybookStep,
  PlaybookTexts,
  WholePlaybook,
} from '../playbook.ts'

export function anAction(id: string, next: string | null, changes: Partial<ActionStep> = {}): ActionStep {
  return {
    ...{ id, kind: 'action', track: 'technical', role: 'it', dueMinutes: null, clinicianDecides: false },
    ...{ containment: false, outcomes: ['done', 'cannot'], next },
    ...changes,
  }
}

export function aDecision(
  id: string,
  answers: Readonly<Record<string, string | null>>,
  changes: Partial<DecisionStep> = {},
): DecisionStep {
  return {
    ...{
      id,
      kind: 'decision',
      track: 'clinical',
      role: 'clinical-lead',
      dueMinutes: null,
      clinicianDecides: true,
    },
    answers: Object.entries(answers).map(([key, next]) => ({ key, next })),
    ...changes,
  }
}

/**
 * look → sides [ask → cut or leave | paper] → check → (again: look; no: end). Cutting off has an effect on care, and a
 * clinician is asked before.
 */
export function aPlaybook(changes: Partial<Playbook> = {}): Playbook {
  return {
    ...{
      key: 'gateway-down',
      version: '1.0.0',
      validFrom: '2026-11-27',
      startedBy: [],
      roles: ['it', 'clinical-lead', 'ward'],
    },
    reviewedBy: { clinical: null, technical: null },
    start: 'look',
    steps: [
      anAction('look', 'sides', { dueMinutes: 10 }),
      { id: 'sides', kind: 'parallel', branches: ['ask', 'paper'], join: 'check' },
      aDecision('ask', { yes: 'cut', no: 'leave' }, { dueMinutes: 20 }),
      anAction('cut', 'check', { containment: true, onCannot: 'leave' }),
      anAction('leave', 'check'),
      anAction('paper', 'check', { track: 'clinical', role: 'ward', dueMinutes: 30 }),
      aDecision('check', { again: 'look', no: 'finish' }),
      { id: 'finish', kind: 'end' },
    ],
    ...changes,
  }
}

export function textsOf(playbook: Playbook, word: string): PlaybookTexts {
  const of = (step: PlaybookStep) => ({
    title: `${word} ${step.id}`,
    do: step.kind === 'action' ? [`${word} do ${step.id}`, `${word} then write it down`] : [],
    because: `${word} because of ${step.id}`,
    effectOnCare: `${word} effect of ${step.id}`,
    safety: null,
    doneWhen: null,
    ifCannot: null,
    answers:
      step.kind === 'decision'
        ? Object.fromEntries(step.answers.map(({ key }) => [key, `${word} ${key}`]))
        : {},
  })
  return {
    ...{
      name: `${word} gateway`,
      summary: `${word} summary`,
      useWhen: `${word} use`,
      notFor: `${word} not for`,
    },
    roles: Object.fromEntries(playbook.roles.map((role) => [role, `${word} ${role}`])),
    steps: Object.fromEntries(playbook.steps.map((step) => [step.id, of(step)])),
  }
}

export function aWhole(playbook: Playbook = aPlaybook()): WholePlaybook {
  return {
    ...{ playbook, origin: 'own', tlp: null },
    texts: { en: textsOf(playbook, 'en'), de: textsOf(playbook, 'de') },
  }
}

/** What a piece of a playbook is made of, before its steps have names. */
type Piece =
  | { readonly kind: 'action'; readonly hasWayOut: boolean }
  | { readonly kind: 'choice'; readonly ways: readonly (readonly Piece[])[] }
  | { readonly kind: 'sides'; readonly ways: readonly (readonly Piece[])[] }
  | { readonly kind: 'round'; readonly body: readonly Piece[] }

const { pieces } = fc.letrec<{ piece: Piece; pieces: readonly Piece[] }>((tie) => ({
  piece: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ kind: fc.constant('action' as const), hasWayOut: fc.boolean() }),
    fc.record({
      kind: fc.constant('choice' as const),
      ways: fc.array(tie('pieces'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('sides' as const),
      ways: fc.array(tie('pieces'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('round' as const), body: tie('pieces') }),
  ),
  pieces: fc.array(tie('piece'), { minLength: 1, maxLength: 3 }),
}))

const maxStepsMade = 60

/** Sound playbooks of any nesting: choices that meet again, branches with joins, rounds that may be gone through again. */
export const playbooks: fc.Arbitrary<Playbook> = pieces
  .map((made) => {
    const steps: PlaybookStep[] = []
    const start = build(made, 'finish', steps)
    const used = [...new Set(steps.flatMap((step) => ('role' in step ? [step.role] : [])))]
    return aPlaybook({ start, steps: [...steps, { id: 'finish', kind: 'end' }], roles: used })
  })
  .filter(({ steps }) => steps.length <= maxStepsMade)

/** Adds the steps of these pieces; returns the first. */
function build(made: readonly Piece[], next: string, steps: PlaybookStep[]): string {
  return made.reduceRight((after, piece) => buildOne(piece, after, steps), next)
}

function buildOne(piece: Piece, next: string, steps: PlaybookStep[]): string {
  const id = `${piece.kind}-${steps.length + 1}`
  // Its place is taken before what lies inside is named.
  const at = steps.push({ id, kind: 'end' }) - 1
  const put = (step: PlaybookStep, first = id) => {
    steps[at] = step
    return first
  }
  switch (piece.kind) {
    case 'action':
      return put(
        anAction(
          id,
          next,
          piece.hasWayOut ? { onCannot: buildOne({ kind: 'action', hasWayOut: false }, next, steps) } : {},
        ),
      )
    case 'choice': {
      const ways = piece.ways.map((way) => build(way, next, steps))
      return put(aDecision(id, Object.fromEntries(ways.map((way, index) => [`way-${index}`, way]))))
    }
    case 'sides': {
      // A join of its own, so that what follows may be anything.
      const join = buildOne({ kind: 'action', hasWayOut: false }, next, steps)
      return put({ id, kind: 'parallel', branches: piece.ways.map((way) => build(way, join, steps)), join })
    }
    case 'round': {
      const first = build(piece.body, id, steps)
      return put(aDecision(id, { again: first, no: next }), first)
    }
  }
}
