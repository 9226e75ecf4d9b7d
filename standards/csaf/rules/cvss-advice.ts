// CSAF 2.1, 6.2.19, 6.2.20 and 6.3.12: scores of fixed products, unknown properties of a score, and CVSS 4 beside older ones.
// SPDX-License-Identifier: EUPL-1.2
import { type JsonNode, objectAt, objectsAt, textAt, textsAt } from '../../json/index.ts'
import { finding, metricsOf, openDocument } from '../places.ts'
import type { CsafRule, RuleFinding } from '../rule.ts'
import { completeVector, overallScoreOf } from './cvss-vector.ts'

export const cvssAdvice: readonly CsafRule[] = [
  { id: '6.2.19', check: findScoredFixes },
  { id: '6.2.20', check: findUnknownProperties },
  { id: '6.3.12', check: findWithoutCvss4 },
]

const cvssKeys = ['cvss_v2', 'cvss_v3', 'cvss_v4']

/** A fixed product has nothing left to score but zero. */
function findScoredFixes(document: unknown): RuleFinding[] {
  const root = openDocument(document)
  const metrics = root === null ? [] : metricsOf(root)
  return metrics.flatMap(({ vulnerability, metric, content }) => {
    const lists = objectAt(vulnerability, 'product_status')
    const fixed = new Set(
      lists === null ? [] : ['fixed', 'first_fixed'].flatMap((key) => textsAt(lists, key)),
    )
    if (!textsAt(metric, 'products').some((id) => fixed.has(id))) return []
    return cvssOf(content)
      .filter((cvss) => !isZero(cvss))
      .map((cvss) => finding(cvss, 'this score is for a fixed product, and is not zero'))
  })
}

function cvssOf(content: JsonNode): JsonNode[] {
  return cvssKeys.flatMap((key) => objectAt(content, key) ?? [])
}

function isZero(cvss: JsonNode): boolean {
  const vector = textAt(cvss, 'vectorString') ?? ''
  return overallScoreOf(completeVector(cvss, vector)) === 0
}

/** Everything else in the document is refused by the schema when it is unknown; scores may hold more (CVSS 3 and 4). */
function findUnknownProperties(document: unknown): RuleFinding[] {
  const root = openDocument(document)
  const metrics = root === null ? [] : metricsOf(root)
  return metrics.flatMap(({ content }) =>
    cvssOf(content).flatMap((cvss) =>
      Object.keys(cvss.value)
        .filter((key) => !knownProperties.has(key))
        .map((key) => finding(cvss, `CVSS knows no property "${key.slice(0, 60)}"`)),
    ),
  )
}

/** Properties of the JSON schemas of CVSS 2.0 to 4.0. */
const knownProperties = new Set(
  `version vectorString baseScore baseSeverity temporalScore temporalSeverity environmentalScore environmentalSeverity
  accessVector accessComplexity authentication confidentialityImpact integrityImpact availabilityImpact exploitability
  remediationLevel reportConfidence collateralDamagePotential targetDistribution confidentialityRequirement
  integrityRequirement availabilityRequirement attackVector attackComplexity privilegesRequired userInteraction scope
  exploitCodeMaturity modifiedAttackVector modifiedAttackComplexity modifiedPrivilegesRequired modifiedUserInteraction
  modifiedScope modifiedConfidentialityImpact modifiedIntegrityImpact modifiedAvailabilityImpact attackRequirements
  vulnConfidentialityImpact vulnIntegrityImpact vulnAvailabilityImpact subConfidentialityImpact subIntegrityImpact
  subAvailabilityImpact exploitMaturity modifiedAttackRequirements modifiedVulnConfidentialityImpact
  modifiedVulnIntegrityImpact modifiedVulnAvailabilityImpact modifiedSubConfidentialityImpact
  modifiedSubIntegrityImpact modifiedSubAvailabilityImpact Safety Automatable Recovery valueDensity
  vulnerabilityResponseEffort providerUrgency`.split(/\s+/),
)

/** 6.3.12: every score has a CVSS 4 beside it, and every affected product has a score. */
function findWithoutCvss4(document: unknown): RuleFinding[] {
  const root = openDocument(document)
  if (root === null) return []
  const scored = metricsOf(root).filter(({ content }) => cvssOf(content).length > 0)
  const old = scored.filter(({ content }) => !Object.hasOwn(content.value, 'cvss_v4'))
  const unscored = objectsAt(root, 'vulnerabilities').filter((vulnerability) => {
    const lists = objectAt(vulnerability, 'product_status')
    const affected = lists === null ? [] : affectedKeys.flatMap((key) => textsAt(lists, key))
    const own = scored.filter((place) => place.vulnerability.pointer === vulnerability.pointer)
    const covered = new Set(own.flatMap(({ metric }) => textsAt(metric, 'products')))
    return affected.some((id) => !covered.has(id))
  })
  return [
    ...old.map(({ content }) => finding(content, 'there is no CVSS 4 score')),
    ...unscored.map((vulnerability) => finding(vulnerability, 'an affected product has no score', 'metrics')),
  ]
}

const affectedKeys = ['known_affected', 'first_affected', 'last_affected']
