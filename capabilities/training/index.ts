// The door of training: courses by role, class codes, quizzes, certificates that verify offline, and rates without names.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { Capability } from '../../platform/http/capability.ts'
import type { FactBook } from '../facts/index.ts'

export function createTraining(_context: Context, _facts: FactBook): Capability {
  return { name: 'training', permissions: {}, routes: [], pages: [], subscriptions: [], jobs: [], menu: [] }
}
