// Reads what a CycloneDX VEX says of a vulnerability: the state of its analysis, and why.
// SPDX-License-Identifier: EUPL-1.2
import type { ProductStatus, StatusReason } from '../advisory/advisory.ts'
import { type JsonNode, objectAt, quoteForeign, textAt } from '../json/index.ts'
import { maxDetailCharacters } from './vex-limits.ts'

export interface Analysis {
  readonly status: ProductStatus
  readonly reason: StatusReason | null
  readonly detail: string | null
}

/** CycloneDX 1.4 to 1.7, `vulnerabilities[].analysis.state`. */
const states: ReadonlyMap<string, ProductStatus> = new Map([
  ['resolved', 'fixed'],
  ['resolved_with_pedigree', 'fixed'],
  ['exploitable', 'known_affected'],
  ['in_triage', 'under_investigation'],
  ['false_positive', 'known_not_affected'],
  ['not_affected', 'known_not_affected'],
])

const justifications: ReadonlySet<string> = new Set([
  'code_not_present',
  'code_not_reachable',
  'requires_configuration',
  'requires_dependency',
  'requires_environment',
  'protected_by_compiler',
  'protected_at_runtime',
  'protected_at_perimeter',
  'protected_by_mitigating_control',
])

/** Without an analysis, what is listed below `affects` is affected. */
export function readAnalysis(vulnerability: JsonNode): Analysis {
  const node = objectAt(vulnerability, 'analysis')
  if (node === null) return { status: 'known_affected', reason: null, detail: null }
  const detail = textAt(node, 'detail')?.slice(0, maxDetailCharacters) ?? null
  const word = textAt(node, 'state')
  const status = word === null ? 'known_affected' : (states.get(word) ?? reportState(node, word))
  const reason = readReason(node, detail)
  if (status !== 'known_not_affected' || word === 'false_positive' || reason !== null)
    return { status, reason: status === 'known_not_affected' ? reason : null, detail }
  node.faults.add(
    'unreasoned',
    node.pointer,
    'The analysis says "not_affected" without justification or detail; it counts as under investigation.',
    'Add a justification, or a detail that says why.',
  )
  return { status: 'under_investigation', reason: null, detail }
}

function readReason(node: JsonNode, detail: string | null): StatusReason | null {
  const word = textAt(node, 'justification')
  const isKnown = word !== null && justifications.has(word)
  if (word !== null && !isKnown)
    node.faults.add(
      'justification',
      `${node.pointer}/justification`,
      `The justification ${quoteForeign(word)} is none of CycloneDX; it was left out.`,
      `Use ${[...justifications].join(', ')}.`,
    )
  if (!isKnown && detail === null) return null
  return { justifications: isKnown ? [word] : [], impact: detail }
}

function reportState(node: JsonNode, word: string): ProductStatus {
  node.faults.add(
    'state',
    `${node.pointer}/state`,
    `The state ${quoteForeign(word)} is none of CycloneDX; nobody can tell what it means.`,
    `Use ${[...states.keys()].join(', ')}.`,
  )
  return 'unknown'
}
