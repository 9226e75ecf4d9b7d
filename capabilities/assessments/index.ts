// The door of assessments: the yearly check: questions, scores, what would raise them most, and how others of the same kind stand.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { Capability } from '../../platform/http/capability.ts'
import type { FactBook } from '../facts/index.ts'

export function createAssessments(_context: Context, _facts: FactBook): Capability {
  return {
    name: 'assessments',
    permissions: {},
    routes: [],
    pages: [],
    subscriptions: [],
    jobs: [],
    menu: [],
  }
}
