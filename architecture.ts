// The import rules of the design as data, read by architecture.test.ts.
// SPDX-License-Identifier: EUPL-1.2

/** Which capability may import which other, always through its index.ts. Must stay acyclic. */
export const arrows: Readonly<Record<string, readonly string[]>> = {
  organisations: [],
  accounts: ['organisations'],
  advisories: [],
  obligations: [],
  matching: ['advisories'],
  assets: ['organisations', 'matching'],
  alerts: ['organisations', 'accounts', 'assets', 'advisories', 'matching', 'obligations'],
  example: ['organisations', 'accounts', 'assets', 'advisories', 'matching', 'alerts', 'obligations'],
}

/** The closed vocabulary of files in a capability; each may also be a folder of that name. */
export const fileKinds = [
  'README.md',
  'index.ts',
  'contract.ts',
  'store.ts',
  'actions.ts',
  'routes.ts',
  'pages.tsx',
  'jobs.ts',
  'builders.ts',
] as const

/** Names that say nothing about what is inside. */
export const forbiddenNames = /^(utils?|helpers?|services?|managers?|common|misc|shared)(\.|$)/
