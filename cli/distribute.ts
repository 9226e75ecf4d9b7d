// `distribute`: spreads the database over several PostgreSQL servers, for a centre that one server does not carry.
// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path'
import { openInstallation } from '../installation.ts'
import { readConfig } from '../platform/config/config.ts'
import { distribute as distributeDatabase } from '../platform/database/distribute.ts'
import { type Command, UsageError } from './command.ts'

export const distribute: Command = {
  name: 'distribute',
  usage: 'distribute',
  purpose: 'Spread the database of DATABASE_URL over the servers of its Citus cluster. Stop Salus first.',
  async run(words, output) {
    if (words.length > 0) throw new UsageError('The command takes no words.')
    if (readConfig(process.env, join(import.meta.dirname, '..')).databaseUrl === null) {
      output.say(
        'The embedded database is one PostgreSQL and cannot be spread over several. Set DATABASE_URL to the coordinator of a Citus cluster, move your data there (docs/operating/scale.md), and run this command again.',
      )
      return 1
    }
    const installation = await openInstallation('command', output.say)
    try {
      const { moved, already } = await distributeDatabase(
        installation.ownerUrl,
        installation.secret,
        output.say,
      )
      output.print(
        moved.length === 0
          ? `Nothing to do: all ${already} tables stand where they belong.`
          : `${moved.length} tables moved, ${already} stood in their place before.`,
      )
      return 0
    } finally {
      await installation.close()
    }
  },
}
