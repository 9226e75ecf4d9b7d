// The door of regulation: which legal duties apply to this organisation, on which article, since when, and who decided.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { Capability } from '../../platform/http/capability.ts'
import type { FactBook } from '../facts/index.ts'

export function createRegulation(_context: Context, _facts: FactBook): Capability {
  return { name: 'regulation', permissions: {}, routes: [], pages: [], subscriptions: [], jobs: [], menu: [] }
}
