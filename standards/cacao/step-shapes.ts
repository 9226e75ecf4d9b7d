// What each type of workflow step and its commands must look like (CACAO 2.0, sections 4 and 5).
// SPDX-License-Identifier: EUPL-1.2
import { typeOfIdentifier } from './identifier.ts'
import { extensions, reference, variables } from './part-shapes.ts'
import { stepTypes } from './playbook.ts'
import {
  all,
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

const anyStep = identifier(...stepTypes)
const ways = { on_completion: anyStep, on_success: anyStep, on_failure: anyStep }

const commandFields = {
  type: words,
  description: text,
  version: text,
  playbook_activity: text,
  command: text,
  command_b64: text,
  content: text,
  content_b64: text,
}
const headers = dictionary(text, () => list(text, 0))
const command: Shape = (value, at, faults) => {
  const type = isObject(value) ? value.type : undefined
  const required =
    type === 'http-api' ? ['command'] : type === 'openc2-http' ? ['command', 'content_b64'] : []
  object({ ...commandFields, headers, external_references: list(reference, 0) }, ['type', ...required])(
    value,
    at,
    faults,
  )
}

const args = list(text)

const caseName: Shape = (value, at, faults) => {
  if (typeof value !== 'string' || value.length > 250 || value === '')
    faults.add('case-name', at, 'A case is named by 1 to 250 characters.', 'Shorten the name of the case.')
}

const byType: Readonly<Record<string, Shape>> = {
  start: object({}, ['on_completion']),
  end: object({}),
  action: object(
    {
      commands: list(command),
      agent: identifier(),
      targets: list(identifier()),
      in_args: args,
      out_args: args,
    },
    ['commands', 'agent'],
  ),
  'playbook-action': object(
    { playbook_id: identifier('playbook'), playbook_version: timestamp, in_args: args, out_args: args },
    ['playbook_id'],
  ),
  parallel: object({ next_steps: list(anyStep, 2) }, ['next_steps']),
  'if-condition': object({ condition: words, on_true: anyStep, on_false: anyStep }, ['condition', 'on_true']),
  'while-condition': object({ condition: words, on_true: anyStep }, ['condition', 'on_true']),
  'switch-condition': object({ switch: words, cases: dictionary(caseName, () => anyStep, 1) }, [
    'switch',
    'cases',
  ]),
}

/** The shape of the step below a key of `workflow`; the key says which type it has to be. */
export function stepShape(key: string): Shape {
  const type = typeOfIdentifier(key) ?? ''
  const own = byType[type]
  if (!own) return unknownType
  const common = object(
    {
      ...ways,
      type: oneOf(type),
      name: text,
      description: text,
      external_references: list(reference),
      delay: integer(1),
      timeout: integer(Number.MIN_SAFE_INTEGER),
      step_variables: variables,
      owner: identifier(),
      step_extensions: extensions,
    },
    ['type'],
  )
  return all(common, own, waysOf(type))
}

const unknownType: Shape = (_value, at, faults) =>
  faults.add(
    'step-type',
    at,
    `The name of this step begins with no known type of step.`,
    `Begin it with one of ${stepTypes.join(', ')}.`,
  )

/** Section 4.1: either one way on for every outcome, or one for success and one for failure; `end` has none. */
function waysOf(type: string): Shape {
  return (value, at, faults) => {
    if (!isObject(value)) return
    const has = (name: string) => Object.hasOwn(value, name)
    const forbidden =
      type === 'end'
        ? ['on_completion', 'on_success', 'on_failure']
        : type === 'start'
          ? ['on_success', 'on_failure']
          : []
    for (const name of forbidden.filter(has))
      faults.add('way-on', `${at}/${name}`, `A step of type ${type} has no ${name}.`, `Leave ${name} out.`)
    if (
      type !== 'end' &&
      type !== 'start' &&
      has('on_completion') &&
      (has('on_success') || has('on_failure'))
    )
      faults.add(
        'way-on',
        `${at}/on_completion`,
        'The step says both what follows in any case and what follows on success or failure.',
        'Keep on_completion, or on_success with on_failure.',
      )
  }
}
