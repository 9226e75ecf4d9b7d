// All SQL of alerts, by subject.
// SPDX-License-Identifier: EUPL-1.2
export * from './store/alerts.ts'
export * from './store/board.ts'
export * from './store/matches.ts'
export * from './store/refresh.ts'
export * from './store/remediation.ts'
