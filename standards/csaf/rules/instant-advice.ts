// CSAF 2.1, 6.2.21, 6.2.33 and 6.2.41: instants of revisions, disclosures and EPSS values that do not fit together.
// SPDX-License-Identifier: EUPL-1.2
import { type JsonNode, objectAt, objectsAt, textAt } from '../../json/index.ts'
import { finding, metricsOf, openDocument } from '../places.ts'
import type { CsafAdvice, RuleFinding } from '../rule.ts'
import { instantAt, newestRevision } from './instants.ts'

export const instantAdvice: readonly CsafAdvice[] = [
  { id: '6.2.21', check: findEqualRevisions },
  { id: '6.2.33', check: findLateDisclosures },
  { id: '6.2.41', check: findOldEpss },
]

const maxEpssAgeMs = 15 * 24 * 60 * 60 * 1000

function findEqualRevisions(document: unknown): RuleFinding[] {
  const root = openDocument(document)
  const head = root === null ? null : objectAt(root, 'document')
  const tracking = head === null ? null : objectAt(head, 'tracking')
  const seen = new Set<string>()
  return (tracking === null ? [] : objectsAt(tracking, 'revision_history')).flatMap((revision) => {
    const at = exactInstant(revision)
    if (at === null) return []
    const isRepeated = seen.has(at)
    seen.add(at)
    return isRepeated ? [finding(revision, 'another revision has the same instant', 'date')] : []
  })
}

/** With every digit of the second: an instant in milliseconds would make 0.0001 s and 0 s the same. */
function exactInstant(revision: JsonNode): string | null {
  const at = instantAt(revision, 'date')
  const fraction = /\.(\d+)/.exec(textAt(revision, 'date') ?? '')?.[1] ?? ''
  return at === null ? null : `${at} ${fraction.slice(3).replace(/0+$/, '')}`
}

/** A disclosure that is still to come may be later than the document. */
function findLateDisclosures(document: unknown, now: string): RuleFinding[] {
  const root = openDocument(document)
  const newest = root === null ? null : newestRevision(root)
  if (root === null || newest === null) return []
  return objectsAt(root, 'vulnerabilities').flatMap((vulnerability) => {
    const at = instantAt(vulnerability, 'disclosure_date')
    const isLate = at !== null && at <= now && at > newest
    return isLate ? [finding(vulnerability, 'disclosed after the newest revision', 'disclosure_date')] : []
  })
}

function findOldEpss(document: unknown): RuleFinding[] {
  const root = openDocument(document)
  const newest = root === null ? null : newestRevision(root)
  if (root === null || newest === null) return []
  const byVulnerability = Map.groupBy(metricsOf(root), ({ vulnerability }) => vulnerability.pointer)
  return [...byVulnerability.values()].flatMap((metrics) => {
    const values = metrics.flatMap(({ content }) => {
      const epss = objectAt(content, 'epss')
      const at = epss === null ? null : instantAt(epss, 'timestamp')
      return epss === null || at === null ? [] : [{ epss, at }]
    })
    const youngest = values.toSorted((one, other) => one.at.localeCompare(other.at)).at(-1)
    const isOld = youngest !== undefined && Date.parse(newest) - Date.parse(youngest.at) > maxEpssAgeMs
    return isOld
      ? [finding(youngest.epss, 'older than the newest revision by more than 15 days', 'timestamp')]
      : []
  })
}
