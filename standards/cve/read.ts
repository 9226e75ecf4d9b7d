// Reads a CVE record (CVE JSON 5.x) into an advisory.
// SPDX-License-Identifier: EUPL-1.2
import type { Advisory, Statement, Vulnerability } from '../advisory/advisory.ts'
import { readReferences } from '../advisory/references.ts'
import type { Fault, Reading } from '../fault/index.ts'
import {
  collectFaults,
  type JsonNode,
  objectAt,
  objectsAt,
  quoteForeign,
  readInstant,
  rootOf,
  textAt,
} from '../json/index.ts'
import { readAffected } from './affected.ts'
import { readApplicability } from './applicability.ts'
import { leaveOutGit } from './git.ts'
import { maxVersionStatements } from './limits.ts'
import { readMetrics } from './metrics.ts'
import { readSolutions } from './solutions.ts'
import { englishText, firstSentence } from './texts.ts'

const cvePattern = /^CVE-\d{4}-\d{4,19}$/

/** Refused only if the document is no CVE record; anything odd inside is a warning. */
export function readCve(json: unknown): Reading<Advisory> {
  const faults = collectFaults('cve')
  const root = rootOf(json, faults)
  const metadata = root === null ? null : objectAt(root, 'cveMetadata')
  const containers = root === null ? null : objectAt(root, 'containers')
  const cna = containers === null ? null : objectAt(containers, 'cna')
  const cveId = metadata === null ? null : textAt(metadata, 'cveId')
  if (metadata === null || containers === null || cna === null || cveId === null || !cvePattern.test(cveId)) {
    return { outcome: 'refused', faults: [notARecord(cveId), ...faults.list()] }
  }
  const value = readRecord(cveId, metadata, cna, objectsAt(containers, 'adp'))
  return { outcome: 'read', value, warnings: faults.list() }
}

function notARecord(cveId: string | null): Fault {
  return {
    code: 'cve/not-a-record',
    place: '/cveMetadata/cveId',
    detail:
      cveId === null
        ? 'The document lacks cveMetadata.cveId or containers.cna, which every CVE record has.'
        : `${quoteForeign(cveId)} is not a CVE id, or containers.cna is missing.`,
    remedy: 'Check that this is one CVE record in CVE JSON 5, not a list and not the older format 4.',
  }
}

function readRecord(cveId: string, metadata: JsonNode, cna: JsonNode, adps: readonly JsonNode[]): Advisory {
  const all = [cna, ...adps]
  const revisedAt = latestOf(metadata, all)
  const vulnerability = readVulnerability(cveId, cna, all)
  return {
    format: 'cve-5',
    publisher: publisherOf(metadata),
    trackingId: cveId,
    version: revisedAt ?? instantAt(metadata, 'datePublished') ?? '0',
    state: textAt(metadata, 'state') === 'REJECTED' ? 'rejected' : 'published',
    title: vulnerability.title ?? firstSentence(vulnerability.description) ?? cveId,
    summary: vulnerability.description,
    language: 'en',
    tlp: 'CLEAR',
    publishedAt: instantAt(metadata, 'datePublished'),
    revisedAt,
    references: readReferences(
      all.flatMap((container) => objectsAt(container, 'references')),
      (node) => textAt(node, 'name'),
      () => false,
    ),
    vulnerabilities: [vulnerability],
    statements: readStatements(cveId, all),
    remediations: readSolutions(cna, cveId),
    aliases: [],
  }
}

function publisherOf(metadata: JsonNode): string {
  const assigner = textAt(metadata, 'assignerShortName')
  return assigner === null ? 'CVE' : `CVE (${assigner})`
}

/** The newest change of the record or of any container: enrichment leaves `dateUpdated` of the record alone. */
function latestOf(metadata: JsonNode, containers: readonly JsonNode[]): string | null {
  const instants = containers.map((container) => {
    const provider = objectAt(container, 'providerMetadata')
    return provider === null ? null : instantAt(provider, 'dateUpdated')
  })
  const known = [instantAt(metadata, 'dateUpdated'), ...instants].filter((instant) => instant !== null)
  return known.sort().at(-1) ?? null
}

function instantAt(node: JsonNode, key: string): string | null {
  const text = textAt(node, key)
  return text === null ? null : readInstant(text)
}

function readVulnerability(cveId: string, cna: JsonNode, all: readonly JsonNode[]): Vulnerability {
  return {
    key: cveId,
    cveId,
    title: textAt(cna, 'title')?.replace(/\s+/g, ' ') ?? null,
    description: englishText(cna, 'descriptions') ?? englishText(cna, 'rejectedReasons'),
    cweIds: readCweIds(all),
    ...readMetrics(all),
  }
}

function readCweIds(containers: readonly JsonNode[]): string[] {
  const descriptions = containers
    .flatMap((container) => objectsAt(container, 'problemTypes'))
    .flatMap((problem) => objectsAt(problem, 'descriptions'))
  return [...new Set(descriptions.flatMap((description) => textAt(description, 'cweId') ?? []))]
}

function readStatements(cveId: string, containers: readonly JsonNode[]): Statement[] {
  const all = containers.flatMap((container) => [
    ...objectsAt(container, 'affected').flatMap((entry) => readAffected(entry, cveId)),
    ...readApplicability(container, cveId),
  ])
  const statements = leaveOutGit(all, containers[0])
  if (statements.length > maxVersionStatements) reportLimit(containers[0], statements.length)
  return statements.slice(0, maxVersionStatements)
}

function reportLimit(node: JsonNode | undefined, found: number): void {
  node?.faults.add(
    'too-many-versions',
    `${node.pointer}/affected`,
    `The record makes ${found} statements; only the first ${maxVersionStatements} were kept.`,
    'Ask the assigner to write ranges instead of single versions.',
  )
}
