// Reads an OpenVEX document into an advisory.
// SPDX-License-Identifier: EUPL-1.2
import type { Advisory, Remediation, Statement, Vulnerability } from '../advisory/advisory.ts'
import type { Fault, Reading } from '../fault/index.ts'
import { atKey, collectFaults, type JsonNode, quoteForeign, rootOf, textAt } from '../json/index.ts'
import { type Claim, instantAt, latestOf, readClaims } from './claims.ts'
import { isOpenVexContext, versionOfContext } from './context.ts'
import { maxIdCharacters } from './limits.ts'
import { withoutSuperseded } from './supersede.ts'

/** Refused only if it is no OpenVEX document, or nobody could refer to it; anything odd inside is a warning. */
export function readOpenVex(json: unknown): Reading<Advisory> {
  const faults = collectFaults('openvex')
  const root = rootOf(json, faults)
  if (root === null || !isOpenVexContext(atKey(root, '@context')))
    return { outcome: 'refused', faults: [notADocument, ...faults.list()] }
  const id = textAt(root, '@id')
  if (id === null || id.length > maxIdCharacters)
    return { outcome: 'refused', faults: [nameless, ...faults.list()] }
  return { outcome: 'read', value: readDocument(root, id), warnings: faults.list() }
}

const notADocument: Fault = {
  code: 'openvex/not-a-document',
  place: '/@context',
  detail: 'The document does not say that it is OpenVEX.',
  remedy: 'Write "https://openvex.dev/ns/v0.2.0" into @context.',
}

const nameless: Fault = {
  code: 'openvex/no-id',
  place: '/@id',
  detail: `The document has no @id of at most ${maxIdCharacters} characters, so that nobody can refer to it.`,
  remedy: 'Give it an address of its own in @id.',
}

function readDocument(root: JsonNode, id: string): Advisory {
  reportVersion(root)
  const publishedAt = instantAt(root, 'timestamp')
  const claims = readClaims(root, publishedAt)
  const revisedAt = latestOf([publishedAt, instantAt(root, 'last_updated'), ...claims.map(statedAt)])
  const standing = withoutSuperseded(claims, root)
  const vulnerabilities = vulnerabilitiesOf(standing)
  return {
    format: 'openvex',
    publisher: textAt(root, 'author') ?? reportAuthor(root),
    trackingId: id,
    version: readVersion(root) ?? revisedAt ?? '0',
    state: 'published',
    title: titleOf(vulnerabilities),
    summary: null,
    language: null,
    tlp: null,
    publishedAt,
    revisedAt,
    references: [],
    vulnerabilities,
    statements: standing.map(statementOf),
    remediations: standing.flatMap(remediationsOf),
    aliases: [],
  }
}

function statedAt(claim: Claim): string | null {
  return claim.statedAt
}

function statementOf({ vulnerability, subject, inside, status, reason }: Claim): Statement {
  const platforms = inside === null ? [] : [inside.product.name ?? inside.product.fullName]
  const said = {
    pointer: subject.pointer,
    vulnerability: vulnerability.key,
    status,
    product: { ...subject.product, platforms },
    version: subject.version,
    productId: subject.key,
  }
  return reason === null || status !== 'known_not_affected' ? said : { ...said, reason }
}

/** The action of an affected product may be anything, so that it is never taken for a fix. */
function remediationsOf({ vulnerability, subject, status, action }: Claim): Remediation[] {
  if (status !== 'known_affected' || action === null) return []
  return [
    {
      category: 'mitigation',
      details: action,
      url: null,
      productIds: [subject.key],
      vulnerability: vulnerability.key,
    },
  ]
}

function vulnerabilitiesOf(claims: readonly Claim[]): readonly Vulnerability[] {
  return [...new Map(claims.map(({ vulnerability }) => [vulnerability.key, vulnerability])).values()]
}

function titleOf(vulnerabilities: readonly Vulnerability[]): string {
  const [first, ...more] = vulnerabilities.map(({ key }) => key)
  if (first === undefined) return 'VEX'
  return more.length === 0 ? `VEX: ${first}` : `VEX: ${first} + ${more.length}`
}

/** A number in 0.2.0, a text before; newer documents count on. */
function readVersion(root: JsonNode): string | null {
  const version = atKey(root, 'version')
  if (typeof version === 'number' && Number.isSafeInteger(version) && version >= 0) return String(version)
  return typeof version === 'string' ? textAt(root, 'version') : null
}

function reportVersion(root: JsonNode): void {
  const version = versionOfContext(atKey(root, '@context'))
  if (version === '0.0.1' || version === '0.2.0') return
  root.faults.add(
    'version',
    '/@context',
    `${quoteForeign(version)} is no version of OpenVEX that is known here; the document was read as 0.2.0.`,
    'Compare what was read with the document.',
  )
}

function reportAuthor(root: JsonNode): string {
  root.faults.add(
    'author',
    '/author',
    'The document does not say who its author is, so that nobody answers for it.',
    'Write the person or organisation that makes the statements into author.',
  )
  return 'unknown'
}
