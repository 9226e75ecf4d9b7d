// What a person must know of a playbook that was read: agents nobody defined, machine commands, waiting times, secrets, signatures.
// SPDX-License-Identifier: EUPL-1.2
import { escapePointer, type FaultCollector, quoteForeign } from '../json/index.ts'
import type { CacaoPlaybook, CacaoStep } from './playbook.ts'

export function addRemarks(playbook: CacaoPlaybook, remarks: FaultCollector): void {
  remarkAgents(playbook, remarks)
  for (const step of playbook.steps) remarkStep(step, remarks)
  for (const [index, signature] of playbook.signatures.entries())
    remarks.add(
      'signature',
      `/signatures/${index}`,
      `${quoteForeign(signature.signee)} is said to have signed it. The signature was kept and not checked.`,
      'Make sure by another way that the playbook comes from them.',
    )
  if (Object.hasOwn(playbook.other, 'authentication_info_definitions'))
    remarks.add(
      'credentials',
      '/authentication_info_definitions',
      'The playbook carries data for signing in to systems. They are kept in the document and never used.',
      'Ask the author to leave them out, and change them if they are real.',
    )
  if (playbook.revoked)
    remarks.add(
      'revoked',
      '/revoked',
      'Its author has revoked this playbook.',
      'Look for its successor before using it.',
    )
  if (playbook.workflowException !== null)
    remarks.add(
      'exception',
      '/workflow_exception',
      'The way for exceptions is not followed by itself: a person decides what to do when a step fails.',
      'Read the steps of that way before you begin.',
    )
}

function remarkAgents({ steps, agents, targets }: CacaoPlaybook, remarks: FaultCollector): void {
  const knownAgents = new Set(agents.map(({ id }) => id))
  const knownTargets = new Set([...agents, ...targets].map(({ id }) => id))
  for (const step of steps) {
    if (step.type !== 'action') continue
    const place = `/workflow/${escapePointer(step.id)}`
    if (!knownAgents.has(step.agent))
      remarks.add(
        'unknown-agent',
        `${place}/agent`,
        `${quoteForeign(step.agent)} is not defined: it is open who does this.`,
        'Add the agent to agent_definitions.',
      )
    for (const [index, target] of step.targets.entries())
      if (!knownTargets.has(target))
        remarks.add(
          'unknown-target',
          `${place}/targets/${index}`,
          `${quoteForeign(target)} is not defined.`,
          'Add the target to target_definitions.',
        )
  }
}

function remarkStep(step: CacaoStep, remarks: FaultCollector): void {
  const place = `/workflow/${escapePointer(step.id)}`
  if (step.type === 'action' && step.commands.some(({ type }) => type !== 'manual'))
    remarks.add(
      'machine-command',
      `${place}/commands`,
      'The step is written for a machine. Nothing is carried out here: people see the command and do it.',
      'Write it as a manual command.',
    )
  for (const field of ['delay', 'timeout'])
    if (Object.hasOwn(step.other, field))
      remarks.add(
        field,
        `${place}/${field}`,
        `The ${field} of this step is kept and not counted: people set the pace.`,
        'Say in the text of the step how long to wait.',
      )
}
