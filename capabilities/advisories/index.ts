// The door of advisories: what is published, how it gets in, and what others may read of it.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { Capability } from '../../platform/http/capability.ts'
import { createJobs } from './jobs.ts'
import { advisoryPages } from './pages/advisory.tsx'
import { advisoryForms } from './pages/advisory-forms.tsx'
import { comparePage } from './pages/compare.tsx'
import { feedPages } from './pages/feeds.tsx'
import { listPages } from './pages/list.tsx'
import { feedsPath, listPath } from './pages/paths.ts'
import { quarantinePages } from './pages/quarantine.tsx'
import { uploadPages } from './pages/upload.tsx'
import { advisoryRoutes } from './routes.ts'

export { advisoryRecorded, epssChanged, kevChanged } from './actions/events.ts'
export {
  type ImportProgress,
  type ImportSummary,
  importAdvisoryFiles,
} from './actions/import.ts'
export { loadAdvisories } from './actions/load.ts'
export { type RecordingContext, recordDocument, recordDocuments } from './actions/record.ts'
export { readStoredAdvisory, sha256Of } from './document.ts'
export type { AdvisoryRecorded, EpssChanged, KevChanged } from './events.ts'
export { hasFix, remediationFingerprint } from './fingerprint.ts'
export type {
  AdvisoryContent,
  AdvisorySummary,
  DocumentOutcome,
  Outcome,
  ReceivedDocument,
  RecordedAdvisory,
  RecordingOptions,
  ThreatFactsOfAdvisory,
  Validity,
} from './recorded.ts'
export { deleteExampleAdvisories, deleteKevEntries, exampleAdvisoryIds } from './store/example.ts'
export {
  advisoriesOfSameCves,
  advisoryIdsAfter,
  advisoryIdsOfCves,
  advisoryIdsOfTracking,
  advisoryRemedies,
  advisoryTitles,
  namesSameCves,
  summariesOf,
  threatFactsOf,
  vulnerabilitiesOfAdvisories,
} from './store/reading.ts'

export function createAdvisories(context: Context): Capability {
  return {
    name: 'advisories',
    permissions: {
      'advisories:read': ['duty-officer', 'administrator'],
      'advisories:record': ['duty-officer', 'administrator'],
      'advisories:delete': ['administrator'],
      'feeds:manage': ['administrator'],
    },
    routes: advisoryRoutes(context),
    // The address of the upload is a fixed one beside /:advisoryId; the server prefers fixed ones.
    pages: [
      ...listPages(context),
      ...uploadPages(context),
      ...advisoryPages(context),
      ...advisoryForms(context),
      comparePage(context),
      ...quarantinePages(context),
      ...feedPages(context),
    ],
    subscriptions: [],
    jobs: createJobs(context),
    menu: [
      {
        area: 'centre',
        label: 'advisories.menu',
        permission: 'advisories:read',
        position: 40,
        href: () => listPath,
      },
      {
        area: 'centre',
        label: 'advisories.feeds.menu',
        permission: 'advisories:read',
        position: 50,
        href: () => feedsPath,
      },
    ],
  }
}
