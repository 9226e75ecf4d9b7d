// Playbooks for tests: one small and plain, and arbitrary ones whose steps all lead to steps further down.
// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check'
import { nameUuid } from './identifier.ts'
import type { CacaoPlaybook, CacaoStep, Rest } from './playbook.ts'

const id = (type: string, name: string | number) => `${type}--${nameUuid(String(name))}`

/** As a document: begin, call the ward, end. */
export function cacaoDocument(changes: Rest = {}): Rest {
  return {
    type: 'playbook',
    spec_version: 'cacao-2.0',
    id: id('playbook', 'plain'),
    name: 'Gateway does not answer',
    playbook_types: ['mitigation'],
    created_by: id('identity', 'author'),
    created: '2026-11-01T08:00:00.000Z',
    modified: '2026-11-02T08:00:00.000Z',
    workflow_start: id('start', 'plain'),
    workflow: {
      [id('start', 'plain')]: { type: 'start', on_completion: id('action', 'call') },
      [id('action', 'call')]: {
        type: 'action',
        name: 'Call the ward',
        commands: [{ type: 'manual', command: 'Ask which pumps are in use.' }],
        agent: id('group', 'it'),
        on_completion: id('end', 'plain'),
      },
      [id('end', 'plain')]: { type: 'end' },
    },
    agent_definitions: { [id('group', 'it')]: { type: 'group', name: 'IT' } },
    ...changes,
  }
}

export const cacaoId = id

const plainText = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 .,]{0,20}[A-Za-z0-9]$/)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const rest = fc.constantFrom<Rest>(
  {},
  { delay: 5 },
  { timeout: 60_000, external_references: [{ name: 'A source' }] },
)

const kinds = [
  'action',
  'playbook-action',
  'parallel',
  'if-condition',
  'while-condition',
  'switch-condition',
] as const

interface Sketch {
  readonly kind: (typeof kinds)[number]
  readonly name: string | null
  readonly description: string | null
  readonly other: Rest
  readonly jumps: readonly number[]
  readonly command: string
}

const sketches = fc.array(
  fc.record<Sketch>({
    kind: fc.constantFrom(...kinds),
    name: maybe(plainText),
    description: maybe(plainText),
    other: rest,
    jumps: fc.array(fc.nat(5), { minLength: 3, maxLength: 3 }),
    command: plainText,
  }),
  { minLength: 1, maxLength: 12 },
)

export const cacaoPlaybooks: fc.Arbitrary<CacaoPlaybook> = fc
  .record({
    name: plainText,
    description: maybe(plainText),
    labels: fc.array(plainText, { maxLength: 3 }),
    revoked: fc.boolean(),
    level: maybe(fc.constantFrom('TLP:GREEN', 'TLP:RED')),
    sketches,
  })
  .map(({ level, sketches: drawn, ...facts }) => ({
    ...facts,
    id: id('playbook', facts.name),
    playbookTypes: ['mitigation'],
    createdBy: id('identity', 'author'),
    created: '2026-11-01T08:00:00.000Z',
    modified: '2026-11-02T08:00:00.5Z',
    validFrom: null,
    validUntil: '2027-01-01T00:00:00Z',
    signatures: [],
    ...markingOf(level),
    ...workflowOf(drawn),
    workflowException: null,
    agents: [{ id: id('group', 'it'), type: 'group', name: 'IT', description: null, other: {} }],
    targets: [],
  }))

function markingOf(level: string | null): Pick<CacaoPlaybook, 'markings' | 'other'> {
  if (level === null) return { markings: [], other: { priority: 3 } }
  const marking = id('marking-tlp', level)
  const definition = {
    type: 'marking-tlp',
    id: marking,
    created_by: id('identity', 'author'),
    created: '2026-11-01T08:00:00Z',
    tlpv2_level: level,
  }
  return {
    markings: [{ id: marking, tlp: level, statement: null }],
    other: { markings: [marking], data_marking_definitions: { [marking]: definition } },
  }
}

function workflowOf(drawn: readonly Sketch[]): Pick<CacaoPlaybook, 'steps' | 'workflowStart'> {
  const ids = [...drawn.map(({ kind }, index) => id(kind, index)), id('end', 'end')]
  const last = ids.length - 1
  const after = (index: number, jump: number) => ids[Math.min(last, index + 1 + jump)] ?? ''
  const none = { onCompletion: null, onSuccess: null, onFailure: null }
  const start: CacaoStep = {
    id: id('start', 's'),
    type: 'start',
    name: null,
    description: null,
    other: {},
    ...none,
    onCompletion: after(-1, 0),
  }
  const end: CacaoStep = {
    id: id('end', 'end'),
    type: 'end',
    name: null,
    description: null,
    other: {},
    ...none,
  }
  return {
    workflowStart: start.id,
    steps: [start, ...drawn.map((sketch, index) => stepOf(sketch, index, ids, after)), end],
  }
}

function stepOf(
  sketch: Sketch,
  index: number,
  ids: readonly string[],
  after: (index: number, jump: number) => string,
): CacaoStep {
  const { kind, name, description, other, jumps, command } = sketch
  const [first = 0, second = 0, third = 0] = jumps
  const base = {
    id: ids[index] ?? '',
    name,
    description,
    other,
    onCompletion: after(index, first),
    onSuccess: null,
    onFailure: null,
  }
  const [one, two] = [after(index, second), after(index, third)]
  switch (kind) {
    case 'action':
      return {
        ...base,
        onCompletion: null,
        onSuccess: one,
        onFailure: two,
        type: kind,
        commands: [
          { type: 'manual', description: null, text: command, encoded: null, other: { version: '1' } },
        ],
        agent: id('group', 'it'),
        targets: [],
      }
    case 'playbook-action':
      return { ...base, type: kind, playbookId: id('playbook', 'other') }
    case 'parallel':
      return { ...base, type: kind, nextSteps: [one, two] }
    case 'if-condition':
      return { ...base, type: kind, condition: command, onTrue: one, onFalse: two }
    case 'while-condition':
      return { ...base, type: kind, condition: command, onTrue: one }
    case 'switch-condition':
      return {
        ...base,
        type: kind,
        switch: command,
        cases: [
          ['first', one],
          ['second', two],
        ],
      }
  }
}
