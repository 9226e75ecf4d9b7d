// Reads what stands beside the workflow: agents, targets, markings, signatures.
// SPDX-License-Identifier: EUPL-1.2
import {
  type FaultCollector,
  type JsonNode,
  objectAt,
  objectsAt,
  quoteForeign,
  textAt,
  textsAt,
} from '../json/index.ts'
import { commonMarkings } from './marking.ts'
import type { CacaoAgent, CacaoMarking, CacaoSignature } from './playbook.ts'
import { restOf } from './rest.ts'

export function agentsAt(
  root: JsonNode,
  field: 'agent_definitions' | 'target_definitions',
): readonly CacaoAgent[] {
  const agents = objectAt(root, field)
  if (agents === null) return []
  return Object.keys(agents.value).flatMap((id) => {
    const agent = objectAt(agents, id)
    if (agent === null) return []
    const type = textAt(agent, 'type') ?? ''
    const name = textAt(agent, 'name') ?? ''
    const description = textAt(agent, 'description')
    return [{ id, type, name, description, other: restOf(agent, ['type', 'name', 'description']) }]
  })
}

/** The markings that hold for the playbook; one that cannot be found leaves open who may see it. */
export function markingsAt(root: JsonNode, faults: FaultCollector): readonly CacaoMarking[] {
  const definitions = objectAt(root, 'data_marking_definitions')
  return textsAt(root, 'markings').map((id, index) => {
    const definition = definitions === null ? null : objectAt(definitions, id)
    const common = commonMarkings.get(id) ?? null
    if (definition === null && common === null)
      faults.add(
        'unknown-marking',
        `/markings/${index}`,
        `${quoteForeign(id)} is not defined, so that nobody can tell who may see this playbook.`,
        'Add it to data_marking_definitions, or name one of the common TLP markings.',
      )
    if (definition === null) return { id, tlp: common, statement: null }
    return { id, tlp: tlpAt(definition) ?? common, statement: textAt(definition, 'statement') }
  })
}

/** An exchange policy (IEP) names its level in words of its own: `AMBER` or `TLP:AMBER`. */
function tlpAt(definition: JsonNode): string | null {
  const level = textAt(definition, 'tlpv2_level') ?? textAt(definition, 'tlp')
  if (level === null) return null
  const bare = level.toUpperCase().replace(/^TLP:/, '')
  return `TLP:${bare === 'WHITE' ? 'CLEAR' : bare}`
}

export function signaturesAt(root: JsonNode): readonly CacaoSignature[] {
  return objectsAt(root, 'signatures').map((node) => ({
    id: textAt(node, 'id') ?? '',
    signee: textAt(node, 'signee') ?? '',
    algorithm: textAt(node, 'algorithm') ?? '',
    created: textAt(node, 'created') ?? '',
  }))
}
