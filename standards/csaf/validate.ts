// Checks a CSAF document against the schema and the mandatory tests of its version.
// SPDX-License-Identifier: EUPL-1.2
import type { JsonNode } from '../json/index.ts'
import { findExcess } from './cost.ts'
import { maxFaultsOfRule } from './limits.ts'
import type { CsafRule, RuleFinding } from './rule.ts'
import { loadRules } from './rules.ts'

export type CsafVersion = '2.0' | '2.1'

/** Adds a fault for each finding; `invalid` if a mandatory test failed or could not be carried out. */
export async function validateCsaf(root: JsonNode, version: CsafVersion): Promise<'valid' | 'invalid'> {
  const excess = findExcess(root)
  if (excess !== null) return reportExcess(root, excess)
  const rules = await loadRules[version]()
  let validity: 'valid' | 'invalid' = 'valid'
  for (const rule of rules) {
    const findings = await runRule(rule, root.value)
    if (findings.length > 0) validity = 'invalid'
    report(root, version, rule.id, findings)
  }
  return validity
}

/** A rule that fails to run counts as failed: most rules take a valid schema for granted. */
async function runRule(rule: CsafRule, document: unknown): Promise<readonly RuleFinding[]> {
  try {
    return await rule.check(document)
  } catch {
    return [{ instancePath: '', message: 'the document is too broken for this test' }]
  }
}

function report(root: JsonNode, version: CsafVersion, id: string, findings: readonly RuleFinding[]): void {
  for (const finding of findings.slice(0, maxFaultsOfRule)) {
    const message = (finding.message ?? 'does not comply').slice(0, 200)
    root.faults.add(id, finding.instancePath, `CSAF ${version}, ${id}: ${message}.`, remedyFor(version, id))
  }
  const beyond = findings.length - maxFaultsOfRule
  if (beyond > 0) {
    root.faults.add(
      id,
      '',
      `CSAF ${version}, ${id}: ${beyond} more places fail this test.`,
      remedyFor(version, id),
    )
  }
}

function remedyFor(version: CsafVersion, id: string): string {
  return id === 'schema'
    ? `Correct the document by the JSON schema of CSAF ${version}.`
    : `Correct the document by section ${id} of CSAF ${version}.`
}

function reportExcess(root: JsonNode, excess: string): 'invalid' {
  root.faults.add(
    'too-large-to-check',
    '',
    `The document has ${excess}; it was read, but not checked against the standard.`,
    'Split the document.',
  )
  return 'invalid'
}
