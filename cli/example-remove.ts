// `example remove`: takes the example centre out, so that a real one can begin.
// SPDX-License-Identifier: EUPL-1.2
import { createApp } from '../app.ts'
import { removeExample } from '../capabilities/example/index.ts'
import { openInstallation } from '../installation.ts'
import type { Command } from './command.ts'

export const exampleRemove: Command = {
  name: 'example remove',
  usage: 'example remove',
  purpose: 'Remove the example centre with its hospitals, people, advisories and alerts; the journal stays.',
  async run(_words, output) {
    const installation = await openInstallation('command', output.say)
    try {
      const app = await createApp(installation)
      const removed = await removeExample(app.context, app.context.now())
      if (!removed) {
        output.say('There is no example centre here; nothing was removed.')
        return 1
      }
      output.print(JSON.stringify(removed))
      output.say('The example is gone. Start the real centre with: npm start -- --empty')
      return 0
    } finally {
      await installation.close()
    }
  },
}
