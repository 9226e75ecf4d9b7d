// CSAF 2.1, 6.1.46: an SSVC object complies with the selection list of SSVC 2.0.0.
// SPDX-License-Identifier: EUPL-1.2
import { atKey, type JsonNode, objectAt, objectsAt, readInstant, textAt } from '../../json/index.ts'
import { finding } from '../places.ts'
import type { RuleFinding } from '../rule.ts'

const objectKeys = new Set([
  'timestamp',
  'schemaVersion',
  'target_ids',
  'selections',
  'decision_point_resources',
  'references',
])
const selectionKeys = new Set(['namespace', 'key', 'version', 'name', 'definition', 'values'])
const valueKeys = new Set(['key', 'name', 'definition'])
const keyPattern = /^(?:[a-z0-9](?:[a-z0-9_]*[a-z0-9])?|T\*)$/i
const versionPattern = /^\d+\.\d+\.\d+(?:[-+][0-9a-z.+-]+)?$/i
const maxNamespaceCharacters = 1000

/** Required and unknown properties, and the form of keys, versions and namespaces. */
export function findSsvcFaults(ssvc: JsonNode): RuleFinding[] {
  const selections = objectsAt(ssvc, 'selections')
  const targets = atKey(ssvc, 'target_ids')
  return [
    ...unknownKeys(ssvc, objectKeys),
    ...require(ssvc, readInstant(textAt(ssvc, 'timestamp') ?? '') !== null, 'timestamp'),
    ...require(ssvc, textAt(ssvc, 'schemaVersion') === '2.0.0', 'schemaVersion'),
    ...require(ssvc, selections.length > 0, 'selections'),
    ...require(ssvc, targets === undefined || isListOfTexts(targets), 'target_ids'),
    ...selections.flatMap(findSelectionFaults),
  ]
}

function findSelectionFaults(selection: JsonNode): RuleFinding[] {
  const values = objectsAt(selection, 'values')
  const namespace = textAt(selection, 'namespace') ?? ''
  const isNamespace = namespace.length >= 3 && namespace.length <= maxNamespaceCharacters
  return [
    ...unknownKeys(selection, selectionKeys),
    ...require(selection, isNamespace, 'namespace'),
    ...require(selection, keyPattern.test(textAt(selection, 'key') ?? ''), 'key'),
    ...require(selection, versionPattern.test(textAt(selection, 'version') ?? ''), 'version'),
    ...require(selection, values.length > 0, 'values'),
    ...values.flatMap((value) => [
      ...unknownKeys(value, valueKeys),
      ...require(value, keyPattern.test(textAt(value, 'key') ?? ''), 'key'),
    ]),
  ]
}

function unknownKeys(node: JsonNode, known: ReadonlySet<string>): RuleFinding[] {
  const unknown = Object.keys(node.value).filter((key) => !known.has(key))
  return unknown.map((key) => finding(node, `SSVC knows no property "${key.slice(0, 60)}" here`))
}

function require(node: JsonNode, holds: boolean, key: string): RuleFinding[] {
  return holds ? [] : [finding(node, `SSVC needs a ${key} of the right form here`)]
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string')
}

/** The SSVC objects of one metric's content: none or one. */
export function ssvcOf(content: JsonNode): JsonNode[] {
  const ssvc = objectAt(content, 'ssvc_v2')
  return ssvc === null ? [] : [ssvc]
}
