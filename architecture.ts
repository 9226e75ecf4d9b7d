// The import rules of the design as data, read by architecture.test.ts.
// SPDX-License-Identifier: EUPL-1.2

/** Which capability may import which other, always through its index.ts. Must stay acyclic. */
export const arrows: Readonly<Record<string, readonly string[]>> = {
  organisations: [],
  accounts: ['organisations'],
  authorities: ['organisations'],
  advisories: [],
  obligations: [],
  playbooks: ['organisations', 'accounts'],
  ransomware: [],
  readiness: ['organisations', 'authorities'],
  facts: ['organisations'],
  catalogue: ['organisations', 'accounts', 'facts', 'obligations'],
  guidance: [
    'organisations',
    'accounts',
    'facts',
    'catalogue',
    'obligations',
    'assets',
    'alerts',
    'incidents',
  ],
  regulation: ['organisations', 'accounts', 'facts', 'catalogue', 'obligations', 'authorities'],
  assessments: ['organisations', 'accounts', 'facts', 'catalogue', 'obligations'],
  training: ['organisations', 'accounts', 'facts', 'catalogue', 'obligations'],
  matching: ['advisories'],
  assets: ['organisations', 'matching'],
  alerts: [
    'organisations',
    'accounts',
    'assets',
    'advisories',
    'matching',
    'obligations',
    'readiness',
    'facts',
    'catalogue',
  ],
  incidents: [
    'organisations',
    'accounts',
    'assets',
    'playbooks',
    'authorities',
    'ransomware',
    'readiness',
    'facts',
    'catalogue',
  ],
  support: ['organisations', 'accounts', 'incidents', 'authorities'],
  sensors: ['organisations', 'accounts', 'alerts'],
  example: [
    'organisations',
    'accounts',
    'assets',
    'advisories',
    'matching',
    'alerts',
    'obligations',
    'facts',
  ],
}

/**
 * The closed vocabulary of files in a capability; each may also be a folder of that name. What is none of these is a
 * noun: pure rules about the world (docs/decisions/0005-file-kinds.md).
 */
export const fileKinds = [
  'README.md',
  'index.ts',
  'contract.ts',
  'store.ts',
  'actions.ts',
  'routes.ts',
  'pages.tsx',
  'jobs.ts',
  'events.ts',
  'mails.tsx',
  'builders.ts',
] as const

/** Files that reach outside by their nature, beside the kinds: network readers and the file matcher of the command line. */
export const edgeFiles = /^(feeds|match-files\.ts|asset-files\.ts|send-mails\.tsx|permissions\.ts)/

/** Names that say nothing about what is inside. */
export const forbiddenNames = /^(utils?|helpers?|services?|managers?|common|misc|shared)(\.|$)/

/** Parts of platform that are rules without machinery, so that nouns may use them. */
export const purePlatform = /^platform\/(time\/|i18n\/|http\/(caller|plain-text)\.ts)/
