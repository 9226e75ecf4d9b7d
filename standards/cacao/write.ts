// Writes a playbook as a CACAO 2.0 document.
// SPDX-License-Identifier: EUPL-1.2
import type { CacaoAgent, CacaoCommand, CacaoPlaybook, CacaoStep, Rest } from './playbook.ts'

/** Fields in the order of the specification, so that two exports of one playbook are the same bytes. */
export function writeCacao(playbook: CacaoPlaybook): Rest {
  return withoutNothing({
    type: 'playbook',
    spec_version: 'cacao-2.0',
    id: playbook.id,
    name: playbook.name,
    description: playbook.description,
    playbook_types: filled(playbook.playbookTypes),
    created_by: playbook.createdBy,
    created: playbook.created,
    modified: playbook.modified,
    revoked: playbook.revoked || null,
    valid_from: playbook.validFrom,
    valid_until: playbook.validUntil,
    labels: filled(playbook.labels),
    workflow_start: playbook.workflowStart,
    workflow_exception: playbook.workflowException,
    workflow: Object.fromEntries(playbook.steps.map((step) => [step.id, stepOf(step)])),
    agent_definitions: dictionaryOf(playbook.agents),
    target_definitions: dictionaryOf(playbook.targets),
    ...playbook.other,
  })
}

function stepOf(step: CacaoStep): Rest {
  const { id: _id, type, name, description, onCompletion, onSuccess, onFailure, other } = step
  const ways = { on_completion: onCompletion, on_success: onSuccess, on_failure: onFailure }
  return withoutNothing({ type, name, description, ...ownFields(step), ...ways, ...other })
}

function ownFields(step: CacaoStep): Rest {
  switch (step.type) {
    case 'action':
      return { commands: step.commands.map(commandOf), agent: step.agent, targets: filled(step.targets) }
    case 'playbook-action':
      return { playbook_id: step.playbookId }
    case 'parallel':
      return { next_steps: step.nextSteps }
    case 'if-condition':
      return { condition: step.condition, on_true: step.onTrue, on_false: step.onFalse }
    case 'while-condition':
      return { condition: step.condition, on_true: step.onTrue }
    case 'switch-condition':
      return { switch: step.switch, cases: Object.fromEntries(step.cases) }
    default:
      return {}
  }
}

function commandOf({ type, description, text, encoded, other }: CacaoCommand): Rest {
  return withoutNothing({ type, description, command: text, command_b64: encoded, ...other })
}

function dictionaryOf(agents: readonly CacaoAgent[]): Rest | null {
  if (agents.length === 0) return null
  return Object.fromEntries(
    agents.map(({ id, type, name, description, other }) => [
      id,
      withoutNothing({ type, name, description, ...other }),
    ]),
  )
}

function filled(list: readonly string[]): readonly string[] | null {
  return list.length === 0 ? null : list
}

function withoutNothing(fields: Rest): Rest {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  )
}
