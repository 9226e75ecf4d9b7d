// CSAF 2.1, 6.1.56, 6.2.47 and 6.3.18: where a severity in words may stand beside or in place of a CVSS score.
// SPDX-License-Identifier: EUPL-1.2
import { type JsonNode, objectAt, objectsAt, textAt, textsAt } from '../../json/index.ts'
import { finding, type MetricPlace, metricsOf, openDocument } from '../places.ts'
import type { CsafRule, RuleFinding } from '../rule.ts'

export const severityRules: readonly CsafRule[] = [{ id: '6.1.56', check: findBesideCvss }]

export const severityAdvice: readonly CsafRule[] = [
  {
    id: '6.2.47',
    check: (document) => findInWords(document, isOwn),
  },
  { id: '6.3.18', check: (document) => findInWords(document, () => true) },
]

const inWords = 'qualitative_severity_rating'
const cvssKeys = ['cvss_v2', 'cvss_v3', 'cvss_v4']

/** Of one source, a product has the one or the other. */
function findBesideCvss(document: unknown): RuleFinding[] {
  const root = openDocument(document)
  const metrics = root === null ? [] : metricsOf(root)
  const scored = new Set(metrics.filter(hasCvss).flatMap(keysOf))
  return metrics
    .filter((place) => hasWords(place) && keysOf(place).some((key) => scored.has(key)))
    .map(({ content }) => finding(content, 'the same source gives this product a CVSS score', inWords))
}

function findInWords(
  document: unknown,
  isMeant: (place: MetricPlace, root: JsonNode) => boolean,
): RuleFinding[] {
  const root = openDocument(document)
  if (root === null) return []
  return metricsOf(root)
    .filter((place) => hasWords(place) && isMeant(place, root))
    .map(({ content }) => finding(content, 'a severity in words; a CVSS score would say more', inWords))
}

/** The issuing party's: without a source, or with the address of the document itself. */
function isOwn({ metric }: MetricPlace, root: JsonNode): boolean {
  const source = textAt(metric, 'source')
  const head = objectAt(root, 'document')
  if (source === null || head === null) return true
  const own = objectsAt(head, 'references').filter((node) => textAt(node, 'category') === 'self')
  return own.some((node) => textAt(node, 'url') === source)
}

function hasCvss({ content }: MetricPlace): boolean {
  return cvssKeys.some((key) => Object.hasOwn(content.value, key))
}

function hasWords({ content }: MetricPlace): boolean {
  return Object.hasOwn(content.value, inWords)
}

function keysOf({ vulnerability, metric }: MetricPlace): string[] {
  const source = textAt(metric, 'source')
  return textsAt(metric, 'products').map((id) => JSON.stringify([vulnerability.pointer, source, id]))
}
