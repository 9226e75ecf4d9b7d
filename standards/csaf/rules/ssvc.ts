// CSAF 2.1, 6.1.46 to 6.1.48, 6.2.34 to 6.2.37 and 6.3.13 to 6.3.15: SSVC selections name decision points that exist.
// SPDX-License-Identifier: EUPL-1.2
import { type JsonNode, objectAt, objectsAt, textAt, textsAt } from '../../json/index.ts'
import { finding, metricsOf, openDocument } from '../places.ts'
import type { CsafRule, RuleFinding } from '../rule.ts'
import { decisionPoints } from './ssvc-points.ts'
import { findSsvcFaults, ssvcOf } from './ssvc-schema.ts'

export const ssvcRules: readonly CsafRule[] = [
  { id: '6.1.46', check: (document) => eachSsvc(document, findSsvcFaults) },
  { id: '6.1.47', check: findForeignTargets },
  { id: '6.1.48', check: (document) => eachSelection(document, findWrongPoint) },
]

export const ssvcAdvice: readonly CsafRule[] = [
  { id: '6.2.34', check: (document) => eachSelection(document, findUnregistered) },
  { id: '6.2.35', check: (document) => inTlp(document, 'CLEAR', findUnregistered) },
  { id: '6.2.36', check: (document) => inTlp(document, 'CLEAR', findExtended) },
  { id: '6.2.37', check: (document) => eachSsvc(document, findWithoutResource) },
  { id: '6.3.13', check: (document) => eachSelection(document, findOutdated) },
  { id: '6.3.14', check: (document) => inTlp(document, 'OTHER', findUnregistered) },
  { id: '6.3.15', check: (document) => inTlp(document, 'OTHER', findExtended) },
]

/** Namespaces of SSVC for tests and examples: whatever they hold is right. */
const reserved = new Set(['test', 'example', 'x_test', 'x_example'])

function eachSsvc(document: unknown, check: (ssvc: JsonNode) => RuleFinding[]): RuleFinding[] {
  const root = openDocument(document)
  const metrics = root === null ? [] : metricsOf(root)
  return metrics.flatMap(({ content }) => ssvcOf(content).flatMap(check))
}

function eachSelection(document: unknown, check: (selection: JsonNode) => RuleFinding[]): RuleFinding[] {
  return eachSsvc(document, (ssvc) => objectsAt(ssvc, 'selections').flatMap(check))
}

function inTlp(
  document: unknown,
  wanted: 'CLEAR' | 'OTHER',
  check: (selection: JsonNode) => RuleFinding[],
): RuleFinding[] {
  const root = openDocument(document)
  const head = root === null ? null : objectAt(root, 'document')
  const distribution = head === null ? null : objectAt(head, 'distribution')
  const tlp = distribution === null ? null : objectAt(distribution, 'tlp')
  const isClear = tlp !== null && textAt(tlp, 'label') === 'CLEAR'
  return isClear === (wanted === 'CLEAR') ? eachSelection(document, check) : []
}

/** 6.1.47: a target is the vulnerability itself; the document as a whole only where it has one vulnerability. */
function findForeignTargets(document: unknown): RuleFinding[] {
  const root = openDocument(document)
  if (root === null) return []
  const trackingId = trackingIdOf(root)
  const isOnly = objectsAt(root, 'vulnerabilities').length === 1
  return metricsOf(root).flatMap(({ vulnerability, content }) => {
    const names = objectsAt(vulnerability, 'ids').flatMap((id) => textAt(id, 'text') ?? [])
    const allowed = new Set([textAt(vulnerability, 'cve'), ...names])
    const isForeign = (target: string) => !allowed.has(target) || (target === trackingId && !isOnly)
    return ssvcOf(content).flatMap((ssvc) =>
      textsAt(ssvc, 'target_ids').flatMap((target, index) =>
        isForeign(target) ? [finding(ssvc, 'this is no id of the vulnerability', `target_ids/${index}`)] : [],
      ),
    )
  })
}

function trackingIdOf(root: JsonNode): string | null {
  const document = objectAt(root, 'document')
  const tracking = document === null ? null : objectAt(document, 'tracking')
  return tracking === null ? null : textAt(tracking, 'id')
}

interface Namespace {
  readonly base: string
  readonly isExtended: boolean
}

/** `ssvc//.example.test#refined` extends `ssvc`; what follows the first slash is language and extensions. */
function namespaceOf(selection: JsonNode): Namespace {
  const [base = '', ...rest] = (textAt(selection, 'namespace') ?? '').split('/')
  // The first section is the language; a translation changes no meaning.
  return { base, isExtended: rest.slice(1).some((section) => section !== '') }
}

function findWrongPoint(selection: JsonNode): RuleFinding[] {
  const { base } = namespaceOf(selection)
  const points = decisionPoints.get(base)
  if (points === undefined) return []
  const versions = points.get(textAt(selection, 'key') ?? '')
  const defined = versions?.get(textAt(selection, 'version') ?? '')
  if (defined === undefined) return [finding(selection, 'there is no such decision point in this namespace')]
  const places = objectsAt(selection, 'values').map((value) => defined.indexOf(textAt(value, 'key') ?? ''))
  const isOrdered = places.every((place, index) => place >= 0 && place > (places[index - 1] ?? -1))
  return isOrdered ? [] : [finding(selection, 'a value is unknown, or the values are out of order', 'values')]
}

function isRegistered(base: string): boolean {
  return decisionPoints.has(base) || reserved.has(base)
}

function findUnregistered(selection: JsonNode): RuleFinding[] {
  const { base } = namespaceOf(selection)
  return isRegistered(base) ? [] : [finding(selection, 'the namespace is not registered', 'namespace')]
}

function findExtended(selection: JsonNode): RuleFinding[] {
  const { base, isExtended } = namespaceOf(selection)
  const isWrong = isExtended && !reserved.has(base)
  return isWrong
    ? [finding(selection, 'the namespace is extended, and readers may not know how', 'namespace')]
    : []
}

/** 6.2.37: a namespace that is not registered is explained by a resource that names it. */
function findWithoutResource(ssvc: JsonNode): RuleFinding[] {
  const summaries = objectsAt(ssvc, 'decision_point_resources').map((node) => textAt(node, 'summary') ?? '')
  return objectsAt(ssvc, 'selections').flatMap((selection) => {
    const { base } = namespaceOf(selection)
    const namespace = textAt(selection, 'namespace') ?? ''
    if (isRegistered(base) || isRegistered(base.split('#')[0] ?? '')) return []
    const isExplained = summaries.some((summary) => summary.includes(namespace))
    return isExplained ? [] : [finding(selection, 'no resource explains this namespace', 'namespace')]
  })
}

/** 6.3.13; when each version appeared is not recorded, so that the newest known one counts. */
function findOutdated(selection: JsonNode): RuleFinding[] {
  const versions = decisionPoints.get(namespaceOf(selection).base)?.get(textAt(selection, 'key') ?? '')
  const newest = [...(versions?.keys() ?? [])].sort(natural.compare).at(-1)
  const version = textAt(selection, 'version')
  if (newest === undefined || version === newest) return []
  return [finding(selection, `the newest version of this decision point is ${newest}`, 'version')]
}

const natural = new Intl.Collator('en', { numeric: true })
