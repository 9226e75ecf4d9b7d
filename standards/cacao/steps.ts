// Reads the steps of a workflow and their commands.
// SPDX-License-Identifier: EUPL-1.2
import { type JsonNode, objectAt, objectsAt, textAt, textsAt } from '../json/index.ts'
import { typeOfIdentifier } from './identifier.ts'
import type { CacaoCommand, CacaoStep } from './playbook.ts'
import { restOf } from './rest.ts'

/** Steps of a type that nobody knows are left out; the shape has refused them. */
export function stepsAt(workflow: JsonNode): readonly CacaoStep[] {
  return Object.keys(workflow.value).flatMap((id) => {
    const node = objectAt(workflow, id)
    return node === null ? [] : stepAt(id, node)
  })
}

const commonFields = ['type', 'name', 'description', 'on_completion', 'on_success', 'on_failure']

function stepAt(id: string, node: JsonNode): readonly CacaoStep[] {
  const base = (...own: readonly string[]) => ({
    id,
    name: textAt(node, 'name'),
    description: textAt(node, 'description'),
    onCompletion: textAt(node, 'on_completion'),
    onSuccess: textAt(node, 'on_success'),
    onFailure: textAt(node, 'on_failure'),
    other: restOf(node, [...commonFields, ...own]),
  })
  const must = (field: string) => textAt(node, field) ?? ''
  switch (typeOfIdentifier(id)) {
    case 'start':
      return [{ ...base(), type: 'start' }]
    case 'end':
      return [{ ...base(), type: 'end' }]
    case 'action':
      return [
        {
          ...base('commands', 'agent', 'targets'),
          type: 'action',
          commands: objectsAt(node, 'commands').map(commandOf),
          agent: must('agent'),
          targets: textsAt(node, 'targets'),
        },
      ]
    case 'playbook-action':
      return [{ ...base('playbook_id'), type: 'playbook-action', playbookId: must('playbook_id') }]
    case 'parallel':
      return [{ ...base('next_steps'), type: 'parallel', nextSteps: textsAt(node, 'next_steps') }]
    case 'if-condition':
      return [
        {
          ...base('condition', 'on_true', 'on_false'),
          type: 'if-condition',
          condition: must('condition'),
          onTrue: must('on_true'),
          onFalse: textAt(node, 'on_false'),
        },
      ]
    case 'while-condition':
      return [
        {
          ...base('condition', 'on_true'),
          type: 'while-condition',
          condition: must('condition'),
          onTrue: must('on_true'),
        },
      ]
    case 'switch-condition':
      return [
        {
          ...base('switch', 'cases'),
          type: 'switch-condition',
          switch: must('switch'),
          cases: casesAt(node),
        },
      ]
    default:
      return []
  }
}

function casesAt(node: JsonNode): readonly (readonly [string, string])[] {
  const cases = objectAt(node, 'cases')
  return cases === null
    ? []
    : Object.keys(cases.value).map((value) => [value, textAt(cases, value) ?? ''] as const)
}

function commandOf(node: JsonNode): CacaoCommand {
  return {
    type: textAt(node, 'type') ?? '',
    description: textAt(node, 'description'),
    text: textAt(node, 'command'),
    encoded: textAt(node, 'command_b64'),
    other: restOf(node, ['type', 'description', 'command', 'command_b64']),
  }
}
