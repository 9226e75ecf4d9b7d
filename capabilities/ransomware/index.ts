// The door of ransomware: which family it is, told offline from what the criminals left behind.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { Capability } from '../../platform/http/capability.ts'
import { ransomwarePages } from './pages/find.tsx'
import { ransomwareRoutes } from './routes.ts'

export {
  type ImportOutcome,
  type ImportSummary,
  importGalaxy,
  importNotes,
} from './actions/import-families.ts'
export { type FindingWithSources, findRansomware } from './actions/library-of.ts'
export { readFiles } from './actions/read-files.ts'
export type { Candidate, Clue, Evidence, Finding } from './finder.ts'
export { maxNoteBytes } from './note.ts'
export { stepsToKeep } from './pages/first-aid.tsx'
export { type SaidEvidence, sayEvidence } from './said-evidence.ts'

export function createRansomware(context: Context): Capability {
  return {
    name: 'ransomware',
    permissions: {
      'ransomware:find': ['reader', 'responder', 'lead', 'duty-officer', 'administrator'],
    },
    routes: ransomwareRoutes(context),
    pages: ransomwarePages(context),
    subscriptions: [],
    jobs: [],
    menu: [
      {
        area: 'member',
        label: 'ransomware.menu',
        permission: 'ransomware:find',
        position: 60,
        href: (organisationId) => `/o/${organisationId}/ransomware`,
      },
      {
        area: 'centre',
        label: 'ransomware.menu',
        permission: 'ransomware:find',
        position: 60,
        href: () => '/centre/ransomware',
      },
    ],
  }
}
