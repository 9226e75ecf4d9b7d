// The remediation fingerprint: changes when there is something else to do, or other versions to do it for.
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import type { Advisory, Remediation, Statement } from '@salus/standards/advisory'

/** Hex SHA-256 over normalised remediations, fixed versions and affected ranges; order and product ids don't count. */
export function remediationFingerprint(advisory: Pick<Advisory, 'statements' | 'remediations'>): string {
  const products = productsById(advisory.statements)
  const lines = new Set([
    ...advisory.statements.filter(isAboutVersions).map(statementLine),
    ...advisory.remediations.map((remediation) => remediationLine(remediation, products)),
  ])
  const hash = createHash('sha256')
  for (const line of [...lines].sort()) hash.update(line).update('\n')
  return hash.digest('hex')
}

/** Whether the publisher names something that ends the weakness. */
export function hasFix({ statements, remediations }: Pick<Advisory, 'statements' | 'remediations'>): boolean {
  return (
    remediations.some(({ category }) => category === 'vendor_fix' || category === 'optional_patch') ||
    statements.some(({ status }) => status === 'fixed' || status === 'first_fixed') ||
    // CVE records seldom carry remediations; "less than 2.4.0" says that 2.4.0 has the fix.
    statements.some(
      ({ status, version }) =>
        status === 'known_affected' &&
        version.kind === 'bounds' &&
        version.type !== 'git' &&
        version.high !== null &&
        !version.highInclusive,
    )
  )
}

const silentStatuses: ReadonlySet<Statement['status']> = new Set(['under_investigation', 'unknown'])

function isAboutVersions(statement: Statement): boolean {
  return !silentStatuses.has(statement.status)
}

/** Without the vulnerability: another CVE with the same fix for the same versions asks for nothing else. */
function statementLine(statement: Statement): string {
  return JSON.stringify(['statement', statement.status, productLine(statement)])
}

function productLine({ product, version }: Statement): string {
  const name = [product.vendor, product.name, product.fullName].map((part) => normalise(part ?? ''))
  return JSON.stringify([...name, ...versionParts(version)])
}

function versionParts(version: Statement['version']): readonly string[] {
  if (version.kind === 'unstated' || version.kind === 'all') return [version.kind]
  if (version.kind !== 'bounds') return [version.kind, normalise(version.text)]
  const { type, low, lowInclusive, high, highInclusive } = version
  return [type, low ?? '', String(lowInclusive), high ?? '', String(highInclusive)]
}

/** Publishers number their products anew with each revision, so ids are replaced by what they stand for. */
function productsById(statements: readonly Statement[]): ReadonlyMap<string, string> {
  const products = new Map<string, string>()
  for (const statement of statements) {
    const { productId } = statement
    if (productId !== null && !products.has(productId)) products.set(productId, productLine(statement))
  }
  return products
}

function remediationLine(remediation: Remediation, products: ReadonlyMap<string, string>): string {
  const { category, details, url, productIds } = remediation
  const named = new Set(productIds.map((id) => products.get(id) ?? id))
  return JSON.stringify([
    'remediation',
    category,
    normalise(details),
    url ?? '',
    digest([...named].sort().join('\n')),
  ])
}

function normalise(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()
}

/** Keeps lines short: a remediation may be for 40,000 products. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}
