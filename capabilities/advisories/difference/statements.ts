// What two versions say otherwise about products and what to do: the difference that people look for first.
// SPDX-License-Identifier: EUPL-1.2
import type { Advisory, Remediation, StatedVersion, Statement } from '@salus/standards/advisory'

export interface StatementDifference {
  readonly product: string
  /** Null where it counts for the whole advisory. */
  readonly vulnerability: string | null
  readonly before: readonly StatedStatus[]
  readonly after: readonly StatedStatus[]
}

export interface StatedStatus {
  readonly status: Statement['status']
  readonly version: StatedVersion
}

export interface RemediationDifference {
  readonly vulnerabilities: readonly string[]
  readonly category: Remediation['category']
  readonly before: string | null
  readonly after: string | null
}

export interface StatementComparison {
  readonly statements: readonly StatementDifference[]
  readonly remediations: readonly RemediationDifference[]
  /** Not all is listed, or not all was compared. */
  readonly isCut: boolean
}

export const maxStatementsCompared = 50_000
export const maxStatementDifferences = 200

export function compareStatements(before: Advisory, after: Advisory): StatementComparison {
  const statements = statementDifferences(before.statements, after.statements)
  const remediations = remediationDifferences(before.remediations, after.remediations)
  const compared = [before.statements, after.statements, before.remediations, after.remediations]
  return {
    statements: statements.slice(0, maxStatementDifferences),
    remediations: remediations.slice(0, maxStatementDifferences),
    isCut:
      compared.some((list) => list.length > maxStatementsCompared) ||
      statements.length > maxStatementDifferences ||
      remediations.length > maxStatementDifferences,
  }
}

interface Said {
  readonly product: string
  readonly vulnerability: string | null
  readonly before: Map<string, StatedStatus>
  readonly after: Map<string, StatedStatus>
}

/** Product ids are numbered anew with each version, so products are known by their names. */
function statementDifferences(before: readonly Statement[], after: readonly Statement[]) {
  const said = new Map<string, Said>()
  for (const [side, statements] of [
    ['before', before],
    ['after', after],
  ] as const)
    for (const { product, vulnerability, status, version } of statements.slice(0, maxStatementsCompared)) {
      const key = JSON.stringify([product.fullName, product.vendor, vulnerability])
      const one = said.get(key) ?? {
        product: product.fullName,
        vulnerability,
        before: new Map(),
        after: new Map(),
      }
      said.set(key, one)
      one[side].set(JSON.stringify([status, version]), { status, version })
    }
  return [...said.values()].flatMap((one): readonly StatementDifference[] => {
    const [old, now] = [without(one.before, one.after), without(one.after, one.before)]
    const { product, vulnerability } = one
    return old.length + now.length === 0 ? [] : [{ product, vulnerability, before: old, after: now }]
  })
}

function without<T>(all: ReadonlyMap<string, T>, others: ReadonlyMap<string, T>): readonly T[] {
  return [...all].filter(([key]) => !others.has(key)).map(([, value]) => value)
}

/** A text that is told for many vulnerabilities is one. One that left and one that came of a kind are a change. */
function remediationDifferences(before: readonly Remediation[], after: readonly Remediation[]) {
  const [old, now] = [textsOf(before), textsOf(after)]
  const gone = [...old.values()].filter((one) => !now.has(keyOf(one)))
  const come = [...now.values()].filter((one) => !old.has(keyOf(one)))
  const changed = new Set<Told>()
  const differences = gone.map((one): RemediationDifference => {
    const successor = come.find((other) => !changed.has(other) && isSuccessor(one, other))
    if (successor) changed.add(successor)
    return { ...headOf(successor ?? one), before: one.text, after: successor?.text ?? null }
  })
  const added = come
    .filter((one) => !changed.has(one))
    .map((one) => ({ ...headOf(one), before: null, after: one.text }))
  return [...differences, ...added]
}

interface Told {
  readonly category: Remediation['category']
  readonly text: string
  readonly vulnerabilities: Set<string>
}

function textsOf(remediations: readonly Remediation[]): ReadonlyMap<string, Told> {
  const told = new Map<string, Told>()
  for (const { category, details, url, vulnerability } of remediations.slice(0, maxStatementsCompared)) {
    const text = url === null ? details : `${details} ${url}`
    const one = told.get(keyOf({ category, text })) ?? { category, text, vulnerabilities: new Set() }
    told.set(keyOf(one), one)
    if (vulnerability !== null) one.vulnerabilities.add(vulnerability)
  }
  return told
}

function keyOf({ category, text }: Pick<Told, 'category' | 'text'>): string {
  return `${category} ${text}`
}

function isSuccessor(one: Told, other: Told): boolean {
  if (one.category !== other.category) return false
  return (
    one.vulnerabilities.size === 0 || [...one.vulnerabilities].some((key) => other.vulnerabilities.has(key))
  )
}

function headOf({ category, vulnerabilities }: Told) {
  return { category, vulnerabilities: [...vulnerabilities] }
}
