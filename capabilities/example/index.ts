// The door of the example centre: invented hospitals and advisories on which a newcomer sees everything work.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../../platform/context.ts'
import type { Capability } from '../../platform/http/capability.ts'

export { greet } from './actions/greet.ts'
export { loadExample } from './actions/load.ts'
export { removeExample } from './actions/remove.ts'

export function createExample(_context: Context): Capability {
  return {
    name: 'example',
    permissions: {},
    routes: [],
    pages: [],
    subscriptions: [],
    jobs: [],
    menu: [],
  }
}
