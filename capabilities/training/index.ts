// The door of training: courses by role, class codes, quizzes, certificates that verify offline, and rates without names.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { Capability } from '../../platform/http/capability.ts'
import { courseRoles, ownItemsOf } from '../catalogue/index.ts'
import type { FactBook } from '../facts/index.ts'
import type { Courses } from './course.ts'
import { trainingJobs } from './jobs.ts'
import { trainingPages } from './pages/index.ts'

export { factsFromTraining } from './actions/facts.ts'
/** For the command line: the keys that verify certificates, and a new one in place of the last. */
export { publicKeys, replaceKey } from './actions/keys.ts'
export type { Courses } from './course.ts'

/** In the order of the roles, as people of a house would name them. */
const ownCourses: Courses = () =>
  ownItemsOf('course').toSorted((a, b) => courseRoles.indexOf(a.body.role) - courseRoles.indexOf(b.body.role))

/** `courses`: where courses are read. */
export function createTraining(context: Context, facts: FactBook, courses: Courses = ownCourses): Capability {
  return {
    name: 'training',
    permissions: {
      'training:read': ['reader', 'responder', 'lead'],
      'training:write': ['responder', 'lead'],
      'training:lead': ['lead'],
      'training:centre': ['duty-officer', 'administrator'],
      'training:campaign': ['administrator'],
    },
    routes: [],
    pages: trainingPages(context, facts, courses),
    subscriptions: [],
    jobs: trainingJobs(context, courses),
    menu: [
      {
        area: 'centre',
        label: 'training.menu.centre',
        permission: 'training:centre',
        position: 40,
        href: () => '/centre/training',
      },
    ],
  }
}
