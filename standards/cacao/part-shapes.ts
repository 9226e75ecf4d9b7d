// What the parts that several objects of a CACAO playbook share must look like: variables, references, extensions.
// SPDX-License-Identifier: EUPL-1.2
import { boolean, dictionary, identifier, object, type Shape, text, textOrNull } from './shape.ts'

export const openObject = object({})

const variableName: Shape = (value, at, faults) => {
  if (typeof value !== 'string' || !/^__[a-zA-Z_][a-zA-Z0-9_-]{0,199}__$/.test(value))
    faults.add(
      'variable-name',
      at,
      'A variable is named by letters, digits, _ and - between two underscores on each side.',
      'Rename it, for example to __address__.',
    )
}
const variable = object(
  { type: text, description: text, value: textOrNull, constant: boolean, external: boolean },
  ['type'],
)
export const variables = dictionary(variableName, () => variable)

export const reference = object(
  { name: text, description: text, source: text, url: text, external_id: text, reference_id: text },
  ['name'],
)

export const extensions = dictionary(identifier('extension-definition'), () => openObject, 1)
