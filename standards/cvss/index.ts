// Base scores of CVSS vectors (2.0, 3.0, 3.1, 4.0), and what their metrics say of an attack.
// SPDX-License-Identifier: EUPL-1.2
import calculator from 'ae-cvss-calculator'

export { type AttackMetrics, attackMetricsOf } from './metrics.ts'

// A CommonJS bundle whose names Node can't see before it runs.
const { Cvss2, Cvss3P0, Cvss3P1, Cvss4P0 } = calculator

export type CvssVersion = '2.0' | '3.0' | '3.1' | '4.0'

const maxVectorCharacters = 400

/** CVSS 2.0 vectors carry no prefix; some writers put them in brackets. */
const version2 =
  /^\(?AV:[LAN]\/AC:[HML]\/Au:[MSN]\/C:[NPC]\/I:[NPC]\/A:[NPC](?:\/[A-Za-z]{1,3}:[A-Za-z]{1,4})*\)?$/
const mandatory3 = ['AV', 'AC', 'PR', 'UI', 'S', 'C', 'I', 'A']
const mandatory4 = ['AV', 'AC', 'AT', 'PR', 'UI', 'VC', 'VI', 'VA', 'SC', 'SI', 'SA']

/** Computes the base score; null if the vector is not complete or not CVSS. */
export function baseScoreOf(
  cvssVector: string,
): { readonly version: CvssVersion; readonly baseScore: number } | null {
  if (cvssVector.length > maxVectorCharacters) return null
  const vector = cvssVector.trim()
  const version = versionOf(vector)
  if (version === null) return null
  try {
    const baseScore = calculators[version](vector)
    return baseScore === undefined || Number.isNaN(baseScore) ? null : { version, baseScore }
  } catch {
    // The calculator throws on values that no version of CVSS knows.
    return null
  }
}

const calculators: Record<CvssVersion, (vector: string) => number | undefined> = {
  '2.0': (vector) => new Cvss2(vector.replaceAll(/[()]/g, '')).calculateScores().base,
  '3.0': (vector) => new Cvss3P0(vector).calculateScores().base,
  '3.1': (vector) => new Cvss3P1(vector).calculateScores().base,
  '4.0': (vector) => new Cvss4P0(vector).calculateScores().baseMetricsOnly,
}

function versionOf(vector: string): CvssVersion | null {
  if (version2.test(vector)) return '2.0'
  const prefix = /^CVSS:(3\.0|3\.1|4\.0)\//.exec(vector)?.[1]
  if (prefix !== '3.0' && prefix !== '3.1' && prefix !== '4.0') return null
  const metrics = vector.split('/').slice(1)
  const names = metrics.map((metric) => metric.split(':')[0] ?? '')
  const needed = prefix === '4.0' ? mandatory4 : mandatory3
  const isComplete = needed.every((name) => names.includes(name)) && new Set(names).size === names.length
  return isComplete ? prefix : null
}
