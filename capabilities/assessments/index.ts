// The door of assessments: the yearly check: questions, scores, what would raise them most, and how others of the same kind stand.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { Capability } from '../../platform/http/capability.ts'
import type { FactBook } from '../facts/index.ts'
import type { ContentSource } from './content.ts'
import { assessmentJobs } from './jobs.ts'
import { assessmentPages } from './pages/index.ts'
import { ownContent } from './store/content.ts'

export { type FrameworkImported, importFramework } from './actions/frameworks.ts'

export function createAssessments(
  context: Context,
  book: FactBook,
  content: ContentSource = ownContent,
): Capability {
  return {
    name: 'assessments',
    permissions: {
      'assessments:read': ['reader', 'responder', 'lead'],
      'assessments:answer': ['responder', 'lead'],
      'assessments:close': ['lead'],
      'assessments:oversee': ['duty-officer', 'administrator'],
      'assessments:campaign': ['administrator'],
    },
    routes: [],
    pages: assessmentPages({ context, book, content }),
    subscriptions: [],
    jobs: assessmentJobs(context),
    menu: [
      {
        area: 'member',
        label: 'assessments.menu',
        permission: 'assessments:read',
        position: 45,
        href: (organisationId) => `/o/${organisationId}/check`,
      },
      {
        area: 'centre',
        label: 'assessments.menu',
        permission: 'assessments:oversee',
        position: 45,
        href: () => '/centre/check',
      },
      {
        area: 'centre',
        label: 'assessments.menu.frameworks',
        permission: 'assessments:campaign',
        position: 46,
        href: () => '/centre/frameworks',
      },
    ],
  }
}
