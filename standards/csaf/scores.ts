// Reads the CVSS scores of a CSAF vulnerability.
// SPDX-License-Identifier: EUPL-1.2
import type { CvssScore } from '../advisory/advisory.ts'
import { readCvss, withoutRepeats } from '../advisory/scores.ts'
import { type JsonNode, objectAt, objectsAt } from '../json/index.ts'

const cvssKeys = ['cvss_v2', 'cvss_v3', 'cvss_v4']

/** CSAF 2.0 has `scores`; 2.1 has `metrics` with a `content` object. */
export function readScores(vulnerability: JsonNode): CvssScore[] {
  const holders = [...objectsAt(vulnerability, 'scores'), ...contentsOf(vulnerability)]
  return withoutRepeats(holders.flatMap(readHolder))
}

export function contentsOf(vulnerability: JsonNode): JsonNode[] {
  return objectsAt(vulnerability, 'metrics').flatMap((metric) => objectAt(metric, 'content') ?? [])
}

function readHolder(holder: JsonNode): CvssScore[] {
  return cvssKeys.flatMap((key) => {
    const cvss = objectAt(holder, key)
    return cvss === null ? [] : (readCvss(cvss) ?? [])
  })
}
