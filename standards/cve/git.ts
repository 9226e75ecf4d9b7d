// Leaves out ranges of git commits where the record also names versions: no hospital runs a commit.
// SPDX-License-Identifier: EUPL-1.2
import type { Statement } from '../advisory/advisory.ts'
import type { JsonNode } from '../json/index.ts'

/** Ranges of commits stay only for products about which nothing else is said. */
export function leaveOutGit(statements: readonly Statement[], cna: JsonNode | undefined): Statement[] {
  const withVersions = new Set(statements.filter((statement) => !isGit(statement)).map(nameOf))
  const kept = statements.filter((statement) => !isGit(statement) || !withVersions.has(nameOf(statement)))
  const left = statements.length - kept.length
  if (left > 0) reportLeftOut(cna, left)
  return kept
}

function isGit({ version }: Statement): boolean {
  return version.kind === 'bounds' && version.type === 'git'
}

function nameOf({ product }: Statement): string {
  return `${product.vendor ?? ''}\n${product.name ?? ''}`
}

function reportLeftOut(cna: JsonNode | undefined, count: number): void {
  cna?.faults.add(
    'git-ranges',
    `${cna.pointer}/affected`,
    `${count} ranges of git commits were left out, because the record also names versions of the same product.`,
    'Nothing to do, unless you build the software from its repository: then compare the commits yourself.',
  )
}
