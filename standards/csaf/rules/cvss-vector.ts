// The score of a CVSS vector as a whole, with metrics that stand beside it as properties.
// SPDX-License-Identifier: EUPL-1.2
import calculator from 'ae-cvss-calculator'
import { type JsonNode, textAt } from '../../json/index.ts'

// A CommonJS bundle whose names Node can't see before it runs.
const { Cvss2, Cvss3P0, Cvss3P1, Cvss4P0 } = calculator

const maxVectorCharacters = 400

/** With threat and environment as far as stated; null for a text that is no vector, which other rules report. */
export function overallScoreOf(vector: string): number | null {
  if (vector.length > maxVectorCharacters) return null
  try {
    const score = scoreOf(vector)
    return score === undefined || Number.isNaN(score) ? null : score
  } catch {
    // The calculator throws on values that no version of CVSS knows.
    return null
  }
}

function scoreOf(vector: string): number | undefined {
  if (vector.startsWith('CVSS:4.0/')) return new Cvss4P0(vector).calculateScores().overall
  if (vector.startsWith('CVSS:3.1/')) return new Cvss3P1(vector).calculateScores().overall
  if (vector.startsWith('CVSS:3.0/')) return new Cvss3P0(vector).calculateScores().overall
  return new Cvss2(vector).calculateScores().overall
}

/** The vector with the metrics that only properties state. */
export function completeVector(cvss: JsonNode, vector: string): string {
  const present = new Set(vector.split('/').map((metric) => metric.split(':')[0]))
  const keys = vector.startsWith('CVSS:4') ? keysOf4 : vector.startsWith('CVSS:3') ? keysOf3 : keysOf2
  const added = keys.flatMap(([key, metric, words]) => {
    const value = textAt(cvss, key)
    if (value === null || value === 'NOT_DEFINED' || present.has(metric)) return []
    return [`/${metric}:${words?.[value] ?? value.charAt(0)}`]
  })
  return vector + added.join('')
}

/** Property, metric, and the values whose letter in the vector is not their first. */
type MetricKey = readonly [key: string, metric: string, words?: Readonly<Record<string, string>>]

const keysOf2: readonly MetricKey[] = [
  ['collateralDamagePotential', 'CDP', { LOW_MEDIUM: 'LM', MEDIUM_HIGH: 'MH' }],
  ['targetDistribution', 'TD'],
  ['confidentialityRequirement', 'CR'],
  ['integrityRequirement', 'IR'],
  ['availabilityRequirement', 'AR'],
]

const keysOf3: readonly MetricKey[] = [
  ['confidentialityRequirement', 'CR'],
  ['integrityRequirement', 'IR'],
  ['availabilityRequirement', 'AR'],
  ['modifiedAttackVector', 'MAV'],
  ['modifiedAttackComplexity', 'MAC'],
  ['modifiedPrivilegesRequired', 'MPR'],
  ['modifiedUserInteraction', 'MUI'],
  ['modifiedScope', 'MS'],
  ['modifiedConfidentialityImpact', 'MC'],
  ['modifiedIntegrityImpact', 'MI'],
  ['modifiedAvailabilityImpact', 'MA'],
]

const keysOf4: readonly MetricKey[] = [
  ['exploitMaturity', 'E'],
  ['confidentialityRequirement', 'CR'],
  ['integrityRequirement', 'IR'],
  ['availabilityRequirement', 'AR'],
  ['modifiedAttackVector', 'MAV'],
  ['modifiedAttackComplexity', 'MAC'],
  ['modifiedAttackRequirements', 'MAT'],
  ['modifiedPrivilegesRequired', 'MPR'],
  ['modifiedUserInteraction', 'MUI'],
  ['modifiedVulnConfidentialityImpact', 'MVC'],
  ['modifiedVulnIntegrityImpact', 'MVI'],
  ['modifiedVulnAvailabilityImpact', 'MVA'],
  ['modifiedSubConfidentialityImpact', 'MSC'],
  ['modifiedSubIntegrityImpact', 'MSI'],
  ['modifiedSubAvailabilityImpact', 'MSA'],
]
