// All SQL of matching, by subject.
// SPDX-License-Identifier: EUPL-1.2
export * from './store/links.ts'
export * from './store/products.ts'
export * from './store/statements.ts'
export * from './store/verdicts.ts'
