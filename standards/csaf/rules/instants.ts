// CSAF 2.1, 6.1.49, 6.1.51 and 6.1.53: no metric is newer than the newest revision, no exploitation newer than its report.
// SPDX-License-Identifier: EUPL-1.2
import { type JsonNode, objectAt, objectsAt, readInstant, textAt } from '../../json/index.ts'
import { finding, metricsOf, openDocument } from '../places.ts'
import type { CsafRule, RuleFinding } from '../rule.ts'

export const instantRules: readonly CsafRule[] = [
  { id: '6.1.49', check: (document) => findNewerMetrics(document, 'ssvc_v2') },
  { id: '6.1.51', check: (document) => findNewerMetrics(document, 'epss') },
  { id: '6.1.53', check: findLateReports },
]

function findNewerMetrics(document: unknown, key: 'ssvc_v2' | 'epss'): RuleFinding[] {
  const root = openDocument(document)
  const newest = root === null ? null : newestRevision(root)
  if (root === null || newest === null) return []
  return metricsOf(root).flatMap(({ content }) => {
    const metric = objectAt(content, key)
    const at = metric === null ? null : instantAt(metric, 'timestamp')
    const isNewer = metric !== null && at !== null && at > newest
    return isNewer ? [finding(metric, 'the timestamp is newer than the newest revision', 'timestamp')] : []
  })
}

/** ISO 8601 in UTC, whose texts sort as the instants do; null for drafts, which may still change. */
export function newestRevision(root: JsonNode): string | null {
  const document = objectAt(root, 'document')
  const tracking = document === null ? null : objectAt(document, 'tracking')
  if (tracking === null || !['final', 'interim'].includes(textAt(tracking, 'status') ?? '')) return null
  const dates = objectsAt(tracking, 'revision_history').flatMap(
    (revision) => instantAt(revision, 'date') ?? [],
  )
  return dates.sort().at(-1) ?? null
}

function findLateReports(document: unknown): RuleFinding[] {
  const root = openDocument(document)
  const vulnerabilities = root === null ? [] : objectsAt(root, 'vulnerabilities')
  return vulnerabilities
    .flatMap((vulnerability) => objectsAt(vulnerability, 'first_known_exploitation_dates'))
    .flatMap((item) => {
      const [reported, exploited] = [instantAt(item, 'date'), instantAt(item, 'exploitation_date')]
      const isLate = reported !== null && exploited !== null && exploited > reported
      return isLate ? [finding(item, 'the exploitation is newer than its report', 'exploitation_date')] : []
    })
}

export function instantAt(node: JsonNode, key: string): string | null {
  const text = textAt(node, key)
  return text === null ? null : readInstant(text)
}
