// Reads the CPE applicability statements of a CVE record: CPE names with version bounds.
// SPDX-License-Identifier: EUPL-1.2
import type { StatedProduct, StatedVersion, Statement } from '../advisory/advisory.ts'
import { booleanAt, type JsonNode, objectsAt, quoteForeign, textAt } from '../json/index.ts'
import { maxApplicabilityDepth } from './limits.ts'

/** One statement for each CPE marked as vulnerable; the others say on what it runs and are left aside. */
export function readApplicability(container: JsonNode, vulnerability: string): Statement[] {
  return objectsAt(container, 'cpeApplicability')
    .flatMap((applicability) => objectsAt(applicability, 'nodes'))
    .flatMap((node) => readNode(node, vulnerability, 1))
}

function readNode(node: JsonNode, vulnerability: string, depth: number): Statement[] {
  if (booleanAt(node, 'negate') === true || depth > maxApplicabilityDepth) return reportNode(node)
  const inner = [...objectsAt(node, 'nodes'), ...objectsAt(node, 'children')]
  return [
    ...objectsAt(node, 'cpeMatch').flatMap((match) => readMatch(match, vulnerability)),
    ...inner.flatMap((child) => readNode(child, vulnerability, depth + 1)),
  ]
}

function readMatch(match: JsonNode, vulnerability: string): Statement[] {
  const criteria = textAt(match, 'criteria')
  if (criteria === null || booleanAt(match, 'vulnerable') === false) return []
  // Colons inside a field are escaped (NISTIR 7695, 6.2).
  const fields = criteria.split(/(?<!\\):/)
  if (fields.length !== 13 || !criteria.startsWith('cpe:2.3:')) return reportCriteria(match, criteria)
  const version = boundsOf(match) ?? versionOf(fields[5] ?? '')
  const product = productOf(criteria, fields)
  return [
    { pointer: match.pointer, vulnerability, status: 'known_affected', product, version, productId: null },
  ]
}

function productOf(criteria: string, fields: readonly string[]): StatedProduct {
  const vendor = plain(fields[3])
  const name = plain(fields[4])
  return {
    vendor,
    name,
    family: null,
    fullName: [vendor, name].filter((part) => part !== null).join(' ') || criteria,
    ecosystem: null,
    purls: [],
    cpes: [criteria],
    modelNumbers: [],
    serialNumbers: [],
    skus: [],
    platforms: [],
  }
}

/** The field without escapes and with blanks for underscores; null for "any" and "not applicable". */
function plain(field: string | undefined): string | null {
  if (field === undefined || field === '*' || field === '-') return null
  return field.replaceAll(/\\(.)/g, '$1').replaceAll('_', ' ')
}

function boundsOf(match: JsonNode): StatedVersion | null {
  const from = textAt(match, 'versionStartIncluding')
  const after = textAt(match, 'versionStartExcluding')
  const through = textAt(match, 'versionEndIncluding')
  const before = textAt(match, 'versionEndExcluding')
  const low = from ?? after
  const high = before ?? through
  if (low === null && high === null) return null
  return {
    kind: 'bounds',
    type: 'cpe',
    low,
    lowInclusive: from !== null,
    high,
    highInclusive: before === null,
  }
}

function versionOf(field: string): StatedVersion {
  if (field === '*') return { kind: 'all' }
  return field === '-' ? { kind: 'unstated' } : { kind: 'exact', text: field.replaceAll(/\\(.)/g, '$1') }
}

function reportNode(node: JsonNode): Statement[] {
  node.faults.add(
    'applicability',
    node.pointer,
    'This CPE node is negated or nested too deep; it was left out.',
    'Compare the original record by hand.',
  )
  return []
}

function reportCriteria(match: JsonNode, criteria: string): Statement[] {
  match.faults.add(
    'cpe',
    `${match.pointer}/criteria`,
    `${quoteForeign(criteria)} is not a CPE 2.3 name; it was left out.`,
    'Write thirteen parts, starting with cpe:2.3.',
  )
  return []
}
