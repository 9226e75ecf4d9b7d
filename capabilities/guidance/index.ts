// The door of guidance: what to do: measures by size of house, ten-minute tasks, and what to ask for in a purchase.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { Capability } from '../../platform/http/capability.ts'
import type { FactBook } from '../facts/index.ts'

export function createGuidance(_context: Context, _facts: FactBook): Capability {
  return { name: 'guidance', permissions: {}, routes: [], pages: [], subscriptions: [], jobs: [], menu: [] }
}
