// Reads an OSV record into an advisory.
// SPDX-License-Identifier: EUPL-1.2
import type { Advisory, CvssScore, Vulnerability } from '../advisory/advisory.ts'
import { readReferences } from '../advisory/references.ts'
import { scoreOf, withoutRepeats } from '../advisory/scores.ts'
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
  textsAt,
} from '../json/index.ts'
import { readAffected } from './affected.ts'
import { databaseOf } from './databases.ts'

const maxIdCharacters = 200
const cvePattern = /^CVE-\d{4}-\d{4,19}$/

/** Refused only if the document is no OSV record; anything odd inside is a warning. */
export function readOsv(json: unknown): Reading<Advisory> {
  const faults = collectFaults('osv')
  const root = rootOf(json, faults)
  const id = root === null ? null : textAt(root, 'id')
  if (root === null || id === null || id.length > maxIdCharacters || textAt(root, 'modified') === null) {
    return { outcome: 'refused', faults: [notARecord, ...faults.list()] }
  }
  return { outcome: 'read', value: readRecord(root, id), warnings: faults.list() }
}

const notARecord: Fault = {
  code: 'osv/not-a-record',
  place: '/id',
  detail: 'The document lacks "id" or "modified", which every OSV record has.',
  remedy: 'Check that this is one OSV record, not a list of them.',
}

function readRecord(root: JsonNode, id: string): Advisory {
  const aliases = textsAt(root, 'aliases')
  const vulnerabilities = readVulnerabilities(root, id, aliases)
  const details = textAt(root, 'details')
  // With several CVE ids in one record nobody can say which package belongs to which.
  const key = vulnerabilities.length === 1 ? (vulnerabilities[0]?.key ?? null) : null
  const affected = objectsAt(root, 'affected').map((entry) => readAffected(entry, key))
  const revisedAt = instantAt(root, 'modified')
  return {
    format: 'osv',
    publisher: databaseOf(id),
    trackingId: id,
    version: revisedAt ?? textAt(root, 'modified') ?? '0',
    state: textAt(root, 'withdrawn') === null ? 'published' : 'withdrawn',
    title: (textAt(root, 'summary') ?? firstLine(details) ?? id).replace(/\s+/g, ' '),
    summary: details ?? textAt(root, 'summary'),
    language: 'en',
    tlp: 'CLEAR',
    publishedAt: instantAt(root, 'published'),
    revisedAt,
    references: readReferences(
      objectsAt(root, 'references'),
      (node) => textAt(node, 'type'),
      () => false,
    ),
    vulnerabilities,
    statements: affected.flatMap(({ statements }) => statements),
    remediations: affected.flatMap(({ remediations }) => remediations),
    aliases,
  }
}

/** One vulnerability for each CVE id among id and aliases, or one under the record's own id. */
function readVulnerabilities(root: JsonNode, id: string, aliases: readonly string[]): Vulnerability[] {
  const cveIds = [...new Set([id, ...aliases].filter((name) => cvePattern.test(name)))]
  const shared = {
    title: textAt(root, 'summary')?.replace(/\s+/g, ' ') ?? null,
    description: textAt(root, 'details'),
    cweIds: readCweIds(root),
    scores: readSeverity(root),
    exploitation: null,
    automatable: null,
  }
  if (cveIds.length === 0) return [{ key: id, cveId: null, ...shared }]
  return cveIds.map((cveId) => ({ key: cveId, cveId, ...shared }))
}

/** GitHub's database keeps them in its own part of the record. */
function readCweIds(root: JsonNode): string[] {
  const own = objectAt(root, 'database_specific')
  return own === null ? [] : textsAt(own, 'cwe_ids')
}

/** On the record, or on its affected entries where they differ. */
function readSeverity(root: JsonNode): CvssScore[] {
  const nodes = [root, ...objectsAt(root, 'affected')].flatMap((holder) => objectsAt(holder, 'severity'))
  return withoutRepeats(nodes.flatMap(readSeverityEntry))
}

function readSeverityEntry(node: JsonNode): CvssScore[] {
  const vector = textAt(node, 'score')
  if (vector === null || !(textAt(node, 'type') ?? '').startsWith('CVSS_')) return []
  const score = scoreOf(vector)
  if (score !== null) return [score]
  node.faults.add(
    'cvss',
    `${node.pointer}/score`,
    `${quoteForeign(vector)} is not a complete CVSS vector; the score was left out.`,
    'Check the vector with the CVSS calculator of FIRST.',
  )
  return []
}

function instantAt(node: JsonNode, key: string): string | null {
  const text = textAt(node, key)
  const instant = text === null ? null : readInstant(text)
  // Go's reports that are not yet stamped carry Go's zero time.
  return instant?.startsWith('0001-') ? null : instant
}

const maxTitleCharacters = 160

function firstLine(details: string | null): string | null {
  const line = details?.slice(0, 1000).split('\n')[0]?.trim()
  if (line === undefined || line === '') return null
  return line.length > maxTitleCharacters ? `${line.slice(0, maxTitleCharacters - 1)}…` : line
}
