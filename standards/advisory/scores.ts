// Reads a CVSS object, as CSAF and CVE records embed it, into a score.
// SPDX-License-Identifier: EUPL-1.2
import { baseScoreOf } from '../cvss/index.ts'
import { type JsonNode, quoteForeign, textAt } from '../json/index.ts'
import type { CvssScore } from './advisory.ts'

/** Computes the base score from `vectorString`; null with a fault if that is no CVSS vector. */
export function readCvss(node: JsonNode): CvssScore | null {
  const cvssVector = textAt(node, 'vectorString')
  if (cvssVector === null) return null
  return scoreOf(cvssVector) ?? reportVector(node, cvssVector)
}

export function scoreOf(cvssVector: string): CvssScore | null {
  const score = baseScoreOf(cvssVector)
  return score === null ? null : { version: score.version, cvssVector, baseScore: score.baseScore }
}

/** The same vector is often given for several groups of products. */
export function withoutRepeats(scores: readonly CvssScore[]): CvssScore[] {
  return [...new Map(scores.map((score) => [score.cvssVector, score])).values()]
}

function reportVector(node: JsonNode, cvssVector: string): null {
  node.faults.add(
    'cvss',
    `${node.pointer}/vectorString`,
    `${quoteForeign(cvssVector)} is not a complete CVSS vector; the score was left out.`,
    'Check the vector with the CVSS calculator of FIRST.',
  )
  return null
}
