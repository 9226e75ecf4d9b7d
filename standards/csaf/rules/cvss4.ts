// CSAF 2.1, 6.1.8 and 6.1.9 for CVSS 4: the score is that of the whole vector, and there is only one.
// SPDX-License-Identifier: EUPL-1.2
import { type JsonNode, numberAt, objectAt, textAt } from '../../json/index.ts'
import { finding, metricsOf, openDocument } from '../places.ts'
import type { RuleFinding } from '../rule.ts'
import { completeVector, overallScoreOf } from './cvss-vector.ts'

const severities: readonly (readonly [from: number, severity: string])[] = [
  [9, 'CRITICAL'],
  [7, 'HIGH'],
  [4, 'MEDIUM'],
  [0.1, 'LOW'],
  [0, 'NONE'],
]

/** Scores of single metric groups, which an earlier schema of CVSS 4 had. */
const formerKeys = ['threatScore', 'threatSeverity', 'environmentalScore', 'environmentalSeverity']

export function findFormerScores(document: unknown): RuleFinding[] {
  return eachCvss4(document, (cvss) =>
    formerKeys
      .filter((key) => Object.hasOwn(cvss.value, key))
      .map((key) => finding(cvss, 'CVSS 4.0 has one score', key)),
  )
}

export function findWrongScores(document: unknown): RuleFinding[] {
  return eachCvss4(document, (cvss) => {
    const scores = scoresOf(cvss)
    const score = scores.find((one) => one === numberAt(cvss, 'baseScore')) ?? scores[0]
    if (score === undefined) return []
    const severity = severities.find(([from]) => score >= from)?.[1]
    return [
      ...(numberAt(cvss, 'baseScore') === score
        ? []
        : [finding(cvss, `the vector's score is ${score}`, 'baseScore')]),
      ...(textAt(cvss, 'baseSeverity') === severity
        ? []
        : [finding(cvss, `the severity is ${severity}`, 'baseSeverity')]),
    ]
  })
}

function eachCvss4(document: unknown, check: (cvss: JsonNode) => RuleFinding[]): RuleFinding[] {
  const root = openDocument(document)
  const metrics = root === null ? [] : metricsOf(root)
  return metrics.flatMap(({ content }) => {
    const cvss = objectAt(content, 'cvss_v4')
    return cvss === null ? [] : check(cvss)
  })
}

/**
 * The score of the vector, and that with the metrics that it leaves out and that stand as properties of their own:
 * the cases of the standard call both right.
 */
function scoresOf(cvss: JsonNode): number[] {
  const vector = textAt(cvss, 'vectorString')
  if (vector === null) return []
  return [vector, completeVector(cvss, vector)].flatMap((one) => overallScoreOf(one) ?? [])
}
