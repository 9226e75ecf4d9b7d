// CSAF 2.1, 6.1.60.1, 6.2.54 and 6.3.21: extensions have the frame of the standard, and readers may not know them.
// SPDX-License-Identifier: EUPL-1.2
import { atKey, type JsonNode, objectAt, objectsAt, textAt } from '../../json/index.ts'
import { finding, fullProductNamesOf, metricsOf, openDocument } from '../places.ts'
import type { CsafRule, RuleFinding } from '../rule.ts'

/**
 * What an extension's own schema says (6.1.60.2) and how often it may stand (6.1.60.3) is written where its `$schema`
 * points; a reader fetches nothing that a document names.
 */
export const extensionRules: readonly CsafRule[] = [{ id: '6.1.60.1', check: findWrongFrames }]

/** Where extensions stand, and of which kind they are; CSAF 2.1 has no official or registered ones yet. */
export const extensionAdvice: readonly CsafRule[] = [
  {
    id: '6.2.54.1',
    check: (document) => eachExtension(document, () => true, 'the extension is not registered'),
  },
  {
    id: '6.2.54.2',
    check: (document) => eachExtension(document, () => true, 'the extension is not official'),
  },
  {
    id: '6.2.54.3',
    check: (document) => eachExtension(document, isCritical, 'readers must know this extension'),
  },
  { id: '6.2.54.4', check: (document) => inTlp(document, true) },
  {
    id: '6.3.21.1',
    check: (document) => eachExtension(document, isEssential, 'the extension is called essential'),
  },
  { id: '6.3.21.2', check: (document) => inTlp(document, false) },
  { id: '6.3.21.3', check: (document) => below(document, /^\/document\//) },
  { id: '6.3.21.4', check: (document) => below(document, /^\/product_tree\/branches\//) },
  { id: '6.3.21.5', check: (document) => below(document, /^\/product_tree\/full_product_names\//) },
  { id: '6.3.21.6', check: (document) => below(document, /^\/product_tree\/product_paths\//) },
  { id: '6.3.21.7', check: (document) => below(document, /^\/vulnerabilities\/\d+\/metrics\//) },
  { id: '6.3.21.8', check: (document) => below(document, /^\/vulnerabilities\/\d+\/x_extensions\//) },
  { id: '6.3.21.9', check: (document) => below(document, /^\/x_extensions\//) },
]

function eachExtension(
  document: unknown,
  isMeant: (extension: JsonNode) => boolean,
  message: string,
): RuleFinding[] {
  const root = openDocument(document)
  if (root === null) return []
  return extensionsOf(root)
    .filter(isMeant)
    .map((node) => finding(node, message))
}

function below(document: unknown, place: RegExp): RuleFinding[] {
  return eachExtension(document, ({ pointer }) => place.test(pointer), 'an extension stands here')
}

function isCritical(extension: JsonNode): boolean {
  return atKey(extension, 'critical') !== false
}

function isEssential(extension: JsonNode): boolean {
  return textAt(extension, 'category') === 'essential'
}

function inTlp(document: unknown, clear: boolean): RuleFinding[] {
  const root = openDocument(document)
  const head = root === null ? null : objectAt(root, 'document')
  const distribution = head === null ? null : objectAt(head, 'distribution')
  const tlp = distribution === null ? null : objectAt(distribution, 'tlp')
  const isClear = tlp !== null && textAt(tlp, 'label') === 'CLEAR'
  return isClear === clear ? eachExtension(document, () => true, 'the extension is an experimental one') : []
}

const keys = new Set(['$schema', 'category', 'content', 'critical'])
const categories = ['essential', 'significant', 'supplementary']

function findWrongFrames(document: unknown): RuleFinding[] {
  const root = openDocument(document)
  return root === null ? [] : extensionsOf(root).flatMap(findWrongFrame)
}

/** Every extension of the document, at the seven places where one may stand. */
export function extensionsOf(root: JsonNode): JsonNode[] {
  const head = objectAt(root, 'document')
  const holders = [
    root,
    ...(head === null ? [] : [head]),
    ...fullProductNamesOf(root),
    ...objectsAt(root, 'vulnerabilities'),
    ...metricsOf(root).map(({ content }) => content),
  ]
  return holders.flatMap((holder) => objectsAt(holder, 'x_extensions'))
}

function findWrongFrame(extension: JsonNode): RuleFinding[] {
  const content = objectAt(extension, 'content')
  const faults = [
    ...Object.keys(extension.value)
      .filter((key) => !keys.has(key))
      .map((key) => `an extension has no property "${key.slice(0, 60)}"`),
    ...(textAt(extension, '$schema') === null ? ['an extension names its $schema'] : []),
    ...(categories.includes(textAt(extension, 'category') ?? '')
      ? []
      : [`the category is one of ${categories.join(', ')}`]),
    ...(typeof atKey(extension, 'critical') === 'boolean'
      ? []
      : ['an extension says whether it is critical']),
    ...(content !== null && Object.keys(content.value).length > 0 ? [] : ['an extension has content']),
  ]
  return faults.map((message) => finding(extension, message))
}
