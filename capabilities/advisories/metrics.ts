// Which of several scores of a vulnerability is shown for a product (CSAF 2.1, conformance clause 11).
// SPDX-License-Identifier: EUPL-1.2
import type { CvssScore } from '@salus/standards/advisory'
import { baseScoreOf } from '@salus/standards/cvss'
import {
  collectFaults,
  type JsonNode,
  objectAt,
  objectsAt,
  rootOf,
  textAt,
  textsAt,
} from '@salus/standards/json'

export interface Metric {
  /** Computed from the vector, whatever stands beside it; null where only a rating in words is stated. */
  readonly score: CvssScore | null
  /** CSAF 2.1 `qualitative_severity_rating`, only where no CVSS is stated for these products. */
  readonly rating: string | null
  /** Who states it; null is the author of the document. */
  readonly source: string | null
  /** How many products it is the preferred one for; 0 where another is always preferred. */
  readonly products: number
}

interface Item extends Omit<Metric, 'products'> {
  readonly productIds: readonly string[]
}

/** By position of the vulnerability in the document; preferred ones first. Empty for other formats than CSAF. */
export function metricsOf(json: unknown): readonly (readonly Metric[])[] {
  // Its faults were told when the document was read.
  const root = rootOf(json, collectFaults('metrics'))
  return root === null ? [] : objectsAt(root, 'vulnerabilities').map(metricsOfVulnerability)
}

function metricsOfVulnerability(vulnerability: JsonNode): readonly Metric[] {
  const items = [
    ...objectsAt(vulnerability, 'metrics').map(itemOf),
    ...objectsAt(vulnerability, 'scores').map(scoreOf),
  ]
  const preferred = new Map<string, Item>()
  for (const item of items)
    for (const id of item.productIds) {
      const other = preferred.get(id)
      if (other === undefined || comparePreference(item, other) < 0) preferred.set(id, item)
    }
  const counts = new Map<Item, number>()
  for (const item of preferred.values()) counts.set(item, (counts.get(item) ?? 0) + 1)
  return items
    .filter(({ score, rating }) => score !== null || rating !== null)
    .sort((a, b) => Number(counts.has(b)) - Number(counts.has(a)) || comparePreference(a, b))
    .map((item) => ({
      score: item.score,
      rating: item.score === null ? item.rating : null,
      source: item.source,
      products: counts.get(item) ?? 0,
    }))
}

/** The author's own before others', then the highest base score, then the newest version of CVSS. */
function comparePreference(a: Item, b: Item): number {
  return (
    Number(a.score === null) - Number(b.score === null) ||
    Number(a.source !== null) - Number(b.source !== null) ||
    compareScores(a.score, b.score)
  )
}

function compareScores(a: CvssScore | null, b: CvssScore | null): number {
  if (a === null || b === null) return 0
  return b.baseScore - a.baseScore || Number(b.version) - Number(a.version)
}

/** CSAF 2.1. */
function itemOf(metric: JsonNode): Item {
  const content = objectAt(metric, 'content')
  return {
    score: content === null ? null : gravestOf(content),
    rating: content === null ? null : textAt(content, 'qualitative_severity_rating'),
    source: textAt(metric, 'source'),
    productIds: textsAt(metric, 'products'),
  }
}

/** CSAF 2.0 knows no other source than the author. */
function scoreOf(score: JsonNode): Item {
  return { score: gravestOf(score), rating: null, source: null, productIds: textsAt(score, 'products') }
}

function gravestOf(holder: JsonNode): CvssScore | null {
  const scores = ['cvss_v2', 'cvss_v3', 'cvss_v4'].flatMap((key): readonly CvssScore[] => {
    const cvss = objectAt(holder, key)
    const cvssVector = cvss === null ? null : textAt(cvss, 'vectorString')
    const base = cvssVector === null ? null : baseScoreOf(cvssVector)
    return cvssVector === null || base === null ? [] : [{ ...base, cvssVector }]
  })
  return scores.sort(compareScores)[0] ?? null
}
