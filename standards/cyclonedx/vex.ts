// Reads the vulnerabilities of a CycloneDX document (VEX, VDR) into an advisory; JSON, versions 1.4 to 1.7.
// SPDX-License-Identifier: EUPL-1.2
import type { Advisory, CvssScore, Remediation, Statement, Vulnerability } from '../advisory/advisory.ts'
import { readReferences } from '../advisory/references.ts'
import { scoreOf, withoutRepeats } from '../advisory/scores.ts'
import type { Fault, Reading } from '../fault/index.ts'
import { atKey, collectFaults, type JsonNode, numberAt, objectsAt, rootOf, textAt } from '../json/index.ts'
import { type Analysis, readAnalysis } from './vex-analysis.ts'
import { publisherOf, statedAtOf, titleOf, trackingIdOf } from './vex-head.ts'
import { maxVexStatements } from './vex-limits.ts'
import { readVexStatements } from './vex-statements.ts'
import { readSubjects, type VexSubjects } from './vex-subjects.ts'

/** Refused only if it is no CycloneDX document or says nothing about vulnerabilities. */
export function readCycloneDxVex(json: unknown): Reading<Advisory> {
  const faults = collectFaults('cyclonedx')
  const root = rootOf(json, faults)
  if (root === null || atKey(root, 'bomFormat') !== 'CycloneDX') return refuse(notCycloneDx, faults.list())
  const vulnerabilities = objectsAt(root, 'vulnerabilities')
  if (vulnerabilities.length === 0) return refuse(noVulnerabilities, faults.list())
  return { outcome: 'read', value: readDocument(root, vulnerabilities), warnings: faults.list() }
}

function refuse(first: Fault, rest: readonly Fault[]): Reading<Advisory> {
  return { outcome: 'refused', faults: [first, ...rest] }
}

const notCycloneDx: Fault = {
  code: 'cyclonedx/not-cyclonedx',
  place: '/bomFormat',
  detail: 'The document does not say that it is CycloneDX.',
  remedy: 'Check that you chose the right file.',
}

const noVulnerabilities: Fault = {
  code: 'cyclonedx/no-vulnerabilities',
  place: '/vulnerabilities',
  detail: 'The document lists components but says nothing about vulnerabilities, so it is no VEX.',
  remedy: 'Import it as an inventory instead.',
}

interface Entry {
  readonly vulnerability: Vulnerability
  readonly analysis: Analysis
  readonly statements: readonly Statement[]
  readonly remediations: readonly Remediation[]
}

function readDocument(root: JsonNode, nodes: readonly JsonNode[]): Advisory {
  const subjects = readSubjects(root)
  const entries: Entry[] = []
  let count = 0
  for (const [index, node] of nodes.entries()) {
    const entry = readEntry(node, index, subjects)
    count += entry.statements.length
    if (count > maxVexStatements) {
      reportLimit(root)
      break
    }
    entries.push(entry)
  }
  const vulnerabilities = [
    ...new Map(entries.map((one) => [one.vulnerability.key, one.vulnerability])).values(),
  ]
  const revisedAt = statedAtOf(root)
  return {
    format: 'cyclonedx-vex',
    publisher: publisherOf(root),
    trackingId: trackingIdOf(root, vulnerabilities),
    version: String(numberAt(root, 'version') ?? 1),
    state: 'published',
    title: titleOf(root, vulnerabilities),
    summary: null,
    language: null,
    tlp: null,
    publishedAt: revisedAt,
    revisedAt,
    references: readReferences(
      nodes.flatMap((node) => objectsAt(node, 'advisories')),
      (node) => textAt(node, 'title'),
      () => false,
    ),
    vulnerabilities,
    statements: entries.flatMap((entry) => entry.statements),
    remediations: entries.flatMap((entry) => entry.remediations),
    aliases: [],
  }
}

const cvePattern = /^CVE-\d{4}-\d{4,19}$/

function readEntry(node: JsonNode, index: number, subjects: VexSubjects): Entry {
  const id = textAt(node, 'id')
  const key = id ?? `vulnerability-${index + 1}`
  const vulnerability: Vulnerability = {
    key,
    cveId: id !== null && cvePattern.test(id) ? id : null,
    title: null,
    description: textAt(node, 'description'),
    cweIds: [],
    scores: readRatings(node),
    exploitation: null,
    automatable: null,
  }
  const analysis = readAnalysis(node)
  return {
    vulnerability,
    analysis,
    statements: readVexStatements(node, key, analysis, subjects),
    remediations: remediationsOf(node, key, analysis),
  }
}

/** A rating by the maker of the document itself is the vulnerability in its product: zero where it does no harm. */
function readRatings(node: JsonNode): readonly CvssScore[] {
  const scores = objectsAt(node, 'ratings').flatMap((rating) => {
    const vector = textAt(rating, 'vector')
    const method = textAt(rating, 'method') ?? ''
    if (vector === null || !method.startsWith('CVSS')) return []
    const prefix = prefixes.get(method) ?? ''
    return scoreOf(vector.startsWith('CVSS:') ? vector : `${prefix}${vector}`) ?? []
  })
  return withoutRepeats(scores)
}

/** CycloneDX names the version of CVSS beside the vector, which then comes without it. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['CVSSv3', 'CVSS:3.0/'],
  ['CVSSv31', 'CVSS:3.1/'],
  ['CVSSv4', 'CVSS:4.0/'],
])

/** Advice only: the format has no place that says "this version is the fix". */
function remediationsOf(node: JsonNode, key: string, { status, detail }: Analysis): readonly Remediation[] {
  const advice = textAt(node, 'recommendation') ?? textAt(node, 'workaround') ?? detail
  if (status !== 'known_affected' || advice === null) return []
  return [{ category: 'mitigation', details: advice, url: null, productIds: [], vulnerability: key }]
}

function reportLimit(root: JsonNode): void {
  root.faults.add(
    'too-many-statements',
    '/vulnerabilities',
    `The document makes more than ${maxVexStatements} statements; the vulnerabilities from here on were left out.`,
    'Split the document by product.',
  )
}
