// What each object of a CACAO 2.0 playbook must look like (CACAO 2.0, sections 3 to 10).
// SPDX-License-Identifier: EUPL-1.2
import { typeOfIdentifier } from './identifier.ts'
import { maxCountersignatures } from './limits.ts'
import { markings } from './marking-shapes.ts'
import { extensions, openObject, reference, variables } from './part-shapes.ts'
import {
  all,
  anything,
  boolean,
  dictionary,
  identifier,
  integer,
  isObject,
  list,
  object,
  oneOf,
  type Shape,
  text,
  timestamp,
  words,
} from './shape.ts'
import { stepShape } from './step-shapes.ts'

const score = integer(0, 100)
const texts = list(text)

/** A countersignature stands inside of what it signs. */
function signature(depth: number): Shape {
  return object(
    {
      type: oneOf('jss'),
      id: identifier(),
      created_by: identifier(),
      created: timestamp,
      modified: timestamp,
      revoked: boolean,
      signee: text,
      valid_from: timestamp,
      valid_until: timestamp,
      related_to: identifier(),
      related_version: timestamp,
      hash_algorithm: text,
      algorithm: text,
      public_key: text,
      public_cert_chain: texts,
      cert_url: text,
      thumbprint: text,
      value: text,
      signature: depth === 0 ? tooDeep : (value, at, faults) => signature(depth - 1)(value, at, faults),
    },
    [
      'type',
      'id',
      'created',
      'modified',
      'signee',
      'related_to',
      'related_version',
      'hash_algorithm',
      'algorithm',
      'value',
    ],
  )
}
const tooDeep: Shape = (_value, at, faults) =>
  faults.add(
    'too-deep',
    at,
    `More than ${maxCountersignatures} signatures sign each other.`,
    'Leave some out.',
  )

const oneKey: Shape = (value, at, faults) => {
  const keys = ['public_key', 'public_cert_chain', 'cert_url', 'thumbprint']
  if (!isObject(value)) return
  const found = keys.filter((key) => Object.hasOwn(value, key)).length
  if (found !== 1)
    faults.add(
      'signature-key',
      at,
      `A signature names its key in exactly one of ${keys.join(', ')}; here are ${found}.`,
      'Keep one of them.',
    )
}

const contactEntries = dictionary(anything, () => text)
const contact = object({ email: contactEntries, phone: contactEntries, contact_details: text })
const knownAgents = [
  ...['group', 'individual', 'location', 'organization', 'sector'],
  ...['http-api', 'linux', 'net-address', 'security-category', 'ssh'],
]
/** An agent whose identifier begins with a type of the specification has to be of that type. */
function agentOf(key: string): Shape {
  const type = typeOfIdentifier(key) ?? ''
  return object(
    {
      type: knownAgents.includes(type) ? oneOf(type) : text,
      name: words,
      description: text,
      location: openObject,
      contact,
      agent_target_extensions: extensions,
    },
    ['type', 'name'],
  )
}
const agents = dictionary(identifier(), agentOf, 1)

const references = list(reference)

const extensionDefinition = object(
  {
    type: oneOf('extension-definition'),
    name: text,
    description: text,
    created_by: identifier(),
    schema: text,
    version: text,
    external_references: list(reference, 0),
  },
  ['type', 'name', 'created_by', 'schema', 'version'],
)

const summary = object(
  Object.fromEntries(
    [
      'manual_playbook',
      'external_playbooks',
      'parallel_processing',
      'if_logic',
      'while_logic',
      'switch_logic',
      'temporal_logic',
      'data_markings',
      'digital_signatures',
      'countersigned_signatures',
      'extensions',
    ].map((name) => [name, boolean]),
  ),
)

/** CACAO 2.0, section 3.1. */
export const playbookShape = object(
  {
    type: oneOf('playbook'),
    spec_version: oneOf('cacao-2.0'),
    id: identifier('playbook'),
    name: words,
    description: text,
    playbook_types: list(text, 0),
    playbook_activities: texts,
    playbook_processing_summary: summary,
    created_by: identifier(),
    created: timestamp,
    modified: timestamp,
    revoked: boolean,
    valid_from: timestamp,
    valid_until: timestamp,
    derived_from: list(identifier()),
    related_to: list(identifier()),
    priority: score,
    severity: score,
    impact: score,
    industry_sectors: texts,
    labels: texts,
    external_references: references,
    markings: list(identifier()),
    playbook_variables: variables,
    workflow_start: identifier(),
    workflow_exception: identifier(),
    workflow: dictionary(identifier(), stepShape),
    playbook_extensions: extensions,
    authentication_info_definitions: dictionary(
      identifier(),
      () =>
        object({ type: text, name: text, description: text, authentication_info_extensions: extensions }, [
          'type',
        ]),
      1,
    ),
    agent_definitions: agents,
    target_definitions: agents,
    extension_definitions: dictionary(identifier('extension-definition'), () => extensionDefinition),
    data_marking_definitions: markings,
    signatures: list(all(signature(maxCountersignatures), oneKey)),
  },
  ['type', 'spec_version', 'id', 'name', 'created_by', 'created', 'modified', 'workflow_start', 'workflow'],
)
