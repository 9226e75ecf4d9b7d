// On time: imports that nobody finished are given up, and old differences are forgotten.
// SPDX-License-Identifier: EUPL-1.2
import type { Job } from '../../platform/events/jobs.ts'
import type { Inventory } from './actions/inventory.ts'
import { tidyImports } from './actions/tidy-imports.ts'

export function assetsJobs(inventory: Inventory): readonly Job[] {
  return [
    {
      name: 'assets.tidy-imports',
      schedule: '40 3 * * *',
      run: (now) => tidyImports(inventory, now),
    },
  ]
}
