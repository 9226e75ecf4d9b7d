// All SQL of matching, by subject.
// SPDX-License-Identifier: EUPL-1.2
export * from './store/aliases.ts'
export * from './store/considered.ts'
export * from './store/finding.ts'
export * from './store/folding.ts'
export * from './store/links.ts'
export * from './store/products.ts'
export * from './store/proposals.ts'
export * from './store/review.ts'
export * from './store/statements.ts'
export * from './store/verdicts.ts'
