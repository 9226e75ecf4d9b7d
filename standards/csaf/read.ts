// Reads a CSAF document into an advisory and says whether the standard calls it valid.
// SPDX-License-Identifier: EUPL-1.2
import type { Advisory } from '../advisory/advisory.ts'
import type { Fault } from '../fault/index.ts'
import {
  collectFaults,
  type FaultCollector,
  type JsonNode,
  objectAt,
  objectsAt,
  rootOf,
  textAt,
} from '../json/index.ts'
import { readHead } from './document.ts'
import { readGroups } from './groups.ts'
import { maxStatements } from './limits.ts'
import { resolveRelationships } from './relationships.ts'
import { readRemediations } from './remediations.ts'
import { readStatements } from './statements.ts'
import { readProductTree } from './tree.ts'
import { type CsafVersion, validateCsaf } from './validate.ts'
import { keyVulnerabilities, readVulnerability } from './vulnerability.ts'
import { readWithoutStatus } from './without-status.ts'

export interface CsafReading {
  /** Null only if the document can't be told from others (no object, no tracking id). */
  readonly advisory: Advisory | null
  /** By the standard's schema and mandatory tests. An invalid document may still carry an advisory. */
  readonly validity: 'valid' | 'invalid'
  readonly faults: readonly Fault[]
}

export interface CsafOptions {
  /** False only for a document that was checked when it was stored; its validity is then said to be `valid`. */
  readonly validate?: boolean
}

/** Never throws; an invalid document keeps whatever its product tree still says. */
export async function readCsaf(json: unknown, options: CsafOptions = {}): Promise<CsafReading> {
  const faults = collectFaults('csaf')
  const root = rootOf(json, faults)
  if (root === null) return { advisory: null, validity: 'invalid', faults: faults.list() }
  const version = csafVersionOf(root)
  const advisory = readAdvisoryOf(root, version ?? '2.0')
  const validity = version === null ? reportVersion(root, faults) : await validityOf(root, version, options)
  return { advisory, validity, faults: faults.list() }
}

async function validityOf(root: JsonNode, version: CsafVersion, { validate = true }: CsafOptions) {
  return validate ? validateCsaf(root, version) : 'valid'
}

function csafVersionOf(root: JsonNode): CsafVersion | null {
  const document = objectAt(root, 'document')
  const version = document === null ? null : textAt(document, 'csaf_version')
  return version === '2.0' || version === '2.1' ? version : null
}

function reportVersion(root: JsonNode, faults: FaultCollector): 'invalid' {
  faults.add(
    'version',
    `${root.pointer}/document/csaf_version`,
    'The document does not say that it is CSAF 2.0 or 2.1; it was read as 2.0 and not checked.',
    'Write "2.0" or "2.1" into /document/csaf_version.',
  )
  return 'invalid'
}

function readAdvisoryOf(root: JsonNode, version: CsafVersion): Advisory | null {
  const document = objectAt(root, 'document')
  const vulnerabilityNodes = objectsAt(root, 'vulnerabilities')
  const head = document === null ? null : readHead(document, vulnerabilityNodes)
  if (head === null) return null
  const tree = objectAt(root, 'product_tree')
  const products = tree === null ? new Map() : readProductTree(tree)
  if (tree !== null) resolveRelationships(tree, products)
  const groups = tree === null ? new Map() : readGroups(tree)
  const keyed = keyVulnerabilities(vulnerabilityNodes)
  const statements = readStatements(keyed, products, groups)
  return {
    ...head,
    format: `csaf-${version}`,
    vulnerabilities: keyed.map(readVulnerability),
    statements: [...statements, ...readWithoutStatus(root, products, maxStatements - statements.length)],
    remediations: readRemediations(keyed, groups),
  }
}
