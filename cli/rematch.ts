// `rematch`: derives keys, links and verdicts anew, after an upgrade that changed how names and versions are compared.
// SPDX-License-Identifier: EUPL-1.2
import { createApp } from '../app.ts'
import { rematchAll } from '../capabilities/matching/index.ts'
import { openInstallation } from '../installation.ts'
import type { Command } from './command.ts'

export const rematch: Command = {
  name: 'rematch',
  usage: 'rematch',
  purpose: 'Match everything again, after an upgrade whose notes ask for it; may run beside the server.',
  async run(_words, output) {
    const installation = await openInstallation('command', output.say)
    try {
      const app = await createApp(installation)
      const summary = await rematchAll(app.context, new Date(), (step, done) =>
        output.progress(`${step}: ${done}`),
      )
      await app.drainEvents()
      output.print(JSON.stringify(summary))
      return 0
    } finally {
      await installation.close()
    }
  },
}
