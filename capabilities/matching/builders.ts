// Advisories, statements and names for tests; every vendor and product in them is invented.
// SPDX-License-Identifier: EUPL-1.2
import type { Advisory, StatedProduct, StatedVersion, Statement } from '@salus/standards/advisory'
import type { ProductName } from './product-name.ts'

export function buildName(parts: Partial<ProductName>): ProductName {
  return {
    vendor: null,
    product: null,
    model: null,
    fullName: null,
    purl: null,
    cpe: null,
    ecosystem: null,
    modelNumbers: [],
    family: null,
    udiDi: null,
    platforms: [],
    ...parts,
  }
}

export function buildProduct(parts: Partial<StatedProduct>): StatedProduct {
  return {
    vendor: null,
    name: null,
    family: null,
    fullName: parts.name ?? '',
    ecosystem: null,
    purls: [],
    cpes: [],
    modelNumbers: [],
    serialNumbers: [],
    skus: [],
    platforms: [],
    ...parts,
  }
}

export function buildStatement(
  product: Partial<StatedProduct>,
  version: StatedVersion,
  parts: Partial<Statement> = {},
): Statement {
  return {
    pointer: '/product_tree/branches/0/product',
    vulnerability: 'CVE-2030-0001',
    status: 'known_affected',
    product: buildProduct(product),
    version,
    productId: 'P1',
    ...parts,
  }
}

export function buildAdvisory(statements: readonly Statement[], parts: Partial<Advisory> = {}): Advisory {
  return {
    format: 'csaf-2.0',
    publisher: 'Invented Centre',
    trackingId: 'INV-2030-001',
    version: '1',
    state: 'published',
    title: 'Invented advisory',
    summary: null,
    language: 'en',
    tlp: 'CLEAR',
    publishedAt: null,
    revisedAt: null,
    references: [],
    vulnerabilities: [],
    statements,
    remediations: [],
    aliases: [],
    ...parts,
  }
}
