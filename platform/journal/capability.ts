// The journal's own job: chaining new entries by hash every minute.
// SPDX-License-Identifier: EUPL-1.2
import type { Context } from '../context.ts'
import type { Capability } from '../http/capability.ts'
import { sealJournal } from './chain.ts'

const portionsAtOnce = 20

export function createJournal(context: Context): Capability {
  const job = {
    name: 'journal.seal',
    schedule: '* * * * *',
    async run() {
      for (let portion = 0; portion < portionsAtOnce; portion++)
        if ((await context.database.asEngine(sealJournal)) === 0) return
    },
  }
  return { name: 'journal', permissions: {}, routes: [], pages: [], subscriptions: [], menu: [], jobs: [job] }
}
