// Reads a CACAO 2.0 playbook, or says everything that is wrong with it at once.
// SPDX-License-Identifier: EUPL-1.2
import type { Fault, Reading } from '../fault/index.ts'
import {
  atKey,
  booleanAt,
  collectFaults,
  type JsonNode,
  objectAt,
  readJson,
  rootOf,
  textAt,
  textsAt,
} from '../json/index.ts'
import { agentsAt, markingsAt, signaturesAt } from './definitions.ts'
import { checkFlow } from './flow.ts'
import { cacaoJsonLimits, maxSteps } from './limits.ts'
import type { CacaoPlaybook } from './playbook.ts'
import { addRemarks } from './remarks.ts'
import { restOf } from './rest.ts'
import { playbookShape } from './shapes.ts'
import { stepsAt } from './steps.ts'

export function readCacaoBytes(bytes: Uint8Array): Reading<CacaoPlaybook> {
  const json = readJson(bytes, cacaoJsonLimits)
  return json.outcome === 'refused' ? json : readCacao(json.value)
}

/** Refused as soon as the shape or the flow has one fault: half a playbook in an emergency is worse than none. */
export function readCacao(json: unknown): Reading<CacaoPlaybook> {
  const faults = collectFaults('cacao')
  const remarks = collectFaults('cacao')
  const root = rootOf(json, faults)
  if (root === null || atKey(root, 'type') !== 'playbook')
    return { outcome: 'refused', faults: [notAPlaybook, ...faults.list()] }
  playbookShape(json, '', faults)
  const playbook = playbookAt(root)
  if (playbook.steps.length > maxSteps)
    faults.add(
      'too-many',
      '/workflow',
      `${playbook.steps.length} steps; at most ${maxSteps} are read.`,
      'Split the playbook.',
    )
  checkFlow(playbook, faults, remarks)
  addRemarks(playbook, remarks)
  const [first, ...more] = faults.list()
  if (first) return { outcome: 'refused', faults: [first, ...more, ...remarks.list()] }
  return { outcome: 'read', value: playbook, warnings: remarks.list() }
}

const notAPlaybook: Fault = {
  code: 'cacao/not-a-playbook',
  place: '/type',
  detail: 'The document does not say that it is a CACAO playbook.',
  remedy: 'Send a JSON document with "type": "playbook" and "spec_version": "cacao-2.0".',
}

const ownFields = [
  'type',
  'spec_version',
  'id',
  'name',
  'description',
  'playbook_types',
  'created_by',
  'created',
  'modified',
  'revoked',
  'valid_from',
  'valid_until',
  'labels',
  'markings',
  'data_marking_definitions',
  'signatures',
  'workflow_start',
  'workflow_exception',
  'workflow',
  'agent_definitions',
  'target_definitions',
]
/** Kept whole beside what is told of them. */
const keptWhole = ['markings', 'data_marking_definitions', 'signatures']

/** What the shape refused comes as empty here, so that the flow can still be looked at. */
function playbookAt(found: JsonNode): CacaoPlaybook {
  // The shape has said what is wrong with types, so that nothing is said twice.
  const root = { ...found, faults: collectFaults('cacao') }
  const workflow = objectAt(root, 'workflow')
  return {
    id: textAt(root, 'id') ?? '',
    name: textAt(root, 'name') ?? '',
    description: textAt(root, 'description'),
    playbookTypes: textsAt(root, 'playbook_types'),
    createdBy: textAt(root, 'created_by') ?? '',
    created: textAt(root, 'created') ?? '',
    modified: textAt(root, 'modified') ?? '',
    revoked: booleanAt(root, 'revoked') ?? false,
    validFrom: textAt(root, 'valid_from'),
    validUntil: textAt(root, 'valid_until'),
    labels: textsAt(root, 'labels'),
    markings: markingsAt(root, found.faults),
    signatures: signaturesAt(root),
    workflowStart: textAt(root, 'workflow_start') ?? '',
    workflowException: textAt(root, 'workflow_exception'),
    steps: workflow === null ? [] : stepsAt(workflow),
    agents: agentsAt(root, 'agent_definitions'),
    targets: agentsAt(root, 'target_definitions'),
    other: restOf(
      root,
      ownFields.filter((field) => !keptWhole.includes(field)),
    ),
  }
}
